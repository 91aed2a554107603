using System.CommandLine;
using System.Text;
using Infra.Preview.Diagrams;
using Infra.Preview.Diff;
using Infra.Preview.Rendering;

namespace Infra.Preview.Cli;

/// <summary>Draws a stack or one of its systems.</summary>
internal static class DiagramCommand
{
    public static Command Create()
    {
        var command = new Command("diagram", "Draw a stack: networks, services, what talks to what, who may do what");
        var program = new ProgramOptions();
        var system = new Option<string?>("--system") { Description = "Draw one system only, e.g. hyperp or seePlusPlus", HelpName = "name" };
        var format = new Option<string?>("--format") { Description = "mermaid, which GitHub draws in Markdown, or svg. Default: svg when the output ends in .svg, else mermaid" };
        format.AcceptOnlyFromAmong("mermaid", "svg");
        var output = new Option<string?>("--output", "-o") { Description = "File to write. Default: the terminal", HelpName = "file" };
        var against = new Option<string?>("--against")
        {
            Description = "Mark what changes against an old version: a file written by --json, or git:REF, which is checked out to a temporary folder and built",
            HelpName = "file.json|git:REF",
        };
        program.AddTo(command);
        foreach (var option in (ReadOnlySpan<Option>)[system, format, output, against])
        {
            command.Add(option);
        }

        command.SetAction(async (parsed, cancellation) =>
        {
            var request = program.Read(parsed);
            var result = await PreviewRunner.RunAsync(request, cancellation);
            if (result.ExitCode != 0)
            {
                await Console.Error.WriteAsync(Encoding.UTF8.GetString(PreviewText.Write(result, showSecrets: false, Terminal.Plain)));
                return result.ExitCode;
            }

            GraphDifference? difference = null;
            if (parsed.GetValue(against) is { } old)
            {
                (difference, _) = await DiffRunner.CompareAsync(old, request, result, cancellation);
            }

            var file = parsed.GetValue(output);
            var isSvg = (parsed.GetValue(format) ?? (file?.EndsWith(".svg", StringComparison.OrdinalIgnoreCase) == true ? "svg" : "mermaid")) == "svg";
            var options = new DiagramOptions { System = parsed.GetValue(system), Difference = difference };
            await WriteAsync(file, isSvg ? SvgWriter.Write(DiagramBuilder.Build(result.Graph, options)) : Charts(result, options), cancellation);
            return 0;
        });
        return command;
    }

    // A stack that is more than Mermaid draws becomes Markdown with a chart for each system.
    private static string Charts(PreviewResult result, DiagramOptions options)
    {
        var diagram = DiagramBuilder.Build(result.Graph, options);
        return options.System is not null || MermaidWriter.Fits(diagram)
            ? MermaidWriter.Write(diagram)
            : MermaidMarkdown.Write(DiagramBuilder.Systems(result.Graph).Select(name => DiagramBuilder.Build(result.Graph, options with { System = name })));
    }

    private static async Task WriteAsync(string? file, string text, CancellationToken cancellation)
    {
        if (file is null)
        {
            await using var output = Console.OpenStandardOutput();
            await output.WriteAsync(Encoding.UTF8.GetBytes(text), cancellation);
            return;
        }

        try
        {
            await File.WriteAllTextAsync(file, text, cancellation);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new PreviewException($"The diagram cannot be written to {Path.GetFullPath(file)}: {fault.Message} Name a file in an existing folder with --output.");
        }
    }
}
