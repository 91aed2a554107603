using Infra.Components.Network;
using NUnit.Framework;

namespace Infra.Tests.Components.Network;

public sealed class SubnetBlocksTests
{
    [Test]
    public void Consecutive_blocks_start_at_the_beginning_of_the_vpc() => Assert.That(
        SubnetBlocks.Consecutive("10.0.0.0/16", 20, 3),
        Is.EqualTo(new[] { "10.0.0.0/20", "10.0.16.0/20", "10.0.32.0/20" }));

    [Test]
    public void Strided_blocks_leave_room_for_the_other_tiers_of_their_zone()
    {
        Assert.Multiple(() =>
        {
            Assert.That(SubnetBlocks.Strided("10.0.0.0/16", 22, 2, 0, 2), Is.EqualTo(new[] { "10.0.0.0/22", "10.0.8.0/22" }));
            Assert.That(SubnetBlocks.Strided("10.0.0.0/16", 22, 2, 1, 2), Is.EqualTo(new[] { "10.0.4.0/22", "10.0.12.0/22" }));
        });
    }

    [Test]
    public void A_vpc_that_is_filled_to_the_last_block_is_accepted() =>
        Assert.That(SubnetBlocks.Consecutive("10.0.0.0/24", 26, 4), Has.Count.EqualTo(4));

    [Test]
    public void A_vpc_that_is_too_small_is_refused_with_the_numbers() => Assert.That(
        () => SubnetBlocks.Consecutive("10.0.0.0/24", 26, 5),
        Throws.ArgumentException.With.Message.Contains("holds 4 blocks").And.Message.Contains("5 are needed"));

    [TestCase(15)]
    [TestCase(29)]
    public void A_subnet_size_that_AWS_does_not_take_is_refused(int prefixLength) => Assert.That(
        () => SubnetBlocks.Consecutive("10.0.0.0/8", prefixLength, 1),
        Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("/16 to /28"));
}
