using FsCheck;
using FsCheck.Fluent;
using Infra.Preview.Expansion.Layout;
using NUnit.Framework;

namespace Infra.Tests.Preview.Expansion;

public sealed class CidrBlockTests
{
    [TestCase("10.0.0.0/16", "10.0.0.0/16", 65536)]
    [TestCase("10.0.5.7/24", "10.0.5.0/24", 256)]
    [TestCase("0.0.0.0/0", "0.0.0.0/0", 4294967296)]
    [TestCase("255.255.255.255/32", "255.255.255.255/32", 1)]
    public void A_block_starts_at_its_first_address(string text, string expected, long size)
    {
        var block = CidrBlock.Parse(text);
        Assert.Multiple(() =>
        {
            Assert.That(block.ToString(), Is.EqualTo(expected));
            Assert.That(block.Size, Is.EqualTo(size));
        });
    }

    [TestCase("10.0.0.0")]
    [TestCase("10.0.0/16")]
    [TestCase("10.0.0.0/33")]
    [TestCase("10.0.0.0/-1")]
    [TestCase("10.0.0.0/ 8")]
    [TestCase("2001:db8::/56")]
    [TestCase("10.0.0.256/8")]
    [TestCase("")]
    public void Anything_else_is_refused(string text) =>
        Assert.That(() => CidrBlock.Parse(text), Throws.InstanceOf<FormatException>().With.Message.Contains($"'{text}'"));

    [Test]
    public void The_following_block_is_aligned_and_right_behind()
    {
        Assert.Multiple(() =>
        {
            Assert.That(CidrBlock.Parse("10.0.0.0/24").Following(20).ToString(), Is.EqualTo("10.0.16.0/20"));
            Assert.That(CidrBlock.Parse("10.0.0.0/19").Following(20).ToString(), Is.EqualTo("10.0.32.0/20"));
            Assert.That(CidrBlock.Parse("10.0.0.0/19").Next.ToString(), Is.EqualTo("10.0.32.0/19"));
            Assert.That(() => CidrBlock.Parse("255.255.255.0/24").Next, Throws.InstanceOf<OverflowException>());
        });
    }

    [Test]
    public void Text_and_block_are_the_same_thing() => Prop
        .ForAll(ArbMap.Default.ArbFor<uint>(), Gen.Choose(0, 32).ToArbitrary(), (address, mask) =>
        {
            var block = new CidrBlock(address, mask);
            return CidrBlock.Parse(block.ToString()) == block && block.Contains(address) && block.Last - block.First == block.Size - 1;
        })
        .QuickCheckThrowOnFailure();

    [Test]
    public void A_following_block_never_overlaps_and_is_aligned() => Prop
        .ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), Gen.Choose(8, 32).ToArbitrary(), Gen.Choose(8, 32).ToArbitrary(), (address, mask, next) =>
        {
            var block = new CidrBlock((uint)address, mask);
            var following = block.Following(next);
            return !block.Overlaps(following) && following.First % following.Size == 0 && following.First - block.Last <= following.Size;
        })
        .QuickCheckThrowOnFailure();

    [TestCase(0, "2001:db8:1:ab00::/64")]
    [TestCase(5, "2001:db8:1:ab05::/64")]
    [TestCase(255, "2001:db8:1:abff::/64")]
    public void An_ipv6_subnet_is_numbered_in_the_last_byte_of_the_prefix(int index, string expected) =>
        Assert.That(Ipv6Block.Subnet("2001:db8:1:ab00::/56", index), Is.EqualTo(expected));

    [TestCase("2001:db8::/64")]
    [TestCase("10.0.0.0/56")]
    [TestCase("")]
    public void Only_a_56_can_be_divided(string block) =>
        Assert.That(() => Ipv6Block.Subnet(block, 0), Throws.InstanceOf<FormatException>());
}
