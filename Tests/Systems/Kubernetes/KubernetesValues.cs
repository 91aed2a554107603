using System.Text.RegularExpressions;
using Infra.Preview.Model;

namespace Infra.Tests.Systems.Kubernetes;

/// <summary>
/// Values that Kubernetes takes where its schema says `string` or `integer`: enumerations, ranges and forms, from the API reference of
/// version 1.35. Only fields that this program sets are here.
/// </summary>
internal static partial class KubernetesValues
{
    private static readonly string[] Protocols = ["TCP", "UDP", "SCTP"];

    /// <summary>Legal texts by arguments' type and field; of a list, each item's.</summary>
    public static IReadOnlyDictionary<(string Args, string Field), string[]> Enumerations { get; } = new Dictionary<(string, string), string[]>
    {
        [("ContainerArgs", "imagePullPolicy")] = ["Always", "IfNotPresent", "Never"],
        [("ContainerPortArgs", "protocol")] = Protocols,
        [("CrossVersionObjectReferenceArgs", "kind")] = ["Deployment", "StatefulSet", "ReplicaSet"],
        [("DeploymentStrategyArgs", "type")] = ["Recreate", "RollingUpdate"],
        [("HPAScalingPolicyArgs", "type")] = ["Percent", "Pods"],
        [("HPAScalingRulesArgs", "selectPolicy")] = ["Disabled", "Max", "Min"],
        [("HTTPGetActionArgs", "scheme")] = ["HTTP", "HTTPS"],
        [("HTTPIngressPathArgs", "pathType")] = ["Exact", "ImplementationSpecific", "Prefix"],
        [("MetricSpecArgs", "type")] = ["ContainerResource", "External", "Object", "Pods", "Resource"],
        [("MetricTargetArgs", "type")] = ["AverageValue", "Utilization", "Value"],
        [("NetworkPolicyPortArgs", "protocol")] = Protocols,
        [("NetworkPolicySpecArgs", "policyTypes")] = ["Egress", "Ingress"],
        [("ResourceMetricSourceArgs", "name")] = ["cpu", "memory"],
        [("SeccompProfileArgs", "type")] = ["Localhost", "RuntimeDefault", "Unconfined"],
        [("SecretArgs", "type")] = ["Opaque"],
        [("ServicePortArgs", "protocol")] = Protocols,
        [("SyncedSecretArgs", "type")] = ["Opaque"],
        [("TopologySpreadConstraintArgs", "whenUnsatisfiable")] = ["DoNotSchedule", "ScheduleAnyway"],
    };

    /// <summary>Legal numbers by arguments' type and field.</summary>
    public static IReadOnlyDictionary<(string Args, string Field), (int Least, int Most)> Ranges { get; } = new Dictionary<(string, string), (int, int)>
    {
        [("ContainerPortArgs", "containerPort")] = (1, 65535),
        [("HPAScalingPolicyArgs", "periodSeconds")] = (1, 1800),
        [("HPAScalingPolicyArgs", "value")] = (1, int.MaxValue),
        [("HPAScalingRulesArgs", "stabilizationWindowSeconds")] = (0, 3600),
        [("HorizontalPodAutoscalerSpecArgs", "minReplicas")] = (1, int.MaxValue),
        [("HorizontalPodAutoscalerSpecArgs", "maxReplicas")] = (1, int.MaxValue),
        [("MetricTargetArgs", "averageUtilization")] = (1, int.MaxValue),
        [("NetworkPolicyPortArgs", "port")] = (1, 65535),
        [("ProbeArgs", "failureThreshold")] = (1, int.MaxValue),
        [("ProbeArgs", "initialDelaySeconds")] = (0, int.MaxValue),
        [("ProbeArgs", "periodSeconds")] = (1, int.MaxValue),
        [("ProbeArgs", "successThreshold")] = (1, int.MaxValue),
        [("ProbeArgs", "timeoutSeconds")] = (1, int.MaxValue),
        [("ServiceBackendPortArgs", "number")] = (1, 65535),
        [("ServicePortArgs", "port")] = (1, 65535),
        [("ServicePortArgs", "targetPort")] = (1, 65535),
        [("TopologySpreadConstraintArgs", "maxSkew")] = (1, int.MaxValue),
    };

    /// <summary>Forms of texts by arguments' type and field; of a map, each value's.</summary>
    public static IReadOnlyDictionary<(string Args, string Field), Regex> Forms { get; } = new Dictionary<(string, string), Regex>
    {
        [("ContainerArgs", "name")] = DnsLabel(),
        [("ContainerPortArgs", "name")] = PortName(),
        [("EmptyDirVolumeSourceArgs", "sizeLimit")] = Quantity(),
        [("EnvVarArgs", "name")] = VariableName(),
        [("LabelSelectorArgs", "matchLabels")] = LabelValue(),
        [("ObjectMetaArgs", "labels")] = LabelValue(),
        [("ObjectMetaArgs", "name")] = DnsLabel(),
        [("ObjectMetaArgs", "namespace")] = DnsLabel(),
        [("ResourceRequirementsArgs", "limits")] = Quantity(),
        [("ResourceRequirementsArgs", "requests")] = Quantity(),
        [("ServicePortArgs", "name")] = PortName(),
        [("VolumeArgs", "name")] = DnsLabel(),
    };

    /// <summary>What is wrong with the value of a field; empty when nothing is, or nothing is known of the field.</summary>
    public static IEnumerable<string> Faults(string args, string field, PropertyValue value, string path)
    {
        IEnumerable<string?> texts = value.AsMap?.Values.Select(entry => entry.AsText) ?? (IEnumerable<string?>?)value.AsList?.Texts ?? [value.AsText];
        if (Enumerations.TryGetValue((args, field), out var legal))
        {
            foreach (var text in texts.Where(text => !legal.Contains(text)))
            {
                yield return $"{path} is '{text}', none of {string.Join(", ", legal)}";
            }
        }

        if (Forms.TryGetValue((args, field), out var form))
        {
            foreach (var text in texts.Where(text => text is not null && !form.IsMatch(text)))
            {
                yield return $"{path} is '{text}', not of the form {form}";
            }
        }

        if (Ranges.TryGetValue((args, field), out var range) && value.AsNumber is { } number && (number < range.Least || number > range.Most))
        {
            yield return $"{path} is {number}, not from {range.Least} to {range.Most}";
        }
    }

    [GeneratedRegex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$")]
    private static partial Regex DnsLabel();

    [GeneratedRegex("^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$")]
    private static partial Regex LabelValue();

    [GeneratedRegex("^(?=.*[a-z])(?!.*--)[a-z0-9]([a-z0-9-]{0,13}[a-z0-9])?$")]
    private static partial Regex PortName();

    [GeneratedRegex("^[0-9]+(\\.[0-9]+)?(m|k|M|G|T|Ki|Mi|Gi|Ti)?$")]
    private static partial Regex Quantity();

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex VariableName();
}
