using Infra.Components.Containers;
using NUnit.Framework;

namespace Infra.Tests.Components.Containers;

public sealed class ServiceImageTests
{
    [Test]
    public void An_image_of_the_services_own_keeps_its_command()
    {
        var image = ServiceImage.OrPlaceholder("example.com/api:1", 3000, "/api");
        Assert.Multiple(() =>
        {
            Assert.That(image.Reference, Is.EqualTo("example.com/api:1"));
            Assert.That(image.Command, Is.Null);
            Assert.That(image.IsPlaceholder, Is.False);
        });
    }

    [Test]
    public void The_placeholder_answers_the_health_check_and_tells_everybody_else_to_come_back()
    {
        var image = ServiceImage.OrPlaceholder(null, 3000, "/api");
        Assert.Multiple(() =>
        {
            Assert.That(image.IsPlaceholder, Is.True);
            Assert.That(image.Reference, Does.StartWith("public.ecr.aws/").And.Match(":[^:/]+$").And.Not.EndWith(":latest"));
            Assert.That(image.Command, Has.Count.EqualTo(4));
            Assert.That(image.Command![2], Does.Contain("\"$0\"").And.Contain("exec nginx"));
            Assert.That(image.Command[3], Does.Contain("listen 3000;"));
            Assert.That(image.Command[3], Does.Contain("location = /api { return 200 "));
            Assert.That(image.Command[3], Does.Contain("location / { add_header Retry-After 300 always; return 503 "));
            Assert.That(image.Command[3].Count(character => character == '{'), Is.EqualTo(image.Command[3].Count(character => character == '}')));
        });
    }

    [TestCase("")]
    [TestCase("api")]
    [TestCase("/api;")]
    [TestCase("/a b")]
    [TestCase("/{}")]
    public void A_path_that_would_mean_something_to_the_web_server_is_refused(string path) => Assert.That(
        () => ServiceImage.OrPlaceholder(null, 80, path),
        Throws.ArgumentException.With.Message.Contains($"'{path}'"));
}
