using Infra.Preview.Model;

namespace Infra.Preview.Findings;

/// <summary>The findings that somebody accepts, each with a reason and an expiry date.</summary>
/// <param name="Path">The file, as reports show it; null when there is none.</param>
/// <param name="Entries">The entries in the order of the file.</param>
public sealed record SuppressionFile(string? Path, IReadOnlyList<Suppression> Entries)
{
    /// <summary>The name that is looked for beside Pulumi.yaml.</summary>
    public const string DefaultName = "accepted-findings.yaml";

    /// <summary>No file: nothing is accepted.</summary>
    public static readonly SuppressionFile None = new(null, []);

    /// <summary>
    /// Reads a file, which reports then show as seen from that folder. Any fault in it throws <see cref="PreviewException"/> with file,
    /// line, what is allowed and how to fix it.
    /// </summary>
    public static SuppressionFile Read(string path, string directory) =>
        SuppressionReader.Read(path, global::System.IO.Path.GetRelativePath(directory, path).Replace('\\', '/'));

    /// <summary>Reads `accepted-findings.yaml` of a folder; <see cref="None"/> when it has none.</summary>
    public static SuppressionFile ReadDefault(string directory)
    {
        var path = global::System.IO.Path.Combine(directory, DefaultName);
        return File.Exists(path) ? Read(path, directory) : None;
    }

    /// <summary>
    /// Parts the findings into those that count and those that are accepted. Entries that have expired, and entries for this stack that
    /// accept nothing although it holds the system they name, are findings of their own.
    /// </summary>
    internal (List<Finding> Counted, List<SuppressedFinding> Suppressed) Apply(
        IReadOnlyList<Finding> findings, IReadOnlyList<UndecidedCheck> undecided, ResourceGraph graph, DateOnly today)
    {
        var stack = StackName(graph);
        var entries = Entries.Where(entry => entry.IsFor(stack)).ToList();
        var inForce = entries.Where(entry => entry.IsInForce(today)).ToList();
        var counted = new List<Finding>();
        var suppressed = new List<SuppressedFinding>();
        var used = new HashSet<Suppression>(ReferenceEqualityComparer.Instance);
        // What a deployment decides may turn out to be what an entry accepts.
        used.UnionWith(inForce.Where(entry => undecided.Any(check =>
            entry.Accepts(new Finding { Rule = check.Rule, Resource = check.Resource, Message = "", Part = check.Part }))));
        foreach (var finding in findings)
        {
            if (inForce.Find(entry => entry.Accepts(finding)) is { } first)
            {
                suppressed.Add(new SuppressedFinding(finding, first));
                used.UnionWith(inForce.Where(entry => entry.Accepts(finding)));
            }
            else
            {
                counted.Add(finding);
            }
        }

        counted.AddRange(entries.Where(entry => !entry.IsInForce(today) && Concerns(entry, graph)).Select(entry => About(
            entry, SuppressionRules.Expired, $"the suppression of {entry.Rule} for {entry.Resource} expired on {entry.Expires:yyyy-MM-dd}")));
        counted.AddRange(inForce.Where(entry => !used.Contains(entry) && Concerns(entry, graph)).Select(entry => About(
            entry, SuppressionRules.Unused, $"the suppression of {entry.Rule} for {entry.Resource}{(entry.Part is null ? "" : $", {entry.Part},")} accepts nothing")));
        return (counted, suppressed);
    }

    // One file serves all stacks: an entry about a system that this stack does not hold says nothing about it.
    private static bool Concerns(Suppression entry, ResourceGraph graph) => ResourcePattern.System(entry.Resource) is { } system
        ? graph.Nodes.Any(node => ResourcePath.Of(node) == system)
        : entry.Resource.StartsWith($"urn:pulumi:{StackName(graph)}::", StringComparison.Ordinal);

    private static Finding About(Suppression entry, RuleInfo rule, string message) => new() { Rule = rule, Message = message, SuppressionLine = entry.Line };

    // urn:pulumi:STACK::PROJECT::…
    private static string StackName(ResourceGraph graph) => graph.Stack?.Urn.Split(':') is [_, _, var name, ..] ? name : "";
}
