using Pulumi;

namespace Infra.Components.Hebo;

/// <summary>What the database is like.</summary>
public sealed record HeboDatabaseSettings
{
    /// <summary>The user's name. Null: `hebo`.</summary>
    public Input<string>? Username { get; init; }

    /// <summary>The user's password. Null: generated.</summary>
    public Input<string>? Password { get; init; }

    /// <summary>The version of Aurora PostgreSQL, e.g. `17.5`.</summary>
    public required string EngineVersion { get; init; }

    /// <summary>The least capacity in Aurora capacity units, a multiple of 0.5; 0 lets it pause.</summary>
    public required double MinimumAcu { get; init; }

    /// <summary>The most capacity in Aurora capacity units, a multiple of 0.5.</summary>
    public required double MaximumAcu { get; init; }

    /// <summary>Minutes without a connection after which it pauses, while the least capacity is 0.</summary>
    public required int PauseMinutes { get; init; }

    /// <summary>How many readers it has besides the writer.</summary>
    public required int Readers { get; init; }

    /// <summary>Days that backups are kept.</summary>
    public required int BackupDays { get; init; }

    /// <summary>Whether clients reach it through a proxy.</summary>
    public required bool Proxy { get; init; }

    /// <summary>Whether it belongs to a global cluster.</summary>
    public required bool Global { get; init; }

    /// <summary>The second region of the global cluster. Default: null, none.</summary>
    public HeboSecondRegion? SecondRegion { get; init; }
}

/// <summary>A second region that the database is replicated to.</summary>
/// <param name="Provider">The provider of that region.</param>
/// <param name="AvailabilityZones">The names of two zones of that region.</param>
public sealed record HeboSecondRegion(ProviderResource Provider, IReadOnlyList<string> AvailabilityZones);
