using Infra.Preview.Diff;
using Infra.Preview.Diff.Forecast;
using Infra.Tests.Support;
using NUnit.Framework;

namespace Infra.Tests.Preview.Diff;

/// <summary>What changes of settings do to the shipped stacks.</summary>
[Parallelizable]
public sealed class ScenarioDifferenceTests
{
    [Test]
    public async Task Another_address_block_replaces_the_network_and_what_stands_in_it()
    {
        var before = (await Scenario.Of("hyperp-dev")).Graph;
        var after = (await Scenario.Of("hyperp-dev", set: "infra:hyperp.vpcCidr=10.9.0.0/16")).Graph;
        var difference = GraphDifference.Compare(before, after);
        var replaced = difference.Changes.Where(change => change.Kind == ChangeKind.Replace).Select(change => change.Node.Type).ToHashSet();

        Assert.That(replaced, Is.SupersetOf(new[] { "aws:ec2/vpc:Vpc", "aws:ec2/subnet:Subnet", "aws:ec2/securityGroup:SecurityGroup", "aws:efs/mountTarget:MountTarget" }));
        Assert.That(replaced, Has.None.EqualTo("aws:dynamodb/table:Table").And.None.EqualTo("aws:s3/bucket:Bucket").And.None.EqualTo("aws:efs/fileSystem:FileSystem"));
        Assert.That(difference.LosesData, Is.False);
    }

    [Test]
    public async Task A_replaced_network_leaves_the_other_system_of_the_stack_alone()
    {
        var difference = GraphDifference.Compare((await Scenario.Of("dev")).Graph, (await Scenario.Of("dev", set: "infra:hyperp.vpcCidr=10.9.0.0/16")).Graph);
        Assert.That(difference.Different.Select(change => change.Node.System).Distinct(), Is.EqualTo(new[] { "hyperp" }));
    }

    [Test]
    public async Task From_dev_to_prod_data_gets_protected_and_nothing_is_lost()
    {
        var difference = GraphDifference.Compare((await Scenario.Of("hyperp-dev")).Graph, (await Scenario.Of("hyperp-prod")).Graph);
        Assert.That(difference.Changes.Where(change => change.DataLoss is not null).Select(change => change.Node.Urn), Is.Empty);
        var table = difference.Changes.Single(change => change.Node.Type == "aws:dynamodb/table:Table");
        Assert.That(table.Paths(), Has.Member("(protect)"));
    }

    [Test]
    public async Task One_setting_shows_as_one_difference()
    {
        var difference = GraphDifference.Compare((await Scenario.Of("dev")).Graph, (await Scenario.Of("dev", set: "infra:hyperp.ecrImagesToKeep=50")).Graph);
        Assert.That(difference.Different.Select(change => change.Node.Type), Is.EqualTo(new[] { "aws:ecr/lifecyclePolicy:LifecyclePolicy" }));
    }

    [Test]
    public async Task Every_provider_type_of_the_shipped_stacks_is_in_the_table_of_replacing_properties()
    {
        var types = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Scenario.RepositoryDirectory, "Stacks", "Examples"), "Pulumi.*.yaml"))
        {
            var graph = (await Scenario.Of(Path.GetFileNameWithoutExtension(file)["Pulumi.".Length..])).Graph;
            types.UnionWith(graph.Nodes.Where(node => node.Custom && !node.IsProvider).Select(node => node.Type));
        }

        Assert.That(types.Except(ReplacingProperties.Types), Is.Empty);
    }
}
