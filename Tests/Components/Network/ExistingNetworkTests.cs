using Infra.Components.Network;
using NUnit.Framework;
using Pulumi;

namespace Infra.Tests.Components.Network;

public sealed class ExistingNetworkTests
{
    [Test]
    public async Task A_network_is_found_by_the_names_of_vpc_and_subnets()
    {
        var network = await Find(new() { VpcName = "main-vpc", SubnetNamePattern = "main-subnet-public*", VpcFix = "", SubnetFix = "" });
        Assert.That(network!.VpcId, Is.EqualTo("vpc-main-vpc"));
        Assert.That(network.SubnetIds, Is.EqualTo(new[] { "subnet-a", "subnet-b" }));
    }

    [Test]
    public async Task Given_ids_are_taken_once_the_subnets_are_known_to_lie_in_the_vpc()
    {
        var network = await Find(new()
        {
            VpcId = "vpc-1",
            SubnetIds = ["subnet-b"],
            VpcName = "nobodys",
            SubnetNamePattern = "nobodys",
            VpcFix = "",
            SubnetFix = "",
        });
        Assert.That((network!.VpcId, network.SubnetIds.Single()), Is.EqualTo(("vpc-1", "subnet-b")));
    }

    [TestCase("no-vpc", "No VPC is named no-vpc in us-east-1: none. Exactly one must be. Name the VPC by its id: set vpc")]
    [TestCase("two-vpcs", "2 VPCs are named two-vpcs in us-east-1: vpc-a, vpc-b. Exactly one must be. Name the VPC by its id: set vpc")]
    public void A_name_that_is_not_exactly_one_vpcs_is_refused(string name, string message) => Assert.That(
        () => Find(new() { VpcName = name, SubnetNamePattern = "main-subnet-public*", VpcFix = "set vpc", SubnetFix = "set subnets" }),
        Throws.Exception.With.Message.Contains(message));

    [Test]
    public void A_vpc_without_such_subnets_is_refused_before_anything_is_made() => Assert.That(
        () => Find(new() { VpcId = "vpc-1", VpcName = "main-vpc", SubnetNamePattern = "nobodys", VpcFix = "set vpc", SubnetFix = "set subnets" }),
        Throws.Exception.With.Message.Contains("No subnet of vpc-1 is named nobodys").And.Message.Contains("set subnets"));

    [Test]
    public void A_subnet_of_another_vpc_is_refused() => Assert.That(
        () => Find(new() { VpcId = "vpc-1", SubnetIds = ["subnet-b", "subnet-z"], VpcName = "", SubnetNamePattern = "", VpcFix = "", SubnetFix = "set subnets" }),
        Throws.Exception.With.Message.Contains("subnet-z cannot be found in vpc-1").And.Message.Contains("set subnets"));

    private static async Task<ExistingNetwork?> Find(ExistingNetworkQuery query)
    {
        ExistingNetwork? found = null;
        await ComponentRun.Of(async _ => found = await ExistingNetwork.FindAsync(query, new InvokeOptions()));
        return found;
    }
}
