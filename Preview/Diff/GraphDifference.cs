using Infra.Preview.Model;

namespace Infra.Preview.Diff;

/// <summary>What a deployment of one version of a stack would do to another, forecast from the two resource graphs alone.</summary>
public sealed class GraphDifference
{
    internal GraphDifference(IReadOnlyList<ResourceChange> changes, IReadOnlyList<PropertyChange> outputs)
    {
        Changes = changes;
        Outputs = outputs;
    }

    /// <summary>Every resource of either version, unchanged ones included: the new version's in tree order, then the deleted ones in tree order.</summary>
    public IReadOnlyList<ResourceChange> Changes { get; }

    /// <summary>The differences in the stack outputs.</summary>
    public IReadOnlyList<PropertyChange> Outputs { get; }

    /// <summary>The resources that are not the same.</summary>
    public IEnumerable<ResourceChange> Different => Changes.Where(change => change.Kind != ChangeKind.Same);

    /// <summary>Whether anything differs, stack outputs included.</summary>
    public bool HasDifferences => Outputs.Count > 0 || Different.Any();

    /// <summary>Whether something that holds data would be deleted or replaced.</summary>
    public bool LosesData => Changes.Any(change => change.DataLoss is not null);

    /// <summary>0 without differences, 2 with, 3 when data would be lost.</summary>
    public int ExitCode => LosesData ? 3 : HasDifferences ? 2 : 0;

    /// <summary>How many resources, components not counted, a deployment would treat in that way.</summary>
    public int Count(ChangeKind kind) => Changes.Count(change => change.Kind == kind && change.Node.Custom);

    /// <summary>
    /// Compares two versions. Resources are matched by URN - the stack's name left out, so that two stacks can be compared - and by the
    /// new version's aliases. Pass the folders the programs ran in to compare the content of uploaded files too.
    /// </summary>
    public static GraphDifference Compare(ResourceGraph before, ResourceGraph after, string? beforeDirectory = null, string? afterDirectory = null)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new Comparison(before, after, beforeDirectory, afterDirectory).Run();
    }
}
