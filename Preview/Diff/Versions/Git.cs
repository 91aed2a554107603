using System.ComponentModel;
using System.Diagnostics;

namespace Infra.Preview.Diff.Versions;

/// <summary>Runs git in a folder.</summary>
internal static class Git
{
    /// <summary>The exit code and what was printed; after a failure, the errors too. Without git, throws <see cref="PreviewException"/>. Cancelling ends git.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string directory, CancellationToken cancellation, params string[] arguments)
    {
        var start = new ProcessStartInfo("git") { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // Set while git runs a hook; they would name another repository than the folder's.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        try
        {
            using var process = Process.Start(start) ?? throw new PreviewException("git cannot be started.");
            try
            {
                var output = process.StandardOutput.ReadToEndAsync(cancellation);
                var errors = process.StandardError.ReadToEndAsync(cancellation);
                await process.WaitForExitAsync(cancellation);
                var (text, faults) = (await output, await errors);
                return (process.ExitCode, (process.ExitCode == 0 ? text : text + faults).Trim());
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }
        }
        catch (Win32Exception fault)
        {
            throw new PreviewException($"--against git:REF needs git, which cannot be started: {fault.Message}", fault);
        }
    }
}
