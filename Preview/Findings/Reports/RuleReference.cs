using System.Text;
using Infra.Preview.Findings.Rules;

namespace Infra.Preview.Findings;

/// <summary>Writes docs/findings.md from what the rules say of themselves.</summary>
internal static class RuleReference
{
    public static string Write()
    {
        var text = new StringBuilder();
        var rules = RuleCatalog.All.Select(rule => rule.Info).Concat(SuppressionRules.All).ToList();
        Line(text, "# Findings");
        Line(text);
        Line(text, "<!-- Written from the rules in Preview/Findings; RECORD_FINDINGS=1 dotnet test Tests --filter \"FullyQualifiedName~Findings\" writes it anew. -->");
        Line(text);
        Line(text, $"`dotnet run --project Preview -- check STACK` applies {rules.Count} rules to the resources of a stack. The README tells how; this page lists the rules.");
        Line(text);
        Line(text, "Severities are this project's own, by what is at stake:");
        Line(text);
        Line(text, "| severity | meaning |");
        Line(text, "| --- | --- |");
        Line(text, "| critical | anyone on the internet reaches data or control, or a workload owns the account |");
        Line(text, "| high | one mistake away from exposed data, visible credentials or lost data |");
        Line(text, "| medium | defence in depth or operations: it turns an incident into a worse one |");
        Line(text, "| low | hygiene: nothing is at risk until something else fails |");
        Line(text);
        Line(text, "A rule \"of production\" looks at resources whose tag, or whose provider's default tag, `Environment` or `Stage` is prod, production or live, and at resources without one.");
        foreach (var severity in Enum.GetValues<FindingSeverity>().OrderDescending())
        {
            Line(text);
            Line(text, $"## {severity}");
            foreach (var rule in rules.Where(rule => rule.Severity == severity).OrderBy(rule => rule.Id, StringComparer.Ordinal))
            {
                Line(text);
                Line(text, $"### {rule.Id}");
                Line(text);
                Line(text, $"{rule.Title}.");
                Line(text);
                Line(text, $"- Why: {rule.Reason}");
                Line(text, $"- Fix: {rule.Fix}");
                Line(text, $"- Asked for by: {string.Join(", ", rule.References.Select(reference => $"[{reference.Framework} {reference.Control}]({reference.Page})"))}");
            }
        }

        return text.ToString();
    }

    private static void Line(StringBuilder text, string line = "") => text.Append(line).Append('\n');
}
