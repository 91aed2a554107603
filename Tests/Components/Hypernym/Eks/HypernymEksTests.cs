using Infra.Components;
using Infra.Components.Hypernym;
using Infra.Components.Hypernym.Eks;
using NUnit.Framework;
using Pulumi;

namespace Infra.Tests.Components.Hypernym.Eks;

public sealed class HypernymEksTests
{
    private const string SecretArn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:hypernym/provider-AbCdEf";

    private static readonly ByopInference Byop = new() { SecretArn = SecretArn };

    private static readonly ManagedInference Managed = new("http://one-api-service:8080", ["10.0.0.0/16"]);

    [Test]
    public async Task Every_component_is_of_its_token_and_completes_once()
    {
        var run = await Create(Byop);
        var components = run.Resources.Where(resource => resource.GetResourceType().StartsWith("infra:", StringComparison.Ordinal)).ToList();
        Assert.That(components.Select(component => component.GetType().Name), Is.SupersetOf(new[]
        {
            "HypernymEks", "EksCluster", "HypernymClusterFirewall", "EksNodeGroup", "ContainerInsightsAgent", "LoadBalancerController", "HypernymWorkload",
        }));
        Assert.Multiple(() =>
        {
            foreach (var component in components)
            {
                Assert.That(component.GetResourceType(), Is.EqualTo(component.GetType().GetField("Token")!.GetRawConstantValue()), component.GetResourceName());
                Assert.That(
                    run.Completed.Count(urn => urn.EndsWith($"{component.GetResourceType()}::{component.GetResourceName()}", StringComparison.Ordinal)),
                    Is.EqualTo(1),
                    component.GetResourceName());
            }
        });
    }

    [Test]
    public async Task Outputs_are_those_that_operators_need_and_the_cluster_configuration_is_secret()
    {
        OrderedDictionary<string, object?> outputs = [];
        var url = "";
        await ComponentRun.Of(options =>
        {
            var hypernym = New(Managed, new(), options);
            outputs = hypernym.Outputs;
            hypernym.LoadBalancerUrl.Apply(value => url = value);
        });
        var secret = await Output.IsSecretAsync((Output<string>)outputs["kubeconfig"]!);
        Assert.Multiple(() =>
        {
            Assert.That(outputs.Keys, Is.EquivalentTo(new[]
            {
                "loadBalancerUrl", "ingressHostname", "clusterName", "clusterArn", "clusterEndpoint", "kubeconfigCommand", "kubeconfig", "oidcProviderArn",
                "podRoleArn", "namespace", "serviceAccountName", "nodeSecurityGroupId", "albSecurityGroupId", "logGroupName", "vpcId", "privateSubnetIds",
            }));
            Assert.That(secret, Is.True);
            Assert.That(url, Is.EqualTo("http://internal-hypernym-eks-app-ingress.us-east-1.elb.amazonaws.com"));
        });
    }

    [Test]
    public async Task Credentials_that_Pulumi_delivers_are_secret_and_need_no_driver()
    {
        var run = await Create(Byop, new() { Delivery = CredentialsDelivery.KubernetesSecret });
        var secret = run.Only("kubernetes:core/v1:Secret");
        Assert.Multiple(() =>
        {
            Assert.That(secret["metadata.name"], Is.EqualTo("hypernym-byop-credentials"));
            Assert.That(secret["type"], Is.EqualTo("Opaque"));
            Assert.That((secret["stringData.api_key"], secret["stringData.model_name"], secret["stringData.provider_url"]), Is.EqualTo(((object)"stored-key", (object)"m", (object)"https://p.example")));
            Assert.That(run.OfType("kubernetes:secrets-store.csi.x-k8s.io/v1:SecretProviderClass"), Is.Empty);
            Assert.That(run.OfType("aws:eks/addon:Addon").Select(addon => addon["addonName"]), Has.None.EqualTo("aws-secrets-store-csi-driver-provider"));
            Assert.That(run.Only("kubernetes:apps/v1:Deployment")["spec.template.spec.volumes.1"], Is.Null);
            Assert.That(run.Only("kubernetes:apps/v1:Deployment")["spec.template.spec.containers.0.env.6.valueFrom.secretKeyRef.name"], Is.EqualTo("hypernym-byop-credentials"));
        });
    }

    [TestCase("not JSON sk-sentinel")]
    [TestCase("[\"sk-sentinel\"]")]
    [TestCase("{\"api_key\":\"sk-sentinel\",\"model_name\":\"\"}")]
    [TestCase("{\"api_key\":\"sk-sentinel\",\"model_name\":1,\"provider_url\":\"https://p.example\"}")]
    public void Credentials_of_another_form_are_refused_without_showing_them(string secret) => Assert.That(
        () => HypernymCredentials.Entries(SecretArn, secret),
        Throws.InstanceOf<RunException>().With.Message.Contains("model_name").And.Message.Contains("put-secret-value").And.Message.Not.Contains("sk-sentinel"));

    // Promise 18.
    [TestCase(CredentialsDelivery.SecretsStore)]
    [TestCase(CredentialsDelivery.KubernetesSecret)]
    public async Task A_key_goes_into_the_secret_and_nowhere_else(CredentialsDelivery delivery)
    {
        var provider = new ByopInference { ProviderUrl = "https://p.example", ModelName = "m", ApiKey = Output.CreateSecret("sk-sentinel") };
        var run = await Create(provider, new() { Delivery = delivery });
        var holders = run.Registrations.Where(registration => System.Text.Json.JsonSerializer.Serialize(registration.Inputs).Contains("sk-sentinel", StringComparison.Ordinal));
        Assert.That(holders.Select(registration => registration.Type), Is.EqualTo(new[] { "aws:secretsmanager/secretVersion:SecretVersion" }));
    }

    [Test]
    public async Task Add_ons_have_the_default_version_of_the_clusters_kubernetes()
    {
        var run = await Create(Managed);
        Assert.That(
            run.OfType("aws:eks/addon:Addon").Select(addon => (string)addon["addonVersion"]!),
            Is.EquivalentTo(run.OfType("aws:eks/addon:Addon").Select(addon => $"v9.1.35-{addon["addonName"]}")));
    }

    [Test]
    public async Task A_network_policy_comes_with_the_setting_of_the_network_plugin_that_enforces_it()
    {
        var run = await Create(Managed, new() { LimitsTraffic = true });
        var policy = run.Only("kubernetes:networking.k8s.io/v1:NetworkPolicy");
        Assert.Multiple(() =>
        {
            Assert.That(
                run.OfType("aws:eks/addon:Addon").Single(addon => (string?)addon["addonName"] == "vpc-cni")["configurationValues"],
                Is.EqualTo("""{"enableNetworkPolicy":"true"}"""));
            Assert.That(policy.Texts("spec.policyTypes"), Is.EqualTo(new[] { "Ingress", "Egress" }));
            Assert.That((policy["spec.ingress.0.from.0.ipBlock.cidr"], policy["spec.ingress.0.from.1.ipBlock.cidr"]), Is.EqualTo(((object)"10.0.1.0/24", (object)"10.0.2.0/24")));
            Assert.That(policy["spec.ingress.0.ports.0.port"], Is.EqualTo(8000));
            Assert.That((policy["spec.egress.0.ports.0.port"], policy["spec.egress.0.ports.0.protocol"]), Is.EqualTo(((object)53, (object)"UDP")));
            Assert.That((policy["spec.egress.1.to.0.ipBlock.cidr"], policy["spec.egress.1.ports.0.port"]), Is.EqualTo(((object)"10.0.0.0/16", (object)443)));
            Assert.That(policy["spec.egress.2.ports.0.port"], Is.EqualTo(8080));
            Assert.That(policy["spec.ingress.1"], Is.Null);
        });
    }

    [Test]
    public async Task Without_the_setting_there_is_no_network_policy_and_the_plugin_keeps_its_defaults()
    {
        var run = await Create(Managed);
        Assert.Multiple(() =>
        {
            Assert.That(run.OfType("kubernetes:networking.k8s.io/v1:NetworkPolicy"), Is.Empty);
            Assert.That(run.OfType("aws:eks/addon:Addon").Single(addon => (string?)addon["addonName"] == "vpc-cni")["configurationValues"], Is.Null);
        });
    }

    [Test]
    public async Task Without_container_insights_there_is_neither_agent_nor_log_group_of_it_and_pods_do_not_reach_the_metadata()
    {
        var run = await Create(Managed, new() { Insights = false });
        Assert.Multiple(() =>
        {
            Assert.That(run.OfType("aws:eks/addon:Addon").Select(addon => addon["addonName"]), Is.EquivalentTo(new[] { "vpc-cni", "kube-proxy", "coredns", "metrics-server" }));
            Assert.That(run.OfType("aws:cloudwatch/logGroup:LogGroup").Select(group => group["name"]), Is.EqualTo(new[] { "/aws/eks/hypernym-cluster/cluster" }));
            Assert.That(run.Only("aws:ec2/launchTemplate:LaunchTemplate")["metadataOptions.httpPutResponseHopLimit"], Is.EqualTo(1));
        });
    }

    [Test]
    public async Task A_writable_root_file_system_needs_no_volume()
    {
        var run = await Create(Managed, new() { ReadOnly = false });
        var deployment = run.Only("kubernetes:apps/v1:Deployment");
        Assert.Multiple(() =>
        {
            Assert.That(deployment["spec.template.spec.containers.0.securityContext.readOnlyRootFilesystem"], Is.False);
            Assert.That(deployment["spec.template.spec.volumes.0"], Is.Null);
        });
    }

    [TestCase("123456789012.dkr.ecr.us-east-1.amazonaws.com/hypernym-api:1.0.0", "1.0.0")]
    [TestCase("123456789012.dkr.ecr.us-east-1.amazonaws.com/hypernym-api@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", null)]
    public async Task Only_a_tag_becomes_the_version_label(string image, string? version)
    {
        var run = await Create(Managed, new() { Image = image });
        var labels = (IReadOnlyDictionary<string, object>)run.Only("kubernetes:core/v1:Service")["metadata.labels"]!;
        Assert.That(labels.GetValueOrDefault("app.kubernetes.io/version"), Is.EqualTo(version));
    }

    private static Task<ComponentRun> Create(InferenceProvider provider, Variation? variation = null) =>
        ComponentRun.Of(options => _ = New(provider, variation ?? new(), options));

    private static Infra.Components.Hypernym.Hypernym New(InferenceProvider provider, Variation variation, ComponentResourceOptions options) => new("hypernym", new HypernymArgs
    {
        NamePrefix = "hypernym-eks",
        Region = "us-east-1",
        Network = new HypernymNetworkLayout { PrivateSubnets = [new("us-east-1a", "10.0.1.0/24"), new("us-east-1b", "10.0.2.0/24")] },
        Application = new HypernymApplication { Image = variation.Image, MarketplaceProductCode = "abcdef123456", ReadOnlyRootFilesystem = variation.ReadOnly },
        Compute = new EksCompute
        {
            ClusterName = "hypernym-cluster",
            ApiAccessCidrs = ["203.0.113.0/24"],
            LimitsPodTraffic = variation.LimitsTraffic,
            CredentialsDelivery = variation.Delivery,
            Tags = new Dictionary<string, string> { ["Product"] = "Hypernym" },
        },
        Provider = provider,
        CredentialsSecretName = "hypernym-byop-credentials-test",
        DataProtection = DataProtection.Off,
        ContainerInsights = variation.Insights,
    }, options);

    private sealed record Variation
    {
        public string Image { get; init; } = "123456789012.dkr.ecr.us-east-1.amazonaws.com/hypernym-api:1.0.0";

        public bool ReadOnly { get; init; } = true;

        public bool LimitsTraffic { get; init; }

        public bool Insights { get; init; } = true;

        public CredentialsDelivery Delivery { get; init; }
    }
}
