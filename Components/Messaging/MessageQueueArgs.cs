using System.Globalization;
using Infra.Components.Identity;
using Infra.Components.Naming;
using Pulumi;

namespace Infra.Components.Messaging;

/// <summary>What a <see cref="MessageQueue"/> is made of.</summary>
public sealed class MessageQueueArgs : ResourceArgs
{
    private const string FifoSuffix = ".fifo";

    /// <summary>The queue's name in AWS, at most 80 characters; a FIFO queue's ends in `.fifo`.</summary>
    public required string PhysicalName { get; init; }

    /// <summary>The name of the dead-letter queue, of the same kind. Default: the queue's with `-dlq` behind it, before `.fifo`.</summary>
    public string DeadLetterName
    {
        get => field ?? Naming.PhysicalName.Fit(
            PhysicalName.EndsWith(FifoSuffix, StringComparison.Ordinal) ? $"{PhysicalName[..^FifoSuffix.Length]}-dlq{FifoSuffix}" : $"{PhysicalName}-dlq",
            PhysicalNameKind.Queue);
        init;
    }

    /// <summary>
    /// Seconds for which a message is hidden from others while one receiver works on it, 0 to 43200. Shorter than the work, it is done twice.
    /// </summary>
    public required int VisibilityTimeoutSeconds { get; init; }

    /// <summary>How often a message is received before it counts as dead, 1 to 1000. Default: 5.</summary>
    public int MaximumReceives { get; init; } = 5;

    /// <summary>Seconds for which messages are kept, 60 to 1209600. Default: 345600, four days.</summary>
    public int RetentionSeconds { get; init; } = 345_600;

    /// <summary>
    /// Seconds for which dead letters are kept, counted from when they were first sent: not less than
    /// <see cref="RetentionSeconds"/>. Default: 1209600, 14 days, the longest.
    /// </summary>
    public int DeadLetterRetentionSeconds { get; init; } = SecureQueues.LongestRetentionSeconds;

    /// <summary>Seconds for which a receiver waits at an empty queue, 0 to 20. Default: 20, which costs the fewest requests.</summary>
    public int ReceiveWaitSeconds { get; init; } = 20;

    /// <summary>How the order of messages is kept: makes it a FIFO queue. Default: null, a standard queue.</summary>
    public MessageOrder? Order { get; init; }

    /// <summary>Further statements of the queue's policy, given its ARN. Default: none.</summary>
    public Func<Output<string>, IEnumerable<PolicyStatement>> Statements { get; init; } = _ => [];

    internal void Validate(string name)
    {
        var faults = Faults().Select(fault => $"Queue '{name}': {fault}").ToList();
        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, faults));
        }
    }

    private IEnumerable<string> Faults() =>
    [
        .. NameFaults(nameof(PhysicalName), PhysicalName),
        .. NameFaults(nameof(DeadLetterName), DeadLetterName),
        .. RangeFaults(nameof(VisibilityTimeoutSeconds), VisibilityTimeoutSeconds, 0, 43_200),
        .. RangeFaults(nameof(MaximumReceives), MaximumReceives, 1, 1000),
        .. RangeFaults(nameof(RetentionSeconds), RetentionSeconds, 60, SecureQueues.LongestRetentionSeconds),
        .. RangeFaults(nameof(DeadLetterRetentionSeconds), DeadLetterRetentionSeconds, RetentionSeconds, SecureQueues.LongestRetentionSeconds),
        .. RangeFaults(nameof(ReceiveWaitSeconds), ReceiveWaitSeconds, 0, 20),
    ];

    private IEnumerable<string> NameFaults(string property, string value)
    {
        if (value.Length is 0 || value.Length > Naming.PhysicalName.Limit(PhysicalNameKind.Queue))
        {
            yield return $"{property} is '{value}'. It must have 1 to 80 characters. Shorten it with {nameof(Naming.PhysicalName)}.Fit.";
        }

        if (value.EndsWith(FifoSuffix, StringComparison.Ordinal) != Order is not null)
        {
            yield return Order is null
                ? $"{property} is '{value}' without {nameof(Order)}. Only the names of FIFO queues end in {FifoSuffix}. Set {nameof(Order)} or rename it."
                : $"{property} is '{value}' with {nameof(Order)}. The name of a FIFO queue ends in {FifoSuffix}. Append it.";
        }
    }

    private static IEnumerable<string> RangeFaults(string property, int value, int least, int most)
    {
        if (value < least || value > most)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{property} is {value}. It must be from {least} to {most}. Choose a number there.");
        }
    }
}
