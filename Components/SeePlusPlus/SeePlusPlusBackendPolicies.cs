using Infra.Components.Containers;
using Infra.Components.Identity;
using Pulumi;

namespace Infra.Components.SeePlusPlus;

/// <summary>
/// The policies of the backend's two roles. Both carry the same six statements, as the document has them, on the resources that the stack
/// knows.
/// </summary>
internal static class SeePlusPlusBackendPolicies
{
    public static PolicyDocument Permissions(SeePlusPlusServicesArgs args, Output<string> clusterArn, Output<string> logGroupArn)
    {
        var place = clusterArn.Apply(Arn.Parse);
        return new(
            new PolicyStatement
            {
                Sid = "S3Access",
                Actions = ["s3:GetObject", "s3:PutObject"],
                Resources = Output.Format($"{args.TraceBucketArn}/*"),
            },
            new PolicyStatement
            {
                Sid = "LambdaInvoke",
                Actions = ["lambda:InvokeFunction"],
                Resources = new() { args.CodeRunner.FunctionArn, Output.Format($"{args.CodeRunner.FunctionArn}:*") },
            },
            new PolicyStatement
            {
                Sid = "ECRImagePull",
                Actions = ["ecr:GetAuthorizationToken", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
                Resources = Repositories(args),
            },
            new PolicyStatement
            {
                Sid = "ECRLogin",
                Actions = ["ecr:GetAuthorizationToken"],
                WhyAnyResource = "The token is the registry's, not a repository's: the action has no resource-level permission, so that ECRImagePull cannot give it.",
            },
            new PolicyStatement
            {
                Sid = "CloudWatchLogs",
                Actions = ["logs:CreateLogStream", "logs:PutLogEvents", "logs:CreateLogGroup"],
                Resources = new() { logGroupArn, Output.Format($"{logGroupArn}:*") },
            },
            new PolicyStatement
            {
                Sid = "SSMSecretsAccess",
                Actions = ["ssm:GetParameter", "ssm:GetParameters"],
                Resources = place.Apply(args.Names.Parameters),
            },
            new PolicyStatement
            {
                Sid = "SecretsManagerAccess",
                Actions = ["secretsmanager:GetSecretValue"],
                Resources = place.Apply(args.Names.Secrets),
            });
    }

    public static PolicyDocument DenyIam() => new(new PolicyStatement
    {
        Sid = "DenyIAM",
        Effect = PolicyEffect.Deny,
        Actions = ["iam:CreateUser", "iam:DeleteUser", "iam:CreatePolicy"],
        Resources = "*",
    });

    private static InputList<string> Repositories(SeePlusPlusServicesArgs args) =>
        args.Images.Backend is { } image && EcrImage.ParseOrNull(image) is { } own
            ? new() { args.CodeRunner.RepositoryArn, own.RepositoryArn }
            : new() { args.CodeRunner.RepositoryArn };
}
