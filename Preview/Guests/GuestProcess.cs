using System.ComponentModel;
using System.Diagnostics;

namespace Infra.Preview.Guests;

/// <summary>A program that is running, and what it prints.</summary>
internal sealed class GuestProcess : IDisposable
{
    private readonly Process _process;
    private readonly List<string> _lines = [];
    private readonly Task _reading;

    private GuestProcess(Process process)
    {
        _process = process;
        _reading = Task.WhenAll(ReadAsync(process.StandardOutput), ReadAsync(process.StandardError));
    }

    /// <summary>Starts the program. A command that cannot be started throws <see cref="PreviewException"/>.</summary>
    public static GuestProcess Start(GuestCommand command, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(command.FileName)
        {
            WorkingDirectory = command.WorkingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        foreach (var argument in command.Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        // A short-lived program gains nothing from instrumenting its code for later optimisation.
        start.Environment.TryAdd("DOTNET_TieredPGO", "0");
        try
        {
            var process = Process.Start(start) ?? throw new PreviewException($"The program cannot be started: {command.Description}");
            process.StandardInput.Close();
            return new GuestProcess(process);
        }
        catch (Win32Exception exception)
        {
            throw new PreviewException($"The program cannot be started: {command.FileName} in {command.WorkingDirectory}: {exception.Message}", exception);
        }
    }

    /// <summary>What the program printed, line by line, in the order of arrival.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>Waits until the program has ended and all it printed is read; gives its exit code. Cancelling ends the program and its children.</summary>
    public async Task<int> WaitAsync(CancellationToken cancellation)
    {
        try
        {
            await _process.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            End();
            throw;
        }

        // A grandchild may hold the pipes open; what the program itself printed is there by then.
        await Task.WhenAny(_reading, Task.Delay(TimeSpan.FromSeconds(2), CancellationToken.None));
        return _process.ExitCode;
    }

    /// <summary>Ends the program and everything it started.</summary>
    public void End()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            End();
        }

        _process.Dispose();
    }

    private async Task ReadAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (_lines)
            {
                _lines.Add(line);
            }
        }
    }
}
