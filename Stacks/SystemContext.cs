using Infra.Components;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Stacks;

/// <summary>What a system's composition knows besides its settings.</summary>
public sealed class SystemContext
{
    /// <summary>What the stack is for.</summary>
    public required DeploymentEnvironment Environment { get; init; }

    /// <summary>The system's own provider: its region, its accounts, its tags.</summary>
    public required Aws.Provider Provider { get; init; }

    /// <summary>The stack's name.</summary>
    public required string StackName { get; init; }

    /// <summary>The system's tags, which the provider puts on what it creates; for whatever else makes resources in the account.</summary>
    public required IReadOnlyDictionary<string, string> Tags { get; init; }

    /// <summary>Options for the system's component: everything below it uses the provider.</summary>
    public ComponentResourceOptions Options => new() { Providers = { Provider } };

    /// <summary>Options for lookups on behalf of the system.</summary>
    public InvokeOptions InvokeOptions => new() { Provider = Provider };
}
