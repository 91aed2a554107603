using Infra.Preview.Engine;
using Infra.Preview.Expansion;
using Infra.Preview.Expansion.Layout;
using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Preview.Expansion;

public sealed class VpcRefusalTests
{
    [TestCase("""{"ipv4IpamPoolId":"p","cidrBlock":"10.0.0.0/16","ipv4NetmaskLength":16}""", "Only one of 'cidrBlock', 'ipv4NetmaskLength' is allowed.")]
    [TestCase("""{"ipv4IpamPoolId":"p"}""", "If 'ipv4IpamPoolId' is specified, 'ipv4NetmaskLength' or 'cidrBlock' must also be specified.")]
    [TestCase("""{"vpcEndpointStrategy":"Auto","enableDnsHostnames":false,"vpcEndpointSpecs":[{"serviceName":"s","vpcEndpointType":"Interface"}]}""",
        "vpcEndpointStrategy \"Auto\" requires enableDnsHostnames to be true when Interface endpoint private DNS is enabled.")]
    [TestCase("""{"availabilityZoneNames":["a"],"numberOfAvailabilityZones":2}""", "Only one of [availabilityZoneNames] and [numberOfAvailabilityZones] can be specified")]
    [TestCase("""{"numberOfAvailabilityZones":9}""", "does not have at least 9 Availability Zones.")]
    [TestCase("""{"natGateways":{"strategy":"None","elasticIpAllocationIds":["e"]}}""", "Elastic IP allocation IDs cannot be specified when NAT Gateway strategy is 'None'.")]
    [TestCase("""{"natGateways":{"strategy":"Single","elasticIpAllocationIds":["e","f"]}}""", "Exactly one Elastic IP may be specified when NAT Gateway strategy is 'Single'.")]
    [TestCase("""{"natGateways":{"strategy":"OnePerAz","elasticIpAllocationIds":["e"]}}""", "must match the number of availability zones for the VPC (3)")]
    [TestCase("""{"natGateways":{"strategy":"Two"}}""", "Unknown NatGatewayStrategy 'Two'")]
    [TestCase("""{"availabilityZoneNames":["us-east-1a","us-west-1a"],"subnetNameTagStrategy":"AvailabilityZone"}""", "the name suffix '1a'")]
    [TestCase("""{"subnetStrategy":"AutoMerge","subnetSpecs":[{"type":"Public","cidrBlocks":["10.0.0.0/24"]}]}""", "AutoMerge")]
    [TestCase("""{"subnetStrategy":"Auto","subnetSpecs":[]}""", "No subnets specified")]
    [TestCase("""{"subnetStrategy":"Auto","subnetSpecs":[{"type":"Public"}]}""", "public subnets must be declared to host the NAT Gateway resource")]
    [TestCase("""{"cidrBlock":"10.0.0.0"}""", "Allowed: an IPv4 block")]
    [TestCase("""{"ipv4IpamPoolId":"p","ipv4NetmaskLength":16}""", "IPAM pool")]
    [TestCase("""{"subnetStrategy":"Other"}""", "Allowed: Legacy, Auto, AutoMerge, Exact")]
    [TestCase("""{"subnetStrategy":"Auto","subnetSpecs":[{"type":"Public","cidrMask":17},{"type":"Private","cidrMask":19}]}""",
        "Subnets are too large for VPC. VPC has 16384 addresses, but subnets require 40960 addresses.")]
    [TestCase("""{"cidrBlock":"10.0.0.0/25","subnetStrategy":"Auto"}""", "requires a VPC with at least /26 available per AZ, but only /27 is available.If you do need")]
    public void An_input_the_provider_refuses_is_refused_in_its_words(string inputs, string message)
    {
        var context = new RecordingContext();
        var raw = (MapValue)Infra.Preview.Synthesis.JsonValues.Parse(inputs);
        Assert.That(
            () => new VpcExpander().Expand(context.Component("net", raw), context),
            Throws.InstanceOf<ComponentException>().With.Message.Contains(message));
    }

    [Test]
    public void All_faults_of_the_specs_are_told_together()
    {
        SubnetSpec[] specs = [new("Public"), new("public"), new("Private") { Size = 1000 }, new("Isolated") { CidrMask = 24, Size = 512 }];
        Assert.That(
            () => SpecRules.Normalise(specs, 3),
            Throws.InstanceOf<ComponentException>().With.Message.Matches(
                "(?s)^Invalid subnet specifications:\n - Multiple subnet specs of type \"Public\" require unique names\\..*"
                + "\n - The following subnet sizes are invalid: 1000\\. Valid sizes are: 4294967296, .*, 8, 4\\."
                + "\n - Subnet size 512 does not match the expected size for a /24 subnet \\(256\\)\\.$"));
    }

    [Test]
    public void Explicit_specs_tell_their_first_fault_each()
    {
        SubnetSpec[] specs =
        [
            new("Public") { CidrBlocks = ["10.0.0.0/24"] },
            new("Private"),
            new("Isolated") { CidrBlocks = ["10.0.2.0/24", "10.0.3.0/24"], CidrMask = 25, Size = 4 },
            new("Unused") { CidrBlocks = ["10.0.4.0/24", "10.0.5.0/24"], Size = 4 },
        ];
        Assert.That(
            () => SpecRules.Normalise(specs, 2),
            Throws.InstanceOf<ComponentException>().With.Message.EqualTo(
                "Invalid subnet specifications:"
                + "\n - The number of CIDR blocks in subnetSpecs[0] must match the number of availability zones (2)."
                + "\n - If any subnet spec has explicit cidrBlocks, all subnets must have explicit cidrBlocks."
                + "\n - The cidrMask in subnetSpecs[2] must match all cidrBlocks or be left undefined."
                + "\n - The size in subnetSpecs[3] must match all cidrBlocks or be left undefined."));
    }

    [Test]
    public void Overlaps_are_listed()
    {
        var inputs = LayoutTests.Inputs(
            "Auto",
            new SubnetSpec("Public") { CidrBlocks = ["10.0.0.0/24"] },
            new SubnetSpec("Private") { CidrBlocks = ["10.0.0.128/25"] });
        Assert.That(
            () => VpcPlan.Make("net", inputs, "10.0.0.0/16", 1),
            Throws.InstanceOf<ComponentException>().With.Message.EqualTo(
                "The following subnets overlap with at least one other subnet. Make the CIDR for the VPC larger, reduce the size of the subnets per AZ, "
                + "or use less Availability Zones:\n\n1. net-public-1: 10.0.0.0/24\n2. net-private-1: 10.0.0.128/25\n"));
    }
}
