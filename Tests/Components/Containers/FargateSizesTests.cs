using FsCheck;
using FsCheck.Fluent;
using Infra.Components.Containers;
using NUnit.Framework;

namespace Infra.Tests.Components.Containers;

public sealed class FargateSizesTests
{
    // AWS's own limits by processor share: least and most memory in GiB, and the step between.
    private static readonly Dictionary<int, (double Least, double Most, double Step)> Published = new()
    {
        [512] = (1, 4, 1),
        [1024] = (2, 8, 1),
        [2048] = (4, 16, 1),
        [4096] = (8, 30, 1),
        [8192] = (16, 60, 4),
        [16384] = (32, 120, 8),
    };

    private static readonly Arbitrary<int> Shares = Gen.Elements<int>(FargateSizes.CpuUnits.Prepend(0).Append(300)).ToArbitrary();

    [Test]
    public void Every_pair_is_on_offer_exactly_where_AWS_says_so() => Prop
        .ForAll(Shares, Gen.Choose(0, 130 * 1024).ToArbitrary(), (cpu, memory) => FargateSizes.Offers(cpu, memory) == IsPublished(cpu, memory))
        .QuickCheckThrowOnFailure();

    [Test]
    public void Whole_gibibytes_are_on_offer_exactly_where_AWS_says_so() => Assert.That(
        FargateSizes.CpuUnits.SelectMany(cpu => Enumerable.Range(0, 130).Select(gib => (cpu, gib)))
            .Where(pair => FargateSizes.Offers(pair.cpu, pair.gib * 1024) != IsPublished(pair.cpu, pair.gib * 1024)),
        Is.Empty);

    [Test]
    public void The_nearest_memory_is_on_offer_and_no_less_than_asked_for_when_there_is_as_much() => Prop
        .ForAll(Gen.Elements<int>(FargateSizes.CpuUnits).ToArbitrary(), Gen.Choose(1, 130 * 1024).ToArbitrary(), (cpu, memory) =>
        {
            var nearest = FargateSizes.NearestMemory(cpu, memory);
            return FargateSizes.Offers(cpu, nearest)
                && (nearest >= memory || nearest == FargateSizes.MemoryFor(cpu)[^1])
                && !FargateSizes.MemoryFor(cpu).Any(offered => offered >= memory && offered < nearest);
        })
        .QuickCheckThrowOnFailure();

    [TestCase(256, "512, 1024 or 2048")]
    [TestCase(512, "from 1024 to 4096 in steps of 1024")]
    [TestCase(16384, "from 32768 to 122880 in steps of 8192")]
    [TestCase(300, "nothing")]
    public void What_is_on_offer_can_be_said(int cpu, string words) => Assert.That(FargateSizes.MemoryInWords(cpu), Is.EqualTo(words));

    [Test]
    public void A_size_that_is_not_on_offer_is_refused_with_what_is() => Assert.That(
        () => new FargateSize(512, 512),
        Throws.ArgumentException.With.Message.Contains("512 CPU units and 512 MiB").And.Message.Contains("from 1024 to 4096 in steps of 1024 MiB"));

    private static bool IsPublished(int cpu, int memory)
    {
        if (cpu == 256)
        {
            return memory is 512 or 1024 or 2048;
        }

        var gib = memory / 1024.0;
        return Published.TryGetValue(cpu, out var limits)
            && gib >= limits.Least && gib <= limits.Most && (gib - limits.Least) % limits.Step == 0;
    }
}
