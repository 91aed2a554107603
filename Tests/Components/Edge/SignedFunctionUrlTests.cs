using Infra.Components.Edge;
using NUnit.Framework;
using Pulumi;

namespace Infra.Tests.Components.Edge;

public sealed class SignedFunctionUrlTests
{
    private const string PermissionType = "aws:lambda/permission:Permission";

    [Test]
    public async Task Nobody_may_call_the_address_before_a_distribution_is_admitted()
    {
        var run = await ComponentRun.Of(options => _ = new SignedFunctionUrl("images", new SignedFunctionUrlArgs { FunctionName = "f" }, options));
        Assert.Multiple(() =>
        {
            Assert.That(run.Only("aws:lambda/functionUrl:FunctionUrl")["authorizationType"], Is.EqualTo("AWS_IAM"));
            Assert.That(run.OfType(PermissionType), Is.Empty);
        });
    }

    [Test]
    public async Task An_admitted_distribution_gets_both_permissions_for_itself_alone()
    {
        var run = await ComponentRun.Of(options =>
            new SignedFunctionUrl("images", new SignedFunctionUrlArgs { FunctionName = "f" }, options).Admit(Output.Create("arn:distribution")));
        var permissions = run.OfType(PermissionType);
        var function = permissions.Single(permission => Equals(permission["action"], "lambda:InvokeFunction"));
        var url = permissions.Single(permission => Equals(permission["action"], "lambda:InvokeFunctionUrl"));
        Assert.Multiple(() =>
        {
            Assert.That(permissions, Has.Count.EqualTo(2));
            Assert.That(permissions.Select(permission => permission["principal"]), Is.All.EqualTo("cloudfront.amazonaws.com"));
            Assert.That(permissions.Select(permission => permission["sourceArn"]), Is.All.EqualTo("arn:distribution"));
            Assert.That(function["invokedViaFunctionUrl"], Is.EqualTo(true));
            Assert.That(url["functionUrlAuthType"], Is.EqualTo("AWS_IAM"));
        });
    }
}
