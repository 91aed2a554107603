using Infra.Preview.Diff;

namespace Infra.Preview.Diagrams;

/// <summary>A resource, or several alike, as the diagram draws it.</summary>
/// <param name="Id">Unique in the diagram; the same for the same resources from run to run.</param>
/// <param name="Kind">The family.</param>
/// <param name="Title">What it is, in the words of the field, e.g. `Application Load Balancer`.</param>
/// <param name="Name">The logical name; what several have in common when the node stands for several.</param>
/// <param name="Detail">One more fact, e.g. `Fargate` or the domain names that lead there; empty for none.</param>
/// <param name="Urns">The resources that the node stands for, ordinal; empty for what is outside of the stack.</param>
public sealed record DiagramNode(string Id, NodeKind Kind, string Title, string Name, string Detail, IReadOnlyList<string> Urns)
{
    /// <summary>What a deployment would do with it; of several different things the gravest. Always the same when nothing is compared.</summary>
    public ChangeKind Change { get; init; } = ChangeKind.Same;
}
