namespace Infra.Preview.Diagrams;

/// <summary>An arrow. There is at most one from one node to another.</summary>
/// <param name="From">Id of the node it starts at.</param>
/// <param name="To">Id of the node it ends at.</param>
/// <param name="Kind">What it means.</param>
/// <param name="Label">What goes along it: ports, verbs, `secret`; empty for none.</param>
public sealed record DiagramEdge(string From, string To, EdgeKind Kind, string Label);
