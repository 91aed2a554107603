using Apps = Pulumi.Kubernetes.Apps.V1;
using Autoscaling = Pulumi.Kubernetes.Types.Inputs.Autoscaling.V2;

namespace Infra.Components.Hypernym.Eks;

/// <summary>How many pods Hypernym has: by processor and memory, up fast and down slowly.</summary>
internal static class HypernymAutoscaler
{
    private const int DownPeriodSeconds = 60;

    public static Autoscaling.HorizontalPodAutoscalerSpecArgs Specify(PodScaling scaling, Apps.Deployment deployment) => new()
    {
        ScaleTargetRef = new Autoscaling.CrossVersionObjectReferenceArgs
        {
            ApiVersion = "apps/v1",
            Kind = "Deployment",
            Name = deployment.Metadata.Apply(metadata => metadata.Name),
        },
        MinReplicas = scaling.MinReplicas,
        MaxReplicas = scaling.MaxReplicas,
        Metrics = (Autoscaling.MetricSpecArgs[])[Utilization("cpu", scaling.CpuPercent), Utilization("memory", scaling.MemoryPercent)],
        Behavior = new Autoscaling.HorizontalPodAutoscalerBehaviorArgs
        {
            // Doubled, or two more where that is more: two pods become four, then eight.
            ScaleUp = new Autoscaling.HPAScalingRulesArgs
            {
                StabilizationWindowSeconds = scaling.ScaleOutSeconds,
                SelectPolicy = "Max",
                Policies = (Autoscaling.HPAScalingPolicyArgs[])[Step("Percent", 100, scaling.ScaleOutSeconds), Step("Pods", 2, scaling.ScaleOutSeconds)],
            },
            ScaleDown = new Autoscaling.HPAScalingRulesArgs
            {
                StabilizationWindowSeconds = scaling.ScaleInSeconds,
                SelectPolicy = "Max",
                Policies = Step("Percent", 50, DownPeriodSeconds),
            },
        },
    };

    private static Autoscaling.MetricSpecArgs Utilization(string resource, int percent) => new()
    {
        Type = "Resource",
        Resource = new Autoscaling.ResourceMetricSourceArgs
        {
            Name = resource,
            Target = new Autoscaling.MetricTargetArgs { Type = "Utilization", AverageUtilization = percent },
        },
    };

    // A period has a second at least, and half an hour at most.
    private static Autoscaling.HPAScalingPolicyArgs Step(string type, int value, int periodSeconds) =>
        new() { Type = type, Value = value, PeriodSeconds = Math.Clamp(periodSeconds, 1, 1800) };
}
