using Pulumi;

namespace Infra.Components.Hyperp;

/// <summary>What <see cref="Hyperp"/> is made of.</summary>
public sealed class HyperpArgs : ResourceArgs
{
    /// <summary>How far table, bucket, repository and file system resist deletion.</summary>
    public required DataProtection DataProtection { get; init; }

    /// <summary>The names of the zones: a subnet and a mount target in each. Zones without Fargate cannot run tasks.</summary>
    public required IReadOnlyList<string> AvailabilityZones { get; init; }

    /// <summary>The functions' own settings.</summary>
    public required HyperpFunctionSettings Functions { get; init; }

    /// <summary>The secret that signs webhooks and opens the CLI API; becomes a secret. Default: null, 40 random letters and digits.</summary>
    public Input<string>? GithubAppWebhookSecret { get; init; }

    /// <summary>The GitHub App's private key in PEM form; becomes a secret. Default: null, the operator uploads it.</summary>
    public Input<string>? GithubAppPrivateKey { get; init; }

    /// <summary>The VPC's IPv4 block. Default: 10.0.0.0/16.</summary>
    public string VpcCidr { get; init; } = "10.0.0.0/16";

    /// <summary>The prefix length of each subnet. Default: 20.</summary>
    public int SubnetPrefixLength { get; init; } = 20;

    /// <summary>Days that logs are kept. Default: 7.</summary>
    public int LogRetentionDays { get; init; } = 7;

    /// <summary>
    /// How many images the repository keeps, of all jobs together. Default: 1, as documented; every other job's cached image is then
    /// deleted within a day.
    /// </summary>
    public int ImagesToKeep { get; init; } = 1;

    /// <summary>Whether task events that cannot be delivered or handled are kept. Default: they are.</summary>
    public bool KeepLostEvents { get; init; } = true;
}
