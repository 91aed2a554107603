using Pulumi;

namespace Infra.Components.Observability;

/// <summary>The metrics that AWS services publish, with the names and dimensions they have there.</summary>
public static class Metrics
{
    private const string Ecs = "AWS/ECS";
    private const string Sqs = "AWS/SQS";
    private const string Rds = "AWS/RDS";
    private const string Lambda = "AWS/Lambda";
    private const string LoadBalancing = "AWS/ApplicationELB";

    /// <summary>The processor load of an ECS service in percent of what its tasks get; no data while none runs.</summary>
    public static Metric ServiceCpu(Input<string> clusterName, Input<string> serviceName) =>
        OfService("CPUUtilization", clusterName, serviceName);

    /// <summary>The memory an ECS service uses in percent of what its tasks get; no data while none runs.</summary>
    public static Metric ServiceMemory(Input<string> clusterName, Input<string> serviceName) =>
        OfService("MemoryUtilization", clusterName, serviceName);

    /// <summary>How many messages of a queue wait for a receiver.</summary>
    public static Metric QueueDepth(Input<string> queueName) => OfQueue("ApproximateNumberOfMessagesVisible", queueName);

    /// <summary>Seconds since the oldest message of a queue was sent, the longest of the period.</summary>
    public static Metric QueueAge(Input<string> queueName) =>
        OfQueue("ApproximateAgeOfOldestMessage", queueName) with { Statistic = MetricStatistic.Maximum };

    /// <summary>The processor load of an RDS instance in percent.</summary>
    public static Metric DatabaseCpu(Input<string> instanceId) => OfDatabase("CPUUtilization", instanceId);

    /// <summary>The free storage of an RDS instance in bytes, the least of the period.</summary>
    public static Metric DatabaseFreeStorage(Input<string> instanceId) =>
        OfDatabase("FreeStorageSpace", instanceId) with { Statistic = MetricStatistic.Minimum };

    /// <summary>The connections of an RDS instance.</summary>
    public static Metric DatabaseConnections(Input<string> instanceId) => OfDatabase("DatabaseConnections", instanceId);

    /// <summary>How many invocations of a function failed.</summary>
    public static Metric FunctionErrors(Input<string> functionName) => OfFunction("Errors", functionName);

    /// <summary>How many invocations of a function were refused for want of concurrency.</summary>
    public static Metric FunctionThrottles(Input<string> functionName) => OfFunction("Throttles", functionName);

    /// <summary>Milliseconds that an invocation of a function takes; 95 of a hundred take no longer.</summary>
    public static Metric FunctionDuration(Input<string> functionName) =>
        OfFunction("Duration", functionName) with { Statistic = MetricStatistic.Percentile95 };

    /// <summary>How many requests an Application Load Balancer answered itself with 5xx, for want of a target that answers; no data without any.</summary>
    /// <param name="loadBalancerSuffix">The load balancer's `arnSuffix`: `app/name/id`.</param>
    public static Metric LoadBalancer5xx(Input<string> loadBalancerSuffix) => new()
    {
        Namespace = LoadBalancing,
        Name = "HTTPCode_ELB_5XX_Count",
        Dimensions = new() { { "LoadBalancer", loadBalancerSuffix } },
        Statistic = MetricStatistic.Sum,
    };

    /// <summary>How many requests the targets behind an Application Load Balancer answered with 5xx; no data without any.</summary>
    /// <param name="loadBalancerSuffix">The load balancer's `arnSuffix`: `app/name/id`.</param>
    public static Metric Target5xx(Input<string> loadBalancerSuffix) => new()
    {
        Namespace = LoadBalancing,
        Name = "HTTPCode_Target_5XX_Count",
        Dimensions = new() { { "LoadBalancer", loadBalancerSuffix } },
        Statistic = MetricStatistic.Sum,
    };

    /// <summary>How many targets of a group fail their health checks, the most of the period.</summary>
    /// <param name="loadBalancerSuffix">The load balancer's `arnSuffix`: `app/name/id`.</param>
    /// <param name="targetGroupSuffix">The target group's `arnSuffix`: `targetgroup/name/id`.</param>
    public static Metric UnhealthyTargets(Input<string> loadBalancerSuffix, Input<string> targetGroupSuffix) => new()
    {
        Namespace = LoadBalancing,
        Name = "UnHealthyHostCount",
        Dimensions = new() { { "LoadBalancer", loadBalancerSuffix }, { "TargetGroup", targetGroupSuffix } },
        Statistic = MetricStatistic.Maximum,
    };

    // ECS publishes by cluster and service together; by service alone there is no such metric.
    private static Metric OfService(string name, Input<string> clusterName, Input<string> serviceName) => new()
    {
        Namespace = Ecs,
        Name = name,
        Dimensions = new() { { "ClusterName", clusterName }, { "ServiceName", serviceName } },
    };

    private static Metric OfQueue(string name, Input<string> queueName) => new()
    {
        Namespace = Sqs,
        Name = name,
        Dimensions = new() { { "QueueName", queueName } },
    };

    private static Metric OfDatabase(string name, Input<string> instanceId) => new()
    {
        Namespace = Rds,
        Name = name,
        Dimensions = new() { { "DBInstanceIdentifier", instanceId } },
    };

    private static Metric OfFunction(string name, Input<string> functionName) => new()
    {
        Namespace = Lambda,
        Name = name,
        Dimensions = new() { { "FunctionName", functionName } },
        Statistic = MetricStatistic.Sum,
    };
}
