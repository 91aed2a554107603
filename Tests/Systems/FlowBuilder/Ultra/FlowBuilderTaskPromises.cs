using System.Text.Json;
using NUnit.Framework;

namespace Infra.Tests.Systems.FlowBuilder.Ultra;

[TestFixtureSource(typeof(FlowBuilderStack), nameof(FlowBuilderStack.Ultra))]
internal sealed class FlowBuilderTaskPromises(string stackName) : FlowBuilderPromises(stackName)
{
    private JsonElement Container => Stack.Container("-worker");

    // Promises 2 and 48.
    [Test]
    public void The_task_runs_one_workflow_and_ends()
    {
        var variables = Container.GetProperty("environment").EnumerateArray()
            .ToDictionary(variable => variable.GetProperty("name").GetString()!, variable => variable.GetProperty("value").GetString());
        Assert.That(variables, Is.EquivalentTo(new Dictionary<string, string?>
        {
            ["AWS_REGION"] = Stack.Region,
            ["DB_HOST"] = Stack.Text("dbHost", ""),
            ["DB_NAME"] = "flowbuilder",
            ["DB_PORT"] = "5432",
            ["DB_SSL_MODE"] = "require",
            ["DB_USER"] = "flowbuilder",
            ["EVENTBRIDGE_PIPES_MODE"] = "true",
            ["EXIT_AFTER_COMPLETION"] = "true",
            ["POLLING_MODE"] = "false",
            ["USE_DB_SECRETS"] = "true",
            ["WORKFLOW_QUEUE_URL"] = Stack.Only("aws:sqs/queue:Queue", "-queue").Output("url").AsText,
        }));
    }

    // Promise 2.
    [Test]
    public void Secrets_come_from_secrets_manager_alone()
    {
        var secrets = Container.GetProperty("secrets").EnumerateArray()
            .ToDictionary(secret => secret.GetProperty("name").GetString()!, secret => secret.GetProperty("valueFrom").GetString());
        var credentials = Arn(Stack.Only("aws:secretsmanager/secret:Secret", "/database-credentials"));
        Assert.Multiple(() =>
        {
            Assert.That(secrets.Keys, Is.EquivalentTo(new[] { "DB_PASSWORD", "SECRET_ENCRYPTION_KEY", "SECRET_ENCRYPTION_PASSWORD", "SECRET_ENCRYPTION_SALT" }));
            Assert.That(secrets.Values, Is.All.StartsWith("arn:aws:secretsmanager:"));
            Assert.That(secrets["DB_PASSWORD"], Does.StartWith($"{credentials}:password:"));
        });
    }

    [Test]
    public void Ecs_reads_the_tasks_own_secrets_and_the_task_itself_may_do_nothing()
    {
        var task = Stack.Task("-worker").Inputs;
        var read = Stack.Statements(Stack.Role(task["executionRoleArn"].AsText)).Single();
        Assert.Multiple(() =>
        {
            Assert.That(read.Actions, Is.EqualTo(new[] { "secretsmanager:GetSecretValue" }));
            Assert.That(read.Resources, Is.EquivalentTo(Stack.OfType("aws:secretsmanager/secret:Secret").Select(Arn)));
            Assert.That(Stack.Statements(Stack.Role(task["taskRoleArn"].AsText)), Is.Empty);
        });
    }

    [Test]
    public void The_task_is_fargates_and_writes_to_a_group_that_comes_first()
    {
        var task = Stack.Task("-worker");
        var options = Container.GetProperty("logConfiguration").GetProperty("options");
        Assert.Multiple(() =>
        {
            Assert.That(Texts(task.Inputs["requiresCompatibilities"]), Is.EqualTo(new[] { "FARGATE" }));
            Assert.That(task.Inputs["networkMode"].AsText, Is.EqualTo("awsvpc"));
            Assert.That(Container.GetProperty("name").GetString(), Is.EqualTo("worker"));
            Assert.That(Container.GetProperty("stopTimeout").GetInt32(), Is.EqualTo(120));
            Assert.That(options.GetProperty("awslogs-group").GetString(), Is.EqualTo($"/aws/ecs/{Stack.Prefix}-worker"));
            Assert.That(options.GetProperty("awslogs-stream-prefix").GetString(), Is.EqualTo("ecs"));
            Assert.That(
                Stack.WaitsFor(task),
                Does.Contain(Stack.OfType("aws:cloudwatch/logGroup:LogGroup").Single(group => group.Inputs["name"].AsText == $"/aws/ecs/{Stack.Prefix}-worker").Urn));
        });
    }
}
