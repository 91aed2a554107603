using System.Collections.Immutable;
using System.Globalization;
using Infra.Components.Containers;
using Infra.Components.Identity;
using Infra.Components.Network;
using Infra.Components.Observability;
using Infra.Components.Secrets;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.FlowBuilder.Ultra;

/// <summary>The task that runs one workflow and ends: its definition, its roles, its log group and its security group.</summary>
public sealed class FlowBuilderTask : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:flowBuilder:Task";

    // The longest that Fargate waits before it kills a container, and what Spot leaves to a task that it takes away.
    private const int StopTimeoutSeconds = 120;

    /// <summary>Makes what a task needs, then its definition.</summary>
    public FlowBuilderTask(string name, FlowBuilderTaskArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var logs = LogGroups.Create($"{name}-logs", FlowBuilderNames.EcsLogGroup(args.Names.Worker), args.LogRetentionDays, this);
        var execution = CreateExecutionRole(name, args);
        var task = CreateTaskRole(name, args);
        var firewall = CreateFirewall(name, args);
        var definition = Define(name, args, logs, execution, task);
        DefinitionArn = definition.Arn;
        RoleArns = Output.All(execution.Arn, task.Arn);
        SecurityGroupId = firewall.SecurityGroupId;
        Ready = [.. execution.Policies, .. task.Policies, .. firewall.Rules, args.Credentials.Version, args.Encryption.Secret.Version];
        RegisterOutputs();
    }

    /// <summary>The ARN of the definition's revision.</summary>
    [Output("definitionArn")]
    public Output<string> DefinitionArn { get; private set; }

    /// <summary>The ARNs of the execution role and the task role.</summary>
    [Output("roleArns")]
    public Output<ImmutableArray<string>> RoleArns { get; private set; }

    /// <summary>The id of the group that tasks wear.</summary>
    [Output("securityGroupId")]
    public Output<string> SecurityGroupId { get; private set; }

    /// <summary>What a starting task needs though no input names it.</summary>
    public IReadOnlyList<Resource> Ready { get; }

    private ServiceRole CreateExecutionRole(string name, FlowBuilderTaskArgs args) => new($"{name}-execution", new ServiceRoleArgs
    {
        PhysicalName = args.Names.Role("worker-execution"),
        Description = "Flow Builder: ECS pulls the worker's image, reads its secrets and writes its logs",
        Trust = TrustPolicy.EcsTasks(args.ClusterArn),
        ManagedPolicyArns = [ManagedPolicies.EcsTaskExecution],
        InlinePolicies = new Dictionary<string, PolicyDocument>
        {
            ["secrets"] = FlowBuilderStatements.ReadSecrets(new InputList<string> { args.Credentials.SecretArn, args.Encryption.SecretArn }),
        },
    }, Child());

    // The pipe takes messages from the queue and deletes them: the task needs nothing of SQS.
    private ServiceRole CreateTaskRole(string name, FlowBuilderTaskArgs args) => new($"{name}-task", new ServiceRoleArgs
    {
        PhysicalName = args.Names.Role("worker-task"),
        Description = "Flow Builder: what workflows may do",
        Trust = TrustPolicy.EcsTasks(args.ClusterArn),
        InlinePolicies = args.UsesDatabaseSecrets
            ? new Dictionary<string, PolicyDocument>()
            : new Dictionary<string, PolicyDocument> { ["user-secrets"] = ReadUserSecrets(args.ClusterArn) },
    }, Child());

    // The application names these secrets as its users choose.
    private static PolicyDocument ReadUserSecrets(Output<string> clusterArn) => FlowBuilderStatements.ReadSecrets(
        clusterArn.Apply(arn => (Arn.Parse(arn) with { Service = "secretsmanager", Resource = "secret:*" }).ToString()));

    private Firewall CreateFirewall(string name, FlowBuilderTaskArgs args) => new($"{name}-firewall", new FirewallArgs
    {
        VpcId = args.VpcId,
        PhysicalName = args.Names.SecurityGroup("worker"),
        Description = "Flow Builder workers",
        // Workflows call what their users name.
        Rules = [FirewallRule.EgressToAnywhere("all", "Database, AWS and whatever workflows call")],
    }, Child());

    private Aws.Ecs.TaskDefinition Define(string name, FlowBuilderTaskArgs args, Aws.CloudWatch.LogGroup logs, ServiceRole execution, ServiceRole task) =>
        new FargateTask
        {
            Family = args.Names.Worker,
            Size = args.Size,
            ExecutionRoleArn = execution.Arn,
            TaskRoleArn = task.Arn,
            Containers =
            [
                new ContainerDefinition
                {
                    Name = FlowBuilderNames.WorkerContainer,
                    Image = args.Image,
                    Log = new ContainerLog(logs.Name, args.Region),
                    Environment = Environment(args),
                    Secrets = Secrets(args),
                    StopTimeoutSeconds = StopTimeoutSeconds,
                },
            ],
        }.Register($"{name}-definition", this);

    private static InputMap<string> Environment(FlowBuilderTaskArgs args) => new()
    {
        { "AWS_REGION", args.Region },
        { "DB_HOST", args.DatabaseHost },
        { "DB_NAME", args.DatabaseName },
        { "DB_PORT", args.DatabasePort.ToString(CultureInfo.InvariantCulture) },
        { "DB_SSL_MODE", "require" },
        { "DB_USER", args.DatabaseUser },
        { "EVENTBRIDGE_PIPES_MODE", "true" },
        { "EXIT_AFTER_COMPLETION", "true" },
        { "POLLING_MODE", "false" },
        { "USE_DB_SECRETS", args.UsesDatabaseSecrets ? "true" : "false" },
        { "WORKFLOW_QUEUE_URL", args.QueueUrl },
    };

    private static InputMap<string> Secrets(FlowBuilderTaskArgs args)
    {
        var secrets = args.Encryption.Variables();
        secrets.Add("DB_PASSWORD", args.Credentials.TaskReference("password"));
        return secrets;
    }

    private ComponentResourceOptions Child() => new() { Parent = this };
}

/// <summary>What a <see cref="FlowBuilderTask"/> is made of.</summary>
public sealed class FlowBuilderTaskArgs : ResourceArgs
{
    /// <summary>The system's names.</summary>
    public required FlowBuilderNames Names { get; init; }

    /// <summary>The region.</summary>
    public required string Region { get; init; }

    /// <summary>The ARN of the cluster that runs the task.</summary>
    public required Output<string> ClusterArn { get; init; }

    /// <summary>The VPC that tasks run in.</summary>
    public required string VpcId { get; init; }

    /// <summary>The image with its tag.</summary>
    public required Input<string> Image { get; init; }

    /// <summary>What a task gets.</summary>
    public required FargateSize Size { get; init; }

    /// <summary>The queue's URL.</summary>
    public required Input<string> QueueUrl { get; init; }

    /// <summary>The host name of the external database.</summary>
    public required string DatabaseHost { get; init; }

    /// <summary>Its port.</summary>
    public required int DatabasePort { get; init; }

    /// <summary>The database's name.</summary>
    public required string DatabaseName { get; init; }

    /// <summary>The database's user.</summary>
    public required string DatabaseUser { get; init; }

    /// <summary>The secret of the database's credentials, with the key `password`.</summary>
    public required StoredSecret Credentials { get; init; }

    /// <summary>The secret of what encrypts users' credentials.</summary>
    public required FlowBuilderEncryption Encryption { get; init; }

    /// <summary>Whether users' credentials are kept in the database.</summary>
    public required bool UsesDatabaseSecrets { get; init; }

    /// <summary>Days that logs are kept.</summary>
    public required int LogRetentionDays { get; init; }
}
