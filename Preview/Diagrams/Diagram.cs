namespace Infra.Preview.Diagrams;

/// <summary>A drawing of a stack or of one of its systems: what there is, where it is and what goes where. Equal graphs give equal diagrams.</summary>
public sealed class Diagram
{
    /// <summary>The heading.</summary>
    public required string Title { get; init; }

    /// <summary>What the picture shows in one sentence, for those who cannot see it.</summary>
    public required string Description { get; init; }

    /// <summary>The outermost boxes, in drawing order.</summary>
    public required IReadOnlyList<DiagramBox> Boxes { get; init; }

    /// <summary>The nodes outside of every box, such as the internet, in drawing order.</summary>
    public required IReadOnlyList<DiagramNode> Outside { get; init; }

    /// <summary>The arrows, by source, then target.</summary>
    public required IReadOnlyList<DiagramEdge> Edges { get; init; }

    /// <summary>Whether two versions are compared: nodes then say what changes.</summary>
    public bool IsCompared { get; init; }

    /// <summary>Every node.</summary>
    public IEnumerable<DiagramNode> AllNodes => Outside.Concat(Boxes.SelectMany(box => box.AllNodes));
}
