using Infra.Sdks.Generator;
using NUnit.Framework;

namespace Infra.Tests.Sdks.Generator;

[TestFixture]
public sealed class TokenListTests
{
    [Test]
    public void Comments_and_empty_lines_are_no_tokens()
    {
        var entries = TokenList.Parse(["# all", "", "acme:vm:A # the first", "  acme:vm:B -rules -tags  "], "acme.txt");

        Assert.That(entries.Select(entry => entry.Token), Is.EqualTo(new[] { "acme:vm:A", "acme:vm:B" }));
        Assert.That(entries[0].Without, Is.Empty);
        Assert.That(entries[1].Without, Is.EqualTo(new[] { "rules", "tags" }));
    }

    [TestCase("acme:vm:A", "acme:vm:A", "more than once")]
    [TestCase("acme:vm:A rules", "", "'rules' after acme:vm:A")]
    [TestCase("acme:vm", "", "'acme:vm' is not a token")]
    public void A_line_that_says_something_else_is_refused(string first, string second, string message)
        => Assert.That(() => TokenList.Parse([first, second], "acme.txt"), Throws.TypeOf<GeneratorException>().With.Message.Contains(message));
}
