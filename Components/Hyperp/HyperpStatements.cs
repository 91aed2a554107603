using Infra.Components.Identity;
using Pulumi;

namespace Infra.Components.Hyperp;

/// <summary>Statements that more than one of Hyperp's roles has.</summary>
internal static class HyperpStatements
{
    public static readonly IReadOnlyList<string> PullActions =
    [
        "ecr:BatchCheckLayerAvailability",
        "ecr:BatchGetImage",
        "ecr:GetDownloadUrlForLayer",
    ];

    public static PolicyStatement LogInToRegistry() => new()
    {
        Sid = "LogInToRegistry",
        Actions = ["ecr:GetAuthorizationToken"],
        WhyAnyResource = "The token is the registry's, not a repository's: the action has no resource-level permission.",
    };

    public static PolicyStatement ReadAndWriteState(HyperpStorage storage) => new()
    {
        Sid = "ReadAndWriteState",
        Actions =
        [
            "dynamodb:BatchGetItem",
            "dynamodb:BatchWriteItem",
            "dynamodb:ConditionCheckItem",
            "dynamodb:DeleteItem",
            "dynamodb:DescribeTable",
            "dynamodb:GetItem",
            "dynamodb:PutItem",
            "dynamodb:Query",
            "dynamodb:Scan",
            "dynamodb:UpdateItem",
        ],
        Resources = new() { storage.TableArn, Output.Format($"{storage.TableArn}/index/*") },
    };
}
