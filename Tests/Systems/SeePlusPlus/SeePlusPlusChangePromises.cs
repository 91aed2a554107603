using Infra.Preview.Model;
using Infra.Tests.Support;
using NUnit.Framework;

namespace Infra.Tests.Systems.SeePlusPlus;

/// <summary>What two stacks of See++ have in common, and what a change of one setting does.</summary>
[Parallelizable]
public sealed class SeePlusPlusChangePromises
{
    private const string Repository = "aws:ecr/repository:Repository";
    private const string FunctionType = "aws:lambda/function:Function";

    private static readonly string[] WithinAnother =
        ["aws:iam/rolePolicy:RolePolicy", "aws:appautoscaling/policy:Policy", "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"];

    [Test]
    public void Dev_and_prod_hold_See_plus_plus() => Assert.That(SeePlusPlusStack.Names, Is.SupersetOf(new[] { "dev", "prod" }));

    // Promise 36.
    [Test]
    public async Task Test_and_production_share_an_account_without_sharing_a_name()
    {
        var test = await SeePlusPlusStack.Of("seeplusplus-test");
        var prod = await SeePlusPlusStack.Of("seeplusplus-prod");
        var (testNames, prodNames) = (PhysicalNames(test), PhysicalNames(prod));
        Assert.Multiple(() =>
        {
            Assert.That(testNames, Has.Count.GreaterThan(20));
            Assert.That(testNames.Intersect(prodNames), Is.Empty);
            Assert.That(test.OfType(Repository).Concat(prod.OfType(Repository)).Select(node => node.Inputs["name"].AsText), Is.EqualTo(new[] { "spp-lambda-trace" }));
        });
    }

    [Test]
    public async Task The_image_replaces_the_placeholder_and_nothing_else()
    {
        var before = await SeePlusPlusStack.Of("seeplusplus-test");
        var after = await SeePlusPlusStack.Of("seeplusplus-test", "infra:seePlusPlus.codeRunnerImageTag=test");
        Assert.That(after.Nodes.Select(node => node.Urn), Is.EqualTo(before.Nodes.Select(node => node.Urn)));
        var changed = after.Nodes.Zip(before.Nodes).Where(pair => !Same(pair.First.Inputs, pair.Second.Inputs)).Select(pair => pair.First.Type).ToList();
        Assert.That(changed, Is.EqualTo(new[] { FunctionType }));
        Assert.That(after.Only(FunctionType).Inputs["imageUri"].AsText, Does.Contain("/spp-lambda-trace@sha256:"));
    }

    [Test]
    public async Task An_image_in_another_repository_is_taken_as_it_is()
    {
        const string Image = "123456789012.dkr.ecr.us-west-2.amazonaws.com/tracer:7";
        var stack = await SeePlusPlusStack.Of("seeplusplus-test", $"infra:seePlusPlus.codeRunnerImageUri={Image}");
        Assert.That(stack.Only(FunctionType).Inputs["imageUri"].AsText, Is.EqualTo(Image));
    }

    // Before the first deployment the repository does not exist, and a lookup in it would fail.
    [Test]
    public async Task A_repository_of_the_stack_is_looked_into_only_once_it_exists()
    {
        var scenario = await Scenario.Of("seeplusplus-prod", unknowns: true);
        Assert.That(scenario.Graph.Only(FunctionType).Inputs["imageUri"].ContainsUnknowns, Is.True);
    }

    [Test]
    public async Task Without_the_new_frontend_two_services_remain()
    {
        var stack = await SeePlusPlusStack.Of("seeplusplus-prod", "infra:seePlusPlus.deployBetaFrontend=false");
        Assert.Multiple(() =>
        {
            Assert.That(stack.OfType("aws:ecs/service:Service").Select(service => service.Inputs["name"].AsText), Is.EquivalentTo(new[] { "spp-prod-backend", "spp-prod-frontend-legacy" }));
            Assert.That(stack.OfType("aws:lb/listenerRule:ListenerRule"), Has.Count.EqualTo(2));
            Assert.That(
                stack.OfType("aws:route53/record:Record").Where(record => record.Inputs["type"].AsText == "A").Select(record => record.Inputs["name"].AsText),
                Is.EquivalentTo(new[] { "example.com", "legacy.example.com" }));
            Assert.That(stack.OfType("aws:cloudwatch/metricAlarm:MetricAlarm").Where(alarm => alarm.Name.Contains("-frontend-cpu", StringComparison.Ordinal)), Is.Empty);
        });
    }

    [Test]
    public async Task A_certificate_that_exists_is_used_as_it_is()
    {
        const string Certificate = "arn:aws:acm:us-west-2:123456789012:certificate/11111111-2222-3333-4444-555555555555";
        var stack = await SeePlusPlusStack.Of("seeplusplus-prod", $"infra:seePlusPlus.certificateArn={Certificate}");
        Assert.Multiple(() =>
        {
            Assert.That(
                stack.OfType("aws:lb/listener:Listener").Single(listener => listener.Inputs["port"].AsNumber == 443).Inputs["certificateArn"].AsText,
                Is.EqualTo(Certificate));
            Assert.That(stack.OfType("aws:acm/certificate:Certificate").Concat(stack.OfType("aws:acm/certificateValidation:CertificateValidation")), Is.Empty);
            Assert.That(stack.OfType("aws:route53/record:Record"), Has.Count.EqualTo(3));
        });
    }

    [Test]
    public async Task Images_are_copied_to_another_region_on_demand()
    {
        var stack = await SeePlusPlusStack.Of("seeplusplus-prod", "infra:seePlusPlus.ecrReplicationRegion=us-east-1");
        var rule = stack.Only("aws:ecr/replicationConfiguration:ReplicationConfiguration").Inputs["replicationConfiguration"]["rules"][0];
        Assert.Multiple(() =>
        {
            Assert.That(rule["destinations"][0]["region"].AsText, Is.EqualTo("us-east-1"));
            Assert.That(rule["destinations"][0]["registryId"].AsText, Is.EqualTo("123456789012"));
            Assert.That(rule["repositoryFilters"][0]["filter"].AsText, Is.EqualTo("spp-lambda-trace"));
        });
    }

    [TestCase("infra:seePlusPlus.codeRunnerTimeout=200", 210, 120)]
    [TestCase("infra:seePlusPlus.codeRunnerTimeout=60", 70, 60)]
    public async Task A_longer_run_gets_longer_to_end(string setting, int deregistrationSeconds, int stopSeconds)
    {
        var stack = await SeePlusPlusStack.Of("seeplusplus-test", setting);
        Assert.Multiple(() =>
        {
            Assert.That(stack.Only("aws:lb/targetGroup:TargetGroup", "spp-web-backend").Inputs["deregistrationDelay"].AsNumber, Is.EqualTo(deregistrationSeconds));
            Assert.That(stack.Container("backend").GetProperty("stopTimeout").GetInt32(), Is.EqualTo(stopSeconds));
        });
    }

    // Without what is named within something else alone: a role's policies, a VPC's default group.
    private static HashSet<string> PhysicalNames(SeePlusPlusStack stack) =>
    [
        .. stack.Nodes
            .Where(node => node.Package == "aws" && !WithinAnother.Contains(node.Type))
            .SelectMany(node => new[] { "name", "bucket", "family" }.Select(property => node.Output(property).AsText is { } text ? $"{node.Type} {text}" : null))
            .OfType<string>(),
    ];

    private static bool Same(MapValue left, MapValue right) =>
        left.Keys.SequenceEqual(right.Keys) && left.All(member => PropertyJson.Text(member.Value, true) == PropertyJson.Text(right[member.Key], true));
}
