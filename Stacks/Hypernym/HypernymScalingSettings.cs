using Infra.Stacks.Settings;
using Infra.Stacks.Settings.Constraints;

namespace Infra.Stacks.Hypernym;

/// <summary>Hypernym's settings of scaling, of tasks as well as of pods.</summary>
public abstract record HypernymScalingSettings : HypernymEcsSettings
{
    /// <summary>The fewest tasks or pods.</summary>
    [Setting("The fewest tasks or pods.")]
    [Between(1, 100)]
    public int MinCapacity { get; init; } = 2;

    /// <summary>The most tasks or pods.</summary>
    [Setting("The most tasks or pods.")]
    [Between(1, 100)]
    public int MaxCapacity { get; init; } = 10;

    /// <summary>The processor load that scaling aims at.</summary>
    [Setting("The average processor load, in percent, that scaling aims at.")]
    [Between(1, 100)]
    public int CpuTargetPercent { get; init; } = 70;

    /// <summary>The memory use that scaling aims at.</summary>
    [Setting("The average memory use, in percent, that scaling aims at.")]
    [Between(1, 100)]
    public int MemoryTargetPercent { get; init; } = 80;

    /// <summary>How soon more are added.</summary>
    [Setting("Seconds between two steps up.")]
    [Between(0, 3600)]
    public int ScaleOutSeconds { get; init; } = 30;

    /// <summary>How soon some are taken away.</summary>
    [Setting("Seconds between two steps down.")]
    [Between(0, 3600)]
    public int ScaleInSeconds { get; init; } = 300;
}
