using Infra.Components.Naming;

namespace Infra.Components.FlowBuilder;

/// <summary>The documented names of a Flow Builder system, which all begin alike.</summary>
/// <param name="Prefix">How they begin: 3 to 22 lower-case letters, digits and hyphens.</param>
public sealed record FlowBuilderNames(string Prefix)
{
    /// <summary>The name of the container that answers requests.</summary>
    public const string ApiContainer = "api";

    /// <summary>The name of the container that runs workflows.</summary>
    public const string WorkerContainer = "worker";

    /// <summary>The id of the rule's target.</summary>
    public const string SchedulerTarget = "SchedulerLambdaTarget";

    /// <summary>The cluster.</summary>
    public string Cluster => $"{Prefix}-cluster";

    /// <summary>The API's service, task family and repository.</summary>
    public string Api => $"{Prefix}-api";

    /// <summary>The worker's service, task family and repository.</summary>
    public string Worker => $"{Prefix}-worker";

    /// <summary>The scheduler's function, rule and repository.</summary>
    public string Scheduler => $"{Prefix}-scheduler";

    /// <summary>The function that removes what expired, and its rule.</summary>
    public string Cleanup => $"{Prefix}-cleanup";

    /// <summary>The queue of workflows to run.</summary>
    public string Queue => $"{Prefix}-queue";

    /// <summary>Where messages go that nobody manages to handle.</summary>
    public string DeadLetterQueue => $"{Prefix}-queue-dlq";

    /// <summary>The rule and queue of tasks that stopped before their workflow was done.</summary>
    public string FailedTasks => $"{Prefix}-failed-tasks";

    /// <summary>The pipe from the queue to the worker's tasks.</summary>
    public string WorkerPipe => $"{Prefix}-worker-pipe";

    /// <summary>The database instance.</summary>
    public string Database => $"{Prefix}-db";

    /// <summary>The load balancer.</summary>
    public string LoadBalancer => $"{Prefix}-alb";

    /// <summary>The `Name` tag of the API's target group.</summary>
    public string TargetGroup => $"{Prefix}-api-tg";

    /// <summary>The policy that follows the queue's depth.</summary>
    public string WorkerScaleUp => $"{Prefix}-worker-scale-up";

    /// <summary>The policy and alarm that start the first worker.</summary>
    public string WorkerWake => $"{Prefix}-worker-wake";

    /// <summary>The dashboard.</summary>
    public string Dashboard => $"{Prefix}-dashboard";

    /// <summary>The topic of alarms.</summary>
    public string AlarmTopic => $"{Prefix}-alerts";

    /// <summary>The secret of the database's credentials.</summary>
    public string DatabaseSecret => $"{Prefix}/database-credentials";

    /// <summary>The secret of Clerk's key.</summary>
    public string ClerkSecret => $"{Prefix}/clerk";

    /// <summary>The secret of what encrypts users' credentials in the database.</summary>
    public string EncryptionSecret => $"{Prefix}/secret-encryption";

    /// <summary>An alarm by what it watches, e.g. `high-cpu`.</summary>
    public string Alarm(string about) => $"{Prefix}-{about}";

    /// <summary>A role by whose it is, e.g. `api-task`.</summary>
    public string Role(string of) => PhysicalName.Fit($"{Prefix}-{of}-role", PhysicalNameKind.Role);

    /// <summary>A security group by who wears it, e.g. `worker`.</summary>
    public string SecurityGroup(string of) => $"{Prefix}-{of}-sg";

    /// <summary>The log group of an ECS workload by its name, e.g. <see cref="Worker"/>.</summary>
    public static string EcsLogGroup(string workload) => $"/aws/ecs/{workload}";

    /// <summary>The log group of a function by its name.</summary>
    public static string FunctionLogGroup(string function) => $"/aws/lambda/{function}";

    /// <summary>The `Name` tag of a part of the network, e.g. `private`.</summary>
    public string Network(string part) => $"{Prefix}-{part}";
}
