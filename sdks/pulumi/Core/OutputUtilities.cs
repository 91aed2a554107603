using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.Utilities;

/// <summary>Looks inside outputs and makes unusual ones. Meant for tests and tools rather than for programs.</summary>
public static class OutputUtilities
{
    /// <summary>Makes an output that is unknown, as a computed property is in a preview.</summary>
    public static Output<T> CreateUnknown<T>(T value) => new(Task.FromResult(OutputData.Unknown(value)));

    /// <summary>Makes an output that is unknown. The factory is not called, because nothing may read the value.</summary>
#pragma warning disable IDE0060 // The published API takes the factory; an unknown output never needs it.
    public static Output<T> CreateUnknown<T>(Func<Task<T>> valueFactory) => new(Task.FromResult(OutputData.Unknown(default(T)!)));
#pragma warning restore IDE0060

    /// <summary>Tells whether the value is known, once the output is complete.</summary>
    public static async Task<bool> GetIsKnownAsync<T>(Output<T> output)
    {
        var data = await output.DataTask.ConfigureAwait(false);
        return data.IsKnown;
    }

    /// <summary>The value, once the output is complete; the default value when it is unknown.</summary>
    public static async Task<T> GetValueAsync<T>(Output<T> output)
    {
        var data = await output.DataTask.ConfigureAwait(false);
        return data.Value;
    }

    /// <summary>The resources that the value was computed from, once the output is complete.</summary>
    public static async Task<ImmutableHashSet<Resource>> GetDependenciesAsync<T>(Output<T> output)
    {
        var data = await output.DataTask.ConfigureAwait(false);
        return data.Resources;
    }

    /// <summary>Makes a copy of an output that depends on one resource more.</summary>
    public static Output<T> WithDependency<T>(Output<T> output, Resource resource)
    {
        return new Output<T>(AddAsync());

        async Task<OutputData<T>> AddAsync()
        {
            var data = await output.DataTask.ConfigureAwait(false);
            return data with { Resources = data.Resources.Add(resource) };
        }
    }
}
