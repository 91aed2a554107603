using Infra.Components.Compute;
using Infra.Components.Containers;
using Infra.Components.Databases;
using Infra.Components.Functions;
using Infra.Components.Messaging;
using Infra.Components.Network;
using Infra.Components.Observability;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.FlowBuilder.Standard;

/// <summary>Flow Builder's standard variant: an API behind a load balancer, workers that follow a queue, and a database of its own.</summary>
public sealed class FlowBuilderStandard : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:flowBuilder:Standard";

    /// <summary>Makes the whole system, in the order in which its parts need each other.</summary>
    public FlowBuilderStandard(string name, FlowBuilderStandardArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var network = CreateNetwork(name, args);
        var firewalls = CreateFirewalls(name, args, network);
        var bastion = args.Network.Bastion ? CreateBastion(name, args, network, firewalls) : null;
        var database = CreateDatabase(name, args, network, firewalls);
        var repositories = CreateRepositories(name, args);
        var queue = FlowBuilderQueue.Create($"{name}-queue", args.Names, this);
        var runtime = Prepare(name, args, network, firewalls, database, queue);
        var api = CreateApi(name, args, runtime, repositories);
        var worker = CreateWorker(name, args, runtime, repositories);
        var scheduler = CreateScheduler(name, args, runtime, repositories);
        var monitoring = CreateMonitoring(name, args, runtime, api, worker, scheduler);

        ApiUrl = api.Url;
        DatabaseEndpoint = database.Endpoint;
        QueueUrl = queue.Url;
        ClusterName = runtime.Cluster.ClusterName;
        ApiServiceName = api.ServiceName;
        WorkerServiceName = worker.ServiceName;
        ApiRepositoryUrl = repositories.Api!.RepositoryUrl;
        WorkerRepositoryUrl = repositories.WorkerUrl;
        SchedulerRepositoryUrl = repositories.SchedulerUrl;
        SchedulerName = scheduler.FunctionName;
        DashboardName = monitoring.DashboardName;
        ClerkSecretArn = api.Clerk.SecretArn;
        AwaitsClerkKey = api.Clerk.AwaitsValue;
        DatabaseForwardingCommand = bastion?.ForwardingCommand(args.Region, database.Address, PostgresInstance.Port);
        RegisterOutputs();
    }

    /// <summary>The API's address.</summary>
    [Output("apiUrl")]
    public Output<string> ApiUrl { get; private set; }

    /// <summary>The database's host name and port.</summary>
    [Output("databaseEndpoint")]
    public Output<string> DatabaseEndpoint { get; private set; }

    /// <summary>The queue's URL.</summary>
    [Output("queueUrl")]
    public Output<string> QueueUrl { get; private set; }

    /// <summary>The cluster's name.</summary>
    [Output("clusterName")]
    public Output<string> ClusterName { get; private set; }

    /// <summary>The name of the API's service.</summary>
    [Output("apiServiceName")]
    public Output<string> ApiServiceName { get; private set; }

    /// <summary>The name of the worker's service.</summary>
    [Output("workerServiceName")]
    public Output<string> WorkerServiceName { get; private set; }

    /// <summary>The URL of the API's repository.</summary>
    [Output("apiRepositoryUrl")]
    public Output<string> ApiRepositoryUrl { get; private set; }

    /// <summary>The URL of the worker's repository.</summary>
    [Output("workerRepositoryUrl")]
    public Output<string> WorkerRepositoryUrl { get; private set; }

    /// <summary>The URL of the scheduler's repository.</summary>
    [Output("schedulerRepositoryUrl")]
    public Output<string> SchedulerRepositoryUrl { get; private set; }

    /// <summary>The name of the scheduler's function.</summary>
    [Output("schedulerName")]
    public Output<string> SchedulerName { get; private set; }

    /// <summary>The dashboard's name; null when there is none.</summary>
    [Output("dashboardName")]
    public Output<string>? DashboardName { get; private set; }

    /// <summary>The ARN of the secret of Clerk's key.</summary>
    [Output("clerkSecretArn")]
    public Output<string> ClerkSecretArn { get; private set; }

    /// <summary>Whether the operator still has to store Clerk's key.</summary>
    public bool AwaitsClerkKey { get; }

    /// <summary>The command that leads a port of the caller's machine to the database; null without a bastion.</summary>
    [Output("databaseForwardingCommand")]
    public Output<string>? DatabaseForwardingCommand { get; private set; }

    private FlowBuilderNetwork CreateNetwork(string name, FlowBuilderStandardArgs args) => new($"{name}-network", new FlowBuilderNetworkArgs
    {
        Names = args.Names,
        Region = args.Region,
        Layout = args.Network,
    }, Child());

    private FlowBuilderFirewalls CreateFirewalls(string name, FlowBuilderStandardArgs args, FlowBuilderNetwork network) =>
        new($"{name}-firewalls", new FlowBuilderFirewallsArgs { Names = args.Names, VpcId = network.VpcId }, Child());

    private Bastion CreateBastion(string name, FlowBuilderStandardArgs args, FlowBuilderNetwork network, FlowBuilderFirewalls firewalls)
    {
        var bastion = new Bastion($"{name}-bastion", new BastionArgs
        {
            PhysicalName = args.Names.Network("bastion"),
            VpcId = network.VpcId,
            SubnetId = network.PrivateSubnetIds.Apply(ids => ids[0]),
            Egress = [FirewallRule.EgressToGroup("database", PostgresInstance.Port, firewalls.DatabaseGroupId, "The database")],
        }, Child());
        _ = FirewallRules.Create(
            $"{name}-firewalls-rds",
            FirewallRule.IngressFromGroup("bastion", PostgresInstance.Port, bastion.SecurityGroupId, "Bastion"),
            firewalls.DatabaseGroupId,
            this);
        return bastion;
    }

    private FlowBuilderDatabase CreateDatabase(string name, FlowBuilderStandardArgs args, FlowBuilderNetwork network, FlowBuilderFirewalls firewalls) =>
        new($"{name}-database", new FlowBuilderDatabaseArgs
        {
            Names = args.Names,
            Layout = args.Database,
            SubnetIds = network.DatabaseSubnetIds,
            SecurityGroupId = firewalls.DatabaseGroupId,
            DataProtection = args.DataProtection,
        }, Child());

    private FlowBuilderRepositories CreateRepositories(string name, FlowBuilderStandardArgs args) => new($"{name}-images", new FlowBuilderRepositoriesArgs
    {
        Names = args.Names,
        DataProtection = args.DataProtection,
    }, Child());

    private FlowBuilderEncryption? CreateEncryption(string name, FlowBuilderStandardArgs args) => !args.UsesDatabaseSecrets
        ? null
        : new($"{name}-encryption", new FlowBuilderEncryptionArgs
        {
            Names = args.Names,
            DataProtection = args.DataProtection,
            Key = args.EncryptionKey,
            Salt = args.EncryptionSalt,
            Password = args.EncryptionPassword,
        }, Child());

    private FlowBuilderRuntime Prepare(
        string name,
        FlowBuilderStandardArgs args,
        FlowBuilderNetwork network,
        FlowBuilderFirewalls firewalls,
        FlowBuilderDatabase database,
        MessageQueue queue)
    {
        var sessions = LogGroups.Create($"{name}-sessions", FlowBuilderNames.EcsLogGroup(args.Names.Cluster), args.LogRetentionDays, this);
        return new FlowBuilderRuntime
        {
            Names = args.Names,
            Region = args.Region,
            Environment = FlowBuilderVariables.Environment(args.Environment),
            Network = network,
            Firewalls = firewalls,
            Database = database,
            DatabaseLayout = args.Database,
            Queue = queue,
            Cluster = CreateCluster(name, args, sessions),
            SessionLogGroupArn = sessions.Arn,
            Encryption = CreateEncryption(name, args),
            FurtherVariables = args.FurtherVariables,
            LogRetentionDays = args.LogRetentionDays,
        };
    }

    private ContainerCluster CreateCluster(string name, FlowBuilderStandardArgs args, Aws.CloudWatch.LogGroup sessions) => new($"{name}-cluster", new ContainerClusterArgs
    {
        PhysicalName = args.Names.Cluster,
        SessionLogGroupName = sessions.Name,
        // The alarm that starts the first worker counts the running ones.
        Insights = ContainerInsights.Enabled,
        DefaultStrategy = [new(FargateCapacity.OnDemand, 50), new(FargateCapacity.Spot, 50)],
    }, Child());

    private FlowBuilderApi CreateApi(string name, FlowBuilderStandardArgs args, FlowBuilderRuntime runtime, FlowBuilderRepositories repositories) =>
        new($"{name}-api", new FlowBuilderApiArgs
        {
            Runtime = runtime,
            Service = args.Api,
            RepositoryUrl = repositories.Api!.RepositoryUrl,
            ClerkFrontendUrl = args.ClerkFrontendUrl,
            ClerkSecretKey = args.ClerkSecretKey,
            CertificateArn = args.CertificateArn,
            DataProtection = args.DataProtection,
        }, Child());

    private FlowBuilderWorker CreateWorker(string name, FlowBuilderStandardArgs args, FlowBuilderRuntime runtime, FlowBuilderRepositories repositories) =>
        new($"{name}-worker", new FlowBuilderWorkerArgs
        {
            Runtime = runtime,
            Service = args.Worker,
            RepositoryUrl = repositories.WorkerUrl,
        }, Child());

    private FlowBuilderScheduler CreateScheduler(string name, FlowBuilderStandardArgs args, FlowBuilderRuntime runtime, FlowBuilderRepositories repositories) =>
        new($"{name}-scheduler", new FlowBuilderSchedulerArgs
        {
            Names = args.Names,
            Region = args.Region,
            Queue = runtime.Queue,
            Connection = runtime.Connection,
            LogRetentionDays = args.LogRetentionDays,
            SchedulerImage = repositories.FunctionImage(args.SchedulerImageTag),
            CleanupImage = repositories.FunctionImage(args.CleanupImageTag),
            Network = new FunctionNetwork(runtime.Network.PrivateSubnetIds, runtime.Firewalls.FunctionGroupId),
            CreateAfter = [.. runtime.Network.PrivateReady, .. runtime.Firewalls.Rules, runtime.Database.Credentials.Version],
        }, Child());

    private FlowBuilderMonitoring CreateMonitoring(
        string name, FlowBuilderStandardArgs args, FlowBuilderRuntime runtime, FlowBuilderApi api, FlowBuilderWorker worker, FlowBuilderScheduler scheduler) =>
        new($"{name}-monitoring", new FlowBuilderMonitoringArgs
        {
            Names = args.Names,
            Region = args.Region,
            HasAlarms = args.CreatesAlarms,
            HasDashboard = args.CreatesDashboard,
            Queue = runtime.Queue,
            SchedulerName = scheduler.FunctionName,
            Services = new WatchedServices(runtime.Cluster.ClusterName, api.ServiceName, worker.ServiceName),
            Database = new WatchedDatabase(runtime.Database.Identifier, args.Database.StorageGiB),
            LoadBalancer = new WatchedLoadBalancer(api.LoadBalancerSuffix, api.TargetGroupSuffix),
            AlarmEmail = args.AlarmEmail,
            AlarmActions = args.AlarmActions,
        }, Child());

    private ComponentResourceOptions Child() => new() { Parent = this };
}
