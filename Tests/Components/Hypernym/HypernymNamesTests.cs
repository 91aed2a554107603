using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;

namespace Infra.Tests.Components.Hypernym;

public sealed class HypernymNamesTests
{
    [TestCase("dev", "hypernym-dev")]
    [TestCase("Team_A.dev", "hypernym-team-a-dev")]
    [TestCase("___", "hypernym")]
    public void A_system_is_named_after_its_stack(string stack, string prefix) =>
        Assert.That(Infra.Components.Hypernym.Hypernym.DefaultNamePrefix(stack), Is.EqualTo(prefix));

    [Test]
    public void Every_stack_gives_a_name_that_every_service_takes() => Prop
        .ForAll(
            Gen.ListOf(Gen.Elements<char>("abzAZ09-_.".ToCharArray())).Select(letters => new string([.. letters])).ToArbitrary(),
            stack => Regex.IsMatch(Infra.Components.Hypernym.Hypernym.DefaultNamePrefix(stack), "^(?!.*--)[a-z][a-z0-9-]{1,26}[a-z0-9]$"))
        .QuickCheckThrowOnFailure();

    [Test]
    public void Long_stacks_that_differ_at_the_end_stay_different() => Assert.That(
        Infra.Components.Hypernym.Hypernym.DefaultNamePrefix("a-very-long-name-of-a-stack-1"),
        Is.Not.EqualTo(Infra.Components.Hypernym.Hypernym.DefaultNamePrefix("a-very-long-name-of-a-stack-2")));
}
