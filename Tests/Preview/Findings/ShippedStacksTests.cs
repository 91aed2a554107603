using Infra.Preview.Findings;
using Infra.Tests.Support;
using NUnit.Framework;

namespace Infra.Tests.Preview.Findings;

/// <summary>The stack files of this repository, with its file of accepted findings, on a fixed day.</summary>
public sealed class ShippedStacksTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly SuppressionFile Accepted = SuppressionFile.ReadDefault(Scenario.RepositoryDirectory);

    private static IEnumerable<string> Stacks => new[] { Scenario.RepositoryDirectory, Path.Combine(Scenario.RepositoryDirectory, "Stacks", "Examples") }
        .SelectMany(folder => Directory.EnumerateFiles(folder, "Pulumi.*.yaml"))
        .Select(file => Path.GetFileNameWithoutExtension(file)["Pulumi.".Length..])
        .Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Stacks))]
    public async Task A_shipped_stack_has_no_high_or_critical_finding(string stack)
    {
        var report = Checker.Check((await Scenario.Of(stack)).Graph, Accepted, Today);

        Assert.That(report.AtOrAbove(FindingSeverity.High).Select(finding => $"{finding.Rule.Id} {finding.Path} {finding.Part}: {finding.Message}"), Is.Empty);
        Assert.That(report.PassCount, Is.GreaterThan(20));
    }

    [TestCaseSource(nameof(Stacks))]
    public async Task Nothing_is_accepted_in_vain(string stack)
    {
        var report = Checker.Check((await Scenario.Of(stack)).Graph, Accepted, Today);

        Assert.That(report.Findings.Where(finding => finding.Resource is null).Select(finding => finding.Message), Is.Empty);
    }

    [Test]
    public async Task Every_entry_accepts_something_in_some_stack()
    {
        var used = new HashSet<Suppression>();
        var systems = new HashSet<string>();
        foreach (var stack in Stacks)
        {
            var graph = (await Scenario.Of(stack)).Graph;
            used.UnionWith(Checker.Check(graph, Accepted, Today).Suppressed.Select(entry => entry.Suppression));
            systems.UnionWith(graph.Nodes.Select(node => node.System).OfType<string>());
        }

        Assert.That(Accepted.Entries.Where(entry => systems.Contains(entry.Resource.Split('/')[0])).Except(used).Select(entry => $"line {entry.Line}: {entry.Rule} {entry.Resource}"), Is.Empty);
    }

    // What is known for certain without a deployment is judged the same; what is not is left open.
    [TestCase("dev")]
    [TestCase("prod")]
    public async Task Unknown_outputs_lead_to_no_other_findings(string stack)
    {
        var known = Checker.Check((await Scenario.Of(stack)).Graph, Accepted, Today);
        var unknown = Checker.Check((await Scenario.Of(stack, unknowns: true)).Graph, Accepted, Today);

        Assert.That(unknown.Findings.Select(Key).Except(known.Findings.Select(Key)), Is.Empty);
        var open = unknown.Findings.Select(Key).Concat(unknown.Undecided.Select(check => $"{check.Rule.Id} {check.Resource.Urn}")).ToHashSet();
        Assert.That(known.Findings.Select(Key).Except(open), Is.Empty);
        Assert.That(unknown.Undecided, Is.Not.Empty);
        Assert.That(known.Undecided, Is.Empty);
    }

    private static string Key(Finding finding) => $"{finding.Rule.Id} {finding.Urn}";
}
