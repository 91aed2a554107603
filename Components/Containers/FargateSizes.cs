using System.Globalization;

namespace Infra.Components.Containers;

/// <summary>The pairs of processor and memory that Fargate offers to Linux tasks (platform version 1.4.0).</summary>
public static class FargateSizes
{
    private const int Gigabyte = 1024;

    private static readonly Dictionary<int, IReadOnlyList<int>> Table = new()
    {
        [256] = [512, 1024, 2048],
        [512] = Steps(1, 4, 1),
        [1024] = Steps(2, 8, 1),
        [2048] = Steps(4, 16, 1),
        [4096] = Steps(8, 30, 1),
        [8192] = Steps(16, 60, 4),
        [16384] = Steps(32, 120, 8),
    };

    /// <summary>The processor shares on offer, in CPU units (1024 are a vCPU), ascending.</summary>
    public static IReadOnlyList<int> CpuUnits { get; } = [.. Table.Keys.Order()];

    /// <summary>The memory on offer beside a processor share, in MiB, ascending; empty for a share that is not on offer.</summary>
    public static IReadOnlyList<int> MemoryFor(int cpuUnits) => Table.GetValueOrDefault(cpuUnits, []);

    /// <summary>Whether the pair is on offer.</summary>
    public static bool Offers(int cpuUnits, int memoryMiB) => MemoryFor(cpuUnits).Contains(memoryMiB);

    /// <summary>The least memory on offer beside a share that is no less than asked for; the most when none is. In MiB.</summary>
    public static int NearestMemory(int cpuUnits, int memoryMiB)
    {
        var memory = MemoryFor(cpuUnits);
        return memory.Where(offered => offered >= memoryMiB).DefaultIfEmpty(memory[^1]).First();
    }

    /// <summary>
    /// The memory on offer beside a share in words, for messages: `512, 1024 or 2048`, `from 1024 to 4096 in steps of 1024`.
    /// </summary>
    public static string MemoryInWords(int cpuUnits)
    {
        var memory = MemoryFor(cpuUnits);
        return memory.Count switch
        {
            0 => "nothing",
            <= 3 => $"{string.Join(", ", memory.SkipLast(1))} or {memory[^1]}",
            _ => string.Create(CultureInfo.InvariantCulture, $"from {memory[0]} to {memory[^1]} in steps of {memory[1] - memory[0]}"),
        };
    }

    private static int[] Steps(int least, int most, int step) =>
        [.. Enumerable.Range(0, ((most - least) / step) + 1).Select(index => (least + (index * step)) * Gigabyte)];
}

/// <summary>What a Fargate task gets. A pair that is not on offer throws <see cref="ArgumentException"/>.</summary>
public sealed record FargateSize
{
    /// <summary>Takes a pair.</summary>
    /// <param name="cpuUnits">CPU units, 1024 are a vCPU.</param>
    /// <param name="memoryMiB">Memory in MiB.</param>
    public FargateSize(int cpuUnits, int memoryMiB)
    {
        if (!FargateSizes.Offers(cpuUnits, memoryMiB))
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"The task's size is {cpuUnits} CPU units and {memoryMiB} MiB. Fargate offers "
                + $"{string.Join(", ", FargateSizes.CpuUnits)} CPU units; "
                + $"beside {cpuUnits} it offers {FargateSizes.MemoryInWords(cpuUnits)} MiB. Choose a pair of these."));
        }

        CpuUnits = cpuUnits;
        MemoryMiB = memoryMiB;
    }

    /// <summary>CPU units, 1024 are a vCPU.</summary>
    public int CpuUnits { get; }

    /// <summary>Memory in MiB.</summary>
    public int MemoryMiB { get; }
}
