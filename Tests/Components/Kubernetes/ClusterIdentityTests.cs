using Infra.Components.Kubernetes;
using Infra.Tests.Systems;
using NUnit.Framework;
using Pulumi;

namespace Infra.Tests.Components.Kubernetes;

public sealed class ClusterIdentityTests
{
    [Test]
    public async Task One_service_account_is_trusted_by_the_issuer_without_its_scheme()
    {
        var trust = "";
        await ComponentRun.Of(_ => ClusterIdentity
            .Of(Output.Create("arn:aws:iam::123456789012:oidc-provider/oidc.example/id/1"), Output.Create("https://oidc.example/id/1"))
            .Trust(new ServiceAccountName("space", "account"))
            .ToJson()
            .Apply(text => trust = text));
        var statement = PolicyText.Parse(trust).Single();
        Assert.Multiple(() =>
        {
            Assert.That(statement.Actions, Is.EqualTo(new[] { "sts:AssumeRoleWithWebIdentity" }));
            Assert.That(statement.Principals, Is.EqualTo(new[] { "Federated:arn:aws:iam::123456789012:oidc-provider/oidc.example/id/1" }));
            Assert.That(statement.Conditions, Is.EqualTo(new[]
            {
                "StringEquals oidc.example/id/1:aud sts.amazonaws.com",
                "StringEquals oidc.example/id/1:sub system:serviceaccount:space:account",
            }));
        });
    }
}
