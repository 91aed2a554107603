using System.CommandLine;
using Infra.Preview.Rendering;

namespace Infra.Preview.Cli;

/// <summary>Shows what a stack would create.</summary>
internal static class PreviewCommand
{
    public static void Configure(Command command)
    {
        var program = new ProgramOptions();
        var json = new Option<bool>("--json") { Description = "Print the document other tools read, in the form of `pulumi preview --json`" };
        var showSecrets = new Option<bool>("--show-secrets") { Description = "Show secret values instead of withholding them" };
        var color = new Option<string>("--color") { Description = "Colours: auto (on a terminal), always or never", DefaultValueFactory = _ => "auto" };
        color.AcceptOnlyFromAmong("auto", "always", "never");
        program.AddTo(command);
        command.Add(json);
        command.Add(showSecrets);
        command.Add(color);
        command.SetAction(async (parsed, cancellation) =>
        {
            var result = await PreviewRunner.RunAsync(program.Read(parsed), cancellation);
            var secrets = parsed.GetValue(showSecrets);
            var document = parsed.GetValue(json)
                ? PreviewJson.Write(result, secrets)
                : PreviewText.Write(result, secrets, Terminal.Of(parsed.GetValue(color)!));
            await using var output = Console.OpenStandardOutput();
            await output.WriteAsync(document, cancellation);
            return result.ExitCode;
        });
    }
}
