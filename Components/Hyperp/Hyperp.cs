using System.Collections.Immutable;
using Pulumi;
using Random = Pulumi.Random;

namespace Infra.Components.Hyperp;

/// <summary>Hyperp: runs workflows of containers on Fargate whenever code is pushed to GitHub.</summary>
public sealed class Hyperp : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:hyperp:Hyperp";

    private const int SecretLength = 40;

    /// <summary>Makes the whole system, in the order in which its parts need each other.</summary>
    public Hyperp(string name, HyperpArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        WebhookSecret = GivenOrGeneratedSecret(name, args);
        var network = CreateNetwork(name, args);
        var cluster = CreateCluster(name, args);
        var storage = CreateStorage(name, args, network);
        var roles = CreateRoles(name, cluster, storage);
        var functions = CreateFunctions(name, args, network, cluster, storage, roles);
        CreateEvents(name, args, cluster, roles, functions);

        VpcId = network.VpcId;
        PublicSubnetIds = network.SubnetIds;
        ClusterArn = cluster.ClusterArn;
        RepositoryUri = cluster.RepositoryUrl;
        TableName = storage.TableName;
        BucketName = storage.BucketName;
        FileSystemId = storage.FileSystem.FileSystemId;
        WebhookHandlerArn = functions.WebhookHandlerArn;
        WebhookUrl = functions.WebhookUrl;
        TaskStateChangeHandlerArn = functions.TaskStateChangeHandlerArn;
        CliRestApiUrl = functions.CliRestApiUrl;
        PemUploadCommand = Output.Format(
            $"aws s3 cp {HyperpNames.PrivateKeyObject} s3://{storage.BucketName}/{HyperpNames.PrivateKeyObject} --region {storage.BucketRegion}");
        RegisterOutputs();
    }

    /// <summary>The VPC's id.</summary>
    [Output("vpcId")]
    public Output<string> VpcId { get; private set; }

    /// <summary>The ids of the public subnets.</summary>
    [Output("publicSubnetIds")]
    public Output<ImmutableArray<string>> PublicSubnetIds { get; private set; }

    /// <summary>The cluster's ARN.</summary>
    [Output("clusterArn")]
    public Output<string> ClusterArn { get; private set; }

    /// <summary>The image repository's URI, without a tag.</summary>
    [Output("repositoryUri")]
    public Output<string> RepositoryUri { get; private set; }

    /// <summary>The name of the table of Hyperp's state.</summary>
    [Output("tableName")]
    public Output<string> TableName { get; private set; }

    /// <summary>The name of the bucket of downloads and of the GitHub App's private key.</summary>
    [Output("bucketName")]
    public Output<string> BucketName { get; private set; }

    /// <summary>The file system's id.</summary>
    [Output("fileSystemId")]
    public Output<string> FileSystemId { get; private set; }

    /// <summary>The webhook handler's ARN.</summary>
    [Output("webhookHandlerArn")]
    public Output<string> WebhookHandlerArn { get; private set; }

    /// <summary>The address to enter as the GitHub App's webhook URL.</summary>
    [Output("webhookUrl")]
    public Output<string> WebhookUrl { get; private set; }

    /// <summary>The task state handler's ARN.</summary>
    [Output("taskStateChangeHandlerArn")]
    public Output<string> TaskStateChangeHandlerArn { get; private set; }

    /// <summary>The address to give to the command line.</summary>
    [Output("cliRestApiUrl")]
    public Output<string> CliRestApiUrl { get; private set; }

    /// <summary>The command that uploads the GitHub App's private key.</summary>
    [Output("pemUploadCommand")]
    public Output<string> PemUploadCommand { get; private set; }

    /// <summary>The secret to enter in the GitHub App and to give to the command line. A secret.</summary>
    [Output("webhookSecret")]
    public Output<string> WebhookSecret { get; private set; }

    private Output<string> GivenOrGeneratedSecret(string name, HyperpArgs args) => args.GithubAppWebhookSecret is { } given
        ? Output.CreateSecret(given.ToOutput())
        : new Random.RandomPassword($"{name}-webhook-secret", new Random.RandomPasswordArgs
        {
            Length = SecretLength,
            // It is pasted into a web form and into a shell.
            Special = false,
        }, new CustomResourceOptions { Parent = this }).Result;

    private HyperpNetwork CreateNetwork(string name, HyperpArgs args) => new($"{name}-network", new HyperpNetworkArgs
    {
        VpcCidr = args.VpcCidr,
        SubnetPrefixLength = args.SubnetPrefixLength,
        AvailabilityZones = args.AvailabilityZones,
    }, Child());

    private HyperpCluster CreateCluster(string name, HyperpArgs args) => new($"{name}-cluster", new HyperpClusterArgs
    {
        DataProtection = args.DataProtection,
        ImagesToKeep = args.ImagesToKeep,
        LogRetentionDays = args.LogRetentionDays,
    }, Child());

    private HyperpStorage CreateStorage(string name, HyperpArgs args, HyperpNetwork network) => new($"{name}-storage", new HyperpStorageArgs
    {
        DataProtection = args.DataProtection,
        Network = network,
        GithubAppPrivateKey = args.GithubAppPrivateKey,
    }, Child());

    private HyperpRoles CreateRoles(string name, HyperpCluster cluster, HyperpStorage storage) => new($"{name}-roles", new HyperpRolesArgs
    {
        Cluster = cluster,
        Storage = storage,
    }, Child());

    private HyperpFunctions CreateFunctions(
        string name, HyperpArgs args, HyperpNetwork network, HyperpCluster cluster, HyperpStorage storage, HyperpRoles roles) =>
        new($"{name}-functions", new HyperpFunctionsArgs
        {
            Network = network,
            Cluster = cluster,
            Storage = storage,
            Roles = roles,
            Settings = args.Functions,
            WebhookSecret = WebhookSecret,
        }, Child());

    private void CreateEvents(string name, HyperpArgs args, HyperpCluster cluster, HyperpRoles roles, HyperpFunctions functions) =>
        _ = new HyperpEvents($"{name}-events", new HyperpEventsArgs
        {
            ClusterArn = cluster.ClusterArn,
            HandlerArn = functions.TaskStateChangeHandlerArn,
            HandlerName = functions.TaskStateChangeHandlerName,
            HandlerRoleName = roles.FunctionRoleName,
            KeepLostEvents = args.KeepLostEvents,
        }, Child());

    private ComponentResourceOptions Child() => new() { Parent = this };
}
