using Infra.Preview.Cost;
using Infra.Tests.Support;
using NUnit.Framework;

namespace Infra.Tests.Preview.Cost;

/// <summary>Every stack file of the repository.</summary>
public sealed class ShippedStacksCostTests
{
    /// <summary>What AWS bills, or may bill, and no price is known for. A new type here needs a rule in Preview/Cost/Rules or a place in this list.</summary>
    private static readonly string[] UnpricedTypes = ["kubernetes:helm.sh/v3:Release"];

    private static IEnumerable<string> Stacks =>
        Directory.GetFiles(Path.Combine(Scenario.RepositoryDirectory, "Stacks", "Examples"), "Pulumi.*.yaml")
            .Select(path => Path.GetFileNameWithoutExtension(path)["Pulumi.".Length..])
            .Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Stacks))]
    public async Task Every_resource_is_classified(string stack)
    {
        var graph = (await Scenario.Of(stack)).Graph;
        var estimate = CostEstimator.Estimate(graph);

        Assert.That(Enum.GetValues<CostStatus>().Sum(estimate.Count), Is.EqualTo(graph.Nodes.Count(node => node.Custom)));
        Assert.That(estimate.Resources.Where(resource => resource.Status == CostStatus.Unpriced).Select(resource => resource.Resource.Type).Distinct(), Is.SubsetOf(UnpricedTypes));
        Assert.That(estimate.Resources.Where(resource => resource.Status == CostStatus.Free && resource.Reason.Length == 0), Is.Empty);
        Assert.That(estimate.Notes.Where(note => note.Contains("say no region", StringComparison.Ordinal)), Is.Empty);
    }

    [TestCase("hyperp-dev")]
    [TestCase("hypernym-eks-byop")]
    [TestCase("seeplusplus-prod")]
    public async Task What_cannot_be_priced_while_outputs_are_unknown_is_named_and_never_left_out_silently(string stack)
    {
        var known = CostEstimator.Estimate((await Scenario.Of(stack)).Graph).Resources.ToDictionary(resource => resource.Resource.Urn);
        var unknown = CostEstimator.Estimate((await Scenario.Of(stack, unknowns: true)).Graph);

        Assert.That(unknown.Resources.Select(resource => resource.Resource.Urn), Is.EquivalentTo(known.Keys));
        Assert.That(unknown.Resources.Where(resource => resource.High != known[resource.Resource.Urn].High).Select(resource => resource.Status), Is.All.EqualTo(CostStatus.Unpriced));
    }
}
