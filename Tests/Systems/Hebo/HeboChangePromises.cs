using System.Text.RegularExpressions;
using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Systems.Hebo;

/// <summary>What a change of one setting does to Hebo's resources.</summary>
[Parallelizable]
internal sealed partial class HeboChangePromises
{
    private const string Preview = "hebo-preview";
    private const string ServiceType = "aws:apprunner/service:Service";

    private static readonly string[] NameInputs =
    [
        "name", "clusterIdentifier", "identifier", "globalClusterIdentifier", "vpcConnectorName", "serviceName", "autoScalingConfigurationName", "bucket", "bucketPrefix",
        "namePrefix", "family", "functionName",
    ];

    [Test]
    public void Dev_and_prod_hold_Hebo() => Assert.That(HeboStack.Names, Is.SupersetOf(new[] { "dev", "prod" }));

    // Promise 41.
    [Test]
    public async Task A_proxy_in_a_preview_is_made_and_warned_of()
    {
        var stack = await HeboStack.Of(Preview, "infra:hebo.enableDbProxy=true");
        Assert.Multiple(() =>
        {
            Assert.That(stack.OfType("aws:rds/proxy:Proxy"), Has.Count.EqualTo(1));
            Assert.That(Warnings(stack), Has.Exactly(1).StartsWith("infra:hebo.enableDbProxy: The database never pauses"));
            Assert.That(stack.Cluster.Inputs["serverlessv2ScalingConfiguration"]["secondsUntilAutoPause"].AsNumber, Is.EqualTo(1200));
        });
    }

    [Test]
    public async Task A_global_cluster_in_a_preview_is_made_and_warned_of()
    {
        var stack = await HeboStack.Of(Preview, "infra:hebo.enableGlobalCluster=true");
        Assert.Multiple(() =>
        {
            Assert.That(stack.Only("aws:rds/globalCluster:GlobalCluster").Inputs["globalClusterIdentifier"].AsText, Is.EqualTo("pr42-hebo-global"));
            Assert.That(stack.OfType("aws:rds/cluster:Cluster"), Has.Count.EqualTo(1));
            Assert.That(Warnings(stack), Has.Exactly(1).StartsWith("infra:hebo.enableGlobalCluster: The database never pauses"));
            Assert.That(Warnings(stack), Has.Exactly(1).StartsWith("infra:hebo.secondaryRegion: A global cluster of one region replicates nothing"));
        });
    }

    // Promise 42.
    [Test]
    public async Task Two_previews_share_no_name()
    {
        var first = Names(await HeboStack.Of(Preview));
        var second = Names(await HeboStack.Of(Preview, "infra:hebo.stage=pr43"));
        Assert.That(first, Has.Count.GreaterThan(10));
        Assert.That(first.Intersect(second), Is.Empty);
    }

    // Promise 43.
    [Test]
    public async Task Without_NAT_gateways_there_is_a_warning_and_still_two_services()
    {
        var stack = await HeboStack.Of(Preview, "infra:hebo.natGateways=0");
        Assert.Multiple(() =>
        {
            Assert.That(Warnings(stack), Has.Exactly(1).StartsWith("infra:hebo.natGateways: Without a NAT gateway"));
            Assert.That(stack.OfType("aws:ec2/natGateway:NatGateway"), Is.Empty);
            Assert.That(stack.OfType("aws:ec2/eip:Eip"), Is.Empty);
            Assert.That(stack.OfType(ServiceType), Has.Count.EqualTo(2));
        });
    }

    // Promise 46.
    [Test]
    public async Task Without_a_runtime_database_and_frontend_remain()
    {
        var stack = await HeboStack.Of(Preview, "infra:hebo.serviceRuntime=none");
        Assert.Multiple(() =>
        {
            Assert.That(stack.Nodes.Where(node => node.Type.StartsWith("aws:apprunner/", StringComparison.Ordinal) || node.Type.StartsWith("aws:ecs/", StringComparison.Ordinal)), Is.Empty);
            Assert.That(stack.OfType("aws:rds/clusterInstance:ClusterInstance"), Has.Count.EqualTo(1));
            Assert.That(stack.OfType("infra:hebo:Frontend"), Has.Count.EqualTo(1));
            Assert.That(stack.Outputs.Keys, Has.None.AnyOf("apiUrl", "gatewayUrl"));
            Assert.That(stack.Result.Outputs["pending"].AsList!.Texts, Has.Exactly(1).Contains("infra:hebo.serviceRuntime"));
        });
    }

    // Promise 47.
    [Test]
    public async Task An_image_of_a_private_repository_is_pulled_with_a_role()
    {
        const string Image = "123456789012.dkr.ecr.us-east-1.amazonaws.com/hebo-api:1.0.0";
        var stack = await HeboStack.Of(Preview, $"infra:hebo.apiImage={Image}");
        var source = stack.OfType(ServiceType).Single(node => node.Inputs["serviceName"].AsText == "pr42-hebo-api").Inputs["sourceConfiguration"];
        var other = stack.OfType(ServiceType).Single(node => node.Inputs["serviceName"].AsText == "pr42-hebo-gateway").Inputs["sourceConfiguration"];
        var role = stack.Maker("aws:iam/role:Role", "arn", source["authenticationConfiguration"]["accessRoleArn"].AsText);
        var attached = stack.OfType("aws:iam/rolePolicyAttachment:RolePolicyAttachment").Single(node => node.Inputs["role"].AsText == role.Output("name").AsText);
        Assert.Multiple(() =>
        {
            Assert.That(source["imageRepository"]["imageRepositoryType"].AsText, Is.EqualTo("ECR"));
            Assert.That(source["autoDeploymentsEnabled"].AsBool, Is.False);
            Assert.That(PolicyText.Parse(role.Inputs["assumeRolePolicy"].AsText).Single().Principals, Is.EqualTo(new[] { "Service:build.apprunner.amazonaws.com" }));
            Assert.That(attached.Inputs["policyArn"].AsText, Does.EndWith("/AWSAppRunnerServicePolicyForECRAccess"));
            Assert.That(other["imageRepository"]["imageRepositoryType"].AsText, Is.EqualTo("ECR_PUBLIC"));
            Assert.That(other["authenticationConfiguration"].IsNull, Is.True);
        });
    }

    [Test]
    public async Task On_Fargate_a_private_image_is_pulled_by_the_execution_role()
    {
        const string Repository = "arn:aws:ecr:us-east-1:123456789012:repository/hebo-api";
        var stack = await HeboStack.Of("hebo-fargate", "infra:hebo.apiImage=123456789012.dkr.ecr.us-east-1.amazonaws.com/hebo-api:1.0.0");
        var pulls = stack.OfType("aws:iam/role:Role").SelectMany(stack.Statements).Where(statement => statement.Actions.Contains("ecr:BatchGetImage")).ToList();
        Assert.That(pulls.Select(statement => statement.Resources), Is.EqualTo(new[] { new[] { Repository } }));
    }

    [Test]
    public async Task Alarms_come_with_an_address_to_send_them_to()
    {
        Assert.That((await HeboStack.Of(Preview)).OfType("aws:cloudwatch/metricAlarm:MetricAlarm"), Is.Empty);
        var stack = await HeboStack.Of(Preview, "infra:hebo.alarmEmail=operations@example.com");
        var topic = stack.Only("aws:sns/topic:Topic");
        var alarms = stack.OfType("aws:cloudwatch/metricAlarm:MetricAlarm");
        Assert.Multiple(() =>
        {
            Assert.That(
                alarms.Select(alarm => alarm.Inputs["name"].AsText),
                Is.EquivalentTo(new[] { "pr42-hebo-db-capacity", "pr42-hebo-api-5xx", "pr42-hebo-gateway-5xx", "pr42-hebo-frontend-5xx" }));
            Assert.That(alarms.Select(alarm => alarm.Inputs["alarmActions"][0].AsText).Distinct(), Is.EqualTo(new[] { topic.Output("arn").AsText }));
            Assert.That(stack.Only("aws:sns/topicSubscription:TopicSubscription").Inputs["endpoint"].AsText, Is.EqualTo("operations@example.com"));
        });
    }

    [Test]
    public async Task A_new_image_changes_nothing_but_its_service()
    {
        var before = (await HeboStack.Of(Preview)).Nodes.ToDictionary(node => node.Urn);
        var after = (await HeboStack.Of(Preview, "infra:hebo.apiImage=public.ecr.aws/m1o3d3n5/hebo-api:2")).Nodes.ToDictionary(node => node.Urn);
        Assert.That(after.Keys, Is.EquivalentTo(before.Keys));
        Assert.That(
            after.Values.Where(node => PropertyJson.Text(node.Inputs, true) != PropertyJson.Text(before[node.Urn].Inputs, true)).Select(node => node.Name),
            Is.EqualTo(new[] { "hebo-services-api" }));
    }

    private static IEnumerable<string> Warnings(HeboStack stack) => stack.Result.Diagnostics.Select(diagnostic => diagnostic.Message);

    // Names that AWS or the program made unique by themselves end in random characters; those of the program's own do not.
    private static HashSet<string> Names(HeboStack stack) =>
    [
        .. stack.Nodes.Where(node => node.Package == "aws" && node.Type is not "aws:ec2/route:Route")
            .SelectMany(node => NameInputs.Where(input => node.Inputs[input].AsText is not null && !Described(node, input)).Select(input => $"{node.Type} {node.Inputs[input].AsText}")),
    ];

    // The name of an AWS service, a parameter family or another resource is no name of the resource's own.
    private static bool Described(ResourceNode node, string input) =>
        node.Type == "aws:ec2/vpcEndpoint:VpcEndpoint"
        || (input == "family" && node.Type != "aws:ecs/taskDefinition:TaskDefinition")
        || (input == "clusterIdentifier" && node.Type == "aws:rds/clusterInstance:ClusterInstance")
        || (input == "globalClusterIdentifier" && node.Type == "aws:rds/cluster:Cluster")
        || Random().IsMatch(node.Inputs[input].AsText!);

    [GeneratedRegex("-[0-9a-f]{7}$")]
    private static partial Regex Random();
}
