using Pulumi;

namespace Infra.Components.Hypernym;

/// <summary>What <see cref="Hypernym"/> is made of.</summary>
public sealed class HypernymArgs : ResourceArgs
{
    // The longest names, of the load balancer and its target group, may have 32 characters and end in four of their own.
    internal const int LongestPrefix = 28;

    /// <summary>How the documented names begin: at most 28 lower-case letters, digits and hyphens.</summary>
    public required string NamePrefix { get; init; }

    /// <summary>The region.</summary>
    public required string Region { get; init; }

    /// <summary>Where the network lies and what it reaches.</summary>
    public required HypernymNetworkLayout Network { get; init; }

    /// <summary>What runs.</summary>
    public required HypernymApplication Application { get; init; }

    /// <summary>What it runs on.</summary>
    public required HypernymCompute Compute { get; init; }

    /// <summary>Who answers its model calls.</summary>
    public required InferenceProvider Provider { get; init; }

    /// <summary>The name in AWS of the secret that the system makes for its provider's credentials, if it makes one.</summary>
    public required string CredentialsSecretName { get; init; }

    /// <summary>How far that secret resists deletion.</summary>
    public required DataProtection DataProtection { get; init; }

    /// <summary>How the internal load balancer behaves.</summary>
    public HypernymFrontDoor FrontDoor { get; init; } = new();

    /// <summary>Days that logs are kept. Default: 30.</summary>
    public int LogRetentionDays { get; init; } = 30;

    /// <summary>Whether container metrics are collected. Default: they are.</summary>
    public bool ContainerInsights { get; init; } = true;

    internal void Validate(string name)
    {
        if (NamePrefix.Length is 0 or > LongestPrefix)
        {
            throw new ArgumentException(
                $"{nameof(NamePrefix)} of '{name}' is '{NamePrefix}'. It has 1 to 28 characters, so that the load balancer's name fits "
                + "into 32. Shorten it.");
        }
    }
}
