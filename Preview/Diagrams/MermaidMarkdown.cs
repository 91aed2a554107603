using System.Text;

namespace Infra.Preview.Diagrams;

/// <summary>Writes diagrams as Markdown in which GitHub draws each.</summary>
public static class MermaidMarkdown
{
    /// <summary>A section with a chart for each diagram.</summary>
    public static string Write(IEnumerable<Diagram> diagrams)
    {
        ArgumentNullException.ThrowIfNull(diagrams);
        var text = new StringBuilder();
        foreach (var diagram in diagrams)
        {
            text.Append(text.Length > 0 ? "\n" : "").Append("## ").Append(diagram.Title).Append("\n\n").Append(Fenced(diagram));
        }

        return text.ToString();
    }

    /// <summary>The chart alone, as a code block.</summary>
    public static string Fenced(Diagram diagram) => $"```mermaid\n{MermaidWriter.Write(diagram)}```\n";
}
