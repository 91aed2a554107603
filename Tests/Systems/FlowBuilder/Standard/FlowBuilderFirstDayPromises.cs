using NUnit.Framework;

namespace Infra.Tests.Systems.FlowBuilder.Standard;

/// <summary>What a change of a setting does to the standard variant: the first image, the first certificate, another choice.</summary>
[Parallelizable]
internal sealed class FlowBuilderFirstDayPromises
{
    private const string Dev = "flowbuilder-standard-dev";
    private const string RoleType = "aws:iam/role:Role";

    [Test]
    public async Task Without_an_image_a_public_web_server_answers_the_health_check_and_no_worker_starts()
    {
        var stack = await FlowBuilderStack.Of(Dev);
        var api = stack.Container("-api");
        Assert.Multiple(() =>
        {
            Assert.That(api.GetProperty("image").GetString(), Does.StartWith("public.ecr.aws/"));
            Assert.That(api.GetProperty("command").EnumerateArray().Last().GetString(), Does.Contain("listen 8080").And.Contain("/health"));
            Assert.That(stack.Only("aws:ecs/service:Service", "-api").Inputs["desiredCount"].AsNumber, Is.EqualTo(1));
            Assert.That(Pending(stack), Has.Some.Contain("apiImageTag").And.Some.Contain("workerImageTag").And.Some.Contain("schedulerImageTag").And.Some.Contain("clerkSecretKey"));
        });
    }

    [Test]
    public async Task An_image_takes_the_placeholders_place_and_adds_nothing()
    {
        var before = await FlowBuilderStack.Of(Dev);
        var after = await FlowBuilderStack.Of(Dev, "infra:flowBuilder.apiImageTag=1.0.0", "infra:flowBuilder.workerImageTag=1.0.0");
        var repository = after.Only("aws:ecr/repository:Repository", "-api").Output("repositoryUrl").AsText;
        Assert.Multiple(() =>
        {
            Assert.That(after.Container("-api").GetProperty("image").GetString(), Is.EqualTo($"{repository}:1.0.0"));
            Assert.That(after.Container("-api").TryGetProperty("command", out _), Is.False);
            Assert.That(after.Nodes.Select(node => node.Urn), Is.EqualTo(before.Nodes.Select(node => node.Urn)));
            Assert.That(Pending(after), Has.None.Contain("apiImageTag").And.None.Contain("workerImageTag"));
        });
    }

    [Test]
    public async Task Secrets_of_the_users_choice_are_allowed_only_when_asked_for()
    {
        var usual = await FlowBuilderStack.Of(Dev);
        var asked = await FlowBuilderStack.Of(Dev, "infra:flowBuilder.useDbSecrets=false");
        Assert.Multiple(() =>
        {
            Assert.That(Writers(usual), Is.Empty);
            Assert.That(Writers(asked), Is.EquivalentTo(new[] { "flow-builder-api-task-role", "flow-builder-worker-task-role" }));
            Assert.That(asked.OfType("random:index/randomBytes:RandomBytes"), Is.Empty);
            Assert.That(asked.Container("-api").GetProperty("secrets").EnumerateArray().Select(entry => entry.GetProperty("name").GetString()), Is.EquivalentTo(new[] { "CLERK_SECRET_KEY", "DB_PASSWORD" }));
        });
    }

    [Test]
    public async Task A_third_zone_adds_a_subnet_to_every_tier()
    {
        var stack = await FlowBuilderStack.Of(Dev, "infra:flowBuilder.azCount=3");
        Assert.That(
            stack.OfType("aws:ec2/subnet:Subnet").Select(subnet => subnet.Inputs["cidrBlock"].AsText).ToList(),
            Is.SupersetOf(new[] { "10.0.2.0/24", "10.0.12.0/24", "10.0.22.0/24" }).And.Count.EqualTo(9));
    }

    [Test]
    public async Task Development_with_gateways_has_no_instance()
    {
        var stack = await FlowBuilderStack.Of(Dev, "infra:flowBuilder.natType=gateway");
        Assert.Multiple(() =>
        {
            Assert.That(stack.OfType("aws:ec2/natGateway:NatGateway"), Has.Count.EqualTo(1));
            Assert.That(stack.OfType("aws:ec2/instance:Instance"), Is.Empty);
        });
    }

    [Test]
    public async Task An_ARM_instance_gets_an_ARM_image()
    {
        var x86 = await FlowBuilderStack.Of(Dev);
        var arm = await FlowBuilderStack.Of(Dev, "infra:flowBuilder.natInstanceType=t4g.nano");
        Assert.That(arm.Only("aws:ec2/instance:Instance").Inputs["ami"].AsText, Does.StartWith("ami-").And.Not.EqualTo(x86.Only("aws:ec2/instance:Instance").Inputs["ami"].AsText));
    }

    private static List<string> Pending(FlowBuilderStack stack) =>
        [.. stack.Result.Outputs["pending"].AsList!.Texts.Where(sentence => sentence.StartsWith("Flow Builder: ", StringComparison.Ordinal))];

    private static List<string?> Writers(FlowBuilderStack stack) =>
    [
        .. stack.OfType(RoleType)
            .Where(role => stack.Statements(role).Any(statement => statement.Actions.Contains("secretsmanager:CreateSecret")))
            .Select(role => role.Inputs["name"].AsText),
    ];
}
