using Pulumi;

namespace Infra.Components.Edge;

/// <summary>What a distribution does with requests of certain paths.</summary>
public sealed record EdgeBehavior
{
    /// <summary>The origin's name within the distribution.</summary>
    public required string OriginId { get; init; }

    /// <summary>The id of the cache policy: what tells cached answers apart and how long they live.</summary>
    public required Input<string> CachePolicyId { get; init; }

    /// <summary>The id of the origin request policy: what of a request the origin sees. Default: null, what the cache policy names.</summary>
    public Input<string>? OriginRequestPolicyId { get; init; }

    /// <summary>The ARN of the CloudFront function that sees each request first. Default: null, none.</summary>
    public Input<string>? ViewerRequestFunctionArn { get; init; }

    /// <summary>Whether methods that change something pass. Default: reading ones alone.</summary>
    public bool AllowsWrites { get; init; }

    internal string[] Methods => AllowsWrites
        ? ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"]
        : ["GET", "HEAD", "OPTIONS"];
}
