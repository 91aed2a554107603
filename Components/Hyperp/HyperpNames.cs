namespace Infra.Components.Hyperp;

/// <summary>
/// Names that Hyperp's handlers and command line spell out, or look resources up by: none of them may change.
/// </summary>
internal static class HyperpNames
{
    public const string Table = "hyperp";
    public const string Repository = "hyperp-1";
    public const string Cluster = "hyperp-1";
    public const string LogGroup = "/hyperp";
    public const string SecurityGroup = "EcsTaskSecurityGroup";
    public const string TaskStateChangeRule = "EcsTaskStateChangeRule";
    public const string BucketPrefix = "hyperp-artifacts-";
    public const string ArtifactFolder = "hyperp-artifacts";
    public const string PrivateKeyObject = "githubappkey.pem";
    public const string MountPath = "/mnt/efs";

    public const string WebhookHandler = "hyperp-github-webhook-handler";
    public const string TaskStateChangeHandler = "hyperp-task-state-change-handler";
    public const string EfsController = "hyperp-efs-controller";
    public const string CliRestApi = "hyperp-cli-rest-api";
}
