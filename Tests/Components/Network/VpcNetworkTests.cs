using Infra.Components.Network;
using NUnit.Framework;
using Pulumi;

namespace Infra.Tests.Components.Network;

public sealed class VpcNetworkTests
{
    private const string VpcType = "awsx:ec2:Vpc";

    [Test]
    public async Task A_public_network_honours_its_blocks_and_has_no_nat()
    {
        var run = await Create(new VpcNetworkArgs
        {
            CidrBlock = "10.0.0.0/16",
            AvailabilityZones = ["us-east-1a", "us-east-1c"],
            PublicSubnets = ["10.0.0.0/20", "10.0.16.0/20"],
        });

        var vpc = run.Only(VpcType);
        Assert.Multiple(() =>
        {
            Assert.That(vpc["cidrBlock"], Is.EqualTo("10.0.0.0/16"));
            Assert.That(vpc.Texts("availabilityZoneNames"), Is.EqualTo(new[] { "us-east-1a", "us-east-1c" }));
            Assert.That(vpc["enableDnsHostnames"], Is.EqualTo(true));
            Assert.That(vpc["enableDnsSupport"], Is.EqualTo(true));
            Assert.That(vpc["subnetStrategy"], Is.EqualTo("Auto"));
            Assert.That(vpc["natGateways.strategy"], Is.EqualTo("None"));
            Assert.That((IReadOnlyList<object>)vpc["subnetSpecs"]!, Has.Count.EqualTo(1));
            Assert.That(vpc["subnetSpecs.0.type"], Is.EqualTo("Public"));
            Assert.That(vpc.Texts("subnetSpecs.0.cidrBlocks"), Is.EqualTo(new[] { "10.0.0.0/20", "10.0.16.0/20" }));
        });
    }

    [TestCase(NatGateways.None, "None")]
    [TestCase(NatGateways.Shared, "Single")]
    [TestCase(NatGateways.OnePerZone, "OnePerAz")]
    public async Task A_private_tier_reaches_the_internet_as_asked(NatGateways natGateways, string strategy)
    {
        var run = await Create(new VpcNetworkArgs
        {
            CidrBlock = "10.0.0.0/16",
            AvailabilityZones = ["us-east-1a", "us-east-1b"],
            PublicSubnets = ["10.0.0.0/22", "10.0.8.0/22"],
            PrivateSubnets = ["10.0.4.0/22", "10.0.12.0/22"],
            NatGateways = natGateways,
        });

        var vpc = run.Only(VpcType);
        Assert.Multiple(() =>
        {
            Assert.That(vpc["natGateways.strategy"], Is.EqualTo(strategy));
            Assert.That(vpc["subnetSpecs.1.type"], Is.EqualTo("Private"));
            Assert.That(vpc.Texts("subnetSpecs.1.cidrBlocks"), Is.EqualTo(new[] { "10.0.4.0/22", "10.0.12.0/22" }));
        });
    }

    [Test]
    public async Task The_default_security_group_loses_its_rules()
    {
        var run = await Create(new VpcNetworkArgs { CidrBlock = "10.0.0.0/16", AvailabilityZones = ["a"], PublicSubnets = ["10.0.0.0/20"] });

        var group = run.Only("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup");
        Assert.Multiple(() =>
        {
            Assert.That(group.Inputs.Keys, Is.EquivalentTo(new[] { "vpcId" }));
            Assert.That(group["vpcId"], Is.EqualTo("vpc-1"));
            Assert.That(run.Registrations, Has.Count.EqualTo(2));
        });
    }

    [Test]
    public void Bad_arguments_register_nothing_but_the_component() => Assert.That(
        () => Create(new VpcNetworkArgs { CidrBlock = "10.0.0.0/16", AvailabilityZones = ["a", "b"], PublicSubnets = ["10.0.0.0/20"] }),
        Throws.Exception.With.Message.Contains("PublicSubnets holds 1 blocks for 2 zones"));

    [Test]
    public async Task Zones_are_asked_for_by_id_and_chosen_by_name()
    {
        IReadOnlyList<string> zones = [];
        await ComponentRun.Of(async _ => zones = await AvailabilityZones.ChooseAsync(3, AvailabilityZones.WithoutFargate, new InvokeOptions()));

        Assert.That(zones, Is.EqualTo(new[] { "us-east-1a", "us-east-1b", "us-east-1c" }));
    }

    private static Task<ComponentRun> Create(VpcNetworkArgs args) => ComponentRun.Of(options => { _ = new VpcNetwork("net", args, options); });
}
