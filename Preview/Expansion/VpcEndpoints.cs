using Infra.Preview.Engine;
using Infra.Preview.Model;

namespace Infra.Preview.Expansion;

/// <summary>The VPC's endpoints: as specified, or completed with subnets, route tables and security groups.</summary>
internal sealed class VpcEndpoints(
    VpcBuild build,
    VpcInputs inputs,
    Func<string, string, ResourceNode?, MapValue, IReadOnlyList<ResourceNode>, ResourceNode> register,
    PropertyValue sharedTags)
{
    /// <summary>Refuses what completing endpoints cannot work with: types known only later, and DNS switched off under private DNS names.</summary>
    public static void Check(VpcInputs inputs)
    {
        if (!inputs.EndpointsAuto)
        {
            return;
        }

        if (inputs.Endpoints.FirstOrDefault(spec => spec["vpcEndpointType"] is not (NullValue or TextValue)) is { } dynamic)
        {
            throw new ComponentException(
                $"vpcEndpointType of endpoint '{dynamic["serviceName"].AsText}' is an output. Allowed under vpcEndpointStrategy \"Auto\": a plain string. "
                + "Write the type down or use vpcEndpointStrategy \"Legacy\".");
        }

        foreach (var flag in NeedsDns(inputs) ? new[] { "enableDnsHostnames", "enableDnsSupport" } : [])
        {
            if (inputs.Raw[flag] is BoolValue { Value: false })
            {
                throw new ComponentException(
                    $"vpcEndpointStrategy \"Auto\" requires {flag} to be true when Interface endpoint private DNS is enabled.");
            }
        }
    }

    /// <summary>The VPC's arguments, with DNS on where completed interface endpoints need it.</summary>
    public static MapValue WithDns(VpcInputs inputs, MapValue arguments) =>
        inputs.EndpointsAuto && NeedsDns(inputs)
            ? MapValue.Of(("enableDnsHostnames", true), ("enableDnsSupport", true)).With(arguments)
            : arguments;

    /// <summary>Registers the endpoints in spec order.</summary>
    public IReadOnlyList<ResourceNode> Register() => [.. inputs.Endpoints.Select(Endpoint)];

    private ResourceNode Endpoint(MapValue spec)
    {
        var service = spec["serviceName"].AsText
            ?? throw new ComponentException("A VPC endpoint spec has no serviceName. Allowed: a service like com.amazonaws.us-east-1.s3. Set its serviceName.");
        var arguments = spec
            .With("vpcId", Values.From(build.Inner, "id"))
            .With("tags", Values.Tags(sharedTags, spec.Find("tags")));
        if (inputs.EndpointsAuto)
        {
            arguments = IsInterface(spec) ? Interface(service, spec, arguments) : Type(spec) == "gateway" ? Gateway(spec, arguments) : arguments;
        }

        return register("aws:ec2/vpcEndpoint:VpcEndpoint", service, build.Inner, arguments, [build.Inner]);
    }

    private MapValue Gateway(MapValue spec, MapValue arguments) => VpcInputs.Given(spec, "routeTableIds")
        ? arguments
        : arguments.With("routeTableIds", new ListValue(build.RouteTables.Select(table => Values.From(table, "id"))));

    private MapValue Interface(string service, MapValue spec, MapValue arguments)
    {
        arguments = VpcInputs.Given(spec, "privateDnsEnabled") ? arguments : arguments.With("privateDnsEnabled", true);
        if (!VpcInputs.Given(spec, "subnetIds") && !VpcInputs.Given(spec, "subnetConfigurations"))
        {
            arguments = arguments.With("subnetIds", new ListValue(OnePerZone().Select(subnet => Values.From(subnet, "id"))));
        }

        return VpcInputs.Given(spec, "securityGroupIds")
            ? arguments
            : arguments.With("securityGroupIds", ListValue.Of(Values.From(Group(service, spec), "id")));
    }

    // The most inward subnet of each zone: private before isolated before public.
    private IEnumerable<ResourceNode> OnePerZone() => build.Subnets
        .GroupBy(subnet => subnet.Placed.Zone)
        .Select(zone => zone.OrderBy(subnet => subnet.Placed.Rank switch { 1 => 0, 2 => 1, _ => 2 }).First().Node);

    private ResourceNode Group(string service, MapValue spec)
    {
        var group = register(
            "aws:ec2/securityGroup:SecurityGroup",
            $"{service}-sg",
            build.Inner,
            Regional(spec, Values.Map(("vpcId", Values.From(build.Inner, "id")), ("tags", Values.Tags(sharedTags, spec.Find("tags"))))),
            [build.Inner]);
        var ipv6 = spec["ipAddressType"].AsText is "ipv6" or "dualstack";
        register(
            "aws:ec2/securityGroupRule:SecurityGroupRule",
            $"{service}-ingress",
            build.Inner,
            Regional(spec, Values.Map(
                ("type", "ingress"),
                ("protocol", "tcp"),
                ("fromPort", 443),
                ("toPort", 443),
                ("securityGroupId", Values.From(group, "id")),
                ("cidrBlocks", ListValue.Of(Values.From(build.Inner, "cidrBlock"))),
                ("ipv6CidrBlocks", ipv6 ? ListValue.Of(Values.From(build.Inner, "ipv6CidrBlock")) : null))),
            [group, build.Inner]);
        return group;
    }

    private static MapValue Regional(MapValue spec, MapValue arguments) =>
        VpcInputs.Given(spec, "region") ? arguments.With("region", spec["region"]) : arguments;

    private static bool NeedsDns(VpcInputs inputs) => inputs.Endpoints.Any(spec => IsInterface(spec) && spec["privateDnsEnabled"].AsBool is not false);

    private static bool IsInterface(MapValue spec) => Type(spec) == "interface";

    private static string Type(MapValue spec) => spec["vpcEndpointType"].AsText?.ToLowerInvariant() ?? "gateway";
}
