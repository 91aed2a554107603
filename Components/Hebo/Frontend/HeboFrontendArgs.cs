using Infra.Components.Secrets;
using Pulumi;

namespace Infra.Components.Hebo.Frontend;

/// <summary>What a <see cref="HeboFrontend"/> is made of.</summary>
internal sealed class HeboFrontendArgs : ResourceArgs
{
    /// <summary>The names of the stage.</summary>
    public required HeboNames Names { get; init; }

    /// <summary>The region of everything that lies in a region.</summary>
    public required string Region { get; init; }

    /// <summary>How far the bucket resists deletion.</summary>
    public required DataProtection DataProtection { get; init; }

    /// <summary>Days that logs are kept.</summary>
    public required int LogRetentionDays { get; init; }

    /// <summary>Its own address. Default: null, CloudFront's default name and certificate.</summary>
    public HeboDomain? Domain { get; init; }

    /// <summary>The folder that OpenNext built (`.open-next`), relative to the program's. Default: null, a placeholder answers.</summary>
    public string? BuildDirectory { get; init; }

    /// <summary>The API's address with its scheme. Default: null, the services do not exist yet.</summary>
    public Input<string>? ApiUrl { get; init; }

    /// <summary>The Gateway's address with its scheme. Default: null, the services do not exist yet.</summary>
    public Input<string>? GatewayUrl { get; init; }

    /// <summary>The id of the Stack Auth project, for browsers and server.</summary>
    public required string StackProjectId { get; init; }

    /// <summary>The publishable client key of the Stack Auth project, for browsers and server.</summary>
    public required string StackPublishableClientKey { get; init; }

    /// <summary>The server key of the Stack Auth project: for the server alone, and never by a public variable.</summary>
    public required StoredSecret ServerKey { get; init; }
}
