using Infra.Preview.Diff;

namespace Infra.Preview.Diagrams;

/// <summary>What to draw.</summary>
public sealed record DiagramOptions
{
    /// <summary>The system to draw, by the name of its component or of its setting, e.g. `see-plus-plus` or `seePlusPlus`. Default: the whole stack.</summary>
    public string? System { get; init; }

    /// <summary>The difference to another version, to mark what changes and to draw what goes; its new version must be the graph that is drawn. Default: none.</summary>
    public GraphDifference? Difference { get; init; }
}
