namespace Infra.Components.Containers;

/// <summary>The pairs of processor and memory that App Runner offers (App Runner API, InstanceConfiguration).</summary>
public static class AppRunnerSizes
{
    private static readonly Dictionary<int, IReadOnlyList<int>> Table = new()
    {
        [256] = [512, 1024],
        [512] = [1024],
        [1024] = [2048, 3072, 4096],
        [2048] = [4096, 6144],
        [4096] = [8192, 10240, 12288],
    };

    /// <summary>The processor shares on offer, in CPU units (1024 are a vCPU), ascending.</summary>
    public static IReadOnlyList<int> CpuUnits { get; } = [.. Table.Keys.Order()];

    /// <summary>The memory on offer beside a processor share, in MiB, ascending; empty for a share that is not on offer.</summary>
    public static IReadOnlyList<int> MemoryFor(int cpuUnits) => Table.GetValueOrDefault(cpuUnits, []);
}
