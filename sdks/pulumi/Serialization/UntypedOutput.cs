using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>Makes outputs whose value type is only seen at run time.</summary>
internal static class UntypedOutput
{
    /// <summary>An output of the value's own type; of object when there is no value.</summary>
    public static IOutput Create(OutputData<object?> data) => data.Value switch
    {
        bool => Typed<bool>(data),
        double => Typed<double>(data),
        string => Typed<string>(data),
        ImmutableArray<object?> => Typed<ImmutableArray<object?>>(data),
        ImmutableDictionary<string, object?> => Typed<ImmutableDictionary<string, object?>>(data),
        Asset => Typed<Asset>(data),
        Archive => Typed<Archive>(data),
        Resource => Typed<Resource>(data),
        _ => Typed<object?>(data),
    };

    private static Output<T> Typed<T>(OutputData<object?> data)
        => new(Task.FromResult(new OutputData<T>(data.Resources, (T)data.Value!, data.IsKnown, data.IsSecret)));
}
