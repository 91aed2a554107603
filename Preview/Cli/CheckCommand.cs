using System.CommandLine;
using Infra.Preview.Findings;
using Infra.Preview.Model;
using Infra.Preview.Rendering;
using Infra.Preview.Stacks;

namespace Infra.Preview.Cli;

/// <summary>Checks what a stack would create against the rules. Exit codes: 0 = nothing at or above the threshold, 2 = findings, 1 = failed.</summary>
internal static class CheckCommand
{
    private const int HasFindings = 2;

    public static Command Create()
    {
        var command = new Command("check", "Checks what a stack would create against rules of security and operation");
        var program = new ProgramOptions();
        var json = new Option<bool>("--json") { Description = "Print the report as JSON" };
        var sarif = new Option<bool>("--sarif") { Description = "Print the report as SARIF 2.1.0, for code scanning" };
        var suppressions = new Option<string?>("--suppressions")
        {
            Description = $"File of accepted findings. Default: {SuppressionFile.DefaultName} beside Pulumi.yaml",
            HelpName = "file",
        };
        var failOn = new Option<string>("--fail-on") { Description = "Lowest severity that fails the check: low, medium, high or critical", DefaultValueFactory = _ => "high" };
        failOn.AcceptOnlyFromAmong("low", "medium", "high", "critical");
        var all = new Option<bool>("--all") { Description = "Show every resource, what is accepted and what is undecided" };
        var color = new Option<string>("--color") { Description = "Colours: auto (on a terminal), always or never", DefaultValueFactory = _ => "auto" };
        color.AcceptOnlyFromAmong("auto", "always", "never");
        program.AddTo(command);
        foreach (var option in (ReadOnlySpan<Option>)[json, sarif, suppressions, failOn, all, color])
        {
            command.Add(option);
        }

        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(json) && parsed.GetValue(sarif))
            {
                throw new PreviewException("--json and --sarif both name the form of the report; give one of them.");
            }

            var request = program.Read(parsed);
            var directory = PreviewRunner.FindProject(request);
            var accepted = parsed.GetValue(suppressions) is { } file
                ? SuppressionFile.Read(Path.GetFullPath(file, request.CurrentDirectory), directory)
                : SuppressionFile.ReadDefault(directory);
            var preview = await PreviewRunner.RunAsync(request, cancellation);
            if (preview.ExitCode != 0)
            {
                // Half a graph would be judged wrongly.
                throw new PreviewException($"The preview of stack {preview.Stack} failed, so there is nothing to check:\n{Faults(preview)}");
            }

            var report = Checker.Check(preview.Graph, accepted, Clock.Today);
            var threshold = Enum.Parse<FindingSeverity>(parsed.GetValue(failOn)!, ignoreCase: true);
            var document = parsed.GetValue(json) ? FindingsJson.Write(report, preview, threshold)
                : parsed.GetValue(sarif) ? FindingsSarif.Write(report, preview, StackFile(request, directory), accepted.Path ?? SuppressionFile.DefaultName)
                : FindingsText.Write(report, preview, accepted, threshold, parsed.GetValue(all), Terminal.Of(parsed.GetValue(color)!));
            await using var output = Console.OpenStandardOutput();
            await output.WriteAsync(document, cancellation);
            return report.AtOrAbove(threshold).Count > 0 ? HasFindings : 0;
        });
        return command;
    }

    private static string Faults(PreviewResult preview) => string.Join(
        '\n', preview.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).Select(diagnostic => diagnostic.Message));

    private static string StackFile(PreviewRequest request, string directory) =>
        StackSelection.Find(request.Stack, request.ConfigFile, directory, request.CurrentDirectory).FilePath is { } path
            ? Path.GetRelativePath(directory, path).Replace('\\', '/')
            : ProjectFile.FileName;
}
