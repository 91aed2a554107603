using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Systems.FlowBuilder.Standard;

[TestFixtureSource(typeof(FlowBuilderStack), nameof(FlowBuilderStack.Standard))]
internal sealed class FlowBuilderScalingPromises(string stackName) : FlowBuilderPromises(stackName)
{
    private const string PolicyType = "aws:appautoscaling/policy:Policy";

    private string Worker => $"service/{Stack.Prefix}-cluster/{Stack.Prefix}-worker";

    private ResourceNode Target => Stack.OfType("aws:appautoscaling/target:Target").Single(node => node.Inputs["resourceId"].AsText == Worker);

    // Promise 32.
    [Test]
    public void Workers_scale_between_none_and_the_most_of_their_environment() => Assert.Multiple(() =>
    {
        Assert.That(Target.Inputs["minCapacity"].AsNumber, Is.Zero);
        // Without an image no task could start.
        Assert.That(Target.Inputs["maxCapacity"].AsNumber, Is.EqualTo(Stack.Has("workerImageTag") ? Stack.In(5, 10, 20) : 0));
        Assert.That(Target.Inputs["scalableDimension"].AsText, Is.EqualTo("ecs:service:DesiredCount"));
        Assert.That(Stack.Only("aws:ecs/service:Service", "-worker").Inputs["desiredCount"].AsNumber, Is.Zero);
    });

    // Promise 33.
    [Test]
    public void Five_waiting_messages_are_the_target()
    {
        var policy = Stack.Only(PolicyType, "-worker-scale-up");
        var tracking = policy.Inputs["targetTrackingScalingPolicyConfiguration"];
        var metric = tracking["customizedMetricSpecification"];
        Assert.Multiple(() =>
        {
            Assert.That(policy.Inputs["policyType"].AsText, Is.EqualTo("TargetTrackingScaling"));
            Assert.That(policy.Inputs["resourceId"].AsText, Is.EqualTo(Worker));
            Assert.That(tracking["targetValue"].AsNumber, Is.EqualTo(5));
            Assert.That((metric["namespace"].AsText, metric["metricName"].AsText, metric["statistic"].AsText), Is.EqualTo(("AWS/SQS", "ApproximateNumberOfMessagesVisible", "Average")));
            Assert.That(metric["dimensions"].AsList!.Select(dimension => (dimension["name"].AsText, dimension["value"].AsText)), Is.EqualTo(new[] { ("QueueName", $"{Stack.Prefix}-queue") }));
            Assert.That((tracking["scaleOutCooldown"].AsNumber, tracking["scaleInCooldown"].AsNumber), Is.EqualTo((60.0, 300.0)));
        });
    }

    // Promise 34.
    [Test]
    public void A_single_message_wakes_the_first_worker()
    {
        var policy = Stack.Only(PolicyType, "-worker-wake");
        var step = policy.Inputs["stepScalingPolicyConfiguration"];
        var alarm = Stack.Only("aws:cloudwatch/metricAlarm:MetricAlarm", "-worker-wake");
        var queries = alarm.Inputs["metricQueries"].AsList!.ToDictionary(query => query["id"].AsText!);
        Assert.Multiple(() =>
        {
            Assert.That(policy.Inputs["policyType"].AsText, Is.EqualTo("StepScaling"));
            Assert.That(policy.Inputs["resourceId"].AsText, Is.EqualTo(Worker));
            Assert.That(step["adjustmentType"].AsText, Is.EqualTo("ChangeInCapacity"));
            Assert.That(step["stepAdjustments"].AsList!.Select(entry => (entry["scalingAdjustment"].AsNumber, entry["metricIntervalLowerBound"].AsText)), Is.EqualTo(new (double?, string?)[] { (1, "0") }));
            Assert.That(Texts(alarm.Inputs["alarmActions"]), Is.EqualTo(new[] { Arn(policy) }));
            Assert.That((alarm.Inputs["comparisonOperator"].AsText, alarm.Inputs["threshold"].AsNumber), Is.EqualTo(("GreaterThanOrEqualToThreshold", 1.0)));
            Assert.That(alarm.Inputs["evaluationPeriods"].AsNumber, Is.EqualTo(1));
            Assert.That(alarm.Inputs["treatMissingData"].AsText, Is.EqualTo("notBreaching"));
            Assert.That(queries.Values.Where(query => query["returnData"].AsBool == true).Select(query => query["expression"].AsText), Is.EqualTo(new[] { "IF(visible > 0 AND FILL(running, 0) < 1, 1, 0)" }));
            Assert.That(queries["visible"]["metric"]["metricName"].AsText, Is.EqualTo("ApproximateNumberOfMessagesVisible"));
            Assert.That(queries["visible"]["metric"]["dimensions"]["QueueName"].AsText, Is.EqualTo($"{Stack.Prefix}-queue"));
            Assert.That(queries["running"]["metric"]["metricName"].AsText, Is.EqualTo("RunningTaskCount"));
            Assert.That(queries["running"]["metric"]["dimensions"]["ServiceName"].AsText, Is.EqualTo($"{Stack.Prefix}-worker"));
            Assert.That(queries["running"]["metric"]["dimensions"]["ClusterName"].AsText, Is.EqualTo($"{Stack.Prefix}-cluster"));
            // The running tasks are counted by Container Insights alone.
            Assert.That(Stack.Only("aws:ecs/cluster:Cluster").Inputs["settings"][0]["value"].AsText, Is.EqualTo("enabled"));
        });
    }

    [Test]
    public void The_API_keeps_processor_and_memory_near_seventy_percent() => Assert.That(
        Stack.OfType(PolicyType)
            .Where(policy => policy.Inputs["resourceId"].AsText == $"service/{Stack.Prefix}-cluster/{Stack.Prefix}-api")
            .Select(policy => policy.Inputs["targetTrackingScalingPolicyConfiguration"])
            .Select(tracking => (tracking["predefinedMetricSpecification"]["predefinedMetricType"].AsText, tracking["targetValue"].AsNumber)),
        Is.EquivalentTo(new (string?, double?)[] { ("ECSServiceAverageCPUUtilization", 70), ("ECSServiceAverageMemoryUtilization", 70) }));
}
