using System.Text.Json;
using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Systems.Hebo;

/// <summary>The same two services for accounts that App Runner does not admit.</summary>
[Parallelizable]
internal sealed class HeboFargatePromises() : HeboPromises("hebo-fargate")
{
    private const string Prefix = "rehearsal-hebo";

    [Test]
    public void Nothing_of_App_Runner_is_left() =>
        Assert.That(Stack.Nodes.Where(node => node.Type.StartsWith("aws:apprunner/", StringComparison.Ordinal)), Is.Empty);

    [TestCase("api", 3001)]
    [TestCase("gateway", 3002)]
    public void A_service_runs_the_same_image_on_the_same_port_in_private_subnets(string key, int port)
    {
        var service = Service(key);
        var container = Container(service);
        Assert.Multiple(() =>
        {
            Assert.That(container.GetProperty("image").GetString(), Is.EqualTo($"public.ecr.aws/m1o3d3n5/hebo-{key}:latest"));
            Assert.That(container.GetProperty("portMappings")[0].GetProperty("containerPort").GetInt32(), Is.EqualTo(port));
            Assert.That(Variables(container)["PORT"], Is.EqualTo($"{port}"));
            Assert.That(Variables(container)["PG_HOST"], Is.EqualTo(Stack.Cluster.Output("endpoint").AsText));
            Assert.That(Variables(container).ContainsKey("GATEWAY_PORT"), Is.EqualTo(key == "gateway"));
            Assert.That(
                Variables(container)["SECRETS_VERSION_ID"].Split(' '),
                Is.EquivalentTo(Stack.OfType("aws:secretsmanager/secretVersion:SecretVersion").Select(version => version.Output("versionId").AsText)));
            Assert.That(
                Texts(service.Inputs["networkConfiguration"]["subnets"]).Select(id => Stack.Maker("aws:ec2/subnet:Subnet", "id", id).Inputs["cidrBlock"].AsText),
                Is.EquivalentTo(new[] { "10.0.4.0/22", "10.0.12.0/22" }));
            Assert.That(service.Inputs["networkConfiguration"]["assignPublicIp"].AsBool, Is.False);
        });
    }

    [TestCase("api")]
    [TestCase("gateway")]
    public void Secrets_come_by_ARN_and_the_execution_role_reads_exactly_them(string key)
    {
        var task = TaskOf(Service(key));
        var secrets = Container(Service(key)).GetProperty("secrets").EnumerateArray().ToDictionary(
            entry => entry.GetProperty("name").GetString()!, entry => entry.GetProperty("valueFrom").GetString()!);
        var role = Stack.Maker("aws:iam/role:Role", "arn", task.Inputs["executionRoleArn"].AsText);
        var read = Stack.Statements(role).Single(statement => statement.Actions.Contains("secretsmanager:GetSecretValue"));
        Assert.Multiple(() =>
        {
            Assert.That(secrets.Keys, Is.EquivalentTo(new[] { "PG_PASSWORD", "PG_USER", "STACK_SECRET_SERVER_KEY" }));
            Assert.That(Variables(Container(Service(key))).Keys, Has.None.AnyOf("PG_PASSWORD", "PG_USER", "STACK_SECRET_SERVER_KEY"));
            Assert.That(read.Resources, Is.EquivalentTo(secrets.Values.Select(value => string.Join(':', value.Split(':').Take(7))).Distinct()));
            Assert.That(Stack.Statements(Stack.Maker("aws:iam/role:Role", "arn", task.Inputs["taskRoleArn"].AsText)), Is.Empty);
        });
    }

    [TestCase("api")]
    [TestCase("gateway")]
    public void The_load_balancer_tells_the_services_apart_by_host_over_HTTPS(string key)
    {
        var host = $"{key}.rehearsal.cloud.hebo.ai";
        var rule = Stack.OfType("aws:lb/listenerRule:ListenerRule").Single(node => Texts(node.Inputs["conditions"][0]["hostHeader"]["values"]).Contains(host));
        var listener = Stack.Maker("aws:lb/listener:Listener", "arn", rule.Inputs["listenerArn"].AsText);
        var balancer = Stack.Only("aws:lb/loadBalancer:LoadBalancer");
        var record = Stack.OfType("aws:route53/record:Record").Single(node => node.Inputs["name"].AsText == host);
        var certificate = Stack.OfType("aws:acm/certificate:Certificate").Single(node => node.Inputs["domainName"].AsText == "api.rehearsal.cloud.hebo.ai");
        Assert.Multiple(() =>
        {
            Assert.That(Service(key).Inputs["loadBalancers"][0]["targetGroupArn"].AsText, Is.EqualTo(rule.Inputs["actions"][0]["targetGroupArn"].AsText));
            Assert.That(listener.Inputs["protocol"].AsText, Is.EqualTo("HTTPS"));
            Assert.That(listener.Inputs["certificateArn"].AsText, Is.EqualTo(Arn(certificate)));
            Assert.That(Texts(certificate.Inputs["subjectAlternativeNames"]).Append(certificate.Inputs["domainName"].AsText), Does.Contain(host));
            Assert.That(record.Inputs["aliases"][0]["name"].AsText, Is.EqualTo(balancer.Output("dnsName").AsText));
            Assert.That(balancer.Inputs["internal"].AsBool, Is.False);
            Assert.That(Stack.Outputs[$"{key}Url"].AsText, Is.EqualTo($"https://{host}"));
        });
    }

    [TestCase("api", 3001)]
    [TestCase("gateway", 3002)]
    public void A_service_admits_the_load_balancer_alone_and_on_its_port_alone(string key, int port)
    {
        var group = Texts(Service(key).Inputs["networkConfiguration"]["securityGroups"]).Single();
        var balancer = Texts(Stack.Only("aws:lb/loadBalancer:LoadBalancer").Inputs["securityGroups"]).Single();
        Assert.That(
            Stack.Rules("Ingress", group).Select(rule => (rule.Inputs["fromPort"].AsNumber, rule.Inputs["referencedSecurityGroupId"].AsText)),
            Is.EqualTo(new[] { ((double?)port, balancer) }));
        Assert.That(
            Stack.Rules("Ingress", balancer).Select(rule => (rule.Inputs["fromPort"].AsNumber, rule.Inputs["cidrIpv4"].AsText)),
            Is.EquivalentTo(new[] { ((double?)80, "0.0.0.0/0"), (443, "0.0.0.0/0") }));
    }

    // Promise 23, on Fargate.
    [TestCase("api")]
    [TestCase("gateway")]
    public void Services_come_after_database_secrets_and_rules(string key) => Assert.That(
        Stack.WaitsFor(Service(key)),
        Is.SupersetOf(Stack.Nodes.Where(node => node.Type is "aws:rds/clusterInstance:ClusterInstance" or "aws:secretsmanager/secretVersion:SecretVersion" or "aws:lb/listenerRule:ListenerRule")
            .Select(node => node.Urn)));

    [Test]
    public async Task Without_a_domain_the_gateway_answers_on_a_port_of_its_own()
    {
        var stack = await HeboStack.Of("hebo-fargate", "infra:hebo.enableCustomDomain=false");
        var ports = stack.OfType("aws:lb/listener:Listener").ToDictionary(node => node.Inputs["port"].AsNumber!.Value, node => node.Inputs["defaultActions"][0]["targetGroupArn"].AsText);
        Assert.Multiple(() =>
        {
            Assert.That(ports.Keys, Is.EquivalentTo(new[] { 80d, 8080d }));
            Assert.That(ports[80], Is.EqualTo(Arn(stack.OfType("aws:lb/targetGroup:TargetGroup").Single(node => node.Inputs["port"].AsNumber == 3001))));
            Assert.That(ports[8080], Is.EqualTo(Arn(stack.OfType("aws:lb/targetGroup:TargetGroup").Single(node => node.Inputs["port"].AsNumber == 3002))));
            Assert.That(stack.Outputs["gatewayUrl"].AsText, Does.StartWith("http://").And.EndWith(":8080"));
            Assert.That(
                stack.Result.Diagnostics.Select(diagnostic => diagnostic.Message),
                Has.Exactly(1).Contains("speaks plain HTTP"));
        });
    }

    private ResourceNode Service(string key) => Stack.OfType("aws:ecs/service:Service").Single(node => node.Inputs["name"].AsText == $"{Prefix}-{key}");

    private ResourceNode TaskOf(ResourceNode service) => Stack.Maker("aws:ecs/taskDefinition:TaskDefinition", "arn", service.Inputs["taskDefinition"].AsText);

    private JsonElement Container(ResourceNode service) =>
        JsonDocument.Parse(TaskOf(service).Inputs["containerDefinitions"].AsText!).RootElement.EnumerateArray().Single();

    private static Dictionary<string, string> Variables(JsonElement container) => container.GetProperty("environment").EnumerateArray().ToDictionary(
        entry => entry.GetProperty("name").GetString()!, entry => entry.GetProperty("value").GetString()!);
}
