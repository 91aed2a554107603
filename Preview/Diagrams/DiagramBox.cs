namespace Infra.Preview.Diagrams;

/// <summary>A boundary: a system, region, VPC, subnet tier or cluster.</summary>
/// <param name="Id">Unique in the diagram; the same for the same boundary from run to run.</param>
/// <param name="Kind">What the boundary is.</param>
/// <param name="Title">Its name, e.g. `VPC hyperp-network`.</param>
/// <param name="Detail">One more fact, e.g. address ranges; empty for none.</param>
/// <param name="Boxes">The boxes inside, in drawing order.</param>
/// <param name="Nodes">The nodes directly inside, in drawing order.</param>
public sealed record DiagramBox(
    string Id, BoxKind Kind, string Title, string Detail, IReadOnlyList<DiagramBox> Boxes, IReadOnlyList<DiagramNode> Nodes)
{
    /// <summary>The nodes of this box and of every box inside it.</summary>
    public IEnumerable<DiagramNode> AllNodes => Nodes.Concat(Boxes.SelectMany(box => box.AllNodes));
}
