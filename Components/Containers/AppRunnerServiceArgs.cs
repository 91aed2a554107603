using System.Globalization;
using Pulumi;

namespace Infra.Components.Containers;

/// <summary>What an <see cref="AppRunnerService"/> is made of.</summary>
public sealed class AppRunnerServiceArgs : ResourceArgs
{
    // AWS App Runner developer guide, environment variables: App Runner sets it to the service's port.
    private const string ReservedVariable = "PORT";

    private const int ShortestName = 4;
    private const int LongestName = 40;

    /// <summary>The name of service and connector in AWS, unique in account and region: 4 to 40 letters, digits, hyphens and underscores.</summary>
    public required string PhysicalName { get; init; }

    /// <summary>The image for linux/amd64 with a tag or digest, in ECR Public or a private ECR repository.</summary>
    public required string Image { get; init; }

    /// <summary>The port that the application listens on; App Runner tells it to the application as `PORT`.</summary>
    public required int Port { get; init; }

    /// <summary>CPU units of an instance; 1024 are a vCPU.</summary>
    public required int CpuUnits { get; init; }

    /// <summary>Memory of an instance in MiB.</summary>
    public required int MemoryMiB { get; init; }

    /// <summary>The fewest instances, 1 to 25.</summary>
    public required int MinimumInstances { get; init; }

    /// <summary>The most instances.</summary>
    public required int MaximumInstances { get; init; }

    /// <summary>How many requests an instance takes at the same time before another starts, 1 to 200.</summary>
    public required int MaximumConcurrency { get; init; }

    /// <summary>The ids of the private subnets that its traffic goes out through; all of it does, so that the internet needs a NAT gateway there.</summary>
    public required InputList<string> SubnetIds { get; init; }

    /// <summary>The ids of the security groups that its traffic wears.</summary>
    public required InputList<string> SecurityGroupIds { get; init; }

    /// <summary>The path that answers 200 while the application is healthy.</summary>
    public required string HealthCheckPath { get; init; }

    /// <summary>Failures in a row, 10 seconds apart, that make an instance unhealthy, 1 to 20. Default: 5.</summary>
    public int UnhealthyThreshold { get; init; } = 5;

    /// <summary>Environment variables that whoever may describe the service can read. Default: none.</summary>
    public IReadOnlyDictionary<string, Input<string>> Variables { get; init; } = new Dictionary<string, Input<string>>();

    /// <summary>
    /// Environment variables that App Runner fills from Secrets Manager: the secret's ARN, or `ARN:key::` for one key of its JSON.
    /// Default: none.
    /// </summary>
    public IReadOnlyDictionary<string, Input<string>> Secrets { get; init; } = new Dictionary<string, Input<string>>();

    /// <summary>The ARNs of the secrets that <see cref="Secrets"/> name, each once.</summary>
    public IReadOnlyList<Input<string>> SecretArns { get; init; } = [];

    /// <summary>What must exist first, though no input names it: the secrets' values, whatever the application needs from its first second. Default: nothing.</summary>
    public IReadOnlyList<Resource> CreateAfter { get; init; } = [];

    internal void Validate(string name)
    {
        var faults = Faults().ToList();
        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, faults.Select(fault => $"App Runner service '{name}': {fault}")));
        }
    }

    private IEnumerable<string> Faults()
    {
        if (PhysicalName.Length is < ShortestName or > LongestName)
        {
            yield return $"{nameof(PhysicalName)} is '{PhysicalName}'. It must have 4 to 40 characters. Choose another.";
        }

        if (!AppRunnerSizes.MemoryFor(CpuUnits).Contains(MemoryMiB))
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"the size is {CpuUnits} CPU units and {MemoryMiB} MiB. App Runner offers {string.Join(", ", AppRunnerSizes.CpuUnits)} CPU units, "
                + $"and beside {CpuUnits} {string.Join(", ", AppRunnerSizes.MemoryFor(CpuUnits))} MiB. Choose a pair of these.");
        }

        if (Variables.ContainsKey(ReservedVariable) || Secrets.ContainsKey(ReservedVariable))
        {
            yield return $"{ReservedVariable} is among its variables. App Runner reserves the name and sets it to {nameof(Port)}. Leave it out.";
        }
    }
}
