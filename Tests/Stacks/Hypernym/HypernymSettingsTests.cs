using Infra.Components.Hypernym;
using Infra.Stacks.Hypernym;
using NUnit.Framework;
using static Infra.Tests.Stacks.Hypernym.HypernymConfiguration;

namespace Infra.Tests.Stacks.Hypernym;

/// <summary>Hypernym's defaults are the documented ones, and each setting takes what AWS and the application take.</summary>
internal sealed class HypernymSettingsTests
{
    private const string OtherRegion = "eu-west-1";

    [Test]
    public void Defaults_are_the_documented_values()
    {
        var settings = Settings(Eks(""));
        Assert.Multiple(() =>
        {
            Assert.That(settings.Compute, Is.EqualTo(HypernymVariant.Eks));
            Assert.That(settings.Name, Is.Null);
            Assert.That(settings.Region, Is.EqualTo("us-east-1"));
            Assert.That(settings.InferenceProvider, Is.EqualTo(InferenceMode.Managed));
            Assert.That(settings.ManagedApiUrl, Is.EqualTo("http://one-api-service:8080"));
            Assert.That(settings.ManagedApiCidrs, Is.Empty);
            Assert.That(settings.EnableNatGateway, Is.False);
            Assert.That(settings.NatPublicSubnetCidr, Is.EqualTo("10.0.101.0/24"));
            Assert.That(settings.EnableMeteringEndpoint, Is.True);
            Assert.That(settings.VpcCidr, Is.EqualTo("10.0.0.0/16"));
            Assert.That(settings.PrivateSubnetCidrs, Is.EqualTo(new[] { "10.0.1.0/24", "10.0.2.0/24" }));
            Assert.That(settings.AvailabilityZones, Is.Empty);
            Assert.That(settings.AdditionalClientCidrs, Is.Empty);
            Assert.That(settings.ClusterName, Is.EqualTo("hypernym-cluster"));
            Assert.That(settings.ServiceName, Is.EqualTo("hypernym-api"));
            Assert.That(settings.ContainerPort, Is.EqualTo(8000));
            Assert.That((settings.AppEnvironment, settings.LogLevel, settings.Workers), Is.EqualTo(("production", "info", 1)));
            Assert.That((settings.TaskCpu, settings.TaskMemory), Is.EqualTo((512, 1024)));
            Assert.That((settings.DesiredCount, settings.MinCapacity, settings.MaxCapacity), Is.EqualTo((2, 2, 10)));
            Assert.That((settings.CpuTargetPercent, settings.MemoryTargetPercent), Is.EqualTo((70, 80)));
            Assert.That((settings.ScaleOutSeconds, settings.ScaleInSeconds), Is.EqualTo((30, 300)));
            Assert.That(settings.HealthCheckPath, Is.EqualTo("/health"));
            Assert.That(settings.AlbIdleTimeoutSeconds, Is.EqualTo(60));
            Assert.That(settings.LogRetentionDays, Is.EqualTo(30));
            Assert.That(settings.ReadOnlyRootFilesystem, Is.True);
            Assert.That(settings.KubernetesVersion, Is.EqualTo("1.35"));
            Assert.That(settings.NodeAmiType, Is.EqualTo("AL2023_x86_64_STANDARD"));
            Assert.That(settings.NodeInstanceType, Is.EqualTo("t3.medium"));
            Assert.That((settings.NodeMin, settings.NodeMax, settings.NodeDesired), Is.EqualTo((2, 10, 2)));
            Assert.That((settings.Namespace, settings.ServiceAccountName), Is.EqualTo(("hypernym", "hypernym-api")));
            Assert.That(
                (settings.CpuRequest, settings.MemRequest, settings.CpuLimit, settings.MemLimit),
                Is.EqualTo(("250m", "256Mi", "500m", "512Mi")));
            Assert.That(settings.AdminPrincipalArns, Is.Empty);
            Assert.That(settings.LbcChartVersion, Is.EqualTo("3.5.0"));
            Assert.That(settings.ByopSecretDelivery, Is.EqualTo(SecretDelivery.Csi));
        });
    }

    [TestCase("dev", false)]
    [TestCase("staging", false)]
    [TestCase("prod", true)]
    public void Deletion_is_hindered_in_production_only(string environment, bool isProtected) =>
        Assert.That(Settings(Ecs(""), environment).ProtectData, Is.EqualTo(isProtected));

    [TestCase("compute")]
    [TestCase("containerImage")]
    [TestCase("marketplaceProductCode")]
    public void What_nobody_can_guess_is_required(string setting)
    {
        var section = System.Text.Json.Nodes.JsonNode.Parse(Ecs(""))!.AsObject();
        section.Remove(setting);
        Assert.That(
            Configuration.Refusal(Source(section.ToJsonString())).Faults.Select(fault => fault.Key),
            Is.EqualTo(new[] { $"infra:hypernym.{setting}" }));
    }

    [Test]
    public void All_faults_are_told_together() => Assert.That(
        Configuration.Refusal(Source(EcsByop("\"marketplaceProductCode\":\"TODO\",\"containerImage\":\"<image>\",\"logLevel\":\"loud\",\"workers\":17"))).Faults.Select(fault => fault.Key),
        Is.EquivalentTo(new[]
        {
            "infra:hypernym.marketplaceProductCode", "infra:hypernym.containerImage", "infra:hypernym.logLevel", "infra:hypernym.workers", "infra:hypernym.byopSecretArn",
        }));

    [TestCase("name", "\"hypernym-alpha\"", "\"Hypernym\"")]
    [TestCase("name", "\"abc\"", "\"ab--c\"")]
    [TestCase("name", "\"a234567890123456789012345678\"", "\"a2345678901234567890123456789\"")]
    [TestCase("name", "\"intern-al\"", "\"internal-alb\"")]
    [TestCase("compute", "\"ecs\"", "\"fargate\"")]
    [TestCase("containerImage", $"\"{Image}\"", "\"<account>.dkr.ecr.us-east-1.amazonaws.com/hypernym-api:1.0.0\"")]
    [TestCase("containerImage", "\"123456789012.dkr.ecr.us-east-1.amazonaws.com/a/b@sha256:1111111111111111111111111111111111111111111111111111111111111111\"", "\"nginx:1.27\"")]
    [TestCase("containerImage", $"\"{Image}\"", "\"123456789012.dkr.ecr.us-east-1.amazonaws.com/hypernym-api:TODO\"")]
    [TestCase("containerImage", $"\"{Image}\"", "\"123456789012.dkr.ecr.us-east-1.amazonaws.com/hypernym-api\"")]
    [TestCase("marketplaceProductCode", "\"abc123\"", "\"TODO-code\"")]
    [TestCase("inferenceProvider", "\"managed\"", "\"openai\"")]
    [TestCase("managedApiUrl", "\"https://api.example.com\"", "\"ftp://api.example.com\"")]
    [TestCase("managedApiUrl", "\"http://api.example.com:65535\"", "\"http://user@api.example.com\"")]
    [TestCase("managedApiUrl", "\"http://api.example.com:1\"", "\"http://api.example.com:0\"")]
    [TestCase("managedApiUrl", "\"http://api.example.com\"", "\"http://api.example.com:65536\"")]
    [TestCase("managedApiCidrs", "[\"10.9.0.0/16\"]", "[\"10.9.0.0\"]")]
    [TestCase("vpcCidr", "\"10.0.0.0/16\"", "\"10.0.0.0/15\"")]
    [TestCase("privateSubnetCidrs", "[\"10.0.3.0/24\",\"10.0.4.0/28\"]", "[\"10.0.3.0/24\"]")]
    [TestCase("privateSubnetCidrs", "[\"10.0.3.0/24\",\"10.0.4.0/28\"]", "[\"10.0.3.0/24\",\"10.0.3.128/25\"]")]
    [TestCase("privateSubnetCidrs", "[\"10.0.3.0/24\",\"10.0.4.0/28\"]", "[\"10.0.3.0/24\",\"10.1.4.0/24\"]")]
    [TestCase("privateSubnetCidrs", "[\"10.0.3.0/24\",\"10.0.4.0/28\"]", "[\"10.0.3.0/24\",\"10.0.4.0/29\"]")]
    [TestCase("availabilityZones", "[\"us-east-1c\",\"us-east-1d\"]", "[\"us-east-1c\"]")]
    [TestCase("availabilityZones", "[\"us-east-1c\",\"us-east-1d\"]", "[\"us-east-1c\",\"us-east-1c\"]")]
    [TestCase("availabilityZones", "[\"us-east-1c\",\"us-east-1d\"]", "[\"us-east-1c\",\"us-west-2a\"]")]
    [TestCase("additionalClientCidrs", "[\"10.8.0.0/16\",\"192.168.0.0/24\"]", "[\"0.0.0.0/0\"]")]
    [TestCase("clusterName", "\"Cluster_1\"", "\"-cluster\"")]
    [TestCase("serviceName", "\"api-1\"", "\"api_1\"")]
    [TestCase("containerPort", "1024", "1023")]
    [TestCase("containerPort", "65535", "65536")]
    [TestCase("logLevel", "\"debug\"", "\"trace\"")]
    [TestCase("workers", "16", "17")]
    [TestCase("workers", "1", "0")]
    [TestCase("minCapacity", "2", "0")]
    [TestCase("maxCapacity", "100", "101")]
    [TestCase("minCapacity", "2", "11")]
    [TestCase("desiredCount", "10", "11")]
    [TestCase("desiredCount", "2", "1")]
    [TestCase("cpuTargetPercent", "100", "0")]
    [TestCase("memoryTargetPercent", "1", "101")]
    [TestCase("scaleOutSeconds", "0", "-1")]
    [TestCase("scaleInSeconds", "3600", "3601")]
    [TestCase("healthCheckPath", "\"/ready\"", "\"ready\"")]
    [TestCase("albIdleTimeoutSeconds", "4000", "4001")]
    [TestCase("albIdleTimeoutSeconds", "1", "0")]
    [TestCase("logRetentionDays", "90", "31")]
    [TestCase("certificateArn", "\"arn:aws:acm:us-east-1:123456789012:certificate/1\"", "\"arn:aws:acm:eu-west-1:123456789012:certificate/1\"")]
    [TestCase("taskMemory", "4096", "4608")]
    [TestCase("taskMemory", "1024", "512")]
    [TestCase("taskMemory", "2048", "5120")]
    [TestCase("taskCpu", "256", "300")]
    [TestCase("readOnlyRootFilesystem", "false", "\"no\"")]
    [TestCase("tags", "{\"Team\":\"a\"}", "{\"aws:team\":\"a\"}")]
    public void On_ecs_a_setting_takes_what_it_may_be_and_refuses_the_rest(string setting, string good, string bad) => AssertTakes(Ecs, setting, good, bad);

    [TestCase("kubernetesVersion", "\"1.36\"", "\"1.31\"")]
    [TestCase("kubernetesVersion", "\"1.34\"", "\"1.32\"")]
    [TestCase("nodeAmiType", "\"AL2023_x86_64_STANDARD\"", "\"AL2_x86_64\"")]
    [TestCase("nodeInstanceType", "\"m5.large\"", "\"m7g.large\"")]
    [TestCase("nodeDesired", "10", "11")]
    [TestCase("nodeMin", "2", "3")]
    [TestCase("nodeMax", "2", "1")]
    [TestCase("namespace", "\"hyper-1\"", "\"kube-system\"")]
    [TestCase("namespace", "\"default-1\"", "\"default\"")]
    [TestCase("namespace", "\"amazon\"", "\"amazon-cloudwatch\"")]
    [TestCase("serviceAccountName", "\"api\"", "\"Api\"")]
    [TestCase("serviceAccountName", "\"amazon-cloudwatch\"", "\"default\"")]
    [TestCase("cpuRequest", "\"500m\"", "\"1\"")]
    [TestCase("cpuLimit", "\"2\"", "\"100m\"")]
    [TestCase("memRequest", "\"512Mi\"", "\"1Gi\"")]
    [TestCase("memLimit", "\"1Gi\"", "\"255Mi\"")]
    [TestCase("eksPublicAccessCidrs", "[\"198.51.100.0/24\"]", "[]")]
    [TestCase("eksPublicAccessCidrs", "[\"198.51.100.0/24\"]", "[\"0.0.0.0/0\"]")]
    [TestCase("eksPublicAccessCidrs", "[\"198.0.0.0/8\"]", "[\"0.0.0.0/1\",\"128.0.0.0/1\"]")]
    [TestCase("eksPublicAccessCidrs", "[\"198.51.100.0/24\"]", "[\"10.0.0.0/16\"]")]
    [TestCase("eksPublicAccessCidrs", "[\"172.32.0.0/12\"]", "[\"172.16.0.0/12\"]")]
    [TestCase("adminPrincipalArns", "[\"arn:aws:iam::123456789012:role/team/admin\"]", "[\"arn:aws:iam::123456789012:root\"]")]
    [TestCase("lbcImageRepository", "\"123456789012.dkr.ecr.us-east-1.amazonaws.com/lbc\"", "\"public.ecr.aws/eks/aws-load-balancer-controller\"")]
    [TestCase("lbcImageRepository", "\"123456789012.dkr.ecr.us-east-1.amazonaws.com/lbc\"", "\"123456789012.dkr.ecr.eu-west-1.amazonaws.com/lbc\"")]
    [TestCase("lbcChartVersion", "\"3.4.1\"", "\"latest\"")]
    [TestCase("byopSecretDelivery", "\"pulumi\"", "\"env\"")]
    [TestCase("privateSubnetCidrs", "[\"10.0.3.0/26\",\"10.0.4.0/24\"]", "[\"10.0.3.0/27\",\"10.0.4.0/24\"]")]
    public void On_eks_a_setting_takes_what_it_may_be_and_refuses_the_rest(string setting, string good, string bad) => AssertTakes(Eks, setting, good, bad);

    [Test]
    public void The_world_reaches_the_clusters_api_only_when_that_is_said_twice() =>
        Assert.That(() => Settings(Eks("\"eksPublicAccessCidrs\":[\"0.0.0.0/0\"],\"allowOpenApi\":true")), Throws.Nothing);

    [Test]
    public void The_cluster_gives_its_services_addresses_that_the_vpc_must_leave_free() => Assert.That(
        Fault(Eks("\"vpcCidr\":\"172.20.0.0/20\",\"privateSubnetCidrs\":[\"172.20.1.0/24\",\"172.20.2.0/24\"]")).Key,
        Is.EqualTo("infra:hypernym.vpcCidr"));

    [Test]
    public void The_nat_gateways_subnet_lies_in_the_vpc_beside_the_others_when_there_is_one() => Assert.Multiple(() =>
    {
        Assert.That(
            Fault(Ecs("\"enableNatGateway\":true,\"natPublicSubnetCidr\":\"10.0.2.0/25\"")).Got,
            Does.Contain("shares addresses with 10.0.2.0/24 of privateSubnetCidrs"));
        Assert.That(
            Fault(Ecs("\"enableNatGateway\":true,\"natPublicSubnetCidr\":\"10.1.2.0/25\"")).Got,
            Does.Contain("not inside vpcCidr"));
        Assert.That(() => Settings(Ecs("\"natPublicSubnetCidr\":\"10.1.2.0/25\"")), Throws.Nothing);
    });

    [Test]
    public void An_image_lies_in_the_region_that_the_endpoints_serve_unless_nat_leads_elsewhere()
    {
        const string Elsewhere = "\"containerImage\":\"123456789012.dkr.ecr.eu-west-1.amazonaws.com/hypernym-api:1\"";
        var fault = Fault(Ecs(Elsewhere));
        Assert.Multiple(() =>
        {
            Assert.That(fault.Key, Is.EqualTo("infra:hypernym.containerImage"));
            Assert.That(fault.Got, Does.Contain(OtherRegion));
            Assert.That(fault.Fix, Does.Contain("pulumi config set --path infra:hypernym.enableNatGateway true"));
            Assert.That(() => Settings(Ecs($"{Elsewhere},\"enableNatGateway\":true")), Throws.Nothing);
        });
    }

    [Test]
    public void A_size_that_fargate_lacks_is_answered_with_the_nearest_that_it_has()
    {
        var fault = Fault(Ecs("\"taskCpu\":512,\"taskMemory\":512"));
        Assert.Multiple(() =>
        {
            Assert.That(fault.Got, Is.EqualTo("512 while taskCpu is 512"));
            Assert.That(fault.Allowed, Is.EqualTo("from 1024 to 4096 in steps of 1024, which Fargate offers beside 512 CPU units"));
            Assert.That(fault.Fix, Is.EqualTo("pulumi config set --path infra:hypernym.taskMemory 1024"));
        });
    }

    private static void AssertTakes(Func<string, string> section, string setting, string good, string bad)
    {
        Assert.That(() => Settings(section($"\"{setting}\":{good}")), Throws.Nothing);
        var faults = Configuration.Refusal(Source(section($"\"{setting}\":{bad}"))).Faults;
        // A pair of settings is blamed on the one of the two that the rule names.
        string[] blamed = [setting, .. Partners.GetValueOrDefault(setting, [])];
        Assert.That(faults.Select(fault => fault.Key.Split('[')[0]), Is.All.AnyOf([.. blamed.Select(name => $"infra:hypernym.{name}")]));
    }

    private static readonly Dictionary<string, string[]> Partners = new()
    {
        ["nodeMin"] = ["nodeDesired"],
        ["nodeMax"] = ["nodeDesired"],
        ["cpuLimit"] = ["cpuRequest"],
        ["memLimit"] = ["memRequest"],
        ["minCapacity"] = ["desiredCount"],
    };
}
