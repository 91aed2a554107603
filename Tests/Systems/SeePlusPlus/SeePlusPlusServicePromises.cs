using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Systems.SeePlusPlus;

internal sealed class SeePlusPlusServicePromises(string stackName) : SeePlusPlusPromises(stackName)
{
    private const string ServiceType = "aws:ecs/service:Service";
    private const string TaskType = "aws:ecs/taskDefinition:TaskDefinition";
    private const string TargetType = "aws:appautoscaling/target:Target";
    private const string PolicyType = "aws:appautoscaling/policy:Policy";

    // Promise 16.
    [Test]
    public void One_cluster_without_container_insights()
    {
        var cluster = Stack.Only("aws:ecs/cluster:Cluster").Inputs;
        Assert.Multiple(() =>
        {
            Assert.That(cluster["name"].AsText, Is.EqualTo($"spp-{Stack.Stage}"));
            Assert.That(cluster["settings"][0]["name"].AsText, Is.EqualTo("containerInsights"));
            Assert.That(cluster["settings"][0]["value"].AsText, Is.EqualTo("disabled"));
        });
    }

    // Promise 17.
    [TestCase(Backend, "backend")]
    [TestCase(Legacy, "frontends")]
    [TestCase(Frontend, "frontends")]
    public void Each_service_runs_in_private_subnets_behind_its_target_group(string service, string securityGroup)
    {
        var inputs = Service(service).Inputs;
        Assert.Multiple(() =>
        {
            Assert.That(Stack.OfType(ServiceType), Has.Count.EqualTo(3));
            Assert.That(inputs["name"].AsText, Is.EqualTo($"spp-{Stack.Stage}-{service}"));
            Assert.That(inputs["cluster"].AsText, Is.EqualTo(Arn(Stack.Only("aws:ecs/cluster:Cluster"))));
            Assert.That(inputs["launchType"].AsText, Is.EqualTo("FARGATE"));
            Assert.That(Texts(inputs["networkConfiguration"]["subnets"]), Is.EquivalentTo(PrivateSubnets().Select(Id)));
            Assert.That(Texts(inputs["networkConfiguration"]["securityGroups"]), Is.EqualTo(new[] { Id(SecurityGroup(securityGroup)) }));
            Assert.That(inputs["networkConfiguration"]["assignPublicIp"].AsBool, Is.False);
            Assert.That(inputs["deploymentCircuitBreaker"]["enable"].AsBool, Is.True);
            Assert.That(inputs["deploymentCircuitBreaker"]["rollback"].AsBool, Is.True);
            Assert.That(inputs["propagateTags"].AsText, Is.EqualTo("SERVICE"));
            Assert.That(inputs["healthCheckGracePeriodSeconds"].AsNumber, Is.EqualTo(60));
            Assert.That(inputs["loadBalancers"][0]["targetGroupArn"].AsText, Is.EqualTo(Arn(TargetGroup(service))));
            Assert.That(inputs["loadBalancers"][0]["containerName"].AsText, Is.EqualTo(service));
            Assert.That(inputs["loadBalancers"][0]["containerPort"].AsNumber, Is.EqualTo(TargetGroup(service).Inputs["port"].AsNumber));
            Assert.That(inputs["taskDefinition"].AsText, Is.EqualTo(Arn(Task(service))));
        });
    }

    // Promise 18.
    [TestCase(Backend, 3000)]
    [TestCase(Legacy, 80)]
    [TestCase(Frontend, 80)]
    public void Each_task_is_of_the_documented_size_on_linux_and_x86(string service, int port)
    {
        var task = Task(service).Inputs;
        var container = Stack.Container(service);
        Assert.Multiple(() =>
        {
            Assert.That(Stack.OfType(TaskType), Has.Count.EqualTo(3));
            Assert.That(task["family"].AsText, Is.EqualTo($"spp-{Stack.Stage}-{service}"));
            Assert.That(task["cpu"].AsText, Is.EqualTo("256"));
            Assert.That(task["memory"].AsText, Is.EqualTo("512"));
            Assert.That(task["networkMode"].AsText, Is.EqualTo("awsvpc"));
            Assert.That(Texts(task["requiresCompatibilities"]), Is.EqualTo(new[] { "FARGATE" }));
            Assert.That(task["runtimePlatform"]["operatingSystemFamily"].AsText, Is.EqualTo("LINUX"));
            Assert.That(task["runtimePlatform"]["cpuArchitecture"].AsText, Is.EqualTo("X86_64"));
            Assert.That(container.GetProperty("name").GetString(), Is.EqualTo(service));
            Assert.That(container.GetProperty("portMappings").EnumerateArray().Select(mapping => mapping.GetProperty("containerPort").GetInt32()), Is.EqualTo(new[] { port }));
        });
    }

    // Promises 19 and 20.
    [Test]
    public void Test_recreates_one_task_and_production_rolls_over()
    {
        foreach (var service in Services.Select(Service))
        {
            Assert.Multiple(() =>
            {
                Assert.That(service.Inputs["desiredCount"].AsNumber, Is.EqualTo(1), service.Name);
                Assert.That(service.Inputs["deploymentMinimumHealthyPercent"].AsNumber, Is.EqualTo(Stack.IsProd ? 100 : 0), service.Name);
                Assert.That(service.Inputs["deploymentMaximumPercent"].AsNumber, Is.EqualTo(Stack.IsProd ? 200 : 100), service.Name);
                Assert.That(service.IgnoreChanges, Is.EqualTo(Stack.IsProd ? new[] { "desiredCount" } : []), service.Name);
            });
        }
    }

    // Promises 19 and 20.
    [Test]
    public void Production_alone_scales_each_service_by_processor_load()
    {
        var targets = Stack.OfType(TargetType);
        var policies = Stack.OfType(PolicyType);
        Assert.Multiple(() =>
        {
            Assert.That(
                targets.Select(target => target.Inputs["resourceId"].AsText),
                Is.EquivalentTo(Stack.IsProd ? Services.Select(service => $"service/spp-prod/spp-prod-{service}") : []));
            Assert.That(targets.Select(target => target.Inputs["scalableDimension"].AsText), Is.All.EqualTo("ecs:service:DesiredCount"));
            Assert.That(targets.Select(target => (target.Inputs["minCapacity"].AsNumber, target.Inputs["maxCapacity"].AsNumber)), Is.All.EqualTo((1d, 10d)));
            Assert.That(policies.Select(policy => policy.Inputs["resourceId"].AsText), Is.EquivalentTo(targets.Select(target => target.Inputs["resourceId"].AsText)));
            foreach (var policy in policies)
            {
                var tracking = policy.Inputs["targetTrackingScalingPolicyConfiguration"];
                Assert.That(policy.Inputs["policyType"].AsText, Is.EqualTo("TargetTrackingScaling"));
                Assert.That(tracking["predefinedMetricSpecification"]["predefinedMetricType"].AsText, Is.EqualTo("ECSServiceAverageCPUUtilization"));
                Assert.That(tracking["targetValue"].AsNumber, Is.EqualTo(70));
                Assert.That((tracking["scaleOutCooldown"].AsNumber, tracking["scaleInCooldown"].AsNumber), Is.EqualTo((60d, 120d)));
            }
        });
    }

    // Promise 21.
    [Test]
    public void The_backend_knows_its_code_runner_and_the_origins_it_answers()
    {
        var variables = Variables(Backend);
        var host = Stack.Domain is null ? Stack.Only("aws:lb/loadBalancer:LoadBalancer").Output("dnsName").AsText! : Stack.IsProd ? Stack.Domain : $"test.{Stack.Domain}";
        Assert.Multiple(() =>
        {
            Assert.That(variables["EXEC_MODE"], Is.EqualTo("lambda"));
            Assert.That(variables["PORT"], Is.EqualTo("3000"));
            Assert.That(variables["AWS_REGION"], Is.EqualTo("us-west-2"));
            Assert.That(variables["LAMBDA_FUNCTION_NAME"], Is.EqualTo(Stack.Only("aws:lambda/function:Function").Output("name").AsText));
            Assert.That(variables["LAMBDA_MEMORY"], Is.EqualTo("10240"));
            Assert.That(variables["LAMBDA_TIMEOUT"], Is.EqualTo("120"));
            Assert.That(variables["ALLOWED_ORIGIN_REGEX"], Does.Contain($"({host.Replace(".", "\\.", StringComparison.Ordinal)})"));
        });
    }

    // Promise 21.
    [TestCase("", true)]
    [TestCase("beta.", true)]
    [TestCase("evil", false)]
    [TestCase("x/", false)]
    public void The_origins_are_the_domains_own(string before, bool admitted)
    {
        if (Stack.Domain is null)
        {
            return;
        }

        var pattern = Variables(Backend)["ALLOWED_ORIGIN_REGEX"];
        var root = Stack.IsProd ? Stack.Domain : $"test.{Stack.Domain}";
        Assert.Multiple(() =>
        {
            Assert.That($"https://{before}{root}", admitted ? Does.Match(pattern) : Does.Not.Match(pattern));
            Assert.That($"https://{before}{root}.evil.com", Does.Not.Match(pattern));
            Assert.That($"https://{before}{root.Replace('.', 'x')}", Does.Not.Match(pattern));
        });
    }

    // Promise 22.
    [TestCase(Backend)]
    [TestCase(Legacy)]
    [TestCase(Frontend)]
    public void Each_container_writes_to_its_log_group_which_forgets(string service)
    {
        var group = Stack.OfType("aws:cloudwatch/logGroup:LogGroup").Single(node => node.Inputs["name"].AsText == $"/copilot/spp-{Stack.Stage}-{service}");
        var log = Stack.Container(service).GetProperty("logConfiguration");
        Assert.Multiple(() =>
        {
            Assert.That(group.Inputs["retentionInDays"].AsNumber, Is.EqualTo(30));
            Assert.That(log.GetProperty("logDriver").GetString(), Is.EqualTo("awslogs"));
            Assert.That(log.GetProperty("options").GetProperty("awslogs-group").GetString(), Is.EqualTo(group.Inputs["name"].AsText));
            Assert.That(log.GetProperty("options").GetProperty("awslogs-region").GetString(), Is.EqualTo("us-west-2"));
            Assert.That(log.GetProperty("options").GetProperty("awslogs-stream-prefix").GetString(), Is.EqualTo("copilot"));
            Assert.That(Task(service).Dependencies, Does.Contain(group.Urn));
        });
    }

    [TestCase(Backend, "/api")]
    [TestCase(Legacy, "/")]
    [TestCase(Frontend, "/")]
    public void A_service_without_an_image_answers_its_health_check(string service, string path)
    {
        var container = Stack.Container(service);
        Assert.Multiple(() =>
        {
            Assert.That(container.TryGetProperty("command", out var command), Is.EqualTo(!Stack.HasRealImages));
            Assert.That(container.GetProperty("image").GetString(), Stack.HasRealImages ? Does.Contain(".dkr.ecr.") : Does.StartWith("public.ecr.aws/"));
            Assert.That(Service(service).Inputs["waitForSteadyState"].AsBool, Is.EqualTo(Stack.HasRealImages));
            if (!Stack.HasRealImages)
            {
                Assert.That(command.EnumerateArray().Last().GetString(), Does.Contain($"location = {path} {{ return 200 "));
            }
        });
    }

    [Test]
    public void A_run_that_has_begun_is_answered_although_its_task_is_replaced() =>
        Assert.That(Stack.Container(Backend).GetProperty("stopTimeout").GetInt32(), Is.EqualTo(120));

    [Test]
    public void Secrets_of_the_backend_come_from_parameters_of_its_own()
    {
        var given = Stack.Settings.TryGetProperty("backendSecrets", out var settings) ? settings.EnumerateObject().Select(entry => entry.Name).ToList() : [];
        var parameters = Stack.OfType("aws:ssm/parameter:Parameter").ToDictionary(parameter => parameter.Inputs["name"].AsText!);
        Assert.That(parameters.Keys, Is.EquivalentTo(given.Select(name => $"/copilot/spp/{Stack.Stage}/secrets/{name}")));
        var secrets = Stack.Container(Backend).TryGetProperty("secrets", out var written)
            ? written.EnumerateArray().ToDictionary(entry => entry.GetProperty("name").GetString()!, entry => entry.GetProperty("valueFrom").GetString())
            : [];
        Assert.Multiple(() =>
        {
            Assert.That(secrets.Keys, Is.EquivalentTo(given));
            foreach (var name in given)
            {
                var parameter = parameters[$"/copilot/spp/{Stack.Stage}/secrets/{name}"];
                Assert.That(parameter.Inputs["type"].AsText, Is.EqualTo("SecureString"));
                Assert.That(parameter.Inputs["value"], Is.TypeOf<SecretValue>());
                Assert.That(secrets[name], Is.EqualTo(Arn(parameter)));
                Assert.That(Variables(Backend).ContainsKey(name), Is.False);
            }
        });
    }

    // Promise 38.
    [TestCase(Backend)]
    [TestCase(Legacy)]
    [TestCase(Frontend)]
    public void A_service_waits_for_its_rule_and_for_what_its_tasks_may_do(string service)
    {
        var node = Service(service);
        var rule = Stack.OfType("aws:lb/listenerRule:ListenerRule").Single(candidate => candidate.Inputs["actions"][0]["targetGroupArn"].AsText == Arn(TargetGroup(service)));
        var roles = new[] { Task(service).Inputs["executionRoleArn"].AsText, Task(service).Inputs["taskRoleArn"].AsText };
        var names = Stack.OfType("aws:iam/role:Role").Where(role => roles.Contains(Arn(role))).Select(role => role.Output("name").AsText).ToList();
        var policies = Stack.OfType("aws:iam/rolePolicy:RolePolicy").Concat(Stack.OfType("aws:iam/rolePolicyAttachment:RolePolicyAttachment"))
            .Where(policy => names.Contains(policy.Inputs["role"].AsText)).Select(policy => policy.Urn).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(names, Has.Count.EqualTo(2));
            Assert.That(node.Dependencies, Does.Contain(rule.Urn));
            Assert.That(policies, Is.Not.Empty);
            Assert.That(node.Dependencies, Is.SupersetOf(policies));
            Assert.That(node.Dependencies, Is.SupersetOf(Stack.OfType("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule").Select(egress => egress.Urn)));
        });
    }

    private ResourceNode Service(string service) => Stack.Only(ServiceType, $"spp-services-{service}");

    private ResourceNode Task(string service) => Stack.Only(TaskType, $"spp-services-{service}-task");

    private Dictionary<string, string> Variables(string service) => Stack.Container(service).TryGetProperty("environment", out var environment)
        ? environment.EnumerateArray().ToDictionary(entry => entry.GetProperty("name").GetString()!, entry => entry.GetProperty("value").GetString()!)
        : [];
}
