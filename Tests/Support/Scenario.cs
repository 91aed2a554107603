using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Infra.Preview;
using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Support;

/// <summary>A stack file of this repository, previewed with the built program once per test run.</summary>
internal sealed class Scenario
{
    private static readonly ConcurrentDictionary<(string Stack, bool Unknowns, string Set), Lazy<Task<Scenario>>> Cache = new();

    private Scenario(PreviewResult result) => Result = result;

    /// <summary>Everything that came of the preview.</summary>
    public PreviewResult Result { get; }

    /// <summary>What the program registered.</summary>
    public ResourceGraph Graph => Result.Graph;

    /// <summary>The stack outputs.</summary>
    public MapValue Outputs => Result.Outputs;

    /// <summary>The repository's folder.</summary>
    public static string RepositoryDirectory { get; } = Path.GetFullPath(Path.Combine(SourceDirectory(), "..", ".."));

    /// <summary>
    /// The preview of a stack: `hyperp-dev` is Stacks/Examples/Pulumi.hyperp-dev.yaml, `dev` is Pulumi.dev.yaml.
    /// A preview that fails fails the test with the program's own words.
    /// </summary>
    public static async Task<Scenario> Of(string stack, bool unknowns = false, params string[] set)
    {
        var scenario = await Cached(stack, unknowns, set);
        Assert.That(
            scenario.Result.ExitCode,
            Is.Zero,
            () => $"The preview of {stack} failed:\n{string.Join('\n', scenario.Result.Diagnostics.Select(entry => entry.Message).Concat(scenario.Result.ProgramOutput))}");
        return scenario;
    }

    /// <summary>The same without the demand that the preview succeeds.</summary>
    public static Task<Scenario> Failing(string stack, params string[] set) => Cached(stack, unknowns: false, set);

    private static Task<Scenario> Cached(string stack, bool unknowns, string[] set) =>
        Cache.GetOrAdd((stack, unknowns, string.Join('\n', set)), _ => new Lazy<Task<Scenario>>(() => RunAsync(stack, unknowns, set))).Value;

    private static async Task<Scenario> RunAsync(string stack, bool unknowns, string[] set)
    {
        var own = Path.Combine(RepositoryDirectory, $"Pulumi.{stack}.yaml");
        var example = Path.Combine(RepositoryDirectory, "Stacks", "Examples", $"Pulumi.{stack}.yaml");
        return new Scenario(await PreviewRunner.RunAsync(new PreviewRequest
        {
            Stack = File.Exists(own) ? own : example,
            Unknowns = unknowns,
            Set = set,
            CurrentDirectory = RepositoryDirectory,
        }));
    }

    private static string SourceDirectory([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
