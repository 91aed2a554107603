using Infra.Components.Network;
using NUnit.Framework;

namespace Infra.Tests.Components.Network;

public sealed class VpcNetworkArgsTests
{
    [Test]
    public void Good_arguments_pass() => Assert.That(() => Args().Validate("net"), Throws.Nothing);

    [Test]
    public void All_faults_are_reported_together() => Assert.That(
        () => Args(zones: ["a", "a"], publicSubnets: ["10.1.0.0/24", "junk", "10.0.1.0/24"], nat: NatGateways.Shared).Validate("net"),
        Throws.ArgumentException
            .With.Message.Contains("Every zone may stand there once")
            .And.Message.Contains("PublicSubnets holds 3 blocks for 2 zones")
            .And.Message.Contains("'10.1.0.0/24'")
            .And.Message.Contains("'junk'")
            .And.Message.Contains("NatGateways is Shared without a private tier"));

    [Test]
    public void Overlapping_subnets_are_refused() => Assert.That(
        () => Args(publicSubnets: ["10.0.0.0/20", "10.0.8.0/24"]).Validate("net"),
        Throws.ArgumentException.With.Message.Contains("10.0.0.0/20 and 10.0.8.0/24 overlap"));

    [Test]
    public void A_tier_of_the_private_kind_must_be_whole() => Assert.That(
        () => Args(privateSubnets: ["10.0.64.0/20"]).Validate("net"),
        Throws.ArgumentException.With.Message.Contains("PrivateSubnets holds 1 blocks for 2 zones"));

    [TestCase("10.0.0.0/8")]
    [TestCase("10.0.0.0/29")]
    [TestCase("nonsense")]
    public void A_vpc_block_that_AWS_does_not_take_is_refused(string block) => Assert.That(
        () => Args(block: block).Validate("net"),
        Throws.ArgumentException.With.Message.Contains($"CidrBlock is '{block}'"));

    private static VpcNetworkArgs Args(
        string block = "10.0.0.0/16",
        string[]? zones = null,
        string[]? publicSubnets = null,
        string[]? privateSubnets = null,
        NatGateways nat = NatGateways.None) => new()
        {
            CidrBlock = block,
            AvailabilityZones = zones ?? ["a", "b"],
            PublicSubnets = publicSubnets ?? ["10.0.0.0/20", "10.0.16.0/20"],
            PrivateSubnets = privateSubnets ?? [],
            NatGateways = nat,
        };
}
