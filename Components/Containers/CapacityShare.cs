namespace Infra.Components.Containers;

/// <summary>A kind of Fargate capacity.</summary>
public enum FargateCapacity
{
    /// <summary>Runs until it is stopped.</summary>
    OnDemand,

    /// <summary>Up to 70 % cheaper; AWS may take it back with two minutes' notice, and does not fall back to the other kind.</summary>
    Spot,
}

/// <summary>How much of a workload runs on a kind of capacity.</summary>
/// <param name="Capacity">The kind.</param>
/// <param name="Weight">Its share of the tasks beyond all bases, relative to the other weights.</param>
/// <param name="Base">How many tasks run on it before weights count; one kind at most may have a base. Default: 0.</param>
public sealed record CapacityShare(FargateCapacity Capacity, int Weight, int Base = 0)
{
    /// <summary>The name of the capacity provider in AWS.</summary>
    public string ProviderName => Capacity == FargateCapacity.Spot ? "FARGATE_SPOT" : "FARGATE";
}
