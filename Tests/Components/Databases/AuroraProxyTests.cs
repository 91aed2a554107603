using Infra.Components;
using Infra.Components.Databases;
using Infra.Tests.Systems;
using NUnit.Framework;
using Pulumi;

namespace Infra.Tests.Components.Databases;

public sealed class AuroraProxyTests
{
    private const string SecretArn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:sample/db-AbCdEf";

    [Test]
    public async Task Clients_and_proxy_log_in_with_the_secret_over_TLS()
    {
        var run = await Create("a-given-password");
        var proxy = run.Only("aws:rds/proxy:Proxy");
        Assert.Multiple(() =>
        {
            Assert.That(proxy["name"], Is.EqualTo("sample-proxy"));
            Assert.That(proxy["requireTls"], Is.EqualTo(true));
            Assert.That(proxy["auths.0.secretArn"], Is.EqualTo(SecretArn));
            Assert.That(proxy["auths.0.authScheme"], Is.EqualTo("SECRETS"));
            Assert.That(proxy["auths.0.iamAuth"], Is.EqualTo("DISABLED"));
            Assert.That(run.Only("aws:rds/proxyTarget:ProxyTarget")["dbClusterIdentifier"], Is.EqualTo("sample-db"));
            Assert.That(run.Only("aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup")["connectionPoolConfig.maxConnectionsPercent"], Is.EqualTo(100));
        });
    }

    [Test]
    public async Task Its_role_reads_that_secret_alone()
    {
        var statement = PolicyText.Parse((string)(await Create("a-given-password")).Only("aws:iam/rolePolicy:RolePolicy")["policy"]!).Single();
        Assert.That(statement.Actions, Is.EqualTo(new[] { "secretsmanager:GetSecretValue" }));
        Assert.That(statement.Resources, Is.EqualTo(new[] { SecretArn }));
    }

    [TestCase("a-given-password", "a-given-password", 0)]
    [TestCase(null, "generated-secret", 1)]
    public async Task A_password_that_is_not_given_is_generated(string? given, string stored, int generated)
    {
        var run = await Create(given);
        Assert.That(run.OfType("random:index/randomPassword:RandomPassword"), Has.Count.EqualTo(generated));
        Assert.That(
            run.Only("aws:secretsmanager/secretVersion:SecretVersion")["secretString"],
            Is.EqualTo($$"""{"password":"{{stored}}","username":"sample"}"""));
    }

    private static Task<ComponentRun> Create(string? password) => ComponentRun.Of(options =>
    {
        var credentials = new AuroraCredentials("credentials", new AuroraCredentialsArgs
        {
            SecretName = "sample/db",
            Description = "The user of a sample",
            DataProtection = DataProtection.Off,
            Username = "sample",
            Password = password is null ? null : (Input<string>)password,
        }, options);
        _ = new AuroraProxy("proxy", new AuroraProxyArgs
        {
            PhysicalName = "sample-proxy",
            ClusterIdentifier = "sample-db",
            Credentials = credentials,
            SubnetIds = new[] { "subnet-1", "subnet-2" },
            SecurityGroupId = "sg-1",
            Instances = [],
        }, options);
    });
}
