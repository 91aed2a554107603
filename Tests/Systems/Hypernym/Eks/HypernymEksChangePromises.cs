using Infra.Preview.Model;
using Infra.Tests.Support;
using Infra.Tests.Systems.Kubernetes;
using NUnit.Framework;

namespace Infra.Tests.Systems.Hypernym.Eks;

/// <summary>What a change of one setting does to Hypernym on EKS.</summary>
[Parallelizable]
public sealed class HypernymEksChangePromises
{
    private const string Managed = "hypernym-eks-managed";
    private const string SecretArn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:hypernym/provider-AbCdEf";

    private static readonly string[] Byop = ["infra:hypernym.inferenceProvider=byop", $"infra:hypernym.byopSecretArn={SecretArn}"];

    // Promise 60.
    [Test]
    public async Task Switching_to_byop_only_adds_and_replaces_nothing()
    {
        var before = Index(await HypernymStack.Of(Managed));
        var after = Index(await HypernymStack.Of(Managed, Byop));
        Assert.Multiple(() =>
        {
            Assert.That(after.Keys.Except(before.Keys), Is.EquivalentTo(new[]
            {
                "aws:ec2/vpcEndpoint:VpcEndpoint::hypernym-network-endpoints-secretsmanager",
                "aws:eks/addon:Addon::hypernym-eks-secrets-store",
                "aws:iam/rolePolicy:RolePolicy::hypernym-eks-pod-credentials",
                "aws:iam/rolePolicy:RolePolicy::hypernym-eks-pod-rotation",
                "kubernetes:secrets-store.csi.x-k8s.io/v1:SecretProviderClass::hypernym-eks-app-credentials",
            }));
            // The one way out that managed mode opens is of no use to another provider.
            Assert.That(
                before.Keys.Except(after.Keys),
                Is.EqualTo(new[] { "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule::hypernym-network-firewalls-app-managed-api-10-0-0-0-16" }));
            Assert.That(
                before.Keys.Intersect(after.Keys).Where(key => !Same(before[key].Inputs, after[key].Inputs)),
                Is.EqualTo(new[] { "kubernetes:apps/v1:Deployment::hypernym-eks-app-deployment" }));
        });
    }

    // Promise 18.
    [Test]
    public async Task A_secret_that_the_stack_makes_never_passes_through_the_cluster_objects()
    {
        var stack = await HypernymStack.Of(
            Managed,
            "infra:hypernym.inferenceProvider=byop",
            "infra:hypernym.byopProviderUrl=https://api.example.com/v1",
            "infra:hypernym.byopModelName=example-model-1");
        var version = stack.Only("aws:secretsmanager/secretVersion:SecretVersion");
        var objects = stack.Nodes.Where(node => node.Package == "kubernetes").ToList();
        Assert.Multiple(() =>
        {
            Assert.That(version.Inputs["secretString"], Is.TypeOf<SecretValue>());
            Assert.That(objects, Has.Count.EqualTo(10));
            Assert.That(objects.Where(node => PropertyJson.Text(node.Inputs, true).Contains("REPLACE_WITH", StringComparison.Ordinal)), Is.Empty);
            Assert.That(PropertyJson.Text(stack.Result.Outputs["hypernym"], true), Does.Not.Contain("REPLACE_WITH"));
            Assert.That(stack.WaitsFor(stack.Only("kubernetes:apps/v1:Deployment")), Does.Contain(version.Urn));
        });
    }

    // Promise 59.
    [TestCase("infra:hypernym.nodeAmiType=AL2_x86_64", "infra:hypernym.nodeAmiType")]
    [TestCase("infra:hypernym.kubernetesVersion=1.31", "infra:hypernym.kubernetesVersion")]
    [TestCase("infra:hypernym.eksPublicAccessCidrs[0]=0.0.0.0/0", "infra:hypernym.eksPublicAccessCidrs")]
    [TestCase("infra:hypernym.eksPublicAccessCidrs[0]=0.0.0.0/1", "infra:hypernym.eksPublicAccessCidrs")]
    public async Task What_EKS_no_longer_offers_or_nobody_should_open_is_refused(string setting, string told)
    {
        var scenario = await Scenario.Failing(Managed, setting);
        Assert.Multiple(() =>
        {
            Assert.That(scenario.Result.ExitCode, Is.Not.Zero);
            Assert.That(string.Join('\n', scenario.Result.Diagnostics.Select(entry => entry.Message).Concat(scenario.Result.ProgramOutput)), Does.Contain(told));
            Assert.That(scenario.Graph.Nodes.Where(node => !node.IsStack), Is.Empty);
        });
    }

    // Promise 59.
    [Test]
    public async Task A_cluster_that_nobody_could_reach_is_refused()
    {
        var scenario = await Scenario.Failing("hypernym-ecs-managed", "infra:hypernym.compute=eks");
        Assert.That(scenario.Result.ExitCode, Is.Not.Zero);
        Assert.That(string.Join('\n', scenario.Result.Diagnostics.Select(entry => entry.Message).Concat(scenario.Result.ProgramOutput)), Does.Contain("eksPublicAccessCidrs"));
    }

    [Test]
    public async Task A_certificate_brings_https_to_the_ingress_and_the_load_balancers_group()
    {
        const string Certificate = "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000";
        var stack = await HypernymStack.Of(Managed, $"infra:hypernym.certificateArn={Certificate}");
        var annotations = stack.Only("kubernetes:networking.k8s.io/v1:Ingress").Inputs["metadata"]["annotations"];
        Assert.Multiple(() =>
        {
            Assert.That(annotations["alb.ingress.kubernetes.io/listen-ports"].AsText, Is.EqualTo("""[{"HTTP":80},{"HTTPS":443}]"""));
            Assert.That(annotations["alb.ingress.kubernetes.io/certificate-arn"].AsText, Is.EqualTo(Certificate));
            Assert.That(annotations["alb.ingress.kubernetes.io/ssl-redirect"].AsText, Is.EqualTo("443"));
            Assert.That(annotations["alb.ingress.kubernetes.io/ssl-policy"].AsText, Does.StartWith("ELBSecurityPolicy-TLS13-"));
            Assert.That(stack.Result.Outputs["hypernym"]["loadBalancerUrl"].AsText, Does.StartWith("https://"));
        });
    }

    [Test]
    public async Task A_network_policy_is_of_the_shape_that_Kubernetes_takes()
    {
        var stack = await HypernymStack.Of(Managed, "infra:hypernym.enableNetworkPolicy=true");
        Assert.That(KubernetesShape.Faults(stack.Only("kubernetes:networking.k8s.io/v1:NetworkPolicy")), Is.Empty);
    }

    [Test]
    public async Task Administrators_get_in_before_anything_is_created_through_the_clusters_api()
    {
        var stack = await HypernymStack.Of(Managed, "infra:hypernym.adminPrincipalArns[0]=arn:aws:iam::123456789012:role/platform");
        var policy = stack.Only("aws:eks/accessPolicyAssociation:AccessPolicyAssociation");
        Assert.Multiple(() =>
        {
            Assert.That(policy.Inputs["policyArn"].AsText, Is.EqualTo("arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy"));
            Assert.That(
                stack.Nodes.Where(node => node.Package == "kubernetes" && !node.IsProvider && !stack.WaitsFor(node).Contains(policy.Urn)).Select(node => node.Name),
                Is.Empty);
        });
    }

    [Test]
    public async Task While_the_cluster_is_unknown_so_is_the_way_to_it()
    {
        var scenario = await Scenario.Of(Managed, unknowns: true);
        Assert.That(scenario.Graph.OfType("pulumi:providers:kubernetes").Single().Inputs["kubeconfig"].ContainsUnknowns, Is.True);
    }

    private static Dictionary<string, ResourceNode> Index(HypernymStack stack) => stack.Nodes.ToDictionary(node => $"{node.Type}::{node.Name}");

    private static bool Same(MapValue left, MapValue right) =>
        left.Keys.SequenceEqual(right.Keys) && left.All(member => PropertyJson.Text(member.Value, true) == PropertyJson.Text(right[member.Key], true));
}
