using System.Globalization;
using System.Text.Json;
using Infra.Components.Containers;
using Infra.Components.Messaging;
using Infra.Components.Secrets;
using Pulumi;

namespace Infra.Components.FlowBuilder.Ultra;

/// <summary>Flow Builder where nothing costs while nothing runs: a scheduler fills a queue, and a pipe starts a Spot task for every message.</summary>
public sealed class FlowBuilderUltra : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:flowBuilder:Ultra";

    private const string PasswordPlaceholder = "placeholder-password-to-be-replaced";

    private readonly FlowBuilderUltraArgs _args;

    /// <summary>Makes the whole system, in the order in which its parts need each other.</summary>
    public FlowBuilderUltra(string name, FlowBuilderUltraArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        _args = args;
        var queue = FlowBuilderQueue.Create($"{name}-queue", args.Names, this);
        var repositories = CreateRepositories(name);
        var credentials = StoreCredentials(name);
        var encryption = CreateEncryption(name);
        var cluster = CreateCluster(name);
        var task = CreateTask(name, queue, repositories, credentials, encryption, cluster);
        var pipe = CreatePipe(name, queue, cluster, task);
        var scheduler = CreateScheduler(name, queue, repositories, credentials);
        var failedTasks = args.CollectsFailedTasks ? CollectFailedTasks(name, cluster) : null;
        Watch(name, queue, scheduler, failedTasks);

        QueueUrl = queue.Url;
        WorkerRepositoryUrl = repositories.WorkerUrl;
        SchedulerRepositoryUrl = repositories.SchedulerUrl;
        ClusterName = cluster.ClusterName;
        SchedulerName = scheduler.FunctionName;
        PipeArn = pipe.PipeArn;
        FailedTasksQueueUrl = failedTasks?.QueueUrl;
        RegisterOutputs();
    }

    /// <summary>The URL of the queue of workflows.</summary>
    [Output("queueUrl")]
    public Output<string> QueueUrl { get; private set; }

    /// <summary>The URL of the repository of the worker's images.</summary>
    [Output("workerRepositoryUrl")]
    public Output<string> WorkerRepositoryUrl { get; private set; }

    /// <summary>The URL of the repository of the scheduler's images.</summary>
    [Output("schedulerRepositoryUrl")]
    public Output<string> SchedulerRepositoryUrl { get; private set; }

    /// <summary>The cluster's name.</summary>
    [Output("clusterName")]
    public Output<string> ClusterName { get; private set; }

    /// <summary>The name of the scheduler's function.</summary>
    [Output("schedulerName")]
    public Output<string> SchedulerName { get; private set; }

    /// <summary>The pipe's ARN.</summary>
    [Output("pipeArn")]
    public Output<string> PipeArn { get; private set; }

    /// <summary>The URL of the queue of tasks that stopped badly; null when nobody collects them.</summary>
    [Output("failedTasksQueueUrl")]
    public Output<string>? FailedTasksQueueUrl { get; private set; }

    private FlowBuilderRepositories CreateRepositories(string name) => new($"{name}-images", new FlowBuilderRepositoriesArgs
    {
        Names = _args.Names,
        DataProtection = _args.DataProtection,
        HoldsApi = false,
    }, Child());

    private StoredSecret StoreCredentials(string name) => new($"{name}-credentials", new StoredSecretArgs
    {
        PhysicalName = _args.Names.DatabaseSecret,
        Description = "Flow Builder: the credentials of its database",
        DataProtection = _args.DataProtection,
        Placeholder = Credentials(PasswordPlaceholder),
        Value = _args.Database.Password is { } password ? (Input<string>)password.ToOutput().Apply(Credentials) : null,
    }, Child());

    private string Credentials(string password) => JsonSerializer.Serialize(new
    {
        database = _args.Database.Name,
        host = _args.Database.Host,
        password,
        port = _args.Database.Port,
        username = _args.Database.User,
    });

    private FlowBuilderEncryption CreateEncryption(string name) => new($"{name}-encryption", new FlowBuilderEncryptionArgs
    {
        Names = _args.Names,
        DataProtection = _args.DataProtection,
        Key = _args.EncryptionKey,
        Salt = _args.EncryptionSalt,
        Password = _args.EncryptionPassword,
    }, Child());

    private ContainerCluster CreateCluster(string name) => new($"{name}-cluster", new ContainerClusterArgs
    {
        PhysicalName = _args.Names.Cluster,
        // Billed by metric; the free ones of the queue say as much of tasks that live for minutes.
        Insights = ContainerInsights.Disabled,
        DefaultStrategy = [new(FargateCapacity.OnDemand, 0), new(FargateCapacity.Spot, 100)],
    }, Child());

    private FlowBuilderTask CreateTask(
        string name, MessageQueue queue, FlowBuilderRepositories repositories, StoredSecret credentials, FlowBuilderEncryption encryption, ContainerCluster cluster) =>
        new($"{name}-worker", new FlowBuilderTaskArgs
        {
            Names = _args.Names,
            Region = _args.Region,
            ClusterArn = cluster.ClusterArn,
            VpcId = _args.Network.VpcId,
            // A definition needs an image's name; while there is none, the pipe starts nothing from it.
            Image = Output.Format($"{repositories.WorkerUrl}:{_args.WorkerImageTag ?? "none"}"),
            Size = _args.TaskSize,
            QueueUrl = queue.Url,
            DatabaseHost = _args.Database.Host,
            DatabasePort = _args.Database.Port,
            DatabaseName = _args.Database.Name,
            DatabaseUser = _args.Database.User,
            Credentials = credentials,
            Encryption = encryption,
            UsesDatabaseSecrets = _args.UsesDatabaseSecrets,
            LogRetentionDays = _args.LogRetentionDays,
        }, Child());

    private FlowBuilderPipe CreatePipe(string name, MessageQueue queue, ContainerCluster cluster, FlowBuilderTask task) =>
        new($"{name}-pipe", new FlowBuilderPipeArgs
        {
            Names = _args.Names,
            Runs = _args.WorkerImageTag is not null,
            Queue = queue,
            ClusterArn = cluster.ClusterArn,
            TaskDefinitionArn = task.DefinitionArn,
            TaskRoleArns = task.RoleArns,
            Size = _args.TaskSize,
            SubnetIds = _args.Network.SubnetIds,
            SecurityGroupId = task.SecurityGroupId,
            LogRetentionDays = _args.LogRetentionDays,
            CreateAfter = [cluster.Capacity, .. task.Ready],
        }, Child());

    private FlowBuilderScheduler CreateScheduler(string name, MessageQueue queue, FlowBuilderRepositories repositories, StoredSecret credentials) =>
        new($"{name}-scheduler", new FlowBuilderSchedulerArgs
        {
            Names = _args.Names,
            Region = _args.Region,
            Queue = queue,
            Connection = new FlowBuilderConnection
            {
                Host = _args.Database.Host,
                Port = _args.Database.Port.ToString(CultureInfo.InvariantCulture),
                Database = _args.Database.Name,
                User = _args.Database.User,
                Password = _args.Database.Password ?? PasswordPlaceholder,
                SecretArn = credentials.SecretArn,
            },
            SchedulerImage = Image(repositories, _args.SchedulerImageTag),
            CleanupImage = Image(repositories, _args.CleanupImageTag),
            ScheduleExpression = _args.ScheduleExpression,
            LogRetentionDays = _args.LogRetentionDays,
        }, Child());

    private static Input<string>? Image(FlowBuilderRepositories repositories, string? tag) =>
        tag is null ? null : (Input<string>)Output.Format($"{repositories.SchedulerUrl}:{tag}");

    private FlowBuilderFailedTasks CollectFailedTasks(string name, ContainerCluster cluster) => new($"{name}-failed-tasks", new FlowBuilderFailedTasksArgs
    {
        Names = _args.Names,
        ClusterArn = cluster.ClusterArn,
    }, Child());

    private void Watch(string name, MessageQueue queue, FlowBuilderScheduler scheduler, FlowBuilderFailedTasks? failedTasks)
    {
        if (!_args.HasAlarms)
        {
            return;
        }

        _ = new FlowBuilderMonitoring($"{name}-monitoring", new FlowBuilderMonitoringArgs
        {
            Names = _args.Names,
            Region = _args.Region,
            HasAlarms = true,
            HasDashboard = false,
            Queue = queue,
            SchedulerName = scheduler.FunctionName,
            FailedTasksQueue = failedTasks is null ? null : (Input<string>)failedTasks.QueueName,
            AlarmEmail = _args.AlarmEmail,
            AlarmActions = _args.AlarmActions,
        }, Child());
    }

    private ComponentResourceOptions Child() => new() { Parent = this };
}
