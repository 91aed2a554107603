using System.Text.Json;
using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Systems.FlowBuilder.Standard;

[TestFixtureSource(typeof(FlowBuilderStack), nameof(FlowBuilderStack.Standard))]
internal sealed class FlowBuilderServicePromises(string stackName) : FlowBuilderPromises(stackName)
{
    private const string TaskExecution = "AmazonECSTaskExecutionRolePolicy";

    private ResourceNode Cluster => Stack.Only("aws:ecs/cluster:Cluster");

    private ResourceNode TargetGroup => Stack.Only("aws:lb/targetGroup:TargetGroup");

    private ResourceNode Api => Stack.Only("aws:ecs/service:Service", "-api");

    private ResourceNode Worker => Stack.Only("aws:ecs/service:Service", "-worker");

    private string QueueUrl => Stack.Only("aws:sqs/queue:Queue", "-queue").Output("url").AsText!;

    private string QueueArn => Arn(Stack.Only("aws:sqs/queue:Queue", "-queue"))!;

    // Promise 27.
    [Test]
    public void The_cluster_logs_sessions_and_spreads_other_tasks_over_both_kinds_of_capacity()
    {
        var exec = Cluster.Inputs["configuration"]["executeCommandConfiguration"];
        var capacity = Stack.Only("aws:ecs/clusterCapacityProviders:ClusterCapacityProviders");
        Assert.Multiple(() =>
        {
            Assert.That(Cluster.Inputs["name"].AsText, Is.EqualTo($"{Stack.Prefix}-cluster"));
            Assert.That(exec["logging"].AsText, Is.EqualTo("OVERRIDE"));
            Assert.That(exec["logConfiguration"]["cloudWatchLogGroupName"].AsText, Is.EqualTo($"/aws/ecs/{Stack.Prefix}-cluster"));
            Assert.That(Stack.OfType("aws:cloudwatch/logGroup:LogGroup").Select(group => group.Inputs["name"].AsText), Does.Contain($"/aws/ecs/{Stack.Prefix}-cluster"));
            Assert.That(Texts(capacity.Inputs["capacityProviders"]), Is.EqualTo(new[] { "FARGATE", "FARGATE_SPOT" }));
            Assert.That(
                capacity.Inputs["defaultCapacityProviderStrategies"].AsList!.Select(share => (share["capacityProvider"].AsText, share["weight"].AsNumber)),
                Is.EqualTo(new (string?, double?)[] { ("FARGATE", 50), ("FARGATE_SPOT", 50) }));
        });
    }

    // Promises 28 and 35.
    [Test]
    public void Services_run_on_Fargate_in_private_subnets_and_leave_their_count_to_scaling()
    {
        var subnets = Stack.OfType("aws:ec2/subnet:Subnet").Where(node => node.Inputs["cidrBlock"].AsText!.StartsWith("10.0.1", StringComparison.Ordinal)
            && node.Inputs["cidrBlock"].AsText != "10.0.1.0/24").Select(Id).ToList();
        Assert.That(subnets, Has.Count.EqualTo(2));
        foreach (var service in new[] { Api, Worker })
        {
            var network = service.Inputs["networkConfiguration"];
            Assert.Multiple(() =>
            {
                Assert.That(service.Inputs["launchType"].AsText, Is.EqualTo("FARGATE"));
                Assert.That(service.Inputs["capacityProviderStrategies"].IsNull, Is.True);
                Assert.That(Texts(network["subnets"]), Is.EquivalentTo(subnets));
                Assert.That(network["assignPublicIp"].AsBool, Is.False);
                Assert.That(Texts(network["securityGroups"]), Is.EqualTo(new[] { Id(Stack.Only("aws:ec2/securityGroup:SecurityGroup", "-ecs-sg")) }));
                Assert.That(service.IgnoreChanges, Is.EqualTo(new[] { "desiredCount" }));
                Assert.That(service.Inputs["deploymentCircuitBreaker"]["rollback"].AsBool, Is.True);
                Assert.That(service.Inputs["enableExecuteCommand"].AsBool, Is.True);
            });
        }
    }

    // Promise 29.
    [Test]
    public void The_API_answers_the_internet_through_the_load_balancer()
    {
        var balancer = Stack.Only("aws:lb/loadBalancer:LoadBalancer");
        var publicSubnets = Stack.OfType("aws:ec2/subnet:Subnet").Where(node => node.Inputs["mapPublicIpOnLaunch"].AsBool == true).Select(Id);
        var port = Stack.Container("-api").GetProperty("portMappings")[0].GetProperty("containerPort").GetInt32();
        Assert.Multiple(() =>
        {
            Assert.That(balancer.Inputs["internal"].AsBool, Is.False);
            Assert.That(balancer.Inputs["name"].AsText, Is.EqualTo($"{Stack.Prefix}-alb"));
            Assert.That(Texts(balancer.Inputs["subnets"]), Is.EquivalentTo(publicSubnets));
            Assert.That(Texts(balancer.Inputs["securityGroups"]), Is.EqualTo(new[] { Id(Stack.Only("aws:ec2/securityGroup:SecurityGroup", "-alb-sg")) }));
            Assert.That(balancer.Inputs["dropInvalidHeaderFields"].AsBool, Is.True);
            Assert.That(balancer.Inputs["enableDeletionProtection"].AsBool, Is.EqualTo(Stack.Environment == "prod"));
            Assert.That(port, Is.EqualTo(8080));
            Assert.That((TargetGroup.Inputs["port"].AsNumber, TargetGroup.Inputs["targetType"].AsText), Is.EqualTo((8080.0, "ip")));
            Assert.That((TargetGroup.Inputs["healthCheck"]["path"].AsText, TargetGroup.Inputs["healthCheck"]["interval"].AsNumber), Is.EqualTo(("/health", 30.0)));
            Assert.That(Api.Inputs["loadBalancers"].AsList!.Select(entry => (entry["targetGroupArn"].AsText, entry["containerName"].AsText, entry["containerPort"].AsNumber)),
                Is.EqualTo(new (string?, string?, double?)[] { (Arn(TargetGroup), "api", 8080) }));
            Assert.That(Size("-api"), Is.EqualTo(Stack.In(("256", "512"), ("512", "1024"), ("1024", "2048"))));
            Assert.That(Scale(Api), Is.EqualTo(Stack.In((1.0, 2.0), (2.0, 5.0), (3.0, 6.0))));
            Assert.That(Api.Inputs["desiredCount"].AsNumber, Is.EqualTo(Stack.In(1, 2, 3)));
            // AWS refuses it while the VPC has no gateway.
            Assert.That(Stack.WaitsFor(balancer), Does.Contain(Stack.Only("aws:ec2/internetGateway:InternetGateway").Urn));
            Assert.That(Stack.WaitsFor(Api), Is.SupersetOf(Stack.OfType("aws:lb/listener:Listener").Select(listener => listener.Urn)));
        });
    }

    // Promise 30.
    [Test]
    public void The_API_gets_its_variables_and_reads_secrets_from_Secrets_Manager()
    {
        var container = Stack.Container("-api");
        var variables = Variables(container, "environment", "value");
        var secrets = Variables(container, "secrets", "valueFrom");
        var database = Stack.Only("aws:rds/instance:Instance");
        Assert.Multiple(() =>
        {
            Assert.That(variables["DB_HOST"], Is.EqualTo(database.Output("address").AsText));
            Assert.That((variables["DB_PORT"], variables["DB_NAME"], variables["DB_USER"]), Is.EqualTo(("5432", "flowbuilder", "flowbuilder")));
            Assert.That((database.Inputs["dbName"].AsText, database.Inputs["username"].AsText), Is.EqualTo(("flowbuilder", "flowbuilder")));
            Assert.That(variables["WORKFLOW_QUEUE_URL"], Is.EqualTo(QueueUrl));
            Assert.That(variables["AWS_REGION"], Is.EqualTo(Stack.Region));
            Assert.That(variables["CLERK_FRONTEND_URL"], Is.EqualTo(Stack.Text("clerkFrontendUrl", "http://localhost:3000")));
            Assert.That(variables["ENVIRONMENT"], Is.EqualTo(Stack.In("dev", "staging", "production")));
            Assert.That(variables.Keys.Intersect(secrets.Keys), Is.Empty);
            Assert.That(variables.Keys.Where(name => name.Contains("PASSWORD", StringComparison.Ordinal) || name.Contains("KEY", StringComparison.Ordinal)), Is.Empty);
            Assert.That(secrets["DB_PASSWORD"], Does.StartWith($"{SecretArn("/database-credentials")}:password:"));
            Assert.That(secrets["CLERK_SECRET_KEY"], Does.StartWith(SecretArn("/clerk")));
            Assert.That(secrets["SECRET_ENCRYPTION_KEY"], Does.StartWith($"{SecretArn("/secret-encryption")}:key:"));
        });
    }

    // Promise 31.
    [Test]
    public void The_worker_polls_the_queue_and_answers_nobody()
    {
        var container = Stack.Container("-worker");
        var variables = Variables(container, "environment", "value");
        var secrets = Variables(container, "secrets", "valueFrom");
        Assert.Multiple(() =>
        {
            Assert.That(variables["POLLING_MODE"], Is.EqualTo("true"));
            Assert.That((variables["EVENTBRIDGE_PIPES_MODE"], variables["EXIT_AFTER_COMPLETION"]), Is.EqualTo(("false", "false")));
            Assert.That(variables["WORKFLOW_QUEUE_URL"], Is.EqualTo(QueueUrl));
            Assert.That(secrets.Keys, Does.Contain("DB_PASSWORD").And.Not.Contain("CLERK_SECRET_KEY"));
            Assert.That(Worker.Inputs["loadBalancers"].IsNull, Is.True);
            Assert.That(container.TryGetProperty("portMappings", out _), Is.False);
            Assert.That(container.GetProperty("stopTimeout").GetInt32(), Is.EqualTo(120));
            Assert.That(Size("-worker"), Is.EqualTo(Stack.In(("1024", "2048"), ("1024", "2048"), ("2048", "4096"))));
        });
    }

    // What one part encrypts, another must read.
    [Test]
    public void API_and_worker_share_what_encrypts_credentials()
    {
        string[] names = ["SECRET_ENCRYPTION_KEY", "SECRET_ENCRYPTION_PASSWORD", "SECRET_ENCRYPTION_SALT"];
        var api = Variables(Stack.Container("-api"), "secrets", "valueFrom");
        var worker = Variables(Stack.Container("-worker"), "secrets", "valueFrom");
        Assert.That(names.Select(name => api[name]), Is.Unique.And.EqualTo(names.Select(name => worker[name])));
    }

    // Promise 36.
    [Test]
    public void With_a_certificate_HTTPS_answers_and_HTTP_only_redirects()
    {
        var listeners = Stack.OfType("aws:lb/listener:Listener").ToDictionary(node => node.Inputs["port"].AsNumber!.Value, node => node.Inputs);
        if (!Stack.Has("certificateArn"))
        {
            Assert.That(listeners.Keys, Is.EqualTo(new[] { 80.0 }));
            Assert.That(listeners[80]["defaultActions"][0]["targetGroupArn"].AsText, Is.EqualTo(Arn(TargetGroup)));
            return;
        }

        Assert.Multiple(() =>
        {
            Assert.That(listeners.Keys, Is.EquivalentTo(new[] { 80.0, 443.0 }));
            Assert.That(listeners[80]["defaultActions"][0]["redirect"]["statusCode"].AsText, Is.EqualTo("HTTP_301"));
            Assert.That(listeners[443]["certificateArn"].AsText, Is.EqualTo(Stack.Text("certificateArn", "")));
            Assert.That(listeners[443]["sslPolicy"].AsText, Is.EqualTo("ELBSecurityPolicy-TLS13-1-2-2021-06"));
            Assert.That(listeners[443]["defaultActions"][0]["targetGroupArn"].AsText, Is.EqualTo(Arn(TargetGroup)));
        });
    }

    // Promise 40.
    [Test]
    public void Execution_roles_read_the_secrets_of_their_own_containers_and_nothing_else()
    {
        foreach (var family in new[] { "-api", "-worker" })
        {
            var role = Stack.Role(Stack.Task(family).Inputs["executionRoleArn"].AsText);
            var named = Variables(Stack.Container(family), "secrets", "valueFrom").Values.Select(reference => string.Join(':', reference.Split(':')[..7])).Distinct();
            var statement = Stack.Statements(role).Single();
            Assert.Multiple(() =>
            {
                Assert.That(statement.Actions, Is.EqualTo(new[] { "secretsmanager:GetSecretValue" }));
                Assert.That(statement.Resources, Is.EquivalentTo(named));
                Assert.That(
                    Stack.OfType("aws:iam/rolePolicyAttachment:RolePolicyAttachment")
                        .Where(attachment => attachment.Inputs["role"].AsText == role.Output("name").AsText)
                        .Select(attachment => attachment.Inputs["policyArn"].AsText!.Split('/')[^1]),
                    Is.EqualTo(new[] { TaskExecution }));
            });
        }
    }

    // Promise 40.
    [Test]
    public void The_API_sends_to_the_queue_and_the_worker_takes_from_it() => Assert.Multiple(() =>
    {
        Assert.That(QueueActions("-api"), Is.EquivalentTo(new[] { "sqs:SendMessage", "sqs:GetQueueAttributes", "sqs:GetQueueUrl" }));
        Assert.That(
            QueueActions("-worker"),
            Is.EquivalentTo(new[] { "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility", "sqs:GetQueueAttributes", "sqs:GetQueueUrl" }));
    });

    [Test]
    public void Tasks_start_when_their_permissions_secrets_and_ways_out_are_there()
    {
        var needed = Stack.OfType("aws:ec2/route:Route")
            .Concat(Stack.OfType("aws:ec2/vpcEndpoint:VpcEndpoint"))
            .Concat(Stack.OfType("aws:ecs/clusterCapacityProviders:ClusterCapacityProviders"))
            .Concat(Stack.OfType("aws:secretsmanager/secretVersion:SecretVersion").Where(node => !node.Name.Contains("clerk", StringComparison.Ordinal)))
            .Select(node => node.Urn)
            .ToList();
        Assert.That(Stack.WaitsFor(Api), Is.SupersetOf(needed));
        Assert.That(Stack.WaitsFor(Worker), Is.SupersetOf(needed));
    }

    private List<string> QueueActions(string family) =>
    [
        .. Stack.Statements(Stack.Role(Stack.Task(family).Inputs["taskRoleArn"].AsText))
            .Where(statement => statement.Resources.Contains(QueueArn))
            .SelectMany(statement => statement.Actions),
    ];

    private (string?, string?) Size(string family) => (Stack.Task(family).Inputs["cpu"].AsText, Stack.Task(family).Inputs["memory"].AsText);

    private (double?, double?) Scale(ResourceNode service)
    {
        var id = $"service/{Cluster.Inputs["name"].AsText}/{service.Inputs["name"].AsText}";
        var target = Stack.OfType("aws:appautoscaling/target:Target").Single(node => node.Inputs["resourceId"].AsText == id);
        return (target.Inputs["minCapacity"].AsNumber, target.Inputs["maxCapacity"].AsNumber);
    }

    private string SecretArn(string name) => Arn(Stack.Only("aws:secretsmanager/secret:Secret", name))!;

    private static Dictionary<string, string> Variables(JsonElement container, string list, string value) =>
        container.GetProperty(list).EnumerateArray().ToDictionary(entry => entry.GetProperty("name").GetString()!, entry => entry.GetProperty(value).GetString()!);
}
