namespace Infra.Preview.Diagrams;

/// <summary>The family that a drawn resource belongs to; it decides the colour.</summary>
public enum NodeKind
{
    /// <summary>Someone or something outside of the account.</summary>
    Outside,

    /// <summary>Load balancing, content delivery, gateways, endpoints.</summary>
    Network,

    /// <summary>Whatever runs code.</summary>
    Compute,

    /// <summary>Databases, buckets, file systems, image repositories.</summary>
    Storage,

    /// <summary>Queues, topics, rules, pipes.</summary>
    Messaging,

    /// <summary>Secrets, roles, identity providers.</summary>
    Security,

    /// <summary>Alarms.</summary>
    Observability,
}
