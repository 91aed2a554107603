using Infra.Components.Network;
using NUnit.Framework;
using Pulumi;

namespace Infra.Tests.Components.Network;

public sealed class AvailabilityZonesTests
{
    [Test]
    public void The_first_names_are_taken_in_order() => Assert.That(
        AvailabilityZones.First(["us-east-1d", "us-east-1b", "us-east-1c", "us-east-1f"], 3, "us-east-1", ["use1-az3"]),
        Is.EqualTo(new[] { "us-east-1b", "us-east-1c", "us-east-1d" }));

    [Test]
    public void A_region_with_too_few_zones_is_refused_in_four_parts() => Assert.That(
        () => AvailabilityZones.First(["us-west-1c", "us-west-1a"], 3, "us-west-1", ["usw1-az2"]),
        Throws.InstanceOf<RunException>().With.Message.EqualTo(
            "The network does not fit into region us-west-1.\n"
            + "  got      3 availability zones to span; 2 suit it (us-west-1a, us-west-1c), without usw1-az2\n"
            + "  allowed  at most 2\n"
            + "  fix      span fewer zones, exclude fewer, or choose another region"));

    [Test]
    public void A_region_without_a_suitable_zone_is_refused_without_empty_lists() => Assert.That(
        () => AvailabilityZones.First([], 2, "us-west-1", []),
        Throws.InstanceOf<RunException>().With.Message.Contains("  got      2 availability zones to span; 0 suit it\n  allowed"));

    [Test]
    public async Task All_zones_that_suit_are_told_in_order()
    {
        IReadOnlyList<string> zones = [];
        await ComponentRun.Of(async _ => zones = await AvailabilityZones.SuitableAsync([], new InvokeOptions()));
        Assert.That(zones, Is.EqualTo(new[] { "us-east-1a", "us-east-1b", "us-east-1c", "us-east-1d" }));
    }
}
