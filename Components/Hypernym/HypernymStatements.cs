using Infra.Components.Containers;
using Infra.Components.Identity;
using Pulumi;

namespace Infra.Components.Hypernym;

/// <summary>Policies of Hypernym's roles.</summary>
internal static class HypernymStatements
{
    /// <summary>What the application does at AWS in either mode: it meters its use.</summary>
    public static PolicyDocument MeterUsage() => new(new PolicyStatement
    {
        Sid = "MeterUsage",
        Actions = ["aws-marketplace:MeterUsage", "aws-marketplace:RegisterUsage"],
        WhyAnyResource = "AWS Marketplace metering has no resources to name.",
    });

    /// <summary>What ECS does to pull the image.</summary>
    public static PolicyDocument PullImage(EcrImage image) => new(
        new PolicyStatement
        {
            Sid = "LogInToRegistry",
            Actions = ["ecr:GetAuthorizationToken"],
            WhyAnyResource = "The token is the registry's, not a repository's: the action has no resource-level permission.",
        },
        new PolicyStatement
        {
            Sid = "PullImage",
            Actions = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
            Resources = image.RepositoryArn,
        });

    /// <summary>What ECS does to write the containers' output.</summary>
    public static PolicyDocument WriteLogs(Output<string> logGroupArn) => new(new PolicyStatement
    {
        Sid = "WriteLogs",
        Actions = ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resources = Output.Format($"{logGroupArn}:*"),
    });
}
