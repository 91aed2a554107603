using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Systems.FlowBuilder;

[TestFixtureSource(typeof(FlowBuilderStack), nameof(FlowBuilderStack.Names))]
internal sealed class FlowBuilderSchedulerPromises(string stackName) : FlowBuilderPromises(stackName)
{
    private ResourceNode Function => Stack.Only("aws:lambda/function:Function", "-scheduler");

    private ResourceNode Rule => Stack.Only("aws:cloudwatch/eventRule:EventRule", "-scheduler");

    private ResourceNode Role => Stack.Role(Function.Inputs["role"].AsText);

    private MapValue Variables => Function.Inputs["environment"]["variables"].AsMap!;

    // Promise 8.
    [Test]
    public void The_scheduler_runs_every_five_minutes() => Assert.Multiple(() =>
    {
        Assert.That(Rule.Inputs["scheduleExpression"].AsText, Is.EqualTo("rate(5 minutes)"));
        Assert.That(Rule.Inputs["description"].AsText, Is.EqualTo("Trigger scheduler lambda every 5 minutes"));
        Assert.That(Rule.Inputs["state"].AsText, Is.EqualTo("ENABLED"));
    });

    // Promise 8.
    [Test]
    public void The_rule_reaches_the_scheduler_and_may_invoke_it()
    {
        var target = Stack.OfType("aws:cloudwatch/eventTarget:EventTarget").Single(candidate => candidate.Inputs["rule"].AsText == $"{Stack.Prefix}-scheduler");
        var permission = Stack.OfType("aws:lambda/permission:Permission").Single(candidate => candidate.Inputs["function"].AsText == $"{Stack.Prefix}-scheduler").Inputs;
        Assert.Multiple(() =>
        {
            Assert.That(target.Inputs["targetId"].AsText, Is.EqualTo("SchedulerLambdaTarget"));
            Assert.That(target.Inputs["arn"].AsText, Is.EqualTo(Arn(Function)));
            Assert.That(permission["principal"].AsText, Is.EqualTo("events.amazonaws.com"));
            Assert.That(permission["action"].AsText, Is.EqualTo("lambda:InvokeFunction"));
            Assert.That(permission["sourceArn"].AsText, Is.EqualTo(Arn(Rule)));
        });
    }

    // Promise 9.
    [Test]
    public void The_scheduler_has_the_documented_size() =>
        Assert.That((Function.Inputs["memorySize"].AsNumber, Function.Inputs["timeout"].AsNumber), Is.EqualTo((512, 300)));

    // Promises 9 and 10.
    [Test]
    public void The_scheduler_runs_its_image_or_the_placeholder_until_there_is_one()
    {
        var image = Stack.Has("schedulerImageTag");
        Assert.Multiple(() =>
        {
            Assert.That(Function.Inputs["packageType"].AsText, Is.EqualTo(image ? "Image" : "Zip"));
            Assert.That(
                Function.Inputs["imageUri"].AsText,
                image ? Does.EndWith($".amazonaws.com/{Stack.Prefix}-scheduler:{Stack.Text("schedulerImageTag", "")}") : Is.Null);
            Assert.That(Function.Inputs["architectures"].AsList?.Texts, Is.EqualTo(new[] { "x86_64" }));
            Assert.That(Function.DeleteBeforeReplace, Is.True);
        });
    }

    // Promise 9.
    [Test]
    public void The_scheduler_knows_queue_region_and_database_and_leaves_lambdas_own_variable_alone() => Assert.Multiple(() =>
    {
        Assert.That(Variables.Select(variable => variable.Key), Is.EquivalentTo(new[]
        {
            "CUSTOM_AWS_REGION", "DB_HOST", "DB_NAME", "DB_PASSWORD", "DB_PORT", "DB_SECRET_ARN", "DB_USER", "SQS_URL",
        }));
        Assert.That(Variables["SQS_URL"].AsText, Is.EqualTo(Stack.Only("aws:sqs/queue:Queue", "-queue").Output("url").AsText));
        Assert.That(Variables["CUSTOM_AWS_REGION"].AsText, Is.EqualTo(Stack.Region));
    });

    // Promise 2.
    [Test]
    public void The_schedulers_password_is_a_secret() => Assert.That(Function.Inputs["environment"].ContainsSecrets, Is.True);

    // Promise 11.
    [Test]
    public void The_scheduler_may_only_send_to_this_queue_and_read_its_secret()
    {
        var statements = Stack.Statements(Role);
        var queue = statements.Single(statement => statement.Sid == "SendWorkflows");
        Assert.Multiple(() =>
        {
            Assert.That(queue.Actions, Is.EquivalentTo(new[] { "sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:SendMessage" }));
            Assert.That(queue.Resources, Is.EqualTo(new[] { Arn(Stack.Only("aws:sqs/queue:Queue", "-queue")) }));
            Assert.That(statements.SelectMany(statement => statement.Actions), Has.None.EqualTo("sqs:ReceiveMessage"));
            Assert.That(statements.Select(statement => statement.Sid), Is.EquivalentTo(new[] { "ReadSecrets", "SendWorkflows" }));
        });
    }

    // Promise 6.
    [Test]
    public void The_schedulers_log_group_comes_first_and_expires()
    {
        var group = Stack.OfType("aws:cloudwatch/logGroup:LogGroup").Single(candidate => candidate.Inputs["name"].AsText == $"/aws/lambda/{Stack.Prefix}-scheduler");
        Assert.That(group.Inputs["retentionInDays"].AsNumber, Is.EqualTo(Stack.In(7, 30, 90)));
        Assert.That(Stack.WaitsFor(Function), Does.Contain(group.Urn));
    }

    [Test]
    public void A_run_that_fails_is_not_repeated_beside_the_next()
    {
        var config = Stack.OfType("aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig")
            .Single(candidate => candidate.Inputs["functionName"].AsText == $"{Stack.Prefix}-scheduler");
        Assert.That(config.Inputs["maximumRetryAttempts"].AsNumber, Is.Zero);
    }

    [Test]
    public void The_cleanup_has_the_documented_size_and_runs_every_hour_beside_the_scheduler()
    {
        var cleanup = Stack.Only("aws:lambda/function:Function", "-cleanup");
        var image = Stack.Has("cleanupImageTag");
        var rule = Stack.Only("aws:cloudwatch/eventRule:EventRule", "-cleanup");
        var target = Stack.OfType("aws:cloudwatch/eventTarget:EventTarget").Single(candidate => candidate.Inputs["rule"].AsText == $"{Stack.Prefix}-cleanup");
        var permission = Stack.OfType("aws:lambda/permission:Permission").Single(candidate => candidate.Inputs["function"].AsText == $"{Stack.Prefix}-cleanup");
        Assert.Multiple(() =>
        {
            Assert.That((cleanup.Inputs["memorySize"].AsNumber, cleanup.Inputs["timeout"].AsNumber), Is.EqualTo((256, 120)));
            Assert.That(cleanup.Inputs["packageType"].AsText, Is.EqualTo(image ? "Image" : "Zip"));
            Assert.That(
                cleanup.Inputs["imageUri"].AsText,
                image ? Does.EndWith($".amazonaws.com/{Stack.Prefix}-scheduler:{Stack.Text("cleanupImageTag", "")}") : Is.Null);
            Assert.That(cleanup.Inputs["vpcConfig"].Plain().ToString(), Is.EqualTo(Function.Inputs["vpcConfig"].Plain().ToString()));
            Assert.That(Stack.Statements(Stack.Role(cleanup.Inputs["role"].AsText)).Select(statement => statement.Sid), Is.EqualTo(new[] { "ReadSecrets" }));
            Assert.That(rule.Inputs["scheduleExpression"].AsText, Is.EqualTo("rate(1 hour)"));
            Assert.That(target.Inputs["arn"].AsText, Is.EqualTo(Arn(cleanup)));
            Assert.That(permission.Inputs["sourceArn"].AsText, Is.EqualTo(Arn(rule)));
        });
    }
}
