using System.Collections.Immutable;
using Pulumi;
using Pulumi.Serialization;

namespace Infra.Tests.Sdks.Pulumi.Values;

/// <summary>Makes outputs in every state and looks inside them.</summary>
internal static class Outputs
{
    public static Output<T> Of<T>(T value, bool known = true, bool secret = false, params Resource[] resources)
        => new(Task.FromResult(new OutputData<T>([.. resources], value, known, secret)));

    public static Output<T> Unknown<T>(bool secret = false, params Resource[] resources) => Of(default(T)!, false, secret, resources);

    public static Output<T> Faulted<T>(string message) => new(Task.FromException<OutputData<T>>(new InvalidOperationException(message)));

    /// <summary>An output that completes after the caller has gone on.</summary>
    public static Output<T> Later<T>(T value, bool known = true, bool secret = false, params Resource[] resources)
    {
        return new Output<T>(CompleteAsync());

        async Task<OutputData<T>> CompleteAsync()
        {
            await Task.Yield();
            return new OutputData<T>([.. resources], value, known, secret);
        }
    }

    public static Resource Resource(string name) => new DependencyResource($"urn:pulumi:stack::project::test:index:Thing::{name}");

    public static Task<OutputData<T>> DataAsync<T>(this Output<T> output) => output.DataTask;

    public static Task<OutputData<T>> DataAsync<T>(this Input<T> input) => input.ToOutput().DataTask;

    public static async Task<string[]> UrnsAsync(this IEnumerable<Resource> resources)
    {
        var urns = await Task.WhenAll(resources.Select(resource => resource.Urn.DataTask));
        return [.. urns.Select(urn => urn.Value).Order(StringComparer.Ordinal)];
    }

    /// <summary>The value of a known output; fails the test's await otherwise.</summary>
    public static async Task<T> ValueAsync<T>(this Output<T> output)
    {
        var data = await output.DataTask;
        return data.IsKnown ? data.Value : throw new InvalidOperationException("The output is unknown.");
    }

    public static ImmutableHashSet<Resource> Set(params Resource[] resources) => [.. resources];
}
