using Infra.Preview.Model;

namespace Infra.Preview.Rendering;

/// <summary>Messages by resource, then what the program printed.</summary>
internal static class DiagnosticsBlock
{
    public static void Write(TextCanvas canvas, PreviewResult result)
    {
        if (result.Diagnostics.Count > 0)
        {
            canvas.Write("Diagnostics:", Ink.Bold).Line();
            foreach (var group in result.Diagnostics.GroupBy(diagnostic => diagnostic.Urn))
            {
                var node = result.Graph.Find(group.Key) ?? result.Graph.Stack;
                canvas.Write("  ").Write(node is null ? result.Stack : $"{ResourceTree.ShortType(node.Type)} ({node.Name})").Write(":").Line();
                foreach (var diagnostic in group)
                {
                    Message(canvas, diagnostic);
                }
            }

            canvas.Line();
        }

        if (result.ProgramOutput.Count > 0)
        {
            canvas.Write("Program output:", Ink.Bold).Line();
            foreach (var line in result.ProgramOutput)
            {
                canvas.WriteWhole($"    {line}").Line();
            }

            canvas.Line();
        }
    }

    private static void Message(TextCanvas canvas, Diagnostic diagnostic)
    {
        var (label, ink) = diagnostic.Severity switch
        {
            Severity.Error => ("error: ", Ink.Red),
            Severity.Warning => ("warning: ", Ink.Yellow),
            _ => ("", Ink.Plain),
        };
        var lines = diagnostic.Message.Split('\n');
        canvas.Write("    ").Write(label, ink).WriteWhole(lines[0].TrimEnd('\r')).Line();
        foreach (var line in lines.Skip(1))
        {
            canvas.WriteWhole($"    {line.TrimEnd('\r')}").Line();
        }
    }
}
