using System.Diagnostics;

namespace Pulumi;

/// <summary>What a program has of the process it runs in. Tests have one of their own.</summary>
/// <param name="Variable">Reads an environment variable; null when it is not set.</param>
/// <param name="Error">Where a message goes that the engine did not take.</param>
/// <param name="SetExitCode">Sets the code the process ends with when <c>Main</c> drops the one it was given.</param>
internal sealed record Host(Func<string, string?> Variable, TextWriter Error, Action<int> SetExitCode)
{
    public static Host Process { get; } =
        new(Environment.GetEnvironmentVariable, Console.Error, static code => Environment.ExitCode = code);

    public async Task WaitForDebuggerAsync()
    {
        if (!string.Equals(Variable("PULUMI_ATTACH_DEBUGGER"), "true", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        while (!Debugger.IsAttached)
        {
            await Task.Delay(100).ConfigureAwait(false);
        }
    }
}
