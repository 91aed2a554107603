using Infra.Components.Containers;
using Infra.Components.Network;
using Pulumi;

namespace Infra.Components.FlowBuilder.Ultra;

/// <summary>What <see cref="FlowBuilderUltra"/> is made of.</summary>
public sealed class FlowBuilderUltraArgs : ResourceArgs
{
    /// <summary>The system's names.</summary>
    public required FlowBuilderNames Names { get; init; }

    /// <summary>The region.</summary>
    public required string Region { get; init; }

    /// <summary>How far secrets and repositories resist deletion.</summary>
    public required DataProtection DataProtection { get; init; }

    /// <summary>The VPC and its public subnets.</summary>
    public required ExistingNetwork Network { get; init; }

    /// <summary>The external database.</summary>
    public required ExternalDatabase Database { get; init; }

    /// <summary>What a worker's task gets. Default: a vCPU and 2 GiB.</summary>
    public FargateSize TaskSize { get; init; } = new(1024, 2048);

    /// <summary>The tag of the worker's image. Default: null, there is none yet and messages wait in the queue.</summary>
    public string? WorkerImageTag { get; init; }

    /// <summary>The tag of the scheduler's image. Default: null, a placeholder logs its calls.</summary>
    public string? SchedulerImageTag { get; init; }

    /// <summary>The tag of the cleanup's image in the scheduler's repository. Default: null, a placeholder logs its calls.</summary>
    public string? CleanupImageTag { get; init; }

    /// <summary>When the scheduler runs, as EventBridge writes it. Default: every five minutes.</summary>
    public string ScheduleExpression { get; init; } = FlowBuilderSchedulerArgs.EveryFiveMinutes;

    /// <summary>Whether users' credentials are kept in the database, encrypted. Default: they are.</summary>
    public bool UsesDatabaseSecrets { get; init; } = true;

    /// <summary>The key that encrypts them, 32 bytes in base64. Default: null, random.</summary>
    public Input<string>? EncryptionKey { get; init; }

    /// <summary>The salt of that encryption. Default: null, random.</summary>
    public Input<string>? EncryptionSalt { get; init; }

    /// <summary>The password of that encryption. Default: null, random.</summary>
    public Input<string>? EncryptionPassword { get; init; }

    /// <summary>Days that logs are kept. Default: 7.</summary>
    public int LogRetentionDays { get; init; } = 7;

    /// <summary>Whether tasks that stop before their workflow is done are collected in a queue. Default: they are not.</summary>
    public bool CollectsFailedTasks { get; init; }

    /// <summary>Whether there are alarms. Default: there are none.</summary>
    public bool HasAlarms { get; init; }

    /// <summary>The address that alarms are sent to. Default: null, none.</summary>
    public string? AlarmEmail { get; init; }

    /// <summary>The ARNs of what alarms set off besides the stack's own topic. Default: none.</summary>
    public IReadOnlyList<string> AlarmActions { get; init; } = [];
}

/// <summary>A database that somebody else runs.</summary>
public sealed record ExternalDatabase
{
    /// <summary>Its host name.</summary>
    public required string Host { get; init; }

    /// <summary>Its port. Default: 5432.</summary>
    public int Port { get; init; } = 5432;

    /// <summary>The database's name.</summary>
    public required string Name { get; init; }

    /// <summary>The user.</summary>
    public required string User { get; init; }

    /// <summary>The user's password; becomes a secret. Default: null, a placeholder.</summary>
    public Input<string>? Password { get; init; }
}
