using Infra.Preview.Diagrams;
using Infra.Preview.Diff;
using Infra.Preview.Model;

namespace Infra.Preview.Reports.Sections;

/// <summary>The stack drawn, and what changes marked in it.</summary>
internal static class PictureSection
{
    public static ReportSection Of(ResourceGraph graph, GraphDifference? difference)
    {
        var options = new DiagramOptions { Difference = difference };
        var diagram = DiagramBuilder.Build(graph, options);
        return new ReportSection
        {
            Title = "Picture",
            Summary = diagram.Description,
            Markdown = Charts(graph, options, diagram),
            Html = html => html.Open("div", ("class", "picture"), ("tabindex", "0"), ("role", "region"), ("aria-label", "Picture")).Markup(SvgWriter.Write(diagram)).Close(),
        };
    }

    // GitHub draws charts up to a size; a stack beyond it is drawn system by system, or in the page alone.
    private static IReadOnlyList<string> Charts(ResourceGraph graph, DiagramOptions options, Diagram diagram)
    {
        if (MermaidWriter.Fits(diagram))
        {
            return [MermaidMarkdown.Fenced(diagram)];
        }

        var systems = DiagramBuilder.Systems(graph).Select(name => DiagramBuilder.Build(graph, options with { System = name })).ToList();
        return systems.TrueForAll(MermaidWriter.Fits) ? [string.Concat(systems.Select(system => $"**{MarkdownText.Escaped(system.Title)}**\n\n{MermaidMarkdown.Fenced(system)}\n"))] : ["GitHub draws no picture of this size; the HTML page has it.\n"];
    }
}
