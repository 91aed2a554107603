using Pulumi;

namespace Infra.Components.Hypernym;

/// <summary>One of the ways to run Hypernym's containers, with its own settings. A stack has exactly one.</summary>
public abstract class HypernymCompute
{
    private protected HypernymCompute()
    {
    }

    /// <summary>Which way it is: the network's endpoints, tags and names follow from it.</summary>
    public abstract HypernymVariant Variant { get; }

    /// <summary>The cluster's name in AWS.</summary>
    public required string ClusterName { get; init; }

    /// <summary>Creates everything of this way, on what both ways share.</summary>
    internal abstract HypernymRuntime Create(string name, HypernymFoundation foundation, Resource parent);
}

/// <summary>What a way of running Hypernym gives to whoever deploys it.</summary>
internal sealed class HypernymRuntime
{
    /// <summary>The cluster's ARN.</summary>
    public required Output<string> ClusterArn { get; init; }

    /// <summary>The address of the internal load balancer, with its scheme.</summary>
    public required Output<string> LoadBalancerUrl { get; init; }

    /// <summary>The log group's name.</summary>
    public required Output<string> LogGroupName { get; init; }

    /// <summary>All outputs by name in camelCase, in the order they are worth reading.</summary>
    public required OrderedDictionary<string, object?> Outputs { get; init; }
}
