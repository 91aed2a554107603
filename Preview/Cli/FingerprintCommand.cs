using System.CommandLine;
using System.Text;
using Infra.Preview.Fingerprints;
using Infra.Preview.Rendering;

namespace Infra.Preview.Cli;

/// <summary>Prints the text by which a deployment recognises what was reviewed.</summary>
internal static class FingerprintCommand
{
    public static Command Create()
    {
        var command = new Command("fingerprint", "Print a hash of everything a stack would be, to compare what is deployed with what was reviewed");
        var program = new ProgramOptions();
        program.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var result = await PreviewRunner.RunAsync(program.Read(parsed), cancellation);
            if (result.ExitCode != 0)
            {
                await Console.Error.WriteAsync(Encoding.UTF8.GetString(PreviewText.Write(result, showSecrets: false, Terminal.Plain)));
                return result.ExitCode;
            }

            Console.WriteLine(Fingerprint.Of(result));
            return 0;
        });
        return command;
    }
}
