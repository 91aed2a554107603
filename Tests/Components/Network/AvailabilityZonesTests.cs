using Infra.Components.Network;
using NUnit.Framework;

namespace Infra.Tests.Components.Network;

public sealed class AvailabilityZonesTests
{
    [Test]
    public void The_first_names_are_taken_in_order() => Assert.That(
        AvailabilityZones.First(["us-east-1d", "us-east-1b", "us-east-1c", "us-east-1f"], 3, "us-east-1", ["use1-az3"]),
        Is.EqualTo(new[] { "us-east-1b", "us-east-1c", "us-east-1d" }));

    [Test]
    public void A_region_with_too_few_zones_is_refused_with_its_name_and_zones() => Assert.That(
        () => AvailabilityZones.First(["us-west-1a", "us-west-1c"], 3, "us-west-1", ["usw1-az2"]),
        Throws.InvalidOperationException.With.Message.Contains("us-west-1 offers 2 zones (us-west-1a, us-west-1c)").And.Message.Contains("needs 3"));
}
