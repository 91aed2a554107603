using System.Globalization;

namespace Pulumi;

/// <summary>How long a provider may take for one resource. A limit that is null is the provider's own.</summary>
public sealed class CustomTimeouts
{
    /// <summary>Limit for creating the resource.</summary>
    public TimeSpan? Create { get; set; }

    /// <summary>Limit for updating the resource.</summary>
    public TimeSpan? Update { get; set; }

    /// <summary>Limit for deleting the resource.</summary>
    public TimeSpan? Delete { get; set; }

    internal Pulumirpc.RegisterResourceRequest.Types.CustomTimeouts ToMessage()
        => new() { Create = Format(Create), Update = Format(Update), Delete = Format(Delete) };

    // A tick is a hundred nanoseconds; the engine reads durations as Go writes them.
    private static string Format(TimeSpan? limit)
        => limit is { } value ? value.Ticks.ToString(CultureInfo.InvariantCulture) + "00ns" : "";
}
