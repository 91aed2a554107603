using FsCheck;
using FsCheck.Fluent;
using Infra.Components.Network;
using NUnit.Framework;

namespace Infra.Tests.Components.Network;

public sealed class CidrBlockTests
{
    private static readonly Arbitrary<CidrBlock> Blocks = Gen.Choose(0, 32)
        .SelectMany(prefix => Gen.Choose(int.MinValue, int.MaxValue).Select(number => Of((uint)number, prefix)))
        .ToArbitrary();

    [TestCase("10.0.0.0/16")]
    [TestCase("0.0.0.0/0")]
    [TestCase("255.255.255.255/32")]
    public void A_block_reads_and_writes_itself(string text) => Assert.That(CidrBlock.Parse(text).ToString(), Is.EqualTo(text));

    [TestCase(null)]
    [TestCase("")]
    [TestCase("10.0.0.0")]
    [TestCase("10.0.0.0/33")]
    [TestCase("10.0.0.0/-1")]
    [TestCase("10.0.0.0/ 8")]
    [TestCase("10.0.0/16")]
    [TestCase("10.0.0.1/16")]
    [TestCase("010.0.0.0/16")]
    [TestCase("10.0.0.0/16/8")]
    [TestCase("2001:db8::/32")]
    public void Anything_else_is_refused(string? text) => Assert.That(CidrBlock.TryParse(text, out _), Is.False);

    [Test]
    public void A_refusal_says_what_was_written_and_what_is_wanted() => Assert.That(
        () => CidrBlock.Parse("10.0.0.1/16"),
        Throws.TypeOf<FormatException>().With.Message.Contains("10.0.0.1/16").And.Message.Contains("such as 10.0.0.0/16"));

    [Test]
    public void Every_block_survives_being_written_and_read() => Prop
        .ForAll(Blocks, block => CidrBlock.Parse(block.ToString()) == block)
        .QuickCheckThrowOnFailure();

    [Test]
    public void Subnets_of_a_block_tile_it() => Prop
        .ForAll(Blocks, Gen.Choose(0, 4).ToArbitrary(), (block, more) =>
        {
            var prefix = Math.Min(32, block.PrefixLength + more);
            var subnets = Enumerable.Range(0, (int)block.Count(prefix)).Select(index => block.Subnet(prefix, index)).ToList();
            return subnets.All(block.Contains)
                && subnets.Sum(subnet => subnet.Size) == block.Size
                && subnets.SelectMany((one, index) => subnets.Skip(index + 1).Select(one.Overlaps)).All(overlap => !overlap);
        })
        .QuickCheckThrowOnFailure();

    [Test]
    public void Overlap_is_mutual_and_means_that_one_holds_the_other() => Prop
        .ForAll(Blocks, Blocks, (left, right) =>
            left.Overlaps(right) == right.Overlaps(left) && left.Overlaps(right) == (left.Contains(right) || right.Contains(left)))
        .QuickCheckThrowOnFailure();

    [Test]
    public void A_subnet_beyond_the_end_is_refused() => Assert.That(
        () => CidrBlock.Parse("10.0.0.0/16").Subnet(20, 16),
        Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("holds 16 of them"));

    private static CidrBlock Of(uint address, int prefix)
    {
        var first = prefix == 0 ? 0 : address & (uint.MaxValue << (32 - prefix));
        return CidrBlock.Parse($"{first >> 24}.{(first >> 16) & 255}.{(first >> 8) & 255}.{first & 255}/{prefix}");
    }
}
