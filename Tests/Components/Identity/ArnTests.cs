using Infra.Components.Identity;
using NUnit.Framework;

namespace Infra.Tests.Components.Identity;

public sealed class ArnTests
{
    [Test]
    public void An_arn_comes_apart_and_back_together()
    {
        const string Text = "arn:aws-cn:logs:cn-north-1:123456789012:log-group:/hyperp:*";
        var arn = Arn.Parse(Text);
        Assert.Multiple(() =>
        {
            Assert.That(arn, Is.EqualTo(new Arn("aws-cn", "logs", "cn-north-1", "123456789012", "log-group:/hyperp:*")));
            Assert.That(arn.ToString(), Is.EqualTo(Text));
        });
    }

    [Test]
    public void A_sibling_shares_everything_but_the_resource() => Assert.That(
        Arn.Parse("arn:aws:ecs:us-east-1:123456789012:cluster/hyperp-1").Sibling("task/hyperp-1/*").ToString(),
        Is.EqualTo("arn:aws:ecs:us-east-1:123456789012:task/hyperp-1/*"));

    [TestCase("")]
    [TestCase("arn:aws:s3")]
    [TestCase("arn::s3:::bucket")]
    [TestCase("urn:aws:s3:::bucket")]
    [TestCase("arn:aws:s3:::")]
    public void Anything_else_is_refused(string text) =>
        Assert.That(() => Arn.Parse(text), Throws.TypeOf<FormatException>().With.Message.Contains($"'{text}'"));
}
