using Pulumi;

namespace Infra.Components.FlowBuilder;

/// <summary>How the application reaches its database.</summary>
public sealed record FlowBuilderConnection
{
    /// <summary>The host name.</summary>
    public required Input<string> Host { get; init; }

    /// <summary>The port, as text.</summary>
    public required Input<string> Port { get; init; }

    /// <summary>The database's name.</summary>
    public required string Database { get; init; }

    /// <summary>The user.</summary>
    public required string User { get; init; }

    /// <summary>The user's password; becomes a secret.</summary>
    public required Input<string> Password { get; init; }

    /// <summary>The ARN of the secret that holds all of it.</summary>
    public required Input<string> SecretArn { get; init; }

    /// <summary>The variables, without the password, that every part of the application reads.</summary>
    public InputMap<string> Variables() => new()
    {
        { "DB_HOST", Host },
        { "DB_NAME", Database },
        { "DB_PORT", Port },
        { "DB_USER", User },
    };
}
