namespace Infra.Preview.Diagrams;

/// <summary>What an arrow means, the strongest first: where several hold between two nodes, one arrow of the strongest kind is drawn.</summary>
public enum EdgeKind
{
    /// <summary>Network traffic that a listener, a security group rule, an origin or a route lets through.</summary>
    Traffic,

    /// <summary>Something that happens at the source starts something at the target.</summary>
    Event,

    /// <summary>The source is configured with the target: an address, a secret, an image, a mount.</summary>
    Data,

    /// <summary>The source's role allows actions on the target.</summary>
    Permission,
}
