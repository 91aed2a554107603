using System.Globalization;
using Infra.Preview.Engine;
using Infra.Preview.Expansion.Layout;
using Infra.Preview.Model;

namespace Infra.Preview.Expansion;

/// <summary>Registers the children of one VPC and remembers them for one another and for the outputs.</summary>
internal sealed class VpcBuild(string name, VpcInputs inputs, IReadOnlyList<string> zones, IComponentContext context)
{
    private static readonly string[] PassedOn =
    [
        "assignGeneratedIpv6CidrBlock", "enableDnsHostnames", "enableDnsSupport", "enableNetworkAddressUsageMetrics", "instanceTenancy",
        "ipv4IpamPoolId", "ipv4NetmaskLength", "ipv6CidrBlock", "ipv6CidrBlockNetworkBorderGroup", "ipv6IpamPoolId", "ipv6NetmaskLength", "region",
    ];

    private readonly List<(PlacedSubnet Placed, ResourceNode Node)> _subnets = [];
    private readonly Dictionary<int, ResourceNode> _natByZone = [];
    private readonly Dictionary<int, int> _created = [];

    public ResourceNode Inner { get; private set; } = null!;

    public ResourceNode Internet { get; private set; } = null!;

    public bool BlocksKnown { get; set; } = true;

    public List<ResourceNode> RouteTables { get; } = [];

    public List<ResourceNode> Associations { get; } = [];

    public List<ResourceNode> Routes { get; } = [];

    public List<ResourceNode> ElasticIps { get; } = [];

    public List<ResourceNode> NatGateways { get; } = [];

    public List<ResourceNode> VpcEndpoints { get; } = [];

    public IReadOnlyList<(PlacedSubnet Placed, ResourceNode Node)> Subnets => _subnets;

    private PropertyValue UserTags => inputs.Raw["tags"];

    private PropertyValue SharedTags => Values.Tags(MapValue.Of(("Name", name)), UserTags);

    public void Vpc()
    {
        var arguments = new MapValue(PassedOn.Where(key => VpcInputs.Given(inputs.Raw, key)).Select(key => KeyValuePair.Create(key, inputs.Raw[key])))
            .With("tags", SharedTags);
        arguments = inputs.CidrBlock is { } cidrBlock ? arguments.With("cidrBlock", cidrBlock) : arguments;
        Inner = Register("aws:ec2/vpc:Vpc", name, null, Expansion.VpcEndpoints.WithDns(inputs, arguments), []);
    }

    public void Gateway() => Internet = Register(
        "aws:ec2/internetGateway:InternetGateway", name, Inner, Values.Map(("vpcId", Values.From(Inner, "id")), ("tags", SharedTags)), [Inner]);

    public void Subnet(PlacedSubnet placed)
    {
        var spec = placed.Spec;
        var tags = Values.Map(("Name", NameTag(placed)), ("SubnetType", spec.Type));
        var vpcId = Values.From(Inner, "id");
        var subnet = Register(
            "aws:ec2/subnet:Subnet",
            placed.Name,
            Inner,
            Values.Map(
                ("vpcId", vpcId),
                ("availabilityZone", zones[placed.Zone]),
                ("cidrBlock", BlocksKnown ? placed.Cidr : Values.From(Inner, "cidrBlock")),
                ("mapPublicIpOnLaunch", spec.Is("Public")),
                ("assignIpv6AddressOnCreation", AssignsIpv6(spec)),
                ("ipv6CidrBlock", Ipv6(placed)),
                ("tags", Values.Tags(SharedTags, spec.Tags, tags))),
            [Inner]);
        _subnets.Add((placed, subnet));

        var table = Register(
            "aws:ec2/routeTable:RouteTable", placed.Name, subnet, Values.Map(("vpcId", vpcId), ("tags", Values.Tags(SharedTags, tags))), [subnet]);
        RouteTables.Add(table);
        Associations.Add(Register(
            "aws:ec2/routeTableAssociation:RouteTableAssociation",
            placed.Name,
            table,
            Values.Map(("routeTableId", Values.From(table, "id")), ("subnetId", Values.From(subnet, "id"))),
            [table]));

        if (spec.Is("Public"))
        {
            Nat(placed.Zone, subnet);
            Route(placed, table, "gatewayId", Internet);
        }
        else if (spec.Is("Private") && !inputs.Nat("None"))
        {
            Route(placed, table, "natGatewayId", _natByZone[inputs.Nat("Single") ? 0 : placed.Zone]);
        }
    }

    public void Endpoints() => VpcEndpoints.AddRange(new VpcEndpoints(this, inputs, Register, SharedTags).Register());

    private void Nat(int zone, ResourceNode subnet)
    {
        if (inputs.Nat("None") || _natByZone.ContainsKey(zone) || (inputs.Nat("Single") && _natByZone.Count > 0))
        {
            return;
        }

        var natName = string.Create(CultureInfo.InvariantCulture, $"{name}-{zone + 1}");
        var tags = Values.Tags(UserTags, MapValue.Of(("Name", natName)));
        PropertyValue allocation;
        if (inputs.ElasticIps.Count == 0)
        {
            var eip = Register("aws:ec2/eip:Eip", natName, subnet, Values.Map(("tags", tags)), [subnet]);
            ElasticIps.Add(eip);
            allocation = Values.From(eip, "allocationId");
        }
        else
        {
            allocation = inputs.ElasticIps[zone];
        }

        var nat = Register(
            "aws:ec2/natGateway:NatGateway",
            natName,
            subnet,
            Values.Map(("subnetId", Values.From(subnet, "id")), ("allocationId", allocation), ("tags", tags)),
            [subnet]);
        _natByZone.Add(zone, nat);
        NatGateways.Add(nat);
    }

    private void Route(PlacedSubnet placed, ResourceNode table, string target, ResourceNode through) => Routes.Add(Register(
        "aws:ec2/route:Route",
        placed.Name,
        table,
        Values.Map(("routeTableId", Values.From(table, "id")), (target, Values.From(through, "id")), ("destinationCidrBlock", "0.0.0.0/0")),
        [table]));

    private PropertyValue AssignsIpv6(SubnetSpec spec) =>
        spec.AssignIpv6AddressOnCreation is { } own ? own
        : VpcInputs.Given(inputs.Raw, "assignGeneratedIpv6CidrBlock") ? inputs.Raw["assignGeneratedIpv6CidrBlock"]
        : false;

    // Derived from an output of the VPC: unknown until that exists, even where the answer will be "none".
    private OutputValue? Ipv6(PlacedSubnet placed)
    {
        var position = _created.GetValueOrDefault(placed.Zone);
        _created[placed.Zone] = position + 1;
        var block = Inner.Output("ipv6CidrBlock");
        var assigns = AssignsIpv6(placed.Spec);
        if (block.IsUnknown || assigns.IsUnknown)
        {
            return Values.Depending(PropertyValue.Unknown, [Inner]);
        }

        if (assigns.AsBool is not true)
        {
            return null;
        }

        return block.AsText is { Length: > 0 } text
            ? Values.Depending(Ipv6Block.Subnet(text, placed.Zone + (position * zones.Count)), [Inner])
            : throw new ComponentException(
                "Subnets with assignIpv6AddressOnCreation=true require the VPC to have an IPv6 CIDR block. "
                + "Set assignGeneratedIpv6CidrBlock=true or provide ipv6CidrBlock.");
    }

    private string NameTag(PlacedSubnet placed) =>
        inputs.NamesByZone ? $"{name}-{placed.Spec.NamePart}-{SubnetNames.ZoneSuffix(zones[placed.Zone])}" : placed.Name;

    private ResourceNode Register(string type, string childName, ResourceNode? parent, MapValue arguments, IReadOnlyList<ResourceNode> dependsOn) =>
        context.Register(new ChildRegistration
        {
            Type = type,
            Name = childName,
            Parent = parent,
            Inputs = VpcInputs.Given(inputs.Raw, "region") && !arguments.ContainsKey("region") ? arguments.With("region", inputs.Raw["region"]) : arguments,
            DependsOn = dependsOn,
        });
}
