namespace Infra.Components.Messaging;

/// <summary>How a FIFO queue keeps the order of its messages.</summary>
public sealed record MessageOrder
{
    /// <summary>
    /// Whether two messages of the same body within five minutes count as one. Default: they do; otherwise senders must give every
    /// message a deduplication id.
    /// </summary>
    public bool DeduplicatesByContent { get; init; } = true;

    /// <summary>
    /// Whether order, deduplication and throughput count by message group: thousands of messages a second instead of 300.
    /// Default: they count by queue.
    /// </summary>
    public bool ThroughputPerGroup { get; init; }
}
