using Infra.Preview.Model;

namespace Infra.Preview.Diff;

/// <summary>One resource in both versions, and what a deployment of the new one would do with it. A forecast: no state is read.</summary>
public sealed class ResourceChange
{
    /// <summary>What would be done.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>The resource in the old version; null when it is new.</summary>
    public ResourceNode? Before { get; init; }

    /// <summary>The resource in the new version; null when it is gone.</summary>
    public ResourceNode? After { get; init; }

    /// <summary>The resource in the new version, or the old one when it is gone.</summary>
    public ResourceNode Node => After ?? Before!;

    /// <summary>The differences in its inputs, by path. Empty for what is created or deleted.</summary>
    public IReadOnlyList<PropertyChange> Properties { get; init; } = [];

    /// <summary>What forces the replacement: paths of <see cref="Properties"/>, or the option that asks for it. Empty unless replaced.</summary>
    public IReadOnlyList<string> ForcedBy { get; init; } = [];

    /// <summary>Whether it is updated as far as is known, but a changed property of unknown effect may replace it.</summary>
    public bool MayReplace => Kind is ChangeKind.Update or ChangeKind.Move && Properties.Any(property => property.Effect == ReplaceEffect.Unknown);

    /// <summary>What would be lost, e.g. `the table and every item in it`; null when nothing is.</summary>
    public string? DataLoss { get; init; }

    /// <summary>What might be lost if a property of unknown effect replaces the resource; null when nothing is, or when the loss is certain.</summary>
    public string? PossibleDataLoss { get; init; }

    /// <summary>Why Pulumi would refuse the change, and how to go on; null when it would not.</summary>
    public string? Refused { get; init; }

    /// <summary>The line of C# that the program lacks to keep the resource under its new name or parent; null when none is missing, or an ancestor's brings it along.</summary>
    public string? MissingAlias { get; init; }

    /// <summary>Whether the move is declared in the program; false for every other kind, and for a move that lacks its alias.</summary>
    public bool IsDeclaredMove { get; init; }

    /// <summary>What the change means for who may do or reach what.</summary>
    public IReadOnlyList<AccessChange> Access { get; init; } = [];

    /// <summary>Other things to know, such as that the old resource stays in AWS.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Paths of secrets that cannot be compared because one side withholds them.</summary>
    public IReadOnlyList<string> Uncompared { get; init; } = [];

    /// <summary>The names of the components around the resource, outermost first, joined by `/`; empty for what is outside of every component.</summary>
    public string Component => string.Join('/', Ancestors().Reverse());

    private IEnumerable<string> Ancestors()
    {
        for (var parent = Node.Parent; parent is { IsStack: false }; parent = parent.Parent)
        {
            if (!parent.Custom)
            {
                yield return parent.Name;
            }
        }
    }
}
