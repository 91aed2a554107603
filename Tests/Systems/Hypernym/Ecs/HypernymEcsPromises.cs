using System.Text.Json;
using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Systems.Hypernym.Ecs;

[TestFixtureSource(typeof(HypernymStack), nameof(HypernymStack.OnEcs))]
internal sealed class HypernymEcsPromises(string stackName) : HypernymPromises(stackName)
{
    private ResourceNode Task => Stack.Only("aws:ecs/taskDefinition:TaskDefinition");

    private ResourceNode TargetGroup => Stack.Only("aws:lb/targetGroup:TargetGroup");

    private IReadOnlyList<string?> Subnets => [.. Stack.OfType("aws:ec2/subnet:Subnet").Select(Id)];

    private string LogGroupName => $"/ecs/{Stack.Prefix}";

    // Promise 21.
    [Test]
    public void One_cluster_service_and_task_and_nothing_of_kubernetes() => Assert.Multiple(() =>
    {
        Assert.That(Stack.OfType("aws:ecs/cluster:Cluster"), Has.Count.EqualTo(1));
        Assert.That(Stack.OfType("aws:ecs/service:Service"), Has.Count.EqualTo(1));
        Assert.That(Stack.OfType("aws:ecs/taskDefinition:TaskDefinition"), Has.Count.EqualTo(1));
        Assert.That(
            Stack.Nodes.Where(node => node.Package == "kubernetes" || node.Type.StartsWith("aws:eks/", StringComparison.Ordinal)),
            Is.Empty);
    });

    [Test]
    public void The_cluster_has_the_documented_name_measures_containers_and_runs_on_fargate()
    {
        var cluster = Stack.Only("aws:ecs/cluster:Cluster").Inputs;
        var capacity = Stack.Only("aws:ecs/clusterCapacityProviders:ClusterCapacityProviders").Inputs;
        Assert.Multiple(() =>
        {
            Assert.That(cluster["name"].AsText, Is.EqualTo(Stack.Text("clusterName", "hypernym-cluster")));
            Assert.That(cluster["settings"][0]["name"].AsText, Is.EqualTo("containerInsights"));
            Assert.That(cluster["settings"][0]["value"].AsText, Is.EqualTo("enabled"));
            Assert.That(Texts(capacity["capacityProviders"]), Is.EqualTo(new[] { "FARGATE" }));
            Assert.That(capacity["defaultCapacityProviderStrategies"].AsList, Has.Count.EqualTo(1));
            Assert.That(capacity["defaultCapacityProviderStrategies"][0]["capacityProvider"].AsText, Is.EqualTo("FARGATE"));
            Assert.That(capacity["defaultCapacityProviderStrategies"][0]["weight"].AsNumber, Is.EqualTo(1));
        });
    }

    // Promise 22.
    [Test]
    public void The_task_has_the_documented_size_and_two_roles() => Assert.Multiple(() =>
    {
        Assert.That(Task.Inputs["family"].AsText, Is.EqualTo($"{Stack.Prefix}-task"));
        Assert.That(Texts(Task.Inputs["requiresCompatibilities"]), Is.EqualTo(new[] { "FARGATE" }));
        Assert.That(Task.Inputs["networkMode"].AsText, Is.EqualTo("awsvpc"));
        Assert.That(Task.Inputs["cpu"].AsText, Is.EqualTo("512"));
        Assert.That(Task.Inputs["memory"].AsText, Is.EqualTo("1024"));
        Assert.That(Task.Inputs["runtimePlatform"]["cpuArchitecture"].AsText, Is.EqualTo("X86_64"));
        Assert.That(
            Task.Inputs["executionRoleArn"].AsText,
            Is.EqualTo(Arn(Stack.Only("aws:iam/role:Role", $"{Stack.Prefix}-task-execution-role"))));
        Assert.That(Task.Inputs["taskRoleArn"].AsText, Is.EqualTo(Arn(Stack.Only("aws:iam/role:Role", $"{Stack.Prefix}-task-role"))));
        Assert.That(Stack.OfType("aws:iam/role:Role"), Has.Count.EqualTo(2));
    });

    // Promises 23 and 33.
    [Test]
    public void The_container_gets_the_variables_of_its_mode()
    {
        var container = Container();
        var expected = new Dictionary<string, string>
        {
            ["ENVIRONMENT"] = "production",
            ["INFERENCE_PROVIDER_MODE"] = Stack.Byop ? "byop" : "managed",
            ["LOG_LEVEL"] = "info",
            ["MARKETPLACE_PRODUCT_CODE"] = Stack.Text("marketplaceProductCode", ""),
            ["PORT"] = "8000",
            ["WORKERS"] = "1",
        };
        if (!Stack.Byop)
        {
            expected["MANAGED_API_URL"] = Stack.Text("managedApiUrl", "http://one-api-service:8080");
        }

        Assert.Multiple(() =>
        {
            Assert.That(Pairs(container, "environment", "value"), Is.EquivalentTo(expected));
            Assert.That(container.GetProperty("image").GetString(), Is.EqualTo(Stack.Text("containerImage", "")));
            Assert.That(container.GetProperty("portMappings").GetArrayLength(), Is.EqualTo(1));
            Assert.That(container.GetProperty("portMappings")[0].GetProperty("containerPort").GetInt32(), Is.EqualTo(8000));
            Assert.That(container.GetProperty("portMappings")[0].GetProperty("protocol").GetString(), Is.EqualTo("tcp"));
        });
    }

    // Promises 23 and 33.
    [Test]
    public void Credentials_come_from_the_secret_by_key_in_byop_only()
    {
        var container = Container();
        if (!Stack.Byop)
        {
            Assert.That(container.TryGetProperty("secrets", out _), Is.False);
            return;
        }

        Assert.That(Pairs(container, "secrets", "valueFrom"), Is.EquivalentTo(new Dictionary<string, string>
        {
            ["UPSTREAM_API_KEY"] = $"{Stack.SecretArn}:api_key::",
            ["UPSTREAM_MODEL_NAME"] = $"{Stack.SecretArn}:model_name::",
            ["UPSTREAM_PROVIDER_URL"] = $"{Stack.SecretArn}:provider_url::",
        }));
    }

    // Promise 24.
    [Test]
    public void The_container_is_locked_down_and_logs_to_its_group()
    {
        var container = Container();
        var linux = container.GetProperty("linuxParameters");
        var log = container.GetProperty("logConfiguration");
        Assert.Multiple(() =>
        {
            Assert.That(container.GetProperty("user").GetString(), Is.EqualTo("1000:1000"));
            Assert.That(container.GetProperty("readonlyRootFilesystem").GetBoolean(), Is.True);
            Assert.That(
                linux.GetProperty("capabilities").GetProperty("drop").EnumerateArray().Select(item => item.GetString()),
                Is.EqualTo(new[] { "ALL" }));
            Assert.That(linux.GetProperty("capabilities").TryGetProperty("add", out _), Is.False);
            Assert.That(linux.GetProperty("tmpfs").GetArrayLength(), Is.EqualTo(1));
            Assert.That(linux.GetProperty("tmpfs")[0].GetProperty("containerPath").GetString(), Is.EqualTo("/tmp"));
            Assert.That(linux.GetProperty("tmpfs")[0].GetProperty("size").GetInt32(), Is.EqualTo(64));
            Assert.That(container.TryGetProperty("privileged", out _), Is.False);
            Assert.That(log.GetProperty("logDriver").GetString(), Is.EqualTo("awslogs"));
            Assert.That(log.GetProperty("options").GetProperty("awslogs-group").GetString(), Is.EqualTo(LogGroupName));
            Assert.That(log.GetProperty("options").GetProperty("awslogs-region").GetString(), Is.EqualTo(Stack.Region));
            Assert.That(log.GetProperty("options").GetProperty("awslogs-stream-prefix").GetString(), Is.EqualTo("ecs"));
        });
    }

    [Test]
    public void The_container_asks_itself_for_its_health()
    {
        var check = Container().GetProperty("healthCheck");
        Assert.Multiple(() =>
        {
            Assert.That(check.GetProperty("command")[3].GetString(), Does.Contain("http://localhost:8000/health"));
            Assert.That(check.GetProperty("interval").GetInt32(), Is.EqualTo(30));
            Assert.That(check.GetProperty("timeout").GetInt32(), Is.EqualTo(5));
            Assert.That(check.GetProperty("retries").GetInt32(), Is.EqualTo(3));
            Assert.That(check.GetProperty("startPeriod").GetInt32(), Is.EqualTo(60));
        });
    }

    // Promise 25.
    [Test]
    public void Logs_are_kept_for_thirty_days()
    {
        var group = Stack.Only("aws:cloudwatch/logGroup:LogGroup").Inputs;
        Assert.Multiple(() =>
        {
            Assert.That(group["name"].AsText, Is.EqualTo(LogGroupName));
            Assert.That(group["retentionInDays"].AsNumber, Is.EqualTo(Stack.Number("logRetentionDays", 30)));
        });
    }

    // Promise 26.
    [Test]
    public void The_load_balancer_is_internal_and_stands_in_both_subnets()
    {
        var balancer = Stack.Only("aws:lb/loadBalancer:LoadBalancer").Inputs;
        Assert.Multiple(() =>
        {
            Assert.That(balancer["name"].AsText, Is.EqualTo($"{Stack.Prefix}-alb"));
            Assert.That(balancer["internal"].AsBool, Is.True);
            Assert.That(balancer["loadBalancerType"].AsText, Is.EqualTo("application"));
            Assert.That(Texts(balancer["subnets"]), Is.EquivalentTo(Subnets));
            Assert.That(
                Texts(balancer["securityGroups"]),
                Is.EqualTo(new[] { Id(Stack.Only("aws:ec2/securityGroup:SecurityGroup", $"{Stack.Prefix}-alb-sg")) }));
            Assert.That(balancer["idleTimeout"].AsNumber, Is.EqualTo(60));
            Assert.That(balancer["dropInvalidHeaderFields"].AsBool, Is.True);
        });
    }

    // Promise 27.
    [Test]
    public void The_target_group_checks_health_as_documented()
    {
        var check = TargetGroup.Inputs["healthCheck"];
        Assert.Multiple(() =>
        {
            Assert.That(TargetGroup.Inputs["targetType"].AsText, Is.EqualTo("ip"));
            Assert.That(TargetGroup.Inputs["protocol"].AsText, Is.EqualTo("HTTP"));
            Assert.That(TargetGroup.Inputs["port"].AsNumber, Is.EqualTo(8000));
            Assert.That(TargetGroup.Inputs["deregistrationDelay"].AsNumber, Is.EqualTo(30));
            Assert.That(check["path"].AsText, Is.EqualTo("/health"));
            Assert.That(check["protocol"].AsText, Is.EqualTo("HTTP"));
            Assert.That(check["interval"].AsNumber, Is.EqualTo(30));
            Assert.That(check["timeout"].AsNumber, Is.EqualTo(5));
            Assert.That(check["healthyThreshold"].AsNumber, Is.EqualTo(2));
            Assert.That(check["unhealthyThreshold"].AsNumber, Is.EqualTo(3));
            Assert.That(check["matcher"].AsText, Is.EqualTo("200"));
            // A fixed name could not be replaced.
            Assert.That(TargetGroup.Inputs["name"].IsNull, Is.True);
            Assert.That(TargetGroup.Name.Length, Is.AtMost(24));
        });
    }

    // Promise 28.
    [Test]
    public void One_listener_forwards_http_to_the_target_group()
    {
        var listener = Stack.Only("aws:lb/listener:Listener").Inputs;
        Assert.Multiple(() =>
        {
            Assert.That(listener["port"].AsNumber, Is.EqualTo(80));
            Assert.That(listener["protocol"].AsText, Is.EqualTo("HTTP"));
            Assert.That(listener["loadBalancerArn"].AsText, Is.EqualTo(Arn(Stack.Only("aws:lb/loadBalancer:LoadBalancer"))));
            Assert.That(listener["defaultActions"].AsList, Has.Count.EqualTo(1));
            Assert.That(listener["defaultActions"][0]["type"].AsText, Is.EqualTo("forward"));
            Assert.That(listener["defaultActions"][0]["targetGroupArn"].AsText, Is.EqualTo(Arn(TargetGroup)));
        });
    }

    [Test]
    public void Outputs_tell_what_clients_and_operators_need()
    {
        var outputs = Stack.Result.Outputs["hypernym"].AsMap!;
        Assert.That(outputs.Keys, Is.EquivalentTo(new[]
        {
            "appSecurityGroupId", "clusterArn", "clusterName", "loadBalancerArn", "loadBalancerDns", "loadBalancerUrl", "logGroupName",
            "privateSubnetIds", "serviceArn", "serviceName", "targetGroupArn", "taskExecutionRoleArn", "taskRoleArn", "vpcId",
        }));
        Assert.Multiple(() =>
        {
            Assert.That(outputs["loadBalancerUrl"].AsText, Is.EqualTo($"http://{outputs["loadBalancerDns"].AsText}"));
            Assert.That(outputs["loadBalancerDns"].AsText, Does.StartWith("internal-"));
            Assert.That(outputs["logGroupName"].AsText, Is.EqualTo(LogGroupName));
            Assert.That(outputs["serviceArn"].AsText, Is.EqualTo(Arn(Stack.Only("aws:ecs/service:Service"))));
            Assert.That(Texts(outputs["privateSubnetIds"]), Is.EquivalentTo(Subnets));
            Assert.That(outputs["vpcId"].AsText, Is.EqualTo(Id(Stack.Only("aws:ec2/vpc:Vpc"))));
        });
    }

    private JsonElement Container()
    {
        var containers = JsonDocument.Parse(Task.Inputs["containerDefinitions"].AsText!).RootElement;
        Assert.That(containers.GetArrayLength(), Is.EqualTo(1));
        Assert.That(containers[0].GetProperty("name").GetString(), Is.EqualTo("hypernym-api"));
        Assert.That(containers[0].GetProperty("essential").GetBoolean(), Is.True);
        return containers[0];
    }

    private static Dictionary<string, string> Pairs(JsonElement container, string property, string valueName) => container.GetProperty(property)
        .EnumerateArray().ToDictionary(pair => pair.GetProperty("name").GetString()!, pair => pair.GetProperty(valueName).GetString()!);
}
