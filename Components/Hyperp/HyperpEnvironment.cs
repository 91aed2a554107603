using System.Globalization;
using Infra.Components.Identity;
using Pulumi;

namespace Infra.Components.Hyperp;

/// <summary>The environment variables of Hyperp's functions. Each gets what its code reads and nothing else.</summary>
internal sealed class HyperpEnvironment(HyperpFunctionsArgs args)
{
    public InputMap<string> EfsController() => new()
    {
        { "EFS_FILE_SYSTEM_ID", args.Storage.FileSystem.FileSystemId },
    };

    public InputMap<string> WebhookHandler(Output<string> efsControllerArn) => new()
    {
        TaskSettings(),
        Orchestration(efsControllerArn),
        { "ECR_REPOSITORY_NAME", args.Cluster.RepositoryName },
        { "GITHUB_APP_WEBHOOK_SECRET", args.WebhookSecret },
    };

    public InputMap<string> TaskStateChangeHandler(Output<string> efsControllerArn) => new()
    {
        TaskSettings(),
        Orchestration(efsControllerArn),
        { "DOWNLOADABLE_CREATOR_IMAGE", args.Settings.DownloadableCreatorImage },
        { "FARGATE_GB_PRICE_PER_HOUR", Text(args.Settings.FargateGbPricePerHour) },
        { "FARGATE_VCPU_PRICE_PER_HOUR", Text(args.Settings.FargateVcpuPricePerHour) },
        { "USAGE_CALCULATOR_IMAGE", args.Settings.UsageCalculatorImage },
    };

    public InputMap<string> CliRestApi() => new()
    {
        TaskSettings(),
        { "DOWNLOADABLE_CREATOR_IMAGE", args.Settings.DownloadableCreatorImage },
        { "GITHUB_APP_WEBHOOK_SECRET", args.WebhookSecret },
    };

    // What starts a task of any kind.
    private InputMap<string> TaskSettings() => new()
    {
        { "DYNAMODB_TABLE_NAME", args.Storage.TableName },
        { "ECS_CLUSTER_NAME", args.Cluster.ClusterName },
        { "ECS_TASK_EXECUTION_ROLE_ARN", args.Roles.ExecutionRoleArn },
        { "ECS_TASK_ROLE_ARN", args.Roles.TaskRoleArn },
        { "ECS_TASK_SECURITY_GROUP_ID", args.Network.SecurityGroupId },
        { "EFS_FILE_SYSTEM_ID", args.Storage.FileSystem.FileSystemId },
        { "GITHUB_APP_ID", args.Settings.GithubAppId },
        { "PUBLIC_SUBNET_IDS", args.Network.SubnetIds.Apply(ids => string.Join(',', ids)) },
        { "S3_BUCKET_NAME", args.Storage.BucketName },
    };

    // What builds images and runs workflows beyond that.
    private InputMap<string> Orchestration(Output<string> efsControllerArn) => new()
    {
        { "AWS_ACCOUNT_ID", args.Cluster.ClusterArn.Apply(arn => Arn.Parse(arn).Account) },
        { "ECR_REPOSITORY_URI", args.Cluster.RepositoryUrl },
        { "ECS_CLUSTER_ARN", args.Cluster.ClusterArn },
        { "EFS_CONTROLLER_LAMBDA_ARN", efsControllerArn },
    };

    private static string Text(decimal price) => price.ToString(CultureInfo.InvariantCulture);
}
