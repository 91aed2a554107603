namespace Infra.Preview.Rendering;

/// <summary>Writes a preview for people, in the form of `pulumi preview`.</summary>
internal static class PreviewText
{
    public static byte[] Write(PreviewResult result, bool showSecrets, Terminal terminal)
    {
        var canvas = new TextCanvas(terminal);
        Header(canvas, result);
        if (result.Graph.Nodes.Count > 0)
        {
            ResourceTree.Write(canvas, result);
        }

        DiagnosticsBlock.Write(canvas, result);
        var failed = result.ExitCode != 0;
        if (!failed)
        {
            OutputsBlock.Write(canvas, result.Outputs, showSecrets);
        }

        SummaryBlock.Write(canvas, result);
        return canvas.ToBytes();
    }

    private static void Header(TextCanvas canvas, PreviewResult result) =>
        canvas
            .Write($"Previewing stack {result.Stack} of {result.Project}", Ink.Bold)
            .Write(result.Unknowns ? ", offline: computed outputs stay unknown" : ", offline: ids and computed outputs are invented")
            .Line()
            .Line();
}
