using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Systems.FlowBuilder.Ultra;

[TestFixtureSource(typeof(FlowBuilderStack), nameof(FlowBuilderStack.Ultra))]
internal sealed class FlowBuilderPipePromises(string stackName) : FlowBuilderPromises(stackName)
{
    private ResourceNode Pipe => Stack.Only("aws:pipes/pipe:Pipe");

    private ResourceNode Cluster => Stack.Only("aws:ecs/cluster:Cluster");

    private ResourceNode Queue => Stack.Only("aws:sqs/queue:Queue", "-queue");

    private PropertyValue Task => Pipe.Inputs["targetParameters"]["ecsTaskParameters"];

    private PropertyValue Network => Task["networkConfiguration"]["awsVpcConfiguration"];

    private ResourceNode Role => Stack.Role(Pipe.Inputs["roleArn"].AsText);

    // Promise 43.
    [Test]
    public void The_pipe_leads_from_the_queue_to_the_cluster() => Assert.Multiple(() =>
    {
        Assert.That(Pipe.Inputs["name"].AsText, Is.EqualTo($"{Stack.Prefix}-worker-pipe"));
        Assert.That(Pipe.Inputs["desiredState"].AsText, Is.EqualTo(Stack.Has("workerImageTag") ? "RUNNING" : "STOPPED"));
        Assert.That(Pipe.Inputs["source"].AsText, Is.EqualTo(Arn(Queue)));
        Assert.That(Pipe.Inputs["target"].AsText, Is.EqualTo(Arn(Cluster)).And.Contain(":cluster/"));
        Assert.That(Task["taskDefinitionArn"].AsText, Is.EqualTo(Arn(Stack.Task("-worker"))));
        Assert.That(Task["taskCount"].AsNumber, Is.EqualTo(1));
    });

    // Promise 44.
    [Test]
    public void Each_message_starts_a_task_at_once()
    {
        var source = Pipe.Inputs["sourceParameters"]["sqsQueueParameters"];
        Assert.That((source["batchSize"].AsNumber, source["maximumBatchingWindowInSeconds"].AsNumber), Is.EqualTo((1, 0)));
    }

    // Promise 45.
    [Test]
    public void Tasks_run_on_spot_and_no_launch_type_contradicts_it()
    {
        var strategy = Task["capacityProviderStrategies"].AsList!.Single();
        Assert.That((strategy["capacityProvider"].AsText, strategy["weight"].AsNumber), Is.EqualTo(("FARGATE_SPOT", 100)));
        Assert.That(Task["launchType"].IsNull, Is.True);
    }

    // Promise 46.
    [Test]
    public void Tasks_run_in_the_existing_public_subnets_with_addresses_of_their_own() => Assert.Multiple(() =>
    {
        Assert.That(Network["assignPublicIp"].AsText, Is.EqualTo("ENABLED"));
        Assert.That(Texts(Network["subnets"]), Is.Not.Empty.And.Ordered.And.All.Match("^subnet-[0-9a-f]{17}$"));
        Assert.That(
            Texts(Network["securityGroups"]),
            Is.EqualTo(new[] { Id(Stack.Only("aws:ec2/securityGroup:SecurityGroup", "-worker-sg")) }));
    });

    // Promises 7 and 46.
    [Test]
    public void Nobody_reaches_a_task_and_a_task_reaches_everything() => Assert.Multiple(() =>
    {
        Assert.That(Stack.Traffic("Ingress", "-worker-sg"), Is.Empty);
        Assert.That(Stack.Traffic("Egress", "-worker-sg"), Is.EqualTo(new[] { "all 0.0.0.0/0" }));
    });

    // Promise 47.
    [Test]
    public void The_container_gets_the_message_and_all_of_the_task()
    {
        var container = Task["overrides"]["containerOverrides"].AsList!.Single();
        var size = Stack.Task("-worker").Inputs;
        Assert.Multiple(() =>
        {
            Assert.That(container["name"].AsText, Is.EqualTo("worker"));
            Assert.That(container["cpu"].AsNumber, Is.EqualTo(1024));
            Assert.That(container["memory"].AsNumber, Is.EqualTo(2048));
            Assert.That((size["cpu"].AsText, size["memory"].AsText), Is.EqualTo(("1024", "2048")));
            Assert.That(
                container["environments"].AsList!.Select(variable => $"{variable["name"].AsText}={variable["value"].AsText}"),
                Is.EqualTo(new[] { "SQS_BODY=$.body", "EVENTBRIDGE_PIPES_MODE=true", "EXIT_AFTER_COMPLETION=true" }));
        });
    }

    // Promise 49.
    [Test]
    public void Only_this_pipe_of_this_account_assumes_its_role()
    {
        var trust = PolicyText.Parse(Role.Inputs["assumeRolePolicy"].AsText).Single();
        Assert.Multiple(() =>
        {
            Assert.That(trust.Principals, Is.EqualTo(new[] { "Service:pipes.amazonaws.com" }));
            Assert.That(trust.Conditions, Is.EqualTo(new[]
            {
                $"ArnLike aws:SourceArn {Arn(Pipe)}",
                $"StringEquals aws:SourceAccount {Arn(Pipe)!.Split(':')[4]}",
            }));
        });
    }

    // Promise 49.
    [Test]
    public void The_pipe_may_take_from_its_queue_and_start_its_task_on_its_cluster_and_nothing_else()
    {
        var statements = Stack.Statements(Role).ToDictionary(statement => statement.Sid);
        var family = Arn(Cluster)!.Replace($":cluster/{Stack.Prefix}-cluster", $":task-definition/{Stack.Prefix}-worker", StringComparison.Ordinal);
        var task = Stack.Task("-worker").Inputs;
        Assert.Multiple(() =>
        {
            Assert.That(statements.Keys, Is.EquivalentTo(new[] { "TakeWorkflows", "StartWorkers", "TagWorkers", "PassRolesToWorkers" }));
            Assert.That(statements["TakeWorkflows"].Actions, Is.EqualTo(new[] { "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage" }));
            Assert.That(statements["TakeWorkflows"].Resources, Is.EqualTo(new[] { Arn(Queue) }));
            Assert.That(statements["StartWorkers"].Actions, Is.EqualTo(new[] { "ecs:RunTask" }));
            Assert.That(statements["StartWorkers"].Resources, Is.EqualTo(new[] { family, $"{family}:*" }));
            Assert.That(statements["StartWorkers"].Conditions, Is.EqualTo(new[] { $"ArnEquals ecs:cluster {Arn(Cluster)}" }));
            Assert.That(statements["TagWorkers"].Actions, Is.EqualTo(new[] { "ecs:TagResource" }));
            Assert.That(statements["TagWorkers"].Resources, Is.EqualTo(new[] { $"{Arn(Cluster)!.Replace(":cluster/", ":task/", StringComparison.Ordinal)}/*" }));
            Assert.That(statements["TagWorkers"].Conditions, Is.EqualTo(new[] { "StringEquals ecs:CreateAction RunTask" }));
            Assert.That(statements["PassRolesToWorkers"].Actions, Is.EqualTo(new[] { "iam:PassRole" }));
            Assert.That(
                statements["PassRolesToWorkers"].Resources,
                Is.EquivalentTo(new[] { task["executionRoleArn"].AsText, task["taskRoleArn"].AsText }));
            Assert.That(statements["PassRolesToWorkers"].Conditions, Is.EqualTo(new[] { "StringEquals iam:PassedToService ecs-tasks.amazonaws.com" }));
        });
    }

    // Promise 50.
    [Test]
    public void The_pipe_waits_for_its_rights_and_for_the_clusters_capacity()
    {
        var rights = Stack.OfType("aws:iam/rolePolicy:RolePolicy").Single(policy => policy.Inputs["role"].AsText == Role.Output("name").AsText);
        Assert.That(Pipe.Dependencies, Does.Contain(rights.Urn));
        Assert.That(Pipe.Dependencies, Does.Contain(Stack.Only("aws:ecs/clusterCapacityProviders:ClusterCapacityProviders").Urn));
    }

    [Test]
    public void The_pipe_logs_its_errors_and_no_messages()
    {
        var log = Pipe.Inputs["logConfiguration"];
        Assert.That(log["level"].AsText, Is.EqualTo("ERROR"));
        Assert.That(log["includeExecutionDatas"].IsNull, Is.True);
        Assert.That(log["cloudwatchLogsLogDestination"]["logGroupArn"].AsText, Does.EndWith($"/aws/vendedlogs/pipes/{Stack.Prefix}-worker-pipe"));
    }
}
