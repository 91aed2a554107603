using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>What an output turns out to be: its value, what is known about it, and the resources it was computed from.</summary>
internal readonly record struct OutputData<T>(ImmutableHashSet<Resource> Resources, T Value, bool IsKnown, bool IsSecret)
{
    /// <summary>The same fact with the value replaced; an unknown source stays unknown and loses its value.</summary>
    public OutputData<TResult> AsUnknown<TResult>() => new(Resources, default!, false, IsSecret);
}

/// <summary>Makers and combiners of <see cref="OutputData{T}"/>.</summary>
internal static class OutputData
{
    public static OutputData<T> Known<T>(T value, bool isSecret = false) => new(ImmutableHashSet<Resource>.Empty, value, true, isSecret);

    public static OutputData<T> Unknown<T>(T value) => new(ImmutableHashSet<Resource>.Empty, value, false, false);

    public static OutputData<T> Combine<T>(ImmutableHashSet<Resource> resources, bool isSecret, OutputData<T> inner)
        => new(Union(resources, inner.Resources), inner.Value, inner.IsKnown, isSecret || inner.IsSecret);

    public static ImmutableHashSet<Resource> Union(ImmutableHashSet<Resource> first, ImmutableHashSet<Resource> second)
        => first.IsEmpty || ReferenceEquals(first, second) ? second : second.IsEmpty ? first : first.Union(second);
}

/// <summary>Known, secret and resources of several outputs taken together: all known, any secret, every resource.</summary>
internal struct OutputSummary()
{
    public ImmutableHashSet<Resource> Resources { get; private set; } = ImmutableHashSet<Resource>.Empty;

    public bool IsKnown { get; private set; } = true;

    public bool IsSecret { get; private set; }

    public T Add<T>(OutputData<T> data)
    {
        Resources = OutputData.Union(Resources, data.Resources);
        IsKnown &= data.IsKnown;
        IsSecret |= data.IsSecret;
        return data.Value;
    }

    public readonly OutputData<T> With<T>(T value) => new(Resources, value, IsKnown, IsSecret);
}
