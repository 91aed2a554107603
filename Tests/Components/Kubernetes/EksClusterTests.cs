using System.Text.Json;
using Infra.Components.Kubernetes;
using NUnit.Framework;
using Pulumi;

namespace Infra.Tests.Components.Kubernetes;

public sealed class EksClusterTests
{
    [Test]
    public async Task A_cluster_without_networks_of_its_own_is_reached_from_its_vpc_only()
    {
        var run = await Create();
        var network = run.Only("aws:eks/cluster:Cluster");
        Assert.Multiple(() =>
        {
            Assert.That(network["vpcConfig.endpointPrivateAccess"], Is.True);
            Assert.That(network["vpcConfig.endpointPublicAccess"], Is.False);
            Assert.That(network.Texts("vpcConfig.publicAccessCidrs"), Is.Empty);
        });
    }

    [Test]
    public async Task Each_administrator_has_one_entry_and_the_policy_of_the_whole_cluster()
    {
        var run = await Create("arn:aws:iam::123456789012:role/team/platform", "arn:aws:iam::123456789012:user/platform");
        Assert.Multiple(() =>
        {
            Assert.That(run.OfType("aws:eks/accessEntry:AccessEntry").Select(entry => entry.Name), Is.EquivalentTo(new[]
            {
                "c-admin-role-team-platform", "c-admin-user-platform",
            }));
            Assert.That(
                run.OfType("aws:eks/accessPolicyAssociation:AccessPolicyAssociation").Select(policy => (policy["principalArn"], policy["policyArn"], policy["accessScope.type"])),
                Is.EquivalentTo(new[]
                {
                    ((object?)"arn:aws:iam::123456789012:role/team/platform", (object?)"arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy", (object?)"cluster"),
                    ("arn:aws:iam::123456789012:user/platform", "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy", "cluster"),
                }));
        });
    }

    [Test]
    public async Task The_creator_gets_no_entry_of_its_own_as_a_second_one_is_refused() =>
        Assert.That((await Create()).OfType("aws:eks/accessEntry:AccessEntry"), Is.Empty);

    [Test]
    public async Task Secrets_are_encrypted_with_a_key_that_rotates()
    {
        var run = await Create();
        var cluster = run.Only("aws:eks/cluster:Cluster");
        Assert.Multiple(() =>
        {
            Assert.That(cluster.Texts("encryptionConfig.resources"), Is.EqualTo(new[] { "secrets" }));
            Assert.That(cluster["encryptionConfig.provider.keyArn"], Is.EqualTo("arn:aws:kms:us-east-1:123456789012:key/c-key"));
            Assert.That(run.Only("aws:kms/key:Key")["enableKeyRotation"], Is.True);
        });
    }

    [Test]
    public async Task The_configuration_of_kubectl_is_secret_and_names_a_command_in_place_of_a_token()
    {
        Output<string>? config = null;
        var text = "";
        await ComponentRun.Of(options =>
        {
            config = KubeConfig.Of(new EksCluster("c", Args(), options), "us-east-1");
            config.Apply(value => text = value);
        });
        using var document = JsonDocument.Parse(text);
        var user = document.RootElement.GetProperty("users")[0].GetProperty("user");
        var cluster = document.RootElement.GetProperty("clusters")[0].GetProperty("cluster");
        var secret = await Output.IsSecretAsync(config!);
        Assert.Multiple(() =>
        {
            Assert.That(secret, Is.True);
            Assert.That(cluster.GetProperty("server").GetString(), Is.EqualTo("https://ISSUER.gr7.us-east-1.eks.amazonaws.com"));
            Assert.That(cluster.GetProperty("certificate-authority-data").GetString(), Is.EqualTo("Y2VydGlmaWNhdGU="));
            Assert.That(user.EnumerateObject().Select(member => member.Name), Is.EqualTo(new[] { "exec" }));
            Assert.That(user.GetProperty("exec").GetProperty("apiVersion").GetString(), Is.EqualTo("client.authentication.k8s.io/v1beta1"));
            Assert.That(user.GetProperty("exec").GetProperty("command").GetString(), Is.EqualTo("aws"));
            Assert.That(
                user.GetProperty("exec").GetProperty("args").EnumerateArray().Select(item => item.GetString()),
                Is.EqualTo(new[] { "eks", "get-token", "--cluster-name", "production", "--region", "us-east-1", "--output", "json" }));
            Assert.That(document.RootElement.GetProperty("current-context").GetString(), Is.EqualTo(document.RootElement.GetProperty("contexts")[0].GetProperty("name").GetString()));
        });
    }

    private static Task<ComponentRun> Create(params string[] administrators) => ComponentRun.Of(options => _ = new EksCluster("c", Args(administrators), options));

    private static EksClusterArgs Args(params string[] administrators) => new()
    {
        PhysicalName = "production",
        RoleName = "production-role",
        Region = "us-east-1",
        KubernetesVersion = "1.35",
        SubnetIds = ["subnet-1", "subnet-2"],
        PublicAccessCidrs = [],
        AdministratorArns = administrators,
    };
}
