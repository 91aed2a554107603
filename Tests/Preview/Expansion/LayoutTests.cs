using FsCheck;
using FsCheck.Fluent;
using Infra.Preview.Engine;
using Infra.Preview.Expansion;
using Infra.Preview.Expansion.Layout;
using NUnit.Framework;

namespace Infra.Tests.Preview.Expansion;

public sealed class LayoutTests
{
    [TestCase("10.0.0.0/16", 3, "private-1 10.0.0.0/19, public-1 10.0.32.0/20, private-2 10.0.64.0/19, public-2 10.0.96.0/20, private-3 10.0.128.0/19, public-3 10.0.160.0/20")]
    [TestCase("10.0.0.0/24", 2, "private-1 10.0.0.0/26, public-1 10.0.0.64/27, private-2 10.0.0.128/26, public-2 10.0.0.192/27")]
    [TestCase("10.0.0.0/16", 1, "private-1 10.0.0.0/17, public-1 10.0.128.0/18")]
    [TestCase("10.0.0.0/16", 2, "private-1 10.0.0.0/18, public-1 10.0.64.0/19, private-2 10.0.128.0/18, public-2 10.0.192.0/19")]
    public void Auto_without_specs(string vpc, int zones, string expected) =>
        Assert.That(Blocks(Inputs("Auto"), vpc, zones), Is.EqualTo(expected));

    [Test]
    public void Auto_leaves_alignment_gaps() => Assert.That(
        Blocks(Inputs("Auto", new SubnetSpec("Public") { CidrMask = 24 }, new SubnetSpec("Private") { CidrMask = 20 }), "10.0.0.0/16", 3),
        Is.EqualTo("public-1 10.0.0.0/24, private-1 10.0.16.0/20, public-2 10.0.64.0/24, private-2 10.0.80.0/20, public-3 10.0.128.0/24, private-3 10.0.144.0/20"));

    [Test]
    public void Auto_shares_a_zone_among_specs_without_a_size() => Assert.That(
        Blocks(Inputs("Auto", new SubnetSpec("Public"), new SubnetSpec("Private"), new SubnetSpec("Isolated")), "10.0.0.0/16", 2),
        Is.EqualTo("public-1 10.0.0.0/19, private-1 10.0.32.0/19, isolated-1 10.0.64.0/19, public-2 10.0.128.0/19, private-2 10.0.160.0/19, isolated-2 10.0.192.0/19"));

    [Test]
    public void AutoMerge_lays_an_unnamed_spec_over_its_default() => Assert.That(
        Blocks(Inputs("AutoMerge", new SubnetSpec("Public") { CidrMask = 20 }), "10.0.0.0/16", 2),
        Is.EqualTo("private-1 10.0.0.0/18, public-1 10.0.64.0/20, private-2 10.0.128.0/18, public-2 10.0.192.0/20"));

    [Test]
    public void AutoMerge_with_tags_alone_drops_the_defaults_size() => Assert.That(
        Blocks(Inputs("AutoMerge", new SubnetSpec("public") { Tags = "any" }), "10.0.0.0/16", 3),
        Does.StartWith("private-1 10.0.0.0/19, public-1 10.0.32.0/19, "));

    [Test]
    public void AutoMerge_appends_named_and_other_specs() => Assert.That(
        Blocks(Inputs("AutoMerge", new SubnetSpec("Private") { Name = "db", CidrMask = 24 }, new SubnetSpec("Isolated") { CidrMask = 24 }), "10.0.0.0/16", 1),
        Is.EqualTo("private-1 10.0.0.0/17, public-1 10.0.128.0/18, db-1 10.0.192.0/24, isolated-1 10.0.193.0/24"));

    [Test]
    public void Legacy_without_specs_lists_private_before_public() => Assert.That(
        Blocks(Inputs("Legacy"), "10.0.0.0/16", 3),
        Is.EqualTo("private-1 10.0.0.0/19, private-2 10.0.64.0/19, private-3 10.0.128.0/19, public-1 10.0.32.0/20, public-2 10.0.96.0/20, public-3 10.0.160.0/20"));

    [Test]
    public void Legacy_places_types_one_behind_the_other() => Assert.That(
        Blocks(
            Inputs(
                "Legacy",
                new SubnetSpec("Public") { CidrMask = 22 },
                new SubnetSpec("Private") { CidrMask = 21 },
                new SubnetSpec("Isolated") { Name = "db", CidrMask = 24 },
                new SubnetSpec("Isolated") { Name = "redis", CidrMask = 24 }),
            "10.0.0.0/16",
            3),
        Does.StartWith("private-1 10.0.0.0/21, public-1 10.0.8.0/22, db-1 10.0.12.0/24, redis-1 10.0.13.0/24, private-2 10.0.64.0/21, public-2 10.0.72.0/22"));

    [Test]
    public void Legacy_ignores_explicit_blocks() => Assert.That(
        Blocks(Inputs("Legacy", Explicit("Public", "10.0.0.0/20", "10.0.16.0/20", "10.0.32.0/20")), "10.0.0.0/16", 3),
        Is.EqualTo("public-1 10.0.0.0/20, public-2 10.0.64.0/20, public-3 10.0.128.0/20"));

    [Test]
    public void Legacy_with_sizes_of_its_own() => Assert.That(
        Blocks(Inputs("Legacy", new SubnetSpec("Public") { CidrMask = 24 }, new SubnetSpec("Private") { CidrMask = 24 }), "10.0.0.0/16", 2),
        Is.EqualTo("private-1 10.0.0.0/24, public-1 10.0.1.0/24, private-2 10.0.128.0/24, public-2 10.0.129.0/24"));

    [Test]
    public void Legacy_fits_a_small_vpc() => Assert.That(
        Blocks(Inputs("Legacy", new SubnetSpec("Public"), new SubnetSpec("Private")), "10.0.0.0/20", 2),
        Is.EqualTo("private-1 10.0.0.0/22, public-1 10.0.4.0/22, private-2 10.0.8.0/22, public-2 10.0.12.0/22"));

    [Test]
    public void Explicit_blocks_go_zone_by_zone() => Assert.That(
        Blocks(Inputs("Auto", Explicit("Public", "10.0.0.0/24", "10.0.1.0/24"), Explicit("Private", "10.0.2.0/24", "10.0.3.0/24")), "10.0.0.0/16", 2),
        Is.EqualTo("public-1 10.0.0.0/24, private-1 10.0.2.0/24, public-2 10.0.1.0/24, private-2 10.0.3.0/24"));

    [Test]
    public void Exact_takes_blocks_that_tile_the_vpc()
    {
        var inputs = Inputs("Exact", Explicit("Public", "10.0.0.0/22", "10.0.8.0/22"), Explicit("Private", "10.0.4.0/22", "10.0.12.0/22"));
        Assert.That(() => VpcPlan.Make("net", inputs, "10.0.0.0/20", 2).Check(inputs with { CidrBlock = "10.0.0.0/20" }), Throws.Nothing);
    }

    [Test]
    public void Exact_names_every_gap()
    {
        var inputs = Inputs("Exact", Explicit("Public", "10.0.0.0/20", "10.0.16.0/20", "10.0.32.0/20")) with { NatStrategy = "None" };
        Assert.That(
            () => VpcPlan.Make("net", inputs, "10.0.0.0/16", 3).Check(inputs),
            Throws.InstanceOf<ComponentException>().With.Message.EqualTo(
                "There are gaps in the subnet ranges. Please fix the following gaps: net-public-3 (ending 10.0.47.254) ends before VPC ends (at 10.0.255.254})"));
    }

    [Test]
    public void The_reported_layout_of_legacy_defaults_has_the_providers_quirk() => Assert.That(
        VpcPlan.Make("net", Inputs("Legacy"), "10.0.0.0/16", 3).Reported,
        Is.EqualTo(new[] { new LayoutEntry("Private", CidrMask: 19), new LayoutEntry("Unused", CidrMask: 19), new LayoutEntry("Private", CidrMask: 19) }));

    [Test]
    public void The_reported_layout_of_auto_defaults() => Assert.That(
        VpcPlan.Make("net", Inputs("Auto"), "10.0.0.0/16", 3).Reported,
        Is.EqualTo(new[] { new LayoutEntry("Private", CidrMask: 19), new LayoutEntry("Public", CidrMask: 20) }));

    [Test]
    public void The_reported_layout_of_given_specs_has_both_length_and_size() => Assert.That(
        VpcPlan.Make("net", Inputs("Auto", new SubnetSpec("Public") { Name = "web", Size = 256 }), "10.0.0.0/16", 2).Reported,
        Is.EqualTo(new[] { new LayoutEntry("Public", "web", 24, 256) }));

    [Test]
    public void Gaps_are_filled_with_the_widest_aligned_blocks() => Assert.That(
        ReportedLayout.Gap(CidrBlock.Parse("10.0.0.0/24"), CidrBlock.Parse("10.0.16.0/20")).Select(block => block.ToString()),
        Is.EqualTo(new[] { "10.0.1.0/24", "10.0.2.0/23", "10.0.4.0/22", "10.0.8.0/21" }));

    [Test]
    public void A_sound_auto_layout_is_disjoint_inside_the_vpc_aligned_and_ordered() => Prop
        .ForAll(Layouts().ToArbitrary(), layout =>
        {
            var (vpc, zones, specs) = layout;
            IReadOnlyList<PlacedSubnet> placed;
            try
            {
                placed = VpcPlan.Make("net", Inputs("Auto", [.. specs]), vpc.ToString(), zones).Placed;
            }
            catch (ComponentException)
            {
                return true;
            }

            return placed.Count == zones * specs.Count
                && placed.All(subnet => subnet.Block.First % subnet.Block.Size == 0 && vpc.First <= subnet.Block.First)
                && placed.Zip(placed.Skip(1)).All(pair => pair.First.Block.Last < pair.Second.Block.First)
                && placed.Select(subnet => subnet.Zone).SequenceEqual(placed.Select(subnet => subnet.Zone).Order());
        })
        .QuickCheckThrowOnFailure();

    [Test]
    public void Auto_subnets_of_one_size_always_fit_their_vpc() => Prop
        .ForAll(Gen.Choose(16, 22).ToArbitrary(), Gen.Choose(1, 6).ToArbitrary(), Gen.Choose(1, 4).ToArbitrary(), (mask, zones, count) =>
        {
            var vpc = new CidrBlock(10u << 24, mask);
            var specs = Enumerable.Range(0, count).Select(index => new SubnetSpec("Private") { Name = $"s{index}" }).ToArray();
            var placed = VpcPlan.Make("net", Inputs("Auto", specs), vpc.ToString(), zones).Placed;
            return placed.Count == zones * count && placed.All(subnet => vpc.Contains(subnet.Block));
        })
        .QuickCheckThrowOnFailure();

    [Test]
    public void Layouts_without_specs_agree_between_legacy_and_auto() => Prop
        .ForAll(Gen.Choose(16, 24).ToArbitrary(), Gen.Choose(1, 4).ToArbitrary(), (mask, zones) =>
        {
            var vpc = new CidrBlock(10u << 24, mask).ToString();
            return Sorted("Legacy").SequenceEqual(Sorted("Auto"));

            IEnumerable<string> Sorted(string strategy) =>
                VpcPlan.Make("net", Inputs(strategy), vpc, zones).Placed.Select(subnet => $"{subnet.Name} {subnet.Cidr}").Order(StringComparer.Ordinal);
        })
        .QuickCheckThrowOnFailure();

    internal static VpcInputs Inputs(string strategy, params SubnetSpec[] specs) => new()
    {
        Raw = Infra.Preview.Model.MapValue.Empty,
        CidrBlock = "10.0.0.0/16",
        Strategy = strategy,
        Specs = specs.Length == 0 ? null : specs,
    };

    private static SubnetSpec Explicit(string type, params string[] blocks) => new(type) { CidrBlocks = blocks };

    private static string Blocks(VpcInputs inputs, string vpc, int zones) =>
        string.Join(", ", VpcPlan.Make("net", inputs, vpc, zones).Placed.Select(subnet => $"{subnet.Name[4..]} {subnet.Cidr}"));

    private static Gen<(CidrBlock Vpc, int Zones, List<SubnetSpec> Specs)> Layouts() =>
        from mask in Gen.Choose(16, 24)
        from zones in Gen.Choose(1, 4)
        from count in Gen.Choose(1, 5)
        from masks in Gen.Choose(mask + 1, 28).ListOf(count)
        select (new CidrBlock(10u << 24, mask), zones,
            masks.Select((own, index) => new SubnetSpec("Private") { Name = $"s{index}", CidrMask = own }).ToList());
}
