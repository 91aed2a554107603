using System.Globalization;
using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;
using Infra.Preview.Rendering;

namespace Infra.Preview.Reports.Sections;

/// <summary>What the stack is: every resource with its inputs in the page, how many there are in the comment.</summary>
internal static class ResourcesSection
{
    private const string Outside = "(outside of systems)";

    /// <summary>How many there are, for a report that compares with nothing.</summary>
    public static ReportSection Counts(PreviewResult result)
    {
        var nodes = Shown(result);
        var systems = nodes.Where(node => !node.IsStack).GroupBy(node => node.System ?? "")
            .Select(system => (Name: system.Key, Resources: system.Count(node => node.Custom), Components: system.Count(node => !node.Custom)))
            .ToList();
        return new ReportSection
        {
            Title = "Stack",
            Headline = Count(nodes.Count(node => node.Custom), "resource"),
            Summary = Summary(nodes),
            Markdown = ["| system | resources | components |\n| --- | ---: | ---: |\n" + string.Concat(systems.Select(system => string.Create(
                CultureInfo.InvariantCulture, $"| {(system.Name.Length == 0 ? Outside : MarkdownText.Code(system.Name))} | {system.Resources} | {system.Components} |\n")))],
            Open = true,
            Html = html => HtmlParts.Table(html, ["system", "resources#", "components#"], systems.Select(system => (IReadOnlyList<string>)
            [
                system.Name.Length == 0 ? Outside : system.Name,
                system.Resources.ToString(CultureInfo.InvariantCulture),
                system.Components.ToString(CultureInfo.InvariantCulture),
            ])),
        };
    }

    /// <summary>Every one with its inputs, for the page alone. Beside a difference, that each is created would be read as one.</summary>
    public static ReportSection All(PreviewResult result, SecretTexts secrets, bool withPlan)
    {
        var nodes = Shown(result);
        return new ReportSection { Title = "Resources", Summary = Summary(nodes), Html = html => Html(html, nodes, secrets, withPlan) };
    }

    private static List<ResourceNode> Shown(PreviewResult result) => [.. result.Graph.Nodes.Where(node => !ResourceTree.IsHidden(node))];

    private static string Summary(List<ResourceNode> nodes) =>
        $"{Count(nodes.Count(node => node.Custom), "resource")} in {Count(nodes.Count(node => !node.Custom && !node.IsStack), "component")}.";

    private static void Html(HtmlText html, List<ResourceNode> nodes, SecretTexts secrets, bool withPlan)
    {
        foreach (var group in nodes.Where(node => node.Custom).GroupBy(Component))
        {
            HtmlParts.Group(html, group.Key.Length == 0 ? "(stack)" : group.Key, Count(group.Count(), "resource"), () =>
            {
                foreach (var node in group)
                {
                    HtmlParts.Item(html, withPlan ? (ResourceTree.Plan(node), ResourceTree.Sign(node)) : ("plain", "·"), $"{ResourceTree.ShortType(node.Type)} {node.Name}", Marks(node, withPlan), () =>
                        HtmlParts.Facts(html, node.Inputs.Select(input => (input.Key, Value(input.Value, secrets))).Prepend(("urn", node.Urn))));
                }
            });
        }
    }

    private static string Component(ResourceNode node)
    {
        var names = new List<string>();
        for (var parent = node.Parent; parent is { IsStack: false }; parent = parent.Parent)
        {
            names.Insert(0, parent.Name);
        }

        return string.Join('/', names);
    }

    private static string Marks(ResourceNode node, bool withPlan) => string.Join(", ", new[]
    {
        withPlan || node.Operation != ResourceOperation.Create ? ResourceTree.Plan(node) : null,
        node.Protect ? "protected" : null,
        node.RetainOnDelete ? "retained on delete" : null,
    }.OfType<string>());

    private static string Value(PropertyValue value, SecretTexts secrets)
    {
        var open = Withheld(value, secrets);
        return open is TextValue text ? text.Value : PropertyJson.Text(open, showSecrets: false);
    }

    // Inside the value, not in its JSON, where quotes and line breaks of a secret would be written in another way.
    private static PropertyValue Withheld(PropertyValue value, SecretTexts secrets) => value switch
    {
        TextValue text => secrets.Withhold(text.Value),
        ListValue list => new ListValue(list.Items.Select(item => Withheld(item, secrets))),
        MapValue map => new MapValue(map.Select(member => KeyValuePair.Create(member.Key, Withheld(member.Value, secrets)))),
        _ => value,
    };

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
