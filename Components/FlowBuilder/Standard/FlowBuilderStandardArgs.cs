using Pulumi;

namespace Infra.Components.FlowBuilder.Standard;

/// <summary>What a <see cref="FlowBuilderStandard"/> is made of.</summary>
public sealed class FlowBuilderStandardArgs : ResourceArgs
{
    /// <summary>The system's names.</summary>
    public required FlowBuilderNames Names { get; init; }

    /// <summary>The region.</summary>
    public required string Region { get; init; }

    /// <summary>What the stack is for.</summary>
    public required DeploymentEnvironment Environment { get; init; }

    /// <summary>How far data resists deletion.</summary>
    public required DataProtection DataProtection { get; init; }

    /// <summary>Where the network lies.</summary>
    public required FlowBuilderNetworkLayout Network { get; init; }

    /// <summary>How large the database is.</summary>
    public required FlowBuilderDatabaseLayout Database { get; init; }

    /// <summary>How large the API is.</summary>
    public required FlowBuilderServiceLayout Api { get; init; }

    /// <summary>How large the worker is.</summary>
    public required FlowBuilderServiceLayout Worker { get; init; }

    /// <summary>The frontend's address.</summary>
    public required string ClerkFrontendUrl { get; init; }

    /// <summary>Days that logs are kept.</summary>
    public required int LogRetentionDays { get; init; }

    /// <summary>Clerk's key. Default: null, a placeholder.</summary>
    public Input<string>? ClerkSecretKey { get; init; }

    /// <summary>The ARN of the certificate of HTTPS. Default: null, HTTP only.</summary>
    public Input<string>? CertificateArn { get; init; }

    /// <summary>Whether users' credentials are kept encrypted in the database. Default: they are.</summary>
    public bool UsesDatabaseSecrets { get; init; } = true;

    /// <summary>The key that encrypts them, 32 bytes in base64. Default: null, random.</summary>
    public Input<string>? EncryptionKey { get; init; }

    /// <summary>The salt of that encryption. Default: null, random.</summary>
    public Input<string>? EncryptionSalt { get; init; }

    /// <summary>The password of that encryption. Default: null, random.</summary>
    public Input<string>? EncryptionPassword { get; init; }

    /// <summary>Further variables of API and worker, none of them secret. Default: none.</summary>
    public IReadOnlyDictionary<string, string> FurtherVariables { get; init; } = new Dictionary<string, string>();

    /// <summary>The tag of the scheduler's image. Default: null, a placeholder runs.</summary>
    public string? SchedulerImageTag { get; init; }

    /// <summary>The tag of the cleanup's image. Default: null, a placeholder logs its calls.</summary>
    public string? CleanupImageTag { get; init; }

    /// <summary>Whether alarms watch load, backlog and failures.</summary>
    public required bool CreatesAlarms { get; init; }

    /// <summary>Whether a dashboard shows load and backlog.</summary>
    public required bool CreatesDashboard { get; init; }

    /// <summary>The e-mail address that alarms are sent to. Default: null, none.</summary>
    public string? AlarmEmail { get; init; }

    /// <summary>The ARNs of what else alarms set off. Default: none.</summary>
    public IReadOnlyList<string> AlarmActions { get; init; } = [];
}
