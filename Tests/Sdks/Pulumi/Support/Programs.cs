using Pulumi;
using Deployment = Pulumi.Deployment;

namespace Infra.Tests.Sdks.Pulumi.Support;

/// <summary>How a program ended.</summary>
/// <param name="ExitCode">What <c>RunAsync</c> returned.</param>
/// <param name="ProcessExitCode">What it set for a <c>Main</c> that drops the code; null when it set nothing.</param>
/// <param name="Error">What it wrote to standard error.</param>
internal sealed record ProgramResult(int ExitCode, int? ProcessExitCode, string Error);

/// <summary>Runs programs in this process against an engine, with the variables that a language host sets.</summary>
internal static class Programs
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static Dictionary<string, string> Variables(RecordingEngine engine) => new()
    {
        ["PULUMI_MONITOR"] = engine.Address,
        ["PULUMI_ENGINE"] = engine.Address,
        ["PULUMI_PROJECT"] = "proj",
        ["PULUMI_STACK"] = "dev",
        ["PULUMI_DRY_RUN"] = engine.IsPreview ? "true" : "false",
        ["PULUMI_QUERY_MODE"] = "false",
        ["PULUMI_PARALLEL"] = "16",
    };

    public static Task<ProgramResult> RunAsync(this RecordingEngine engine, Action program)
        => engine.RunAsync(() =>
        {
            program();
            return new Dictionary<string, object?>();
        });

    public static Task<ProgramResult> RunAsync(this RecordingEngine engine, Func<Dictionary<string, object?>> program, StackOptions? options = null)
        => RunAsync(Variables(engine), host => Deployment.RunAsync(
            host, () => Task.FromResult<IDictionary<string, object?>>(program()), options));

    public static Task<ProgramResult> RunAsync(this RecordingEngine engine, Func<Task> program)
        => RunAsync(Variables(engine), host => Deployment.RunAsync(
            host,
            async () =>
            {
                await program();
                return new Dictionary<string, object?>();
            },
            null));

    public static Task<ProgramResult> RunStackAsync<TStack>(this RecordingEngine engine)
        where TStack : Stack, new()
        => RunAsync(Variables(engine), static host => Deployment.RunAsync(host, static () => new TStack()));

    public static async Task<ProgramResult> RunAsync(Dictionary<string, string> variables, Func<Host, Task<int>> run)
    {
        int? processExitCode = null;
        var error = new StringWriter();
        var host = new Host(variables.GetValueOrDefault, error, code => processExitCode = code);
        var exitCode = await run(host).WaitAsync(Patience);
        return new ProgramResult(exitCode, processExitCode, error.ToString());
    }
}
