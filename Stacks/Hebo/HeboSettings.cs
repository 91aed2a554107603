using Infra.Components;
using Infra.Components.Network;
using Infra.Stacks.Settings;
using Infra.Stacks.Settings.Constraints;
using Pulumi;

namespace Infra.Stacks.Hebo;

/// <summary>The settings of Hebo. The records it stands on hold those of its parts.</summary>
public sealed record HeboSettings : HeboFrontendSettings
{
    /// <summary>The stage of the environment prod.</summary>
    public const string Production = "production";

    /// <summary>The form of a stage: 20 characters keep every name built from it within what AWS takes.</summary>
    internal const string StagePattern = "^(?!internal(-|$))(?!.*--)[a-z]([a-z0-9-]{0,18}[a-z0-9])?$";

    internal const string StageAllowed =
        "1 to 20 lower-case letters, digits and single hyphens, starting with a letter, neither ending in a hyphen nor starting with internal-";

    /// <summary>The stage.</summary>
    [Setting(
        "The name of a preview: names and the frontend's address begin with it, so it is unique in its account: CloudFront and global clusters know no regions.",
        defaultText: "`production` in prod, the stack's name elsewhere",
        example: "pr42")]
    [Pattern(StagePattern, StageAllowed)]
    public string? Stage { get; init; }

    /// <summary>The Stack Auth project.</summary>
    [Setting(
        "The id of the project in Stack Auth. It is public.",
        defaultText: "a placeholder: `pending` says so",
        example: "9f2c1f0e-6f5b-4c0e-9d0c-0b5f4a3e2d1c")]
    [Pattern("^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$", "a UUID, such as 9f2c1f0e-6f5b-4c0e-9d0c-0b5f4a3e2d1c")]
    public string? StackProjectId { get; init; }

    /// <summary>The Stack Auth project's publishable key.</summary>
    [Setting(
        "The publishable client key of the Stack Auth project. It is public: browsers get it.",
        defaultText: "a placeholder: `pending` says so",
        example: "pck_example")]
    [Pattern("^(?!ssk_)[!-~]{1,256}$", "1 to 256 printable ASCII characters without spaces, and not a server key (ssk_…)")]
    public string? StackPublishableClientKey { get; init; }

    /// <summary>The Stack Auth project's server key.</summary>
    [Setting("The secret server key of the Stack Auth project.", defaultText: "a placeholder: `pending` gives the command that replaces it")]
    [Secret("placeholder-stack-secret-server-key")]
    [Pattern("^[!-~]{1,256}$", "1 to 256 printable ASCII characters without spaces")]
    public Output<string>? StackSecretServerKey { get; init; }

    /// <summary>Groq's key.</summary>
    [Setting("The key of Groq's API, which the Gateway calls.", defaultText: "none: the Gateway has no such provider")]
    [Secret("placeholder-groq-api-key")]
    [Pattern("^[!-~]{1,256}$", "1 to 256 printable ASCII characters without spaces")]
    public Output<string>? GroqApiKey { get; init; }

    /// <summary>Voyage's key.</summary>
    [Setting("The key of Voyage's API, which the Gateway calls.", defaultText: "none: the Gateway has no such provider")]
    [Secret("placeholder-voyage-api-key")]
    [Pattern("^[!-~]{1,256}$", "1 to 256 printable ASCII characters without spaces")]
    public Output<string>? VoyageApiKey { get; init; }

    /// <summary>How many NAT gateways.</summary>
    [Setting("How many NAT gateways lead the private subnets to the internet: 0, 1 shared by both zones, or 2, one per zone.")]
    [Between(0, 2)]
    [DefaultIn(DeploymentEnvironment.Prod, 2)]
    public int NatGateways { get; init; } = 1;

    /// <summary>Whether there is a bastion.</summary>
    [Setting("Whether an instance lets developers reach the database through Session Manager.")]
    [DefaultIn(DeploymentEnvironment.Prod, false)]
    public bool EnableBastion { get; init; } = true;

    /// <summary>Zones that are passed over.</summary>
    [Setting("The zones, by id, that the networks pass over. The default lists those without Fargate and App Runner capacity.", example: "use1-az3")]
    [Pattern("^[a-z]{2,4}[0-9]-az[0-9]$", "a zone's id, such as use1-az3")]
    public IReadOnlyList<string> ExcludedZoneIds { get; init; } = AvailabilityZones.WithoutFargate;

    /// <summary>How long logs are kept.</summary>
    [Setting("Days that logs are kept.")]
    [OneOf(1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653)]
    [DefaultIn(DeploymentEnvironment.Prod, 30)]
    public int LogRetentionDays { get; init; } = 7;

    /// <summary>Who gets alarms.</summary>
    [Setting(
        "The address that gets alarms of database, services and frontend by mail, once it has confirmed the first mail.",
        defaultText: "none: there are no alarms",
        example: "operations@example.com")]
    [Pattern("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", "a mail address, such as operations@example.com")]
    public string? AlarmEmail { get; init; }

    /// <summary>Whether data outlives the stack.</summary>
    [Setting("Whether database, secrets and buckets are protected from deletion and outlive a destroyed stack.")]
    [DefaultIn(DeploymentEnvironment.Prod, true)]
    public bool ProtectData { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> IdentityTags(DeploymentEnvironment environment, string stack) =>
        new Dictionary<string, string>(StringComparer.Ordinal) { ["App"] = "hebo", ["Stage"] = StageOf(environment, stack) };

    /// <inheritdoc/>
    public override void Check(SettingsCheck check)
    {
        base.Check(check);
        HeboStageChecks.Run(this, check);
        HeboDatabaseChecks.Run(this, check);
        HeboServiceChecks.Run(this, check);
        HeboFrontendChecks.Run(this, check);
        HeboBuildChecks.Run(this, check);
    }

    /// <summary>The stage: production in prod, else the one given or the stack's name.</summary>
    internal string StageOf(DeploymentEnvironment environment, string stack) =>
        environment == DeploymentEnvironment.Prod ? Production : Stage ?? stack;

    /// <summary>The frontend's host name: the one given, or `cloud` in the zone, below the stage in previews.</summary>
    internal string HostOf(DeploymentEnvironment environment, string stack)
    {
        var cloud = $"cloud.{HostedZoneName}";
        return DomainName ?? (environment == DeploymentEnvironment.Prod ? cloud : $"{StageOf(environment, stack)}.{cloud}");
    }
}
