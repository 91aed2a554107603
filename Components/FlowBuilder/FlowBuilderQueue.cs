using Infra.Components.Messaging;
using Pulumi;

namespace Infra.Components.FlowBuilder;

/// <summary>Makes the queue between scheduler, API and workers, as both variants have it.</summary>
public static class FlowBuilderQueue
{
    // Longer than a workflow may run, which the application ends after 240 seconds: shorter, and a second worker would run it again.
    private const int VisibilitySeconds = 300;
    private const int MaximumReceives = 5;

    /// <summary>Creates the queue of workflows and the one of those that nobody manages to run, as a child of <paramref name="parent"/>.</summary>
    public static MessageQueue Create(string name, FlowBuilderNames names, Resource parent)
    {
        ArgumentNullException.ThrowIfNull(names);
        return new MessageQueue(name, new MessageQueueArgs
        {
            PhysicalName = names.Queue,
            DeadLetterName = names.DeadLetterQueue,
            VisibilityTimeoutSeconds = VisibilitySeconds,
            MaximumReceives = MaximumReceives,
        }, new ComponentResourceOptions { Parent = parent });
    }
}
