using System.CommandLine;
using System.Text;
using Infra.Preview.Cost;
using Infra.Preview.Cost.Prices;
using Infra.Preview.Cost.Usage;
using Infra.Preview.Diff;
using Infra.Preview.Diff.Versions;
using Infra.Preview.Findings;
using Infra.Preview.Model;
using Infra.Preview.Rendering;
using Infra.Preview.Reports;
using Infra.Preview.Reports.Sections;

namespace Infra.Preview.Cli;

/// <summary>
/// Writes all there is to say about a stack as one comment and one page. Exit codes: 0 = no differences, or nothing to compare with, 2 = differences,
/// 3 = data would be lost, 1 = failed.
/// </summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var command = new Command("report", "Write difference, findings, cost and picture of a stack as one Markdown comment and one HTML page");
        var program = new ProgramOptions();
        var against = new Option<string?>("--against")
        {
            Description = "The old version: a file written by --json, or git:REF. Without it, the report says what the stack is",
            HelpName = "file.json|git:REF",
        };
        var markdown = new Option<string?>("--markdown") { Description = "File for the comment. Default: the standard output", HelpName = "file" };
        var html = new Option<string?>("--html") { Description = "File for the page, which loads nothing and holds everything. Default: none", HelpName = "file" };
        var suppressions = new Option<string?>("--suppressions")
        {
            Description = $"File of accepted findings. Default: {SuppressionFile.DefaultName} beside Pulumi.yaml",
            HelpName = "file",
        };
        var profile = new Option<string>("--profile") { Description = "How much use the cost assumes: small, medium or large", DefaultValueFactory = _ => UsageAssumptions.Profiles[0] };
        profile.AcceptOnlyFromAmong([.. UsageAssumptions.Profiles]);
        program.AddTo(command);
        foreach (var option in (ReadOnlySpan<Option>)[against, markdown, html, suppressions, profile])
        {
            command.Add(option);
        }

        command.SetAction(async (parsed, cancellation) =>
        {
            var request = program.Read(parsed);
            var directory = PreviewRunner.FindProject(request);
            var accepted = parsed.GetValue(suppressions) is { } file
                ? SuppressionFile.Read(Path.GetFullPath(file, request.CurrentDirectory), directory)
                : SuppressionFile.ReadDefault(directory);
            var loading = Task.WhenAll(Task.Run(() => PriceList.Embedded, cancellation), Task.Run(Usage, cancellation));
            var result = await PreviewRunner.RunAsync(request, cancellation);
            if (result.ExitCode != 0)
            {
                await Console.Error.WriteAsync(Encoding.UTF8.GetString(PreviewText.Write(result, showSecrets: false, Terminal.Plain)));
                return result.ExitCode;
            }

            GraphDifference? difference = null;
            Baseline? baseline = null;
            if (parsed.GetValue(against) is { } version)
            {
                (difference, baseline) = await DiffRunner.CompareAsync(version, request, result, cancellation);
            }

            // The parts only read the graphs: drawing and pricing run beside the rules.
            var picture = Task.Run(() => PictureSection.Of(result.Graph, difference), cancellation);
            await loading;
            var cost = Task.Run(() => Cost(result.Graph), cancellation);
            var report = new ReportParts
            {
                Result = result,
                Findings = Checker.Check(result.Graph, accepted, Clock.Today),
                FindingsBefore = baseline is null ? null : Checker.Check(baseline.Graph, accepted, Clock.Today),
                Cost = await cost,
                CostBefore = baseline is null ? null : Cost(baseline.Graph),
                Difference = difference,
                Baseline = baseline,
                Picture = await picture,
            }.Compose();
            var writing = Task.Run(() => parsed.GetValue(html) is null ? [] : ReportHtml.Write(report), cancellation);
            var comment = ReportMarkdown.Write(report);
            // The comment last: where it is, the page it refers to is too.
            if (parsed.GetValue(html) is { } page)
            {
                await WriteAsync(page, "--html", await writing, request, cancellation);
            }

            await WriteAsync(parsed.GetValue(markdown), "--markdown", comment, request, cancellation);

            return difference?.ExitCode ?? 0;

            UsageAssumptions Usage() => UsageAssumptions.Read(parsed.GetValue(profile)!);

            CostEstimate Cost(ResourceGraph graph) => CostEstimator.Estimate(graph, PriceList.Embedded, Usage(), Clock.Today);
        });
        return command;
    }

    private static async Task WriteAsync(string? file, string option, byte[] document, PreviewRequest request, CancellationToken cancellation)
    {
        if (file is null)
        {
            await using var output = Console.OpenStandardOutput();
            await output.WriteAsync(document, cancellation);
            return;
        }

        try
        {
            await File.WriteAllBytesAsync(Path.GetFullPath(file, request.CurrentDirectory), document, cancellation);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new PreviewException($"{option} '{file}' cannot be written: {fault.Message} Name a file in a folder that exists.", fault);
        }
    }
}
