using Infra.Components.Identity;

namespace Infra.Components.GitHubActions;

/// <summary>What the workflows' roles may do besides reading how resources are configured.</summary>
internal static class GitHubActionsStatements
{
    /// <summary>Denies whatever returns what a resource holds instead of how it is configured. The managed read-only policy allows most of these.</summary>
    public static PolicyStatement DenyContents { get; } = new()
    {
        Sid = "DenyContents",
        Effect = PolicyEffect.Deny,
        Actions =
        [
            "athena:GetQueryResults",
            "dynamodb:BatchGetItem",
            "dynamodb:GetItem",
            "dynamodb:GetRecords",
            "dynamodb:Query",
            "dynamodb:Scan",
            "kms:Decrypt",
            "lambda:GetFunction",
            "lambda:GetFunctionConfiguration",
            "lambda:GetLayerVersion",
            "logs:FilterLogEvents",
            "logs:GetLogEvents",
            "logs:GetQueryResults",
            "logs:StartLiveTail",
            "logs:StartQuery",
            "s3:GetObject",
            "s3:GetObjectVersion",
            "secretsmanager:BatchGetSecretValue",
            "secretsmanager:GetSecretValue",
            "sqs:ReceiveMessage",
        ],
        Resources = "*",
    };

    /// <summary>Reads stored secrets, through Secrets Manager alone.</summary>
    public static IReadOnlyList<PolicyStatement> ReadSecrets { get; } =
    [
        new()
        {
            Sid = "ReadSecrets",
            Actions = ["secretsmanager:GetSecretValue"],
            Resources = "arn:aws:secretsmanager:*:*:secret:*",
        },
        new()
        {
            Sid = "DecryptSecrets",
            Actions = ["kms:Decrypt"],
            Resources = "arn:aws:kms:*:*:key/*",
            // The services that decrypt on the caller's behalf name themselves with the region, e.g. secretsmanager.us-east-1.amazonaws.com.
            Conditions = [PolicyCondition.StringLike("kms:ViaService", "secretsmanager.*.amazonaws.com")],
        },
    ];
}
