using Infra.Stacks.Settings;
using Infra.Stacks.Settings.Constraints;

namespace Infra.Stacks.Hebo;

/// <summary>Hebo's settings of the frontend and its address.</summary>
public abstract record HeboFrontendSettings : HeboServiceSettings
{
    private const string HostName = "^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$";

    /// <summary>The frontend's build.</summary>
    [Setting(
        "The folder `.open-next` that OpenNext built of the Next.js application.",
        defaultText: "none: a placeholder answers, and everything else of the frontend exists")]
    [FolderWith("open-next.output.json")]
    public string? FrontendBuildDir { get; init; }

    /// <summary>Whether there is a domain.</summary>
    [Setting("Whether the system has addresses of its own in the hosted zone, with certificates and DNS records.")]
    public bool EnableCustomDomain { get; init; } = true;

    /// <summary>The frontend's host name.</summary>
    [Setting(
        "The host name of the frontend, inside the hosted zone.",
        defaultText: "`cloud.ZONE` in production, `STAGE.cloud.ZONE` in previews",
        example: "cloud.hebo.ai")]
    [Pattern(HostName, "a host name, such as cloud.hebo.ai")]
    public string? DomainName { get; init; }

    /// <summary>The hosted zone's name.</summary>
    [Setting("The name of the public hosted zone in Route 53, which must exist.")]
    [Pattern(HostName, "a domain's name, such as hebo.ai")]
    public string HostedZoneName { get; init; } = "hebo.ai";

    /// <summary>The hosted zone's id.</summary>
    [Setting("The id of the hosted zone.", defaultText: "looked up by `hostedZoneName`", example: "Z0123456789ABCDEFGHIJ")]
    [Pattern("^Z[A-Z0-9]{1,31}$", "a hosted zone's id, which starts with Z")]
    public string? HostedZoneId { get; init; }
}
