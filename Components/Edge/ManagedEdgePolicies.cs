namespace Infra.Components.Edge;

/// <summary>Policies that CloudFront keeps, by id; they are the same in every account.</summary>
public static class ManagedEdgePolicies
{
    /// <summary>Cache policy CachingOptimized: as long as the origin says, by path alone, compressed.</summary>
    public const string CachingOptimized = "658327ea-f89d-4fab-a63d-7e88639e58f6";

    /// <summary>
    /// Origin request policy AllViewerExceptHostHeader: everything but `Host`, by which Lambda tells its addresses apart.
    /// </summary>
    public const string AllViewerExceptHostHeader = "b689b0a8-53d0-40ab-baf2-68738e2966ac";

    /// <summary>
    /// Response headers policy SecurityHeadersPolicy: HSTS, no sniffing of types, no framing by other sites, short referrers; an origin's
    /// own headers win, except over the one against sniffing.
    /// </summary>
    public const string SecurityHeaders = "67f7725c-6f97-4210-82d7-5512b31e9d03";
}
