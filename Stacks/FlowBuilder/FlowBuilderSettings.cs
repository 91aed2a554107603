using Infra.Components;
using Infra.Stacks.Settings;
using Infra.Stacks.Settings.Constraints;
using Pulumi;

namespace Infra.Stacks.FlowBuilder;

/// <summary>The settings of Flow Builder: which variant it is, and what both share. The records it stands on hold those of one variant.</summary>
public sealed record FlowBuilderSettings : FlowBuilderServiceSettings
{
    internal const string TagPattern = "^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$";
    internal const string TagAllowed = "an image's tag: 1 to 128 letters, digits, dots, hyphens and underscores";

    private const string Product = "flow-builder";

    /// <summary>The variant.</summary>
    [Setting(
        "Which Flow Builder it is: standard (its own network, database and services) or ultraCostOptimized (a Spot task per message, in an "
        + "existing network, with an external database).")]
    public FlowBuilderVariant Variant { get; init; } = FlowBuilderVariant.Standard;

    /// <summary>How names begin.</summary>
    [Setting("How the names of the system's parts begin; unique among the Flow Builders of an account.", example: "flow-builder-dev")]
    [Pattern(
        "^(?!internal-|sg-)(?!.*--)[a-z][a-z0-9-]{1,20}[a-z0-9]$",
        "3 to 22 lower-case letters, digits and single hyphens, starting with a letter, not with internal- or sg-, and not ending in a hyphen")]
    public string NamePrefix { get; init; } = Product;

    /// <summary>The database's name.</summary>
    [Setting("The name of the database.")]
    [Pattern("^[A-Za-z][A-Za-z0-9_]{0,62}$", "1 to 63 letters, digits and underscores, starting with a letter")]
    public string DbName { get; init; } = "flowbuilder";

    /// <summary>The database's user.</summary>
    [Setting("The name of the database's user.")]
    [Pattern("^(?!(admin|rdsadmin)$)[A-Za-z][A-Za-z0-9_]{0,62}$", "1 to 63 letters, digits and underscores, starting with a letter, and neither admin nor rdsadmin")]
    public string DbUsername { get; init; } = "flowbuilder";

    /// <summary>The database's password.</summary>
    [Setting(
        "The password of the database's user.",
        defaultText: "standard: 40 random letters and digits; ultra: a placeholder, which `pending` names",
        note: "The application pastes it into an address, unescaped.")]
    [Secret("placeholder-database-password-000000")]
    [Pattern("^[A-Za-z0-9_.~-]{16,64}$", "16 to 64 letters, digits and _.~-")]
    public Output<string>? DbPassword { get; init; }

    /// <summary>The worker's image.</summary>
    [Setting("The tag of the worker's image in its repository.", defaultText: "none: no worker starts", example: "1.0.0")]
    [Pattern(TagPattern, TagAllowed)]
    public string? WorkerImageTag { get; init; }

    /// <summary>The scheduler's image.</summary>
    [Setting(
        "The tag of the scheduler's image in its repository.",
        defaultText: "none: a placeholder logs that it was called",
        example: "1.0.0")]
    [Pattern(TagPattern, TagAllowed)]
    public string? SchedulerImageTag { get; init; }

    /// <summary>The cleanup's image.</summary>
    [Setting(
        "The tag of the cleanup's image in the scheduler's repository.",
        defaultText: "none: a placeholder logs that it was called, and the scheduler removes what expired",
        example: "cleanup-1.0.0",
        note: "The document gives its size but neither trigger nor code; it runs every hour.")]
    [Pattern(TagPattern, TagAllowed)]
    public string? CleanupImageTag { get; init; }

    /// <summary>Whether users' credentials are kept in the database.</summary>
    [Setting(
        "Whether users' credentials are kept encrypted in the database; otherwise the application makes a Secrets Manager secret of each.")]
    public bool UseDbSecrets { get; init; } = true;

    /// <summary>The key that encrypts users' credentials.</summary>
    [Setting("The key that encrypts users' credentials in the database: 32 bytes in base64.", defaultText: "32 random bytes")]
    [Secret("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [Pattern("^[A-Za-z0-9+/]{43}=$", "32 bytes in base64: 43 characters and =")]
    public Output<string>? SecretEncryptionKey { get; init; }

    /// <summary>The salt of that encryption.</summary>
    [Setting("The salt that the encryption's key is derived with.", defaultText: "40 random letters and digits")]
    [Secret("placeholder-encryption-salt")]
    [Pattern("^[!-~]{8,256}$", "8 to 256 printable ASCII characters without spaces")]
    public Output<string>? SecretEncryptionSalt { get; init; }

    /// <summary>The password of that encryption.</summary>
    [Setting("The password that the encryption's key is derived from.", defaultText: "40 random letters and digits")]
    [Secret("placeholder-encryption-password")]
    [Pattern("^[!-~]{16,256}$", "16 to 256 printable ASCII characters without spaces")]
    public Output<string>? SecretEncryptionPassword { get; init; }

    /// <summary>Whether there are alarms.</summary>
    [Setting(
        "Whether alarms watch load, backlog and failures.",
        defaultText: "standard: false in development, true elsewhere; ultra: false",
        example: "true")]
    public bool? CreateAlarms { get; init; }

    /// <summary>Who is told of alarms.</summary>
    [Setting("The e-mail address that alarms are sent to; its owner must confirm.", defaultText: "none", example: "on-call@example.com")]
    [Pattern("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", "an e-mail address")]
    public string? AlarmEmail { get; init; }

    /// <summary>What else alarms set off.</summary>
    [Setting(
        "The ARNs of what alarms set off besides the stack's own topic.",
        defaultText: "none",
        example: "arn:aws:sns:us-east-1:123456789012:on-call")]
    [Pattern("^arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:[0-9]*:\\S+$", "an ARN, such as arn:aws:sns:us-east-1:123456789012:on-call")]
    [Count(0, 4)]
    public IReadOnlyList<string> AlarmActions { get; init; } = [];

    /// <summary>How long logs are kept.</summary>
    [Setting("Days that logs are kept.")]
    [DefaultIn(DeploymentEnvironment.Staging, 30)]
    [DefaultIn(DeploymentEnvironment.Prod, 90)]
    [OneOf(1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653)]
    public int LogRetentionDays { get; init; } = 7;

    /// <summary>Whether data resists deletion.</summary>
    [Setting("Whether database, load balancer, secrets and repositories are protected from deletion and outlive a destroyed stack.")]
    [DefaultIn(DeploymentEnvironment.Prod, true)]
    public bool ProtectData { get; init; }

    internal bool IsUltra => Variant == FlowBuilderVariant.UltraCostOptimized;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> IdentityTags(DeploymentEnvironment environment, string stack)
    {
        var tags = ProductTags("Project", Product, environment);
        return IsUltra ? new Dictionary<string, string>(tags, StringComparer.Ordinal) { ["Component"] = "ultra-cost-worker" } : tags;
    }

    /// <inheritdoc/>
    public override void Check(SettingsCheck check)
    {
        base.Check(check);
        FlowBuilderChecks.Run(this, check);
        FlowBuilderStandardChecks.Run(this, check);
        FlowBuilderUltraChecks.Run(this, check);
    }

    internal bool WantsAlarms(DeploymentEnvironment environment) =>
        CreateAlarms ?? (!IsUltra && environment != DeploymentEnvironment.Dev);
}
