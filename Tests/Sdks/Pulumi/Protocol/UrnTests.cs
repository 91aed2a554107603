using Infra.Tests.Sdks.Pulumi.Values;
using NUnit.Framework;
using Pulumi;
using Pulumi.Testing;

namespace Infra.Tests.Sdks.Pulumi.Protocol;

[Parallelizable(ParallelScope.All)]
internal sealed class UrnTests
{
    [Test]
    public async Task A_child_takes_its_parents_urn_up_to_the_name()
    {
        var urn = await Urn.Create("child", "a:b:Child", parentUrn: "urn:pulumi:s::p::x:y:Z$a:b:Parent::name").ValueAsync();

        Assert.That(urn, Is.EqualTo("urn:pulumi:s::p::x:y:Z$a:b:Parent$a:b:Child::child"));
    }

    [Test]
    public async Task Without_a_parent_the_running_stack_and_project_are_taken_unless_others_are_given()
    {
        Output<string>? own = null;
        Output<string>? other = null;

        await Deployment.TestAsync(new EmptyMocks(), new TestOptions { StackName = "s", ProjectName = "p" }, () =>
        {
            own = Urn.Create("n", "a:b:C");
            other = Urn.Create("n", "a:b:C", project: "q", stack: "t");
        });

        Assert.That((await own!.ValueAsync(), await other!.ValueAsync()), Is.EqualTo(("urn:pulumi:s::p::a:b:C::n", "urn:pulumi:t::q::a:b:C::n")));
    }

    [Test]
    public void Two_parents_are_refused()
        => Assert.That(() => Urn.Create("n", "a:b:C", Outputs.Resource("r"), "urn:pulumi:s::p::a:b:C::m"), Throws.ArgumentException);

    [Test]
    public void A_name_may_hold_separators()
    {
        const string Text = "urn:pulumi:s::p::x:y:Z$a:b:C::na::me";

        Assert.That((Urn.NameOf(Text), Urn.TypeOf(Text), Urn.QualifiedTypeOf(Text)), Is.EqualTo(("na::me", "a:b:C", "x:y:Z$a:b:C")));
    }

    [Test]
    public void Urns_are_equal_when_their_texts_are()
    {
        var (one, same, other) = (new Urn("a"), new Urn("a"), new Urn("b"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(one == same && one != other && one.Equals((object)same) && one.GetHashCode() == same.GetHashCode(), Is.True);
            Assert.That((string)one, Is.EqualTo(one.ToString()).And.EqualTo("a"));
        }
    }
}
