using Infra.Preview.Model;
using Infra.Tests.Support;
using NUnit.Framework;

namespace Infra.Tests.Systems.Hypernym;

/// <summary>What a change of one setting does to Hypernym's resources.</summary>
[Parallelizable]
public sealed class HypernymChangePromises
{
    private const string EcsManaged = "hypernym-ecs-managed";
    private const string EcsByop = "hypernym-ecs-byop";
    private const string Secret = "arn:aws:secretsmanager:us-east-1:123456789012:secret:hypernym/provider-AbCdEf";
    private const string EgressType = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
    private const string IngressType = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

    // Promise 60.
    [Test]
    public async Task Switching_to_byop_only_adds_and_replaces_nothing()
    {
        var before = (await HypernymStack.Of(EcsManaged)).Nodes.ToDictionary(Local);
        var after = (await HypernymStack.Of(EcsManaged, "infra:hypernym.inferenceProvider=byop", $"infra:hypernym.byopSecretArn={Secret}")).Nodes.ToDictionary(Local);
        Assert.Multiple(() =>
        {
            Assert.That(after.Keys.Except(before.Keys), Is.EquivalentTo(new[]
            {
                "aws:ec2/vpcEndpoint:VpcEndpoint::hypernym-network-endpoints-secretsmanager",
                "aws:iam/rolePolicy:RolePolicy::hypernym-ecs-roles-execution-credentials",
                "aws:iam/rolePolicy:RolePolicy::hypernym-ecs-roles-task-credentials",
            }));
            // The one way out that managed mode opens is of no use to another provider.
            Assert.That(
                before.Keys.Except(after.Keys),
                Is.EqualTo(new[] { $"{EgressType}::hypernym-network-firewalls-app-managed-api-10-0-0-0-16" }));
            // A task definition is never changed: its next revision stands beside it until the service has taken it.
            Assert.That(
                before.Keys.Intersect(after.Keys).Where(key => !Same(before[key].Inputs, after[key].Inputs)),
                Is.EqualTo(new[] { "aws:ecs/taskDefinition:TaskDefinition::hypernym-ecs-service-task" }));
        });
    }

    // Promise 60.
    [Test]
    public async Task The_shipped_examples_differ_by_what_the_switch_makes()
    {
        var switched = await HypernymStack.Of(EcsManaged, "infra:hypernym.inferenceProvider=byop", $"infra:hypernym.byopSecretArn={Secret}");
        Assert.That((await HypernymStack.Of(EcsByop)).Nodes.Select(Local), Is.EqualTo(switched.Nodes.Select(Local)));
    }

    // Promise 4.
    [Test]
    public async Task A_nat_gateway_comes_with_one_address_one_internet_gateway_and_one_public_subnet()
    {
        var stack = await HypernymStack.Of(EcsManaged, "infra:hypernym.enableNatGateway=true");
        var gateway = stack.Only("aws:ec2/natGateway:NatGateway");
        var publicSubnet = stack.Only("aws:ec2/subnet:Subnet", "hypernym-ecs-public-subnet-1");
        var privateTable = stack.Only("aws:ec2/routeTable:RouteTable", "hypernym-ecs-private-rt");
        var privateRoutes = stack.OfType("aws:ec2/route:Route").Where(route => route.Inputs["routeTableId"].AsText == Id(privateTable)).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(stack.OfType("aws:ec2/eip:Eip").Select(address => address.Inputs["domain"].AsText), Is.EqualTo(new[] { "vpc" }));
            Assert.That(stack.OfType("aws:ec2/internetGateway:InternetGateway"), Has.Count.EqualTo(1));
            Assert.That(stack.OfType("aws:ec2/subnet:Subnet"), Has.Count.EqualTo(3));
            Assert.That(publicSubnet.Inputs["cidrBlock"].AsText, Is.EqualTo("10.0.101.0/24"));
            Assert.That(gateway.Inputs["subnetId"].AsText, Is.EqualTo(Id(publicSubnet)));
            Assert.That(stack.OfType("aws:ec2/route:Route"), Has.Count.EqualTo(2));
            Assert.That(
                privateRoutes.Select(route => (route.Inputs["destinationCidrBlock"].AsText, route.Inputs["natGatewayId"].AsText)),
                Is.EqualTo(new[] { ("0.0.0.0/0", Id(gateway)) }));
            Assert.That(stack.WaitsFor(gateway), Does.Contain(stack.Only("aws:ec2/internetGateway:InternetGateway").Urn));
            Assert.That(
                stack.OfType(EgressType).Where(rule => rule.Inputs["cidrIpv4"].AsText == "0.0.0.0/0").Select(rule => rule.Inputs["fromPort"].AsNumber),
                Is.EqualTo(new double?[] { 443 }));
            Assert.That(
                stack.Only("aws:ecs/service:Service").Inputs["networkConfiguration"]["subnets"].AsList!.Texts,
                Does.Not.Contain(Id(publicSubnet)));
        });
    }

    // Promise 7.
    [Test]
    public async Task Metering_can_do_without_its_endpoint()
    {
        var stack = await HypernymStack.Of(EcsManaged, "infra:hypernym.enableMeteringEndpoint=false");
        Assert.That(stack.Endpoint("metering-marketplace"), Is.Null);
        Assert.That(stack.Result.Diagnostics.Select(entry => entry.Message), Has.Exactly(1).Contains("cannot register its use"));
    }

    // Promise 10.
    [Test]
    public async Task Clients_in_joined_networks_are_let_in_by_name()
    {
        var stack = await HypernymStack.Of(EcsManaged, "infra:hypernym.additionalClientCidrs[0]=10.8.0.0/16", "infra:hypernym.additionalClientCidrs[1]=192.168.4.0/24");
        Assert.That(
            stack.OfType(IngressType).Where(rule => rule.Inputs["fromPort"].AsNumber == 80).Select(rule => rule.Inputs["cidrIpv4"].AsText),
            Is.EquivalentTo(new[] { "10.0.0.0/16", "10.8.0.0/16", "192.168.4.0/24" }));
    }

    // EC2 refuses a rule that is there already.
    [Test]
    public async Task Naming_what_is_open_already_makes_no_second_rule()
    {
        var clients = await HypernymStack.Of(EcsManaged, "infra:hypernym.additionalClientCidrs[0]=10.0.0.0/16");
        var everyone = await HypernymStack.Of(
            EcsManaged, "infra:hypernym.enableNatGateway=true", "infra:hypernym.managedApiUrl=https://api.example.com", "infra:hypernym.managedApiCidrs[0]=0.0.0.0/0");
        Assert.Multiple(() =>
        {
            Assert.That(clients.OfType(IngressType).Count(rule => rule.Inputs["fromPort"].AsNumber == 80), Is.EqualTo(1));
            Assert.That(everyone.OfType(EgressType).Count(rule => rule.Inputs["cidrIpv4"].AsText == "0.0.0.0/0"), Is.EqualTo(1));
        });
    }

    // Promise 13.
    [TestCase("http://inference.example.internal:9000", 9000)]
    [TestCase("https://inference.example.internal", 443)]
    public async Task The_port_that_managed_mode_opens_follows_the_address(string address, int port)
    {
        var stack = await HypernymStack.Of(EcsManaged, $"infra:hypernym.managedApiUrl={address}");
        var rule = stack.OfType(EgressType).Single(node => node.Name.Contains("managed-api", StringComparison.Ordinal)).Inputs;
        Assert.That((rule["fromPort"].AsNumber, rule["cidrIpv4"].AsText), Is.EqualTo(((double?)port, "10.0.0.0/16")));
        Assert.That(stack.Result.Diagnostics.Where(entry => entry.Message.Contains("has no dot", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task A_certificate_brings_https_and_http_only_redirects()
    {
        const string Certificate = "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000";
        var stack = await HypernymStack.Of(EcsManaged, $"infra:hypernym.certificateArn={Certificate}");
        var listeners = stack.OfType("aws:lb/listener:Listener").ToDictionary(node => node.Inputs["port"].AsNumber!.Value, node => node.Inputs);
        Assert.Multiple(() =>
        {
            Assert.That(listeners[80]["defaultActions"][0]["type"].AsText, Is.EqualTo("redirect"));
            Assert.That(listeners[443]["defaultActions"][0]["type"].AsText, Is.EqualTo("forward"));
            Assert.That(listeners[443]["certificateArn"].AsText, Is.EqualTo(Certificate));
            Assert.That(listeners[443]["sslPolicy"].AsText, Does.StartWith("ELBSecurityPolicy-TLS13-"));
            Assert.That(stack.Result.Outputs["hypernym"]["loadBalancerUrl"].AsText, Does.StartWith("https://internal-"));
            Assert.That(
                stack.OfType(IngressType).Where(rule => rule.Inputs["cidrIpv4"].AsText == "10.0.0.0/16").Select(rule => rule.Inputs["fromPort"].AsNumber),
                Is.SupersetOf(new double?[] { 80, 443 }));
        });
    }

    // Promise 18.
    [Test]
    public async Task A_secret_that_the_stack_makes_starts_with_a_placeholder_and_is_named_as_pending()
    {
        var stack = await HypernymStack.Of(
            EcsManaged,
            "infra:hypernym.inferenceProvider=byop",
            "infra:hypernym.byopProviderUrl=https://api.example.com/v1",
            "infra:hypernym.byopModelName=example-model-1");
        var secret = stack.Only("aws:secretsmanager/secret:Secret");
        var version = stack.Only("aws:secretsmanager/secretVersion:SecretVersion");
        var pending = stack.Result.Outputs["pending"].AsList!.Texts.ToList();
        Assert.Multiple(() =>
        {
            Assert.That(secret.Inputs["name"].AsText, Is.EqualTo("hypernym-byop-credentials-hypernym-ecs-managed"));
            Assert.That(secret.Inputs["recoveryWindowInDays"].AsNumber, Is.Zero);
            Assert.That(version.Inputs["secretString"], Is.TypeOf<SecretValue>());
            Assert.That(
                version.Inputs["secretString"].AsText,
                Is.EqualTo("""{"api_key":"REPLACE_WITH_THE_API_KEY_OF_YOUR_PROVIDER","model_name":"example-model-1","provider_url":"https://api.example.com/v1"}"""));
            Assert.That(version.IgnoreChanges, Is.EqualTo(new[] { "secretString" }));
            Assert.That(stack.WaitsFor(stack.Only("aws:ecs/service:Service")), Does.Contain(version.Urn));
            Assert.That(pending, Has.Count.EqualTo(1));
            Assert.That(pending[0], Does.StartWith("Hypernym: ").And.Contain("infra:hypernym.byopApiKey").And.Contain("put-secret-value"));
            Assert.That(
                stack.Only("aws:ecs/taskDefinition:TaskDefinition").Inputs["containerDefinitions"].AsText,
                Does.Contain($"{secret.Output("arn").AsText}:api_key::").And.Not.Contain("REPLACE_WITH"));
        });
    }

    // Promises 19, 32, 36: the settings' own tests have the rest.
    [Test]
    public async Task All_faults_of_a_stack_are_told_together_before_anything_is_made()
    {
        var scenario = await Scenario.Failing(
            EcsManaged,
            "infra:hypernym.marketplaceProductCode=TODO",
            "infra:hypernym.containerImage=<account>.dkr.ecr.us-east-1.amazonaws.com/hypernym-api:1",
            "infra:hypernym.taskMemory=512");
        var told = string.Join('\n', scenario.Result.Diagnostics.Select(entry => entry.Message).Concat(scenario.Result.ProgramOutput));
        Assert.Multiple(() =>
        {
            Assert.That(scenario.Result.ExitCode, Is.Not.Zero);
            Assert.That(
                told,
                Does.Contain("infra:hypernym.marketplaceProductCode").And.Contain("infra:hypernym.containerImage").And.Contain("infra:hypernym.taskMemory"));
            Assert.That(scenario.Graph.Nodes.Where(node => !node.IsStack), Is.Empty);
        });
    }

    private static string Local(ResourceNode node) => $"{node.Type}::{node.Name}";

    private static string? Id(ResourceNode node) => node.Output("id").AsText;

    private static bool Same(MapValue left, MapValue right) =>
        left.Keys.SequenceEqual(right.Keys) && left.All(member => PropertyJson.Text(member.Value, true) == PropertyJson.Text(right[member.Key], true));
}
