using System.Text.Json;
using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Systems.FlowBuilder;

/// <summary>What holds for both variants.</summary>
[TestFixtureSource(typeof(FlowBuilderStack), nameof(FlowBuilderStack.Names))]
internal sealed class FlowBuilderCommonPromises(string stackName) : FlowBuilderPromises(stackName)
{
    private static readonly string[] ActionsOnEverything =
    [
        "ecr:GetAuthorizationToken",
        "logs:DescribeLogGroups",
        "ssmmessages:CreateControlChannel",
        "ssmmessages:CreateDataChannel",
        "ssmmessages:OpenControlChannel",
        "ssmmessages:OpenDataChannel",
    ];

    private IEnumerable<ResourceNode> Aws => Stack.Nodes.Where(node => node.Custom && node.Package == "aws");

    // Promise 1.
    [Test]
    public void Every_resource_is_made_by_a_provider_that_tags_project_environment_and_manager()
    {
        var providers = Aws.Select(node => node.ProviderNode!).Distinct().ToList();
        Assert.That(providers, Has.Count.EqualTo(1));
        var tags = JsonDocument.Parse(providers[0].Inputs["defaultTags"].AsText!).RootElement.GetProperty("tags");
        Assert.Multiple(() =>
        {
            Assert.That(tags.GetProperty("Project").GetString(), Is.EqualTo("flow-builder"));
            Assert.That(tags.GetProperty("Environment").GetString(), Is.EqualTo(Stack.Environment));
            Assert.That(tags.GetProperty("ManagedBy").GetString(), Is.EqualTo("Pulumi"));
            // Tasks are made by ECS, not by the provider.
            Assert.That(Stack.OfType("aws:ecs/service:Service").Select(service => service.Inputs["propagateTags"].AsText), Is.All.EqualTo("SERVICE"));
            Assert.That(
                Stack.OfType("aws:pipes/pipe:Pipe").Select(pipe => pipe.Inputs["targetParameters"]["ecsTaskParameters"]["propagateTags"].AsText),
                Is.All.EqualTo("TASK_DEFINITION"));
            Assert.That(Stack.OfType("aws:ecs/service:Service").Concat(Stack.OfType("aws:pipes/pipe:Pipe")), Is.Not.Empty);
            Assert.That(
                Aws.Where(node => node.Inputs["tags"].AsMap is { } own && own.Keys.Any(key => key is "Project" or "Environment" or "ManagedBy")),
                Is.Empty);
        });
    }

    // Promise 2.
    [Test]
    public void No_secret_stands_in_a_plain_property_or_output()
    {
        // Values of Flow Builder's own secrets: what was generated, and what stands in for the encrypted settings.
        var secrets = Stack.OfType("random:index/randomPassword:RandomPassword").Select(node => node.Output("result").AsText!)
            .Concat(Stack.OfType("random:index/randomBytes:RandomBytes").Select(node => node.Output("base64").AsText!))
            .Append("placeholder-database-password-000000")
            .Append("sk_test_placeholder")
            .ToList();
        Assert.That(secrets, Has.Count.GreaterThanOrEqualTo(4).And.All.Length.GreaterThan(10));
        foreach (var secret in secrets)
        {
            Assert.Multiple(() =>
            {
                Assert.That(Stack.Nodes.Where(node => node.Inputs.ToString().Contains(secret, StringComparison.Ordinal)).Select(node => node.Urn), Is.Empty);
                Assert.That(Stack.Result.Outputs.ToString(), Does.Not.Contain(secret));
            });
        }
    }

    // Promise 2.
    [Test]
    public void The_database_password_is_somewhere_and_secret_there()
    {
        var holders = Stack.OfType("aws:secretsmanager/secretVersion:SecretVersion").Where(version => version.Inputs["secretString"].AsText!.Contains("password", StringComparison.Ordinal)).ToList();
        Assert.That(holders, Is.Not.Empty);
        Assert.That(holders.Select(version => version.Inputs["secretString"]), Is.All.TypeOf<SecretValue>());
    }

    // Promise 3.
    [Test]
    public void Roles_name_their_actions_and_their_resources()
    {
        var statements = Stack.OfType("aws:iam/role:Role").SelectMany(Stack.Statements).ToList();
        Assert.That(statements, Has.Count.GreaterThan(3));
        Assert.Multiple(() =>
        {
            Assert.That(statements.SelectMany(statement => statement.Actions).Where(action => action.Contains('*', StringComparison.Ordinal)), Is.Empty);
            Assert.That(
                statements.Where(statement => statement.Resources.Contains("*")).SelectMany(statement => statement.Actions).Except(ActionsOnEverything),
                Is.Empty);
        });
    }

    [Test]
    public void Policies_name_only_what_the_stack_holds()
    {
        var arns = Stack.Nodes.Where(node => node.Custom).Select(Arn).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var policies = Stack.Nodes.Select(node => node.Inputs["policy"].AsText).OfType<string>().Where(text => text.Contains("\"Statement\"", StringComparison.Ordinal)).ToList();
        Assert.That(policies, Has.Count.GreaterThan(4));
        var strange = policies.SelectMany(PolicyText.Parse).SelectMany(statement => statement.Resources)
            .Where(resource => resource != "*" && !arns.Any(arn => Covers(resource, arn)));
        Assert.That(strange, Is.Empty);
    }

    // Promise 5.
    [Test]
    public void The_metric_that_does_not_exist_is_named_nowhere()
    {
        Assert.That(
            Stack.Nodes.Where(node => node.Inputs.Plain().ToString().Contains("ApproximateNumberOfVisibleMessages", StringComparison.OrdinalIgnoreCase)),
            Is.Empty);
    }

    // Promise 6.
    [Test]
    public void Logs_are_kept_for_a_while_and_their_groups_come_before_what_writes_them()
    {
        var groups = Stack.OfType("aws:cloudwatch/logGroup:LogGroup");
        var names = groups.ToDictionary(group => group.Inputs["name"].AsText!, group => group.Urn);
        Assert.That(groups.Select(group => group.Inputs["retentionInDays"].AsNumber), Is.Not.Empty.And.All.EqualTo((double)Stack.In(7, 30, 90)));
        foreach (var task in Stack.OfType("aws:ecs/taskDefinition:TaskDefinition"))
        {
            var log = JsonDocument.Parse(task.Inputs["containerDefinitions"].AsText!).RootElement[0].GetProperty("logConfiguration").GetProperty("options");
            Assert.That(task.Dependencies, Does.Contain(names[log.GetProperty("awslogs-group").GetString()!]));
        }

        foreach (var function in Stack.OfType("aws:lambda/function:Function"))
        {
            Assert.That(function.Dependencies, Does.Contain(names[function.Inputs["loggingConfig"]["logGroup"].AsText!]));
        }
    }

    // Promise 7.
    [Test]
    public void Every_security_group_lets_something_out()
    {
        var free = Stack.OfType("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule").Select(rule => rule.Inputs["securityGroupId"].AsText).ToHashSet();
        var groups = Stack.OfType("aws:ec2/securityGroup:SecurityGroup");
        Assert.That(groups, Is.Not.Empty);
        Assert.That(groups.Where(group => !free.Contains(Id(group))).Select(group => group.Name), Is.Empty);
    }

    // Promise 12.
    [Test]
    public void Repositories_scan_what_is_pushed_expire_what_is_old_and_carry_the_prefix()
    {
        var repositories = Stack.OfType("aws:ecr/repository:Repository");
        var expiring = Stack.OfType("aws:ecr/lifecyclePolicy:LifecyclePolicy").Select(policy => policy.Inputs["repository"].AsText);
        Assert.Multiple(() =>
        {
            Assert.That(
                repositories.Select(repository => repository.Inputs["name"].AsText![Stack.Prefix.Length..]),
                Is.EquivalentTo(Stack.Component.Type == "infra:flowBuilder:Ultra" ? new[] { "-worker", "-scheduler" } : ["-api", "-worker", "-scheduler"]));
            Assert.That(repositories.Select(repository => repository.Inputs["imageScanningConfiguration"]["scanOnPush"].AsBool), Is.All.True);
            Assert.That(repositories.Select(repository => repository.Inputs["encryptionConfigurations"][0]["encryptionType"].AsText), Is.All.EqualTo("AES256"));
            Assert.That(repositories.Select(repository => repository.Inputs["forceDelete"].AsBool), Is.All.EqualTo(Stack.Environment != "prod"));
            Assert.That(expiring, Is.EquivalentTo(repositories.Select(repository => repository.Inputs["name"].AsText)));
        });
    }

    // Promise 13.
    [Test]
    public async Task Another_prefix_gives_every_part_another_name()
    {
        var other = await FlowBuilderStack.Of(Stack.Result.Stack, "infra:flowBuilder.namePrefix=other-flows");
        var names = Names(Stack);
        Assert.That(names, Has.Count.GreaterThan(10));
        Assert.That(names.Intersect(Names(other)), Is.Empty);
        Assert.That(names.Select(name => name.Split(' ')[1].TrimStart('/')), Is.All.Contains(Stack.Prefix));
    }

    // A resource itself, what lies in it, all revisions of it, or the tasks of a cluster.
    private static bool Covers(string resource, string arn)
    {
        var named = resource.TrimEnd('*').TrimEnd(':', '/').Replace(":task/", ":cluster/", StringComparison.Ordinal);
        return arn == named || arn.StartsWith($"{named}:", StringComparison.Ordinal);
    }

    // What the program leaves unnamed gets a name of its own from Pulumi, with random letters.
    private static List<string> Names(FlowBuilderStack stack) =>
    [
        .. stack.Nodes.Where(node => node.Custom && node.Package == "aws").SelectMany(node =>
            new[] { "name", "namePrefix", "identifier", "dashboardName", node.Type == "aws:ecs/taskDefinition:TaskDefinition" ? "family" : "name" }
                .Select(property => node.Inputs[property].AsText)
                .OfType<string>()
                .Distinct()
                .Select(name => $"{node.Type} {name}")),
    ];
}
