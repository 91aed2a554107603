using System.Collections.Immutable;
using System.Globalization;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Network;

/// <summary>Subnets of one purpose, one per zone, with the route tables they use.</summary>
public sealed class SubnetTier : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:network:SubnetTier";

    private const string Everywhere = "0.0.0.0/0";

    /// <summary>Makes the subnets, their route tables, the associations and the default routes.</summary>
    public SubnetTier(string name, SubnetTierArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        args.Validate(name);
        var subnets = args.Subnets.Select((_, index) => CreateSubnet(name, args, index)).ToList();
        var tables = Enumerable.Range(0, args.RouteTableCount).Select(index => CreateRouteTable(name, args, index)).ToList();
        Routing =
        [
            .. subnets.Select((subnet, index) => Associate(name, subnet, tables[index % tables.Count], index)),
            .. tables.Zip(args.DefaultRoutes, (table, route) => (table, route)).Select((pair, index) => CreateDefaultRoute(name, pair.table, pair.route, index)),
        ];
        SubnetIds = Output.All(subnets.Select(subnet => subnet.Id));
        RouteTableIds = Output.All(tables.Select(table => table.Id));
        RegisterOutputs();
    }

    /// <summary>The subnets' ids, in the order of the zones.</summary>
    [Output("subnetIds")]
    public Output<ImmutableArray<string>> SubnetIds { get; private set; }

    /// <summary>The route tables' ids: one, or one per zone in their order.</summary>
    [Output("routeTableIds")]
    public Output<ImmutableArray<string>> RouteTableIds { get; private set; }

    /// <summary>Associations and default routes, for whatever must be created after the subnets' traffic finds its way.</summary>
    public IReadOnlyList<Resource> Routing { get; }

    private Aws.Ec2.Subnet CreateSubnet(string name, SubnetTierArgs args, int index) => new(Numbered(name, index), new Aws.Ec2.SubnetArgs
    {
        VpcId = args.VpcId,
        CidrBlock = args.Subnets[index].CidrBlock,
        AvailabilityZone = args.Subnets[index].AvailabilityZone,
        MapPublicIpOnLaunch = args.AssignsPublicAddresses,
        Tags = InputMap<string>.Merge(new() { { "Name", Numbered(args.SubnetName, index) } }, args.SubnetTags),
    }, new CustomResourceOptions { Parent = this });

    private Aws.Ec2.RouteTable CreateRouteTable(string name, SubnetTierArgs args, int index) =>
        new(args.RouteTableCount == 1 ? $"{name}-routes" : Numbered($"{name}-routes", index), new Aws.Ec2.RouteTableArgs
        {
            VpcId = args.VpcId,
            Tags = { { "Name", args.RouteTableCount == 1 ? args.RouteTableName : Numbered(args.RouteTableName, index) } },
        }, new CustomResourceOptions { Parent = this });

    private Aws.Ec2.RouteTableAssociation Associate(string name, Aws.Ec2.Subnet subnet, Aws.Ec2.RouteTable table, int index) =>
        new(Numbered($"{name}-association", index), new Aws.Ec2.RouteTableAssociationArgs
        {
            SubnetId = subnet.Id,
            RouteTableId = table.Id,
        }, new CustomResourceOptions { Parent = this });

    // A route of its own rather than one inside the table: peering and transit routes that an operator adds then stay.
    private Aws.Ec2.Route CreateDefaultRoute(string name, Aws.Ec2.RouteTable table, DefaultRoute route, int index) =>
        new(Numbered($"{name}-default", index), new Aws.Ec2.RouteArgs
        {
            RouteTableId = table.Id,
            DestinationCidrBlock = Everywhere,
            GatewayId = route.InternetGatewayId,
            NatGatewayId = route.NatGatewayId,
            NetworkInterfaceId = route.NetworkInterfaceId,
        }, new CustomResourceOptions { Parent = this });

    private static string Numbered(string name, int index) => string.Create(CultureInfo.InvariantCulture, $"{name}-{index + 1}");
}

/// <summary>Where a subnet lies.</summary>
/// <param name="AvailabilityZone">The zone's name, e.g. `us-east-1a`.</param>
/// <param name="CidrBlock">The subnet's IPv4 block, /16 to /28.</param>
public sealed record SubnetPlace(string AvailabilityZone, string CidrBlock);

/// <summary>What a <see cref="SubnetTier"/> is made of.</summary>
public sealed class SubnetTierArgs : ResourceArgs
{
    /// <summary>The VPC's id.</summary>
    public required Input<string> VpcId { get; init; }

    /// <summary>The subnets' `Name` tag; a hyphen and a number, from 1, are appended.</summary>
    public required string SubnetName { get; init; }

    /// <summary>The route tables' `Name` tag; a hyphen and a number are appended when there is one per zone.</summary>
    public required string RouteTableName { get; init; }

    /// <summary>The subnets, one per zone.</summary>
    public required IReadOnlyList<SubnetPlace> Subnets { get; init; }

    /// <summary>
    /// Where the route tables send what leaves the VPC: none for an isolated tier, one for a table that all subnets share, or one per zone
    /// for tables of their own. Default: none.
    /// </summary>
    public IReadOnlyList<DefaultRoute> DefaultRoutes { get; init; } = [];

    /// <summary>Whether what starts in the subnets gets a public address by itself. Default: it does not.</summary>
    public bool AssignsPublicAddresses { get; init; }

    /// <summary>Further tags of the subnets. Default: none beside the provider's.</summary>
    public InputMap<string> SubnetTags { get; init; } = new();

    internal int RouteTableCount => Math.Max(1, DefaultRoutes.Count);

    internal void Validate(string name)
    {
        if (Subnets.Count == 0)
        {
            throw new ArgumentException($"{nameof(Subnets)} of tier '{name}' is empty. It must name at least one subnet. Give a zone and a block.");
        }

        if (DefaultRoutes.Count > 1 && DefaultRoutes.Count != Subnets.Count)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"{nameof(DefaultRoutes)} of tier '{name}' holds {DefaultRoutes.Count} routes for {Subnets.Count} subnets. "
                + $"There must be none, one, or one per subnet. Add or remove routes."));
        }
    }
}
