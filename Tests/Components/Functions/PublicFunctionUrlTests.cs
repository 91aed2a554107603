using Infra.Components.Functions;
using NUnit.Framework;

namespace Infra.Tests.Components.Functions;

public sealed class PublicFunctionUrlTests
{
    [Test]
    public async Task Webhook_url_admits_both_invoke_permissions()
    {
        string? url = null;
        var run = await ComponentRun.Of(options =>
            new PublicFunctionUrl("hook", new PublicFunctionUrlArgs { FunctionName = "handler", Methods = ["POST"] }, options).Url.Apply(value => url = value));

        var permissions = run.OfType("aws:lambda/permission:Permission");
        var address = run.Only("aws:lambda/functionUrl:FunctionUrl");
        Assert.That(permissions, Has.Count.EqualTo(2));
        var invokeUrl = permissions.Single(permission => (string?)permission["action"] == "lambda:InvokeFunctionUrl");
        var invokeFunction = permissions.Single(permission => (string?)permission["action"] == "lambda:InvokeFunction");
        Assert.Multiple(() =>
        {
            Assert.That(permissions.Select(permission => permission["function"]), Is.All.EqualTo("handler"));
            Assert.That(permissions.Select(permission => permission["principal"]), Is.All.EqualTo("*"));
            Assert.That(permissions.Select(permission => permission["statementId"]).Distinct().ToList(), Has.Count.EqualTo(2));
            Assert.That(invokeUrl["functionUrlAuthType"], Is.EqualTo("NONE"));
            Assert.That(invokeFunction["invokedViaFunctionUrl"], Is.EqualTo(true));
            Assert.That(invokeFunction["functionUrlAuthType"], Is.Null);
            Assert.That(address["authorizationType"], Is.EqualTo("NONE"));
            Assert.That(address["invokeMode"], Is.EqualTo("BUFFERED"));
            Assert.That(address.Texts("cors.allowMethods"), Is.EqualTo(new[] { "POST" }));
            Assert.That(address.Texts("cors.allowOrigins"), Is.EqualTo(new[] { "*" }));
            Assert.That(url, Is.EqualTo("https://hook.lambda-url.us-east-1.on.aws/"));
        });
    }

    [Test]
    public async Task An_address_that_no_page_of_another_origin_calls_admits_none_and_may_answer_piece_by_piece()
    {
        var run = await ComponentRun.Of(options =>
            _ = new PublicFunctionUrl("hook", new PublicFunctionUrlArgs { FunctionName = "handler", Methods = [], Streams = true }, options));

        var address = run.Only("aws:lambda/functionUrl:FunctionUrl");
        Assert.Multiple(() =>
        {
            Assert.That(address["cors"], Is.Null);
            Assert.That(address["invokeMode"], Is.EqualTo("RESPONSE_STREAM"));
        });
    }
}
