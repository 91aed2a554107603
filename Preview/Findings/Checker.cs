using Infra.Preview.Findings.Judging;
using Infra.Preview.Findings.Rules;
using Infra.Preview.Model;

namespace Infra.Preview.Findings;

/// <summary>Applies rules to a graph.</summary>
public static class Checker
{
    /// <summary>Applies every rule of <see cref="RuleCatalog"/>. The result depends on nothing but the arguments.</summary>
    public static FindingReport Check(ResourceGraph graph, SuppressionFile suppressions, DateOnly today) =>
        Check(graph, suppressions, today, RuleCatalog.All);

    /// <summary>Applies these rules.</summary>
    public static FindingReport Check(ResourceGraph graph, SuppressionFile suppressions, DateOnly today, IReadOnlyList<IRule> rules)
    {
        var index = new ResourceIndex(graph, today);
        var secrets = new SecretTexts(graph);
        var findings = new List<Finding>();
        var undecided = new List<UndecidedCheck>();
        var passes = 0;
        foreach (var rule in rules)
        {
            foreach (var (resource, verdict, part) in rule.Evaluate(index))
            {
                switch (verdict.Kind)
                {
                    case VerdictKind.Pass:
                        passes++;
                        break;
                    case VerdictKind.Fail:
                        findings.Add(new Finding
                        {
                            Rule = rule.Info,
                            Resource = resource,
                            Message = secrets.Withhold(verdict.Message),
                            Part = secrets.Withhold(part),
                        });
                        break;
                    case VerdictKind.Undecided:
                        undecided.Add(new UndecidedCheck(rule.Info, resource, secrets.Withhold(part)));
                        break;
                }
            }
        }

        var (counted, suppressed) = suppressions.Apply(findings, undecided, graph, today);
        var position = graph.Nodes.Select((node, place) => (node, place)).ToDictionary(entry => entry.node, entry => entry.place);
        return new FindingReport
        {
            Findings = [.. InOrder(counted, finding => finding, position)],
            Suppressed = [.. InOrder(suppressed, entry => entry.Finding, position)],
            Undecided =
            [
                .. undecided.OrderBy(entry => entry.Rule.Id, StringComparer.Ordinal).ThenBy(entry => position[entry.Resource]).ThenBy(entry => entry.Part, StringComparer.Ordinal),
            ],
            Rules = [.. rules.Select(rule => rule.Info).Concat(SuppressionRules.All).OrderBy(rule => rule.Id, StringComparer.Ordinal)],
            ResourceCount = graph.Nodes.Count(node => node is { Custom: true, IsProvider: false }),
            PassCount = passes,
            Today = today,
        };
    }

    private static IEnumerable<T> InOrder<T>(IEnumerable<T> entries, Func<T, Finding> finding, Dictionary<ResourceNode, int> position) =>
        entries
            .OrderByDescending(entry => finding(entry).Severity)
            .ThenBy(entry => finding(entry).Rule.Id, StringComparer.Ordinal)
            .ThenBy(entry => finding(entry).Resource is { } node ? position[node] : int.MaxValue)
            .ThenBy(entry => finding(entry).SuppressionLine ?? 0)
            .ThenBy(entry => finding(entry).Part, StringComparer.Ordinal)
            .ThenBy(entry => finding(entry).Message, StringComparer.Ordinal);
}
