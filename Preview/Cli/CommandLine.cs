using System.CommandLine;
using System.CommandLine.Invocation;

namespace Infra.Preview.Cli;

/// <summary>The command line: previewing is the default command; others are added in <see cref="Root"/>.</summary>
internal static class CommandLine
{
    /// <summary>Runs a command. Exit codes: 0 = done, 1 = failed; 2 = findings, differences or a limit passed, for commands that look for them; 3 = data would be lost.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Root().Parse(args);
        if (parsed.Action is ParseErrorAction faults)
        {
            // The fault and its fix; the whole help would push them off the screen.
            faults.ShowHelp = false;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (PreviewException fault)
        {
            await Console.Error.WriteLineAsync($"error: {fault.Message}");
            return 1;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Cancelled; the program was ended.");
            return 1;
        }
    }

    private static RootCommand Root()
    {
        var root = new RootCommand("Previews a Pulumi program without the Pulumi CLI, without credentials and without a network.");
        PreviewCommand.Configure(root);
        root.Add(CheckCommand.Create());
        root.Add(FingerprintCommand.Create());
        root.Add(DiffCommand.Create());
        root.Add(CostCommand.Create());
        root.Add(ReportCommand.Create());
        root.Add(DiagramCommand.Create());
        return root;
    }
}
