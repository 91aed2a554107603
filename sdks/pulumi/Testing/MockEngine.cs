using Pulumirpc;

namespace Pulumi.Testing;

/// <summary>Keeps the errors that a program under test logs.</summary>
internal sealed class MockEngine : IEngine
{
    private readonly List<string> _errors = [];

    public Task LogAsync(LogRequest request)
    {
        if (request.Severity == LogSeverity.Error)
        {
            lock (_errors)
            {
                _errors.Add(request.Message);
            }
        }

        return Task.CompletedTask;
    }

    public Task RequirePulumiVersionAsync(RequirePulumiVersionRequest request) => Task.CompletedTask;

    public void ThrowOnErrors()
    {
        lock (_errors)
        {
            switch (_errors)
            {
                case []:
                    return;
                case [var error]:
                    throw new RunException(error);
                default:
                    throw new AggregateException(_errors.ConvertAll(static error => new RunException(error)));
            }
        }
    }
}
