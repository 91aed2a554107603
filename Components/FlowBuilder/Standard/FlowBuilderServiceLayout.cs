using Infra.Components.Containers;

namespace Infra.Components.FlowBuilder.Standard;

/// <summary>How large a service is.</summary>
/// <param name="TaskSize">What a task gets.</param>
/// <param name="MinimumCount">The fewest tasks.</param>
/// <param name="MaximumCount">The most tasks.</param>
/// <param name="ImageTag">The tag of its image; null while there is none.</param>
public sealed record FlowBuilderServiceLayout(FargateSize TaskSize, int MinimumCount, int MaximumCount, string? ImageTag);
