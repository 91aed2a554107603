using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Systems.Hypernym.Eks;

internal sealed class HypernymControllerPromises(string stackName) : HypernymEksPromises(stackName)
{
    private ResourceNode Release => Stack.Only("kubernetes:helm.sh/v3:Release");

    private PropertyValue Values => Release.Inputs["values"];

    // Promise 54.
    [Test]
    public void The_controller_is_pinned_and_knows_its_cluster_without_asking() => Assert.Multiple(() =>
    {
        Assert.That(Release.Inputs["chart"].AsText, Is.EqualTo("aws-load-balancer-controller"));
        Assert.That(Release.Inputs["repositoryOpts"]["repo"].AsText, Is.EqualTo("https://aws.github.io/eks-charts"));
        Assert.That(Release.Inputs["version"].AsText, Is.EqualTo(Stack.Text("lbcChartVersion", "3.5.0")));
        Assert.That(Release.Inputs["namespace"].AsText, Is.EqualTo("kube-system"));
        Assert.That(Values["clusterName"].AsText, Is.EqualTo(Cluster.Inputs["name"].AsText));
        Assert.That(Values["region"].AsText, Is.EqualTo(Stack.Region));
        Assert.That(Values["vpcId"].AsText, Is.EqualTo(Id(Stack.Only("aws:ec2/vpc:Vpc"))));
        Assert.That(Values["replicaCount"].AsNumber, Is.EqualTo(2));
    });

    // Promise 54.
    [TestCase("enableShield")]
    [TestCase("enableWaf")]
    [TestCase("enableWafv2")]
    [TestCase("enableServiceMutatorWebhook")]
    [TestCase("enableBackendSecurityGroup")]
    public void The_controller_leaves_alone_what_an_isolated_cluster_cannot_reach_or_does_not_need(string feature) =>
        Assert.That(Values[feature].AsBool, Is.False);

    // Promise 54.
    [Test]
    public void The_controllers_image_comes_through_the_registry_endpoints() => Assert.That(
        Values["image"]["repository"].AsText,
        Is.EqualTo(Stack.Text("lbcImageRepository", $"602401143452.dkr.ecr.{Stack.Region}.amazonaws.com/amazon/aws-load-balancer-controller")));

    // Promise 54.
    [Test]
    public void The_controller_has_a_role_of_its_own()
    {
        var role = Role("lbc-role");
        AssertTrustsOnly(role, "kube-system:aws-load-balancer-controller");
        Assert.Multiple(() =>
        {
            Assert.That(Values["serviceAccount"]["name"].AsText, Is.EqualTo("aws-load-balancer-controller"));
            Assert.That(Values["serviceAccount"]["create"].AsBool, Is.True);
            Assert.That(Values["serviceAccount"]["annotations"]["eks.amazonaws.com/role-arn"].AsText, Is.EqualTo(Arn(role)));
            Assert.That(
                Stack.Statements(role).SelectMany(statement => statement.Actions).Select(action => action.Split(':')[0]).Distinct(),
                Is.EquivalentTo(new[] { "ec2", "elasticloadbalancing", "iam" }));
        });
    }

    [Test]
    public void What_the_controller_makes_carries_the_systems_tags() => Assert.Multiple(() =>
    {
        Assert.That(Values["defaultTags"]["Product"].AsText, Is.EqualTo("Hypernym"));
        Assert.That(Values["defaultTags"]["ManagedBy"].AsText, Is.EqualTo("Pulumi"));
        Assert.That(Values["defaultTags"]["Environment"].AsText, Is.EqualTo(Stack.Result.Config["infra:environment"].AsText));
    });

    [Test]
    public void The_controller_waits_for_nodes_names_and_its_policies() => Assert.Multiple(() =>
    {
        Assert.That(Release.Dependencies, Does.Contain(Nodes.Urn).And.Contain(Addon("coredns").Urn));
        Assert.That(
            Stack.OfType("aws:iam/rolePolicy:RolePolicy").Where(policy => policy.Inputs["role"].AsText == Role("lbc-role").Output("name").AsText && !Waits(Release, policy)),
            Is.Empty);
    });
}
