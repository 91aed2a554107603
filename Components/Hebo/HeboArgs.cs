using Infra.Components.Network;
using Pulumi;

namespace Infra.Components.Hebo;

/// <summary>What a <see cref="Hebo"/> is made of.</summary>
public sealed class HeboArgs : ResourceArgs
{
    /// <summary>The stage: `production`, or a preview's name of at most 20 lower-case letters, digits and hyphens.</summary>
    public required string Stage { get; init; }

    /// <summary>The region of the system.</summary>
    public required string Region { get; init; }

    /// <summary>The names of the network's two zones.</summary>
    public required IReadOnlyList<string> AvailabilityZones { get; init; }

    /// <summary>How far data resists deletion.</summary>
    public required DataProtection DataProtection { get; init; }

    /// <summary>How private subnets reach the internet.</summary>
    public required NatGateways NatGateways { get; init; }

    /// <summary>Whether an instance leads developers to the database.</summary>
    public required bool Bastion { get; init; }

    /// <summary>The database.</summary>
    public required HeboDatabaseSettings Database { get; init; }

    /// <summary>API and Gateway.</summary>
    public required HeboServiceSettings Services { get; init; }

    /// <summary>The project that users sign in with.</summary>
    public required HeboStackAuth StackAuth { get; init; }

    /// <summary>Keys of model providers, by the name of the Gateway's environment variable. Default: none.</summary>
    public IReadOnlyDictionary<string, Input<string>> ProviderKeys { get; init; } = new Dictionary<string, Input<string>>();

    /// <summary>The system's own addresses. Default: null, those that AWS makes.</summary>
    public HeboDomain? Domain { get; init; }

    /// <summary>The folder that OpenNext built, relative to the program's. Default: null, a placeholder answers.</summary>
    public string? FrontendBuildDirectory { get; init; }

    /// <summary>Days that logs are kept.</summary>
    public required int LogRetentionDays { get; init; }

    /// <summary>Who gets alarms by mail. Default: null, there are none.</summary>
    public string? AlarmEmail { get; init; }
}
