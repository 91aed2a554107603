using Infra.Preview.Findings.Judging;
using Infra.Preview.Findings.Rules;
using Infra.Tests.Preview.Findings.Rules;
using NUnit.Framework;

namespace Infra.Tests.Preview.Findings;

/// <summary>Every rule on graphs that comply, that violate it, and that leave out what matters; each also with unknown values.</summary>
public sealed class RuleTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private static IReadOnlyList<RuleCase> Cases { get; } =
    [
        .. NetworkCases.All, .. ContainerCases.All, .. StorageCases.All, .. KubernetesCases.All, .. LoadBalancingCases.All, .. FunctionCases.All,
        .. DatabaseCases.All, .. MessagingCases.All, .. IdentityCases.All, .. EdgeCases.All,
    ];

    [TestCaseSource(nameof(Cases))]
    public void A_compliant_graph_passes(RuleCase example) => Assert.That(Kinds(example, example.Compliant).Distinct(), Is.EqualTo(new[] { VerdictKind.Pass }));

    [TestCaseSource(nameof(Cases))]
    public void A_violation_is_found(RuleCase example)
    {
        var found = Outcomes(example, example.Violating).Where(outcome => outcome.Verdict.Kind == VerdictKind.Fail).ToList();

        Assert.That(found, Is.Not.Empty);
        Assert.That(found.Select(outcome => outcome.Verdict.Message), Is.All.Not.Empty);
    }

    [TestCaseSource(nameof(Cases))]
    public void A_missing_property_is_what_AWS_makes_of_it(RuleCase example)
    {
        var kinds = Kinds(example, example.Missing).ToHashSet();

        Assert.That(kinds.Remove(example.MissingIs) || (kinds.Count == 0 && example.MissingIs == VerdictKind.NotApplicable), Is.True, string.Join(", ", kinds));
        Assert.That(kinds, example.MissingIs == VerdictKind.Fail ? Is.SubsetOf(new[] { VerdictKind.Pass }) : Is.Empty);
    }

    [TestCaseSource(nameof(Cases))]
    public void Unknown_values_are_no_violation(RuleCase example)
    {
        foreach (var known in new[] { Known.Shape, Known.Names })
        {
            Assert.That(Kinds(example, example.Compliant, known), Has.None.EqualTo(VerdictKind.Fail), known.ToString());
        }
    }

    [TestCaseSource(nameof(Cases))]
    public void Unknown_values_are_no_pass(RuleCase example)
    {
        foreach (var known in new[] { Known.Shape, Known.Names })
        {
            Assert.That(Kinds(example, example.Violating, known), Has.Some.EqualTo(VerdictKind.Undecided).Or.Some.EqualTo(VerdictKind.Fail), known.ToString());
        }
    }

    [Test]
    public void Every_rule_has_its_graphs() =>
        Assert.That(Cases.Select(example => example.Rule).Distinct(), Is.EquivalentTo(RuleCatalog.All.Select(rule => rule.Info.Id)));

    [Test]
    public void Every_type_and_input_of_the_graphs_is_the_providers()
    {
        var declared = typeof(Pulumi.Aws.Provider).Assembly.GetTypes()
            .Select(type => (Type: type, Token: type.GetCustomAttributes(false).OfType<Pulumi.ResourceTypeAttribute>().FirstOrDefault()?.Type))
            .Where(entry => entry.Token is not null)
            .ToDictionary(entry => entry.Token!, entry => Inputs(entry.Type), StringComparer.Ordinal);
        var stray = Cases
            .SelectMany(example => new[] { example.Compliant, example.Violating, example.Missing })
            .SelectMany(text => RuleGraph.Of(text).Nodes)
            .SelectMany(node => declared.TryGetValue(node.Type, out var inputs)
                ? node.Inputs.Keys.Where(input => !inputs.Contains(input)).Select(input => $"{node.Type} {input}")
                : [node.Type])
            .Distinct();

        Assert.That(stray, Is.Empty);
    }

    private static HashSet<string> Inputs(Type resource)
    {
        var args = resource.Assembly.GetType($"{resource.FullName}Args") ?? throw new InvalidOperationException($"{resource.FullName}Args is missing.");
        return args.GetMembers(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)
            .SelectMany(member => member.GetCustomAttributesData())
            .Where(attribute => attribute.AttributeType == typeof(Pulumi.InputAttribute))
            .Select(attribute => (string)attribute.ConstructorArguments[0].Value!)
            .ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<VerdictKind> Kinds(RuleCase example, string graph, Known known = Known.All) =>
        Outcomes(example, graph, known).Select(outcome => outcome.Verdict.Kind).Where(kind => kind != VerdictKind.NotApplicable);

    private static List<Outcome> Outcomes(RuleCase example, string graph, Known known = Known.All) =>
        [.. RuleCatalog.All.Single(rule => rule.Info.Id == example.Rule).Evaluate(new ResourceIndex(RuleGraph.Of(graph, known), Today))];
}
