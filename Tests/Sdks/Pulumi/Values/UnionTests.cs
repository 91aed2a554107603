using NUnit.Framework;
using Pulumi;

namespace Infra.Tests.Sdks.Pulumi.Values;

[Parallelizable(ParallelScope.All)]
internal sealed class UnionTests
{
    private static readonly Union<string, int> Text = "a";
    private static readonly Union<string, int> Number = 1;

    [Test]
    public void Cases_are_told_apart()
    {
        Assert.That((Text.IsT0, Text.IsT1, Text.AsT0, Text.Value), Is.EqualTo((true, false, "a", (object)"a")));
        Assert.That((Number.IsT0, Number.IsT1, Number.AsT1, Number.Value), Is.EqualTo((false, true, 1, (object)1)));
        Assert.That(() => Text.AsT1, Throws.InvalidOperationException.With.Message.Contains("AsT0"));
        Assert.That(() => Number.AsT0, Throws.InvalidOperationException.With.Message.Contains("AsT1"));
    }

    [Test]
    public void Default_union_is_the_first_case()
    {
        Assert.That(default(Union<string, int>).IsT0, Is.True);
        Assert.That(default(Union<string, int>).AsT0, Is.Null);
    }

    [Test]
    public void Functions_see_the_case_that_is_present()
    {
        var seen = "";
        Text.Switch(text => seen = text, _ => seen = "wrong");
        Assert.That(seen, Is.EqualTo("a"));
        Number.Switch(_ => seen = "wrong", number => seen = $"{number}");
        Assert.That(seen, Is.EqualTo("1"));

        Assert.That(Text.Match(text => text.Length, number => -number), Is.EqualTo(1));
        Assert.That(Number.Match(text => text.Length, number => -number), Is.EqualTo(-1));
        Assert.That(Text.MapT0(text => text.Length).AsT0, Is.EqualTo(1));
        Assert.That(Number.MapT0(text => text.Length).AsT1, Is.EqualTo(1));
        Assert.That(Text.MapT1(number => number > 0).AsT0, Is.EqualTo("a"));
        Assert.That(Number.MapT1(number => number > 0).AsT1, Is.True);
        Assert.That(Number.Bimap(text => text.Length, number => number > 0).AsT1, Is.True);
        Assert.That(Text.Bimap(text => text.Length, number => number > 0).AsT0, Is.EqualTo(1));
    }

    [Test]
    public void Picking_gives_the_case_or_the_remainder()
    {
        Assert.That(Text.TryPickT0(out var text, out _), Is.True);
        Assert.That(text, Is.EqualTo("a"));
        Assert.That(Text.TryPickT1(out _, out var rest), Is.False);
        Assert.That(rest, Is.EqualTo("a"));
        Assert.That(Number.TryPickT1(out var number, out _), Is.True);
        Assert.That(number, Is.EqualTo(1));
    }

    [Test]
    public void Equality_regards_case_and_value()
    {
        var zero = Union<int, int>.FromT0(1);
        var one = Union<int, int>.FromT1(1);

        Assert.That(zero == Union<int, int>.FromT0(1), Is.True);
        Assert.That(zero != one, Is.True);
        Assert.That(zero.Equals((object)Union<int, int>.FromT0(1)), Is.True);
        Assert.That(zero.Equals("other"), Is.False);
        Assert.That(zero.GetHashCode(), Is.EqualTo(Union<int, int>.FromT0(1).GetHashCode()));
    }

    [Test]
    public void Text_names_the_type()
        => Assert.That((Text.ToString(), Number.ToString()), Is.EqualTo(("System.String: a", "System.Int32: 1")));
}
