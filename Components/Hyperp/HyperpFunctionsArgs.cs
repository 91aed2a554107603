using Pulumi;

namespace Infra.Components.Hyperp;

/// <summary>What <see cref="HyperpFunctions"/> are made of.</summary>
public sealed class HyperpFunctionsArgs : ResourceArgs
{
    /// <summary>The network of the EFS controller and of the tasks.</summary>
    public required HyperpNetwork Network { get; init; }

    /// <summary>Where tasks run.</summary>
    public required HyperpCluster Cluster { get; init; }

    /// <summary>What is kept.</summary>
    public required HyperpStorage Storage { get; init; }

    /// <summary>The roles of functions and tasks.</summary>
    public required HyperpRoles Roles { get; init; }

    /// <summary>The functions' own settings.</summary>
    public required HyperpFunctionSettings Settings { get; init; }

    /// <summary>The secret that signs webhooks and opens the CLI API; never empty, as the handlers let everyone in without one.</summary>
    public required Output<string> WebhookSecret { get; init; }
}
