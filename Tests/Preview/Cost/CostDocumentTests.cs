using Infra.Preview.Cost;
using Infra.Preview.Cost.Prices;
using Infra.Preview.Cost.Reports;
using Infra.Preview.Cost.Usage;
using Infra.Tests.Support;
using NUnit.Framework;

namespace Infra.Tests.Preview.Cost;

/// <summary>The figures in docs/costs.md, computed from the stack files with one usage file per case. RECORD_COSTS=1 writes them anew.</summary>
public sealed class CostDocumentTests
{
    private const string Begin = "<!-- begin: recorded by RECORD_COSTS=1 -->\n";
    private const string End = "<!-- end -->";

    private static readonly (string Title, string Stack, string Usage, string Document)[] Cases =
    [
        ("Hyperp, idle", "hyperp-dev", "hyperp-idle", "~5"),
        ("Hyperp, light use", "hyperp-dev", "hyperp-light", "~10–20"),
        ("Hyperp, heavy use", "hyperp-dev", "hyperp-heavy", "scales with compute time"),
        ("Hypernym on ECS, managed", "hypernym-ecs-managed", "hypernym-ecs", "~86"),
        ("Hypernym on ECS, own provider", "hypernym-ecs-byop", "hypernym-ecs", "~86"),
        ("Hypernym on EKS, managed", "hypernym-eks-managed", "hypernym-eks", "~190"),
        ("Hypernym on EKS, own provider", "hypernym-eks-byop", "hypernym-eks", "~190"),
        ("See++, test", "seeplusplus-test", "seeplusplus-test", "none"),
        ("See++, production", "seeplusplus-prod", "seeplusplus-prod", "none"),
        ("Flow Builder standard, dev", "flowbuilder-standard-dev", "flowbuilder-dev", "~150–200"),
        ("Flow Builder standard, staging", "flowbuilder-standard-staging", "flowbuilder-staging", "none"),
        ("Flow Builder standard, prod", "flowbuilder-standard-prod", "flowbuilder-prod", "none"),
        ("Flow Builder ultra", "flowbuilder-ultra", "flowbuilder-ultra", "~20–50"),
        ("Hebo, preview of a pull request", "hebo-preview", "hebo-preview", "none"),
        ("Hebo, production in two regions", "hebo-production", "hebo-production", "none"),
    ];

    private static string Page => Path.Combine(Scenario.RepositoryDirectory, "docs", "costs.md");

    [Test]
    public async Task The_documented_figures_are_those_of_the_stack_files()
    {
        var lines = new List<string> { "| case | stack file | usage file | our estimate | the document |", "|---|---|---|---:|---:|" };
        foreach (var (title, stack, usage, document) in Cases)
        {
            var estimate = await EstimateAsync(stack, usage);
            lines.Add($"| {title} | `{stack}` | `{usage}.yaml` | {Money.Range(estimate.Low, estimate.High)} | {document} |");
        }

        lines.Add("");
        lines.Add("What makes the sums, by price, from two dollars a month:");
        lines.Add("");
        foreach (var (title, stack, usage, _) in Cases)
        {
            lines.Add($"- **{title}**: {Largest(await EstimateAsync(stack, usage))}");
        }

        var text = await File.ReadAllTextAsync(Page);
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        var expected = string.Join('\n', lines) + "\n";
        if (Environment.GetEnvironmentVariable("RECORD_COSTS") == "1")
        {
            await File.WriteAllTextAsync(Page, string.Concat(text.AsSpan(0, begin), expected, text.AsSpan(end)));
            Assert.Inconclusive("docs/costs.md was recorded; read its difference before it is committed.");
        }

        Assert.That(text[begin..end], Is.EqualTo(expected), "RECORD_COSTS=1 writes the figures anew.");
    }

    [Test]
    public void Every_usage_file_belongs_to_a_case() => Assert.That(
        Directory.GetFiles(UsageDirectory).Select(Path.GetFileNameWithoutExtension),
        Is.EquivalentTo(Cases.Select(one => one.Usage).Distinct()));

    private static string UsageDirectory => Path.Combine(Scenario.RepositoryDirectory, "Tests", "Preview", "Cost", "Usage");

    private static string Largest(CostEstimate estimate)
    {
        var items = estimate.Resources.SelectMany(resource => resource.Lines).GroupBy(line => line.PriceKey)
            .Select(group => (group.Key, Low: group.Sum(line => line.Low), High: group.Sum(line => line.High)))
            .OrderByDescending(item => item.High).ThenBy(item => item.Key, StringComparer.Ordinal)
            .ToList();
        var large = items.Where(item => item.High >= 2).ToList();
        var (low, high) = (items.Except(large).Sum(item => item.Low), items.Except(large).Sum(item => item.High));
        return string.Join(", ", large.Select(item => $"{item.Key} {Money.Range(item.Low, item.High)}").Append($"all else {Money.Range(low, high)}"));
    }

    private static async Task<CostEstimate> EstimateAsync(string stack, string usage)
    {
        var assumptions = UsageAssumptions.Read("small", Path.Combine(UsageDirectory, $"{usage}.yaml"));
        var estimate = CostEstimator.Estimate((await Scenario.Of(stack)).Graph, PriceList.Embedded, assumptions);
        Assert.That(estimate.Notes.Where(note => note.Contains("no effect", StringComparison.Ordinal)), Is.Empty, stack);
        return estimate;
    }
}
