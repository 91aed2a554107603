using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Cost.Rules;

/// <summary>The size of a Fargate task and the capacity it runs on.</summary>
/// <param name="Vcpu">Virtual processors.</param>
/// <param name="MemoryGb">Gigabytes of memory.</param>
/// <param name="ExtraDiskGb">Gigabytes of ephemeral storage beyond the 20 that are included.</param>
/// <param name="Architecture">`x86` or `arm`, as in price keys.</param>
internal sealed record FargateTask(decimal Vcpu, decimal MemoryGb, decimal ExtraDiskGb, string Architecture)
{
    private const decimal IncludedDiskGb = 20;

    /// <summary>The task of a task definition; null when there is none or its size is unknown.</summary>
    public static FargateTask? Of(ResourceNode? definition) =>
        definition?.At("cpu").Size() is { } cpu && definition.At("memory").Size() is { } memory
            ? new FargateTask(
                cpu,
                memory,
                Math.Max(0, (definition.At("ephemeralStorage.sizeInGib").Decimal() ?? IncludedDiskGb) - IncludedDiskGb),
                definition.At("runtimePlatform.cpuArchitecture").AsText == "ARM64" ? "arm" : "x86")
            : null;

    /// <summary>Adds what the tasks cost for the time: processors, memory and disk, those on Spot as a range.</summary>
    /// <param name="costing">The bill.</param>
    /// <param name="tasks">How many tasks, or how often one runs.</param>
    /// <param name="hours">How long each.</param>
    /// <param name="spotShare">The share that runs on Spot capacity, from 0 to 1.</param>
    public void Bill(Costing costing, Factor tasks, Factor hours, decimal spotShare)
    {
        var onDemand = tasks with { Value = tasks.Value * (1 - spotShare), Label = spotShare > 0 ? $"{tasks.Label} on demand" : tasks.Label };
        var spot = tasks with { Value = tasks.Value * spotShare, Label = $"{tasks.Label} on Spot" };
        if (spotShare < 1)
        {
            costing.Line("Fargate vCPU", $"Fargate/vcpu-{Architecture}", [onDemand, new Factor(Vcpu, "vCPU"), hours]);
            costing.Line("Fargate memory", $"Fargate/gb-{Architecture}", [onDemand, new Factor(MemoryGb, "GB"), hours]);
        }

        if (spotShare > 0)
        {
            costing.SpotLine("Fargate Spot vCPU", $"Fargate/spot-vcpu-{Architecture}", $"Fargate/vcpu-{Architecture}", [spot, new Factor(Vcpu, "vCPU"), hours]);
            costing.SpotLine("Fargate Spot memory", $"Fargate/spot-gb-{Architecture}", $"Fargate/gb-{Architecture}", [spot, new Factor(MemoryGb, "GB"), hours]);
        }

        if (ExtraDiskGb > 0)
        {
            costing.Line("Fargate disk beyond 20 GB", "Fargate/ephemeral-gb-over20", [tasks, new Factor(ExtraDiskGb, "GB"), hours]);
        }
    }
}
