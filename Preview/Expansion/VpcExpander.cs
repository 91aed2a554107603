using Infra.Preview.Engine;
using Infra.Preview.Model;

namespace Infra.Preview.Expansion;

/// <summary>
/// Expands `awsx:ec2:Vpc` to the resources that the awsx provider (3.8) creates: same names, parents, inputs, dependencies and order.
/// </summary>
public sealed class VpcExpander : IComponentExpander
{
    internal const string Token = "awsx:ec2:Vpc";

    /// <inheritdoc/>
    public bool Expands(string type) => type == Token;

    /// <inheritdoc/>
    public MapValue Expand(ComponentRegistration component, IComponentContext context)
    {
        ArgumentNullException.ThrowIfNull(component);
        ArgumentNullException.ThrowIfNull(context);
        VpcRules.Ipam(component.Inputs);
        var inputs = VpcInputs.Read(component.Inputs);
        VpcEndpoints.Check(inputs);
        VpcRules.Zones(inputs);
        var zones = Zones(inputs, context);
        VpcRules.ElasticIps(inputs, zones.Count);
        VpcRules.ZoneSuffixes(inputs, zones);
        return inputs.CidrBlock is { } cidrBlock
            ? Build(component.Node.Name, inputs, zones, context, Decide(component.Node.Name, inputs, cidrBlock, zones.Count))
            : Build(component.Node.Name, inputs, zones, context, plan: null);
    }

    private static MapValue Build(string name, VpcInputs inputs, IReadOnlyList<string> zones, IComponentContext context, VpcPlan? plan)
    {
        var build = new VpcBuild(name, inputs, zones, context);
        build.Vpc();

        // A pool's block is known only when the VPC is: the layout follows it, and its faults come after it.
        plan ??= Decide(name, inputs, AllocatedBlock(name, inputs, build), zones.Count);
        build.Gateway();
        foreach (var subnet in plan.Created)
        {
            build.Subnet(subnet);
        }

        build.Endpoints();
        return VpcOutputs.Of(build, plan);
    }

    private static VpcPlan Decide(string name, VpcInputs inputs, string cidrBlock, int zones)
    {
        var plan = VpcPlan.Make(name, inputs, cidrBlock, zones);
        plan.Check(inputs);
        return plan;
    }

    private static string AllocatedBlock(string name, VpcInputs inputs, VpcBuild build)
    {
        if (inputs.Strategy == "Legacy")
        {
            throw new ComponentException(
                $"VPC '{name}' takes its block from an IPAM pool and subnetStrategy is \"Legacy\". Allowed there: a cidrBlock. Use subnetStrategy \"Auto\".");
        }

        // While the block is unknown its length still decides how many subnets fit; the subnets' own blocks stay unknown.
        build.BlocksKnown = !build.Inner.Output("cidrBlock").IsUnknown;
        return build.BlocksKnown
            ? build.Inner.Output("cidrBlock").AsText ?? ""
            : $"10.0.0.0/{inputs.Raw["ipv4NetmaskLength"].AsNumber ?? 16}";
    }

    private static IReadOnlyList<string> Zones(VpcInputs inputs, IComponentContext context)
    {
        if (inputs.ZoneNames is { } named)
        {
            return named;
        }

        var region = inputs.Raw["region"];
        if (region is not (NullValue or TextValue))
        {
            throw new ComponentException(
                "Vpc.region must be a plain string when availabilityZoneNames is not set. If region is dynamic, specify availabilityZoneNames explicitly.");
        }

        var count = inputs.ZoneCount ?? 3;
        var names = context.Invoke("aws:index/getAvailabilityZones:getAvailabilityZones", Values.Map(("region", region)))["names"].AsList;
        var all = names is null ? [] : names.Texts.ToList();
        return all.Count >= count
            ? all[..count]
            : throw new ComponentException(
                $"The configured region for this provider does not have at least {count} Availability Zones. Either specify an explicit list of zones "
                + $"in availabilityZoneNames or choose a region with at least {count} AZs.");
    }
}
