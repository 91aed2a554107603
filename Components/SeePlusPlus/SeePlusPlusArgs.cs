using Infra.Components.Containers;
using Infra.Components.Network;
using Pulumi;

namespace Infra.Components.SeePlusPlus;

/// <summary>What <see cref="SeePlusPlus"/> is made of.</summary>
public sealed class SeePlusPlusArgs : ResourceArgs
{
    /// <summary>The stage.</summary>
    public required SeePlusPlusStage Stage { get; init; }

    /// <summary>The region.</summary>
    public required string Region { get; init; }

    /// <summary>How far bucket, repository and load balancer resist deletion.</summary>
    public required DataProtection DataProtection { get; init; }

    /// <summary>The names of the zones: a public and a private subnet in each.</summary>
    public required IReadOnlyList<string> AvailabilityZones { get; init; }

    /// <summary>How private subnets reach the internet.</summary>
    public required NatGateways NatGateways { get; init; }

    /// <summary>The code runner's own settings.</summary>
    public CodeRunnerSettings CodeRunner { get; init; } = new();

    /// <summary>The images of the services. Default: none.</summary>
    public SeePlusPlusImages Images { get; init; } = new(null, null, null);

    /// <summary>The domain. Default: null, none: plain HTTP under the load balancer's own name.</summary>
    public SeePlusPlusDomain? Domain { get; init; }

    /// <summary>Whether the user interface to come is deployed beside the present one. Default: it is.</summary>
    public bool DeploysBeta { get; init; } = true;

    /// <summary>The VPC's IPv4 block, which holds two /24 per zone. Default: 10.0.0.0/16.</summary>
    public string VpcCidr { get; init; } = "10.0.0.0/16";

    /// <summary>Between how many tasks each service scales in production, and by what. Default: 1 to 10, by 70 % processor.</summary>
    public ServiceScaling Scaling { get; init; } = ScaleBy(1, 10, 70);

    /// <summary>Secret environment variables of the backend by name, kept in Parameter Store. Default: none.</summary>
    public IReadOnlyDictionary<string, Output<string>> BackendSecrets { get; init; } = new Dictionary<string, Output<string>>();

    /// <summary>Whether the code runner keeps traces and answers from them. Default: not.</summary>
    public bool CachesTraces { get; init; }

    /// <summary>Days that traces are kept. Default: 30.</summary>
    public int TraceDays { get; init; } = 30;

    /// <summary>Days that logs are kept. Default: 30.</summary>
    public int LogRetentionDays { get; init; } = 30;

    /// <summary>Whether container metrics are collected. Default: not.</summary>
    public bool ContainerInsights { get; init; }

    /// <summary>The address that alarms are mailed to. Default: null, none.</summary>
    public string? AlarmEmail { get; init; }

    internal SeePlusPlusNames Names => new(Stage);

    internal SeePlusPlusSite Site => new(Stage, Domain?.Name, DeploysBeta);

    /// <summary>Scaling by processor load, up after one minute and down after two.</summary>
    /// <param name="least">The fewest tasks.</param>
    /// <param name="most">The most tasks.</param>
    /// <param name="cpuPercent">The load that is kept, in percent.</param>
    public static ServiceScaling ScaleBy(int least, int most, int cpuPercent) => new(least, most)
    {
        Loads = [new(ServiceLoad.Cpu, cpuPercent)],
        ScaleOutSeconds = 60,
        ScaleInSeconds = 120,
    };
}
