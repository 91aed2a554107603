using Infra.Preview.Model;
using Infra.Tests.Support;
using NUnit.Framework;

namespace Infra.Tests.Systems.Hyperp;

/// <summary>What a change of one setting does to Hyperp's resources.</summary>
[Parallelizable]
public sealed class HyperpChangePromises
{
    private static readonly string[] Stateful =
    [
        "aws:dynamodb/table:Table",
        "aws:ec2/vpc:Vpc",
        "aws:ecr/repository:Repository",
        "aws:efs/fileSystem:FileSystem",
        "aws:s3/bucket:Bucket",
    ];

    [Test]
    public void Dev_and_prod_hold_Hyperp() => Assert.That(HyperpStack.Names, Is.SupersetOf(new[] { "dev", "prod" }));

    // Promise 38.
    [TestCase("infra:hyperp.ecrImagesToKeep=50", "aws:ecr/lifecyclePolicy:LifecyclePolicy")]
    [TestCase("infra:hyperp.logRetentionDays=30", "aws:cloudwatch/logGroup:LogGroup")]
    [TestCase("infra:hyperp.githubAppId=654321", "aws:lambda/function:Function")]
    public async Task Everyday_settings_touch_nothing_that_holds_data(string setting, string changedType)
    {
        var before = (await Scenario.Of("dev")).Graph;
        var after = (await Scenario.Of("dev", set: setting)).Graph;
        Assert.That(after.Nodes.Select(node => node.Urn), Is.EqualTo(before.Nodes.Select(node => node.Urn)));
        var changed = after.Nodes.Where(node => !Same(node.Inputs, before.Find(node.Urn)!.Inputs)).Select(node => node.Type).Distinct().ToList();
        Assert.That(changed, Is.EqualTo(new[] { changedType }));
        var hyperp = before.DescendantsOf(before.Only("infra:hyperp:Hyperp")).ToList();
        Assert.That(Stateful.Where(type => hyperp.Count(node => node.Type == type) != 1), Is.Empty);
    }

    // us-east-1e is use1-az3, which has no Fargate capacity; three zones would not come that far. Excluding another lets it in.
    [TestCase("infra:hyperp.azCount=5", new[] { "a", "b", "c", "d", "f" })]
    [TestCase("infra:hyperp.excludedZoneIds[0]=use1-az2", new[] { "a", "b", "d", "e", "f" })]
    public async Task Subnets_pass_over_zones_without_fargate_unless_others_are_named(string setting, string[] zones)
    {
        var graph = (await Scenario.Of("hyperp-dev", set: ["infra:hyperp.azCount=5", setting])).Graph;
        Assert.That(
            graph.OfType("aws:ec2/subnet:Subnet").Select(subnet => subnet.Inputs["availabilityZone"].AsText),
            Is.EqualTo(zones.Select(zone => $"us-east-1{zone}")));
    }

    [Test]
    public async Task Given_code_replaces_the_placeholder_of_its_function_alone()
    {
        var graph = (await Scenario.Of("dev", set: "infra:hyperp.code.cliRestApi=Stacks/Examples")).Graph;
        var hyperp = graph.DescendantsOf(graph.Only("infra:hyperp:Hyperp"));
        var paths = hyperp.Where(node => node.Type == "aws:lambda/function:Function").ToDictionary(
            function => function.Inputs["name"].AsText!,
            function => ((ArchiveValue)function.Inputs["code"].Unwrapped).Content);
        Assert.That(paths, Is.EquivalentTo(new Dictionary<string, string>
        {
            ["hyperp-cli-rest-api"] = "Stacks/Examples",
            ["hyperp-efs-controller"] = "Components/Functions/Placeholder",
            ["hyperp-github-webhook-handler"] = "Components/Functions/Placeholder",
            ["hyperp-task-state-change-handler"] = "Components/Functions/Placeholder",
        }));
    }

    private static bool Same(MapValue left, MapValue right) =>
        left.Keys.SequenceEqual(right.Keys) && left.All(member => PropertyJson.Text(member.Value, true) == PropertyJson.Text(right[member.Key], true));
}
