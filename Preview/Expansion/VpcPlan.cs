using Infra.Preview.Engine;
using Infra.Preview.Expansion.Layout;

namespace Infra.Preview.Expansion;

/// <summary>The subnets of a VPC, decided and checked before anything is registered.</summary>
/// <param name="Placed">The subnets in the layout's own order, `Unused` ones included.</param>
/// <param name="Reported">The layout that the component reports.</param>
internal sealed record VpcPlan(IReadOnlyList<PlacedSubnet> Placed, IReadOnlyList<LayoutEntry> Reported)
{
    /// <summary>The subnets that are made, zone by zone, each zone's public ones first, then private, then isolated.</summary>
    public IEnumerable<PlacedSubnet> Created => Placed
        .Where(subnet => !subnet.Spec.Is("Unused"))
        .OrderBy(subnet => subnet.Zone)
        .ThenBy(subnet => subnet.Rank);

    /// <summary>Decides the layout. What the provider refuses throws <see cref="ComponentException"/> in its words.</summary>
    public static VpcPlan Make(string name, VpcInputs inputs, string cidrBlock, int zones)
    {
        if (!CidrBlock.TryParse(cidrBlock, out var vpc))
        {
            throw new ComponentException(
                $"cidrBlock of VPC '{name}' is '{cidrBlock}'. Allowed: an IPv4 block. Write it like 10.0.0.0/16.");
        }

        if (inputs.Strategy == "AutoMerge" && inputs.Specs is { } merged && SpecRules.IsExplicit(merged))
        {
            throw new ComponentException(
                "subnetSpecs have cidrBlocks under subnetStrategy \"AutoMerge\". Allowed there: cidrMask or size. "
                + "Remove cidrBlocks or use subnetStrategy \"Auto\".");
        }

        var specs = inputs.Specs is { } given ? SpecRules.Normalise(given, zones) : null;
        try
        {
            var plan = Layout(name, inputs, specs, vpc, zones);
            SpecRules.NoOverlap(plan.Placed);
            return plan;
        }
        catch (OverflowException)
        {
            throw new ComponentException(
                $"The subnets of VPC '{name}' run past 255.255.255.255. Allowed: blocks inside {cidrBlock}. Make the subnets smaller or move the VPC's block.");
        }
    }

    /// <summary>The checks that follow the layout's own: no gaps under Exact, and subnets for the NAT gateways to stand in and to serve.</summary>
    public void Check(VpcInputs inputs)
    {
        if (inputs.Strategy == "Exact" && inputs.CidrBlock is { } cidrBlock)
        {
            SpecRules.NoGaps(cidrBlock, Placed);
        }

        if (!inputs.Nat("None")
            && !(Placed.Any(subnet => subnet.Spec.Is("Public")) && Placed.Any(subnet => subnet.Spec.Is("Private") || subnet.Spec.Is("Isolated"))))
        {
            throw new ComponentException(
                "If NAT Gateway strategy is 'OnePerAz' or 'Single', public subnets must be declared to host the NAT Gateway resource, "
                + "along with private or isolated subnets to route through it.");
        }
    }

    private static VpcPlan Layout(string name, VpcInputs inputs, IReadOnlyList<SubnetSpec>? specs, CidrBlock vpc, int zones)
    {
        switch (inputs.Strategy, specs)
        {
            case ("Legacy" or "Exact", null):
                return Derive(LegacyLayout.PlaceDefaults(name, vpc, zones), zones);
            case ("Legacy", _):
                return Derive(LegacyLayout.Place(name, vpc, zones, specs), zones);
            case (_, not null) when SpecRules.IsExplicit(specs):
                return new VpcPlan(AutoLayout.PlaceExplicit(name, zones, specs), ReportedLayout.Of(specs));
            case ("Auto" or "Exact", not null):
                return new VpcPlan(AutoLayout.Place(name, vpc, zones, specs, inputs.ZoneMask), ReportedLayout.Of(specs));
            case ("Auto" or "AutoMerge", _):
                var defaults = AutoLayout.Defaults(AutoLayout.ZoneMask(vpc, zones, inputs.ZoneMask));
                return Derive(AutoLayout.Place(name, vpc, zones, AutoLayout.Merge(defaults, specs ?? []), inputs.ZoneMask), zones);
            default:
                throw new ComponentException(
                    $"subnetStrategy of VPC '{name}' is '{inputs.Strategy}'. Allowed: Legacy, Auto, AutoMerge, Exact. Use one of these.");
        }
    }

    private static VpcPlan Derive(IReadOnlyList<PlacedSubnet> placed, int zones) => new(placed, ReportedLayout.Derived(placed, zones));
}
