using System.Globalization;
using Infra.Components.Containers;

namespace Infra.Components.Hypernym;

/// <summary>Hypernym's container, whatever it runs on.</summary>
public sealed record HypernymApplication
{
    /// <summary>The image, in a private ECR repository.</summary>
    public required string Image { get; init; }

    /// <summary>The product's code in AWS Marketplace, under which usage is metered.</summary>
    public required string MarketplaceProductCode { get; init; }

    /// <summary>The port it listens on. Default: 8000.</summary>
    public int Port { get; init; } = 8000;

    /// <summary>The path that answers 200 while it is healthy. Default: /health.</summary>
    public string HealthCheckPath { get; init; } = "/health";

    /// <summary>What it takes for its environment. Default: production.</summary>
    public string Environment { get; init; } = "production";

    /// <summary>How much it logs. Default: info.</summary>
    public string LogLevel { get; init; } = "info";

    /// <summary>How many worker processes it starts. Default: 1.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>Whether its root file system refuses writes; `/tmp` stays writable. Default: it does.</summary>
    public bool ReadOnlyRootFilesystem { get; init; } = true;

    /// <summary>The user and group it runs as: not root.</summary>
    public static int UserId => 1000;

    /// <summary>The folder that stays writable, in memory, and how many MiB it holds.</summary>
    public static MemoryFolder TemporaryFolder { get; } = new("/tmp", 64);

    /// <summary>The variables that no secret is in.</summary>
    internal IReadOnlyDictionary<string, string> Variables(HypernymInference inference) =>
        new Dictionary<string, string>(inference.Variables, StringComparer.Ordinal)
        {
            ["ENVIRONMENT"] = Environment,
            ["LOG_LEVEL"] = LogLevel,
            ["MARKETPLACE_PRODUCT_CODE"] = MarketplaceProductCode,
            ["PORT"] = Port.ToString(CultureInfo.InvariantCulture),
            ["WORKERS"] = Workers.ToString(CultureInfo.InvariantCulture),
        };
}
