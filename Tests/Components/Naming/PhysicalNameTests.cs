using FsCheck;
using FsCheck.Fluent;
using Infra.Components.Naming;
using NUnit.Framework;

namespace Infra.Tests.Components.Naming;

public sealed class PhysicalNameTests
{
    private static readonly Arbitrary<string> Names = Gen
        .NonEmptyListOf(Gen.Elements("abcdefghijklmnopqrstuvwxyz0123456789-".ToCharArray()))
        .Select(letters => "n" + string.Concat(letters))
        .Resize(200)
        .ToArbitrary();

    private static readonly Arbitrary<PhysicalNameKind> Kinds = Gen.Elements(Enum.GetValues<PhysicalNameKind>()).ToArbitrary();

    [TestCase(PhysicalNameKind.LoadBalancer, 32)]
    [TestCase(PhysicalNameKind.TargetGroup, 32)]
    [TestCase(PhysicalNameKind.Role, 64)]
    [TestCase(PhysicalNameKind.Queue, 80)]
    [TestCase(PhysicalNameKind.Database, 63)]
    [TestCase(PhysicalNameKind.Function, 64)]
    public void Each_kind_has_the_length_that_AWS_allows(PhysicalNameKind kind, int limit) =>
        Assert.That(PhysicalName.Limit(kind), Is.EqualTo(limit));

    [Test]
    public void A_name_never_exceeds_its_limit() => Prop
        .ForAll(Names, Kinds, (name, kind) => PhysicalName.Fit(name, kind).Length <= PhysicalName.Limit(kind))
        .QuickCheckThrowOnFailure();

    [Test]
    public void A_name_never_exceeds_a_limit_of_its_own() => Prop
        .ForAll(Names, Gen.Choose(10, 100).ToArbitrary(), (name, limit) => PhysicalName.Fit(name, limit).Length <= limit)
        .QuickCheckThrowOnFailure();

    [Test]
    public void A_name_that_fits_is_left_alone() => Prop
        .ForAll(Names, Kinds, (name, kind) => name.Length > PhysicalName.Limit(kind) || PhysicalName.Fit(name, kind) == name)
        .QuickCheckThrowOnFailure();

    [Test]
    public void Fitting_twice_changes_nothing() => Prop
        .ForAll(Names, Kinds, (name, kind) => PhysicalName.Fit(PhysicalName.Fit(name, kind), kind) == PhysicalName.Fit(name, kind))
        .QuickCheckThrowOnFailure();

    [Test]
    public void A_shortened_name_begins_as_the_name_does_and_never_holds_two_hyphens_before_its_hash() => Prop
        .ForAll(Names, Kinds, (name, kind) =>
        {
            var longName = name + new string('x', 80);
            var shortened = PhysicalName.Fit(longName, kind);
            var hyphen = shortened.LastIndexOf('-');
            return longName.StartsWith(shortened[..hyphen], StringComparison.Ordinal) && shortened[hyphen - 1] != '-';
        })
        .QuickCheckThrowOnFailure();

    [Test]
    public void Long_names_that_differ_at_the_end_stay_different()
    {
        var common = new string('a', 100);
        Assert.That(PhysicalName.Fit(common + "1", PhysicalNameKind.Role), Is.Not.EqualTo(PhysicalName.Fit(common + "2", PhysicalNameKind.Role)));
    }

    [Test]
    public void The_hash_is_the_same_on_every_machine() => Assert.That(
        PhysicalName.Fit("a-load-balancer-with-a-name-longer-than-aws-allows", PhysicalNameKind.LoadBalancer),
        Is.EqualTo("a-load-balancer-with-a-6e8fce13"));

    [Test]
    public void A_fifo_queue_keeps_its_suffix()
    {
        var fitted = PhysicalName.Fit(new string('q', 100) + ".fifo", PhysicalNameKind.Queue);
        Assert.Multiple(() =>
        {
            Assert.That(fitted, Has.Length.EqualTo(80));
            Assert.That(fitted, Does.EndWith(".fifo"));
        });
    }
}
