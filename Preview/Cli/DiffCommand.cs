using System.CommandLine;
using System.Text;
using Infra.Preview.Diff;
using Infra.Preview.Diff.Rendering;
using Infra.Preview.Rendering;

namespace Infra.Preview.Cli;

/// <summary>Compares a stack with an earlier version of it. Exit codes: 0 = no differences, 2 = differences, 3 = data would be lost, 1 = failed.</summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        var command = new Command("diff", "Forecast what a deployment changes: compare a stack with a file written by --json, or with a commit");
        var program = new ProgramOptions();
        var against = new Option<string>("--against")
        {
            Description = "The old version: a file written by --json, or git:REF, which is checked out to a temporary folder and built. --set is the new version's alone",
            HelpName = "file.json|git:REF",
            Required = true,
        };
        var all = new Option<bool>("--all") { Description = "Show unchanged resources too" };
        var json = new Option<bool>("--json") { Description = "Print the differences as JSON" };
        var color = new Option<string>("--color") { Description = "Colours: auto (on a terminal), always or never", DefaultValueFactory = _ => "auto" };
        color.AcceptOnlyFromAmong("auto", "always", "never");
        program.AddTo(command);
        foreach (var option in (ReadOnlySpan<Option>)[against, all, json, color])
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

            var (difference, baseline) = await DiffRunner.CompareAsync(parsed.GetValue(against)!, request, result, cancellation);
            var document = parsed.GetValue(json)
                ? DiffJson.Write(difference, result.Stack, baseline, parsed.GetValue(all))
                : DiffText.Write(difference, result.Stack, baseline, parsed.GetValue(all), Terminal.Of(parsed.GetValue(color)!));
            await using var output = Console.OpenStandardOutput();
            await output.WriteAsync(document, cancellation);
            return difference.ExitCode;
        });
        return command;
    }
}
