using System.Collections.Immutable;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Network;

/// <summary>Subnets of a VPC that somebody else made.</summary>
/// <param name="VpcId">The VPC's id.</param>
/// <param name="SubnetIds">The ids of the subnets, at least one, in ordinal order.</param>
public sealed record ExistingNetwork(string VpcId, ImmutableArray<string> SubnetIds)
{
    /// <summary>
    /// Finds a network before anything is registered. What cannot be found ends the program with one error, a
    /// <see cref="RunException"/>, which Pulumi shows without a stack trace.
    /// </summary>
    /// <param name="query">What is known of it.</param>
    /// <param name="options">The provider whose account and region are asked.</param>
    public static async Task<ExistingNetwork> FindAsync(ExistingNetworkQuery query, InvokeOptions options)
    {
        ArgumentNullException.ThrowIfNull(query);
        var vpcId = query.VpcId ?? await FindVpcAsync(query, options);
        return new ExistingNetwork(vpcId, query.SubnetIds.Count > 0
            ? await CheckSubnetsAsync(vpcId, query, options)
            : await FindSubnetsAsync(vpcId, query, options));
    }

    private static async Task<string> FindVpcAsync(ExistingNetworkQuery query, InvokeOptions options)
    {
        var found = await Aws.Ec2.GetVpcs.InvokeAsync(new Aws.Ec2.GetVpcsArgs { Tags = { ["Name"] = query.VpcName } }, options);
        return found.Ids is [var only]
            ? only
            : throw new RunException(
                $"{Count(found.Ids)} named {query.VpcName} in {found.Region}: {Listed(found.Ids)}. Exactly one must be. Name the VPC by its id: {query.VpcFix}");
    }

    private static async Task<ImmutableArray<string>> FindSubnetsAsync(string vpcId, ExistingNetworkQuery query, InvokeOptions options)
    {
        var found = await SubnetsAsync(vpcId, "tag:Name", [query.SubnetNamePattern], options);
        return found.Length > 0
            ? found
            : throw new RunException(
                $"No subnet of {vpcId} is named {query.SubnetNamePattern}. There must be one at least. Name public subnets of the VPC by their ids: {query.SubnetFix}");
    }

    // A subnet of another VPC would be noticed by nobody until the first task fails to start.
    private static async Task<ImmutableArray<string>> CheckSubnetsAsync(string vpcId, ExistingNetworkQuery query, InvokeOptions options)
    {
        var found = await SubnetsAsync(vpcId, "subnet-id", query.SubnetIds, options);
        var missing = query.SubnetIds.Except(found, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return missing.Count == 0
            ? found
            : throw new RunException(
                $"{string.Join(", ", missing)} cannot be found in {vpcId}. All subnets must lie in the VPC. Name subnets of that VPC: {query.SubnetFix}");
    }

    private static async Task<ImmutableArray<string>> SubnetsAsync(string vpcId, string filter, IEnumerable<string> values, InvokeOptions options)
    {
        var found = await Aws.Ec2.GetSubnets.InvokeAsync(new Aws.Ec2.GetSubnetsArgs
        {
            Filters =
            [
                new Aws.Ec2.Inputs.GetSubnetsFilterArgs { Name = "vpc-id", Values = [vpcId] },
                new Aws.Ec2.Inputs.GetSubnetsFilterArgs { Name = filter, Values = [.. values] },
            ],
        }, options);
        // AWS answers in no particular order; another order would look like a change.
        return [.. found.Ids.Order(StringComparer.Ordinal)];
    }

    private static string Count(ImmutableArray<string> ids) => ids.IsEmpty ? "No VPC is" : $"{ids.Length} VPCs are";

    private static string Listed(ImmutableArray<string> ids) => ids.IsEmpty ? "none" : string.Join(", ", ids.Order(StringComparer.Ordinal));
}

/// <summary>What is known of a network that somebody else made.</summary>
public sealed record ExistingNetworkQuery
{
    /// <summary>The VPC's id. Default: null, it is found by <see cref="VpcName"/>.</summary>
    public string? VpcId { get; init; }

    /// <summary>The `Name` tag that exactly one VPC has.</summary>
    public required string VpcName { get; init; }

    /// <summary>The ids of the subnets. Default: none, they are found by <see cref="SubnetNamePattern"/>.</summary>
    public IReadOnlyList<string> SubnetIds { get; init; } = [];

    /// <summary>The `Name` tag of the subnets; `*` and `?` stand for any characters.</summary>
    public required string SubnetNamePattern { get; init; }

    /// <summary>The command that names the VPC, for errors.</summary>
    public required string VpcFix { get; init; }

    /// <summary>The command that names the subnets, for errors.</summary>
    public required string SubnetFix { get; init; }
}
