using Infra.Preview.Diff;
using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Preview.Diff;

[Parallelizable]
public sealed class GraphDifferenceTests
{
    private const string Vpc = "aws:ec2/vpc:Vpc";
    private const string Subnet = "aws:ec2/subnet:Subnet";
    private const string Table = "aws:dynamodb/table:Table";
    private const string Role = "aws:iam/role:Role";
    private const string Strange = "demo:index/thing:Thing";

    [Test]
    public void The_same_graph_twice_has_no_differences()
    {
        var difference = Graphs.Compare(Network("10.0.0.0/16"), Network("10.0.0.0/16"));
        Assert.That((difference.HasDifferences, difference.ExitCode), Is.EqualTo((false, 0)));
        Assert.That(difference.Changes.Select(change => change.Kind), Is.All.EqualTo(ChangeKind.Same));
    }

    [Test]
    public void What_is_new_is_created_and_what_is_gone_is_deleted()
    {
        var difference = Graphs.Compare(graph => graph.Add(Role, "old"), graph => graph.Add(Vpc, "new"));
        Assert.That((difference.Of("new").Kind, difference.Of("old").Kind, difference.ExitCode), Is.EqualTo((ChangeKind.Create, ChangeKind.Delete, 2)));
    }

    [Test]
    public void A_changed_input_is_an_update_with_its_path_and_values()
    {
        var change = Graphs.One(Role, MapValue.Of(("tags", MapValue.Of(("a", "1"), ("b", "2")))), MapValue.Of(("tags", MapValue.Of(("a", "1"), ("b", "3")))));
        Assert.That(change.Kind, Is.EqualTo(ChangeKind.Update));
        Assert.That(change.Properties, Is.EqualTo(new[] { new PropertyChange("tags.b", "2", "3", ReplaceEffect.InPlace) }));
    }

    [Test]
    public void A_replacing_input_replaces_and_is_named()
    {
        var change = Graphs.One(Vpc, MapValue.Of(("cidrBlock", "10.0.0.0/16")), MapValue.Of(("cidrBlock", "10.1.0.0/16")));
        Assert.That(change.Kind, Is.EqualTo(ChangeKind.Replace));
        Assert.That(change.ForcedBy, Is.EqualTo(new[] { "cidrBlock" }));
    }

    [Test]
    public void An_input_of_which_nothing_is_known_may_replace()
    {
        var change = Graphs.One(Strange, MapValue.Of(("size", 1)), MapValue.Of(("size", 2)));
        Assert.That((change.Kind, change.MayReplace, change.Properties[0].Effect), Is.EqualTo((ChangeKind.Update, true, ReplaceEffect.Unknown)));
    }

    [Test]
    public void A_replacement_reaches_those_that_hold_its_id()
    {
        var difference = Graphs.Compare(Network("10.0.0.0/16"), Network("10.1.0.0/16"));
        var subnet = difference.Of("subnet");
        Assert.That((subnet.Kind, difference.Of("bystander").Kind), Is.EqualTo((ChangeKind.Replace, ChangeKind.Same)));
        Assert.That(subnet.ForcedBy, Is.EqualTo(new[] { "vpcId" }));
        Assert.That(subnet.Properties.Single(property => property.Path == "vpcId").After, Is.InstanceOf<UnknownValue>());
        Assert.That(subnet.Properties.Single(property => property.Path == "vpcId").Reason, Does.Contain("vpc").And.Contain("replaced"));
    }

    [Test]
    public void An_id_that_is_invented_anew_is_no_difference()
    {
        var difference = Graphs.Compare(
            graph => Subnets(graph, graph.Add(Vpc, "vpc", MapValue.Of(("cidrBlock", "10.0.0.0/16")), id: "vpc-11111111111111111")),
            graph => Subnets(graph, graph.Add(Vpc, "vpc", MapValue.Of(("cidrBlock", "10.0.0.0/16")), id: "vpc-22222222222222222")));
        Assert.That(difference.HasDifferences, Is.False);
    }

    [Test]
    public void Two_stacks_of_a_program_are_compared_without_their_names()
    {
        var (dev, prod) = (new Graphs("dev"), new Graphs("prod"));
        dev.Add(Role, "role", MapValue.Of(("path", "/a/")));
        prod.Add(Role, "role", MapValue.Of(("path", "/a/")));
        Assert.That(GraphDifference.Compare(dev.Graph, prod.Graph).HasDifferences, Is.False);
    }

    [Test]
    public void Values_kept_unknown_differ_only_when_their_source_does()
    {
        static void Build(Graphs graph, string block)
        {
            var vpc = graph.Add(Vpc, "vpc", MapValue.Of(("cidrBlock", block)));
            graph.Add(Subnet, "subnet", MapValue.Of(("vpcId", PropertyValue.Unknown)), from: [("vpcId", vpc)]);
        }

        Assert.That(Graphs.Compare(graph => Build(graph, "10.0.0.0/16"), graph => Build(graph, "10.0.0.0/16")).HasDifferences, Is.False);
        Assert.That(
            Graphs.Compare(graph => Build(graph, "10.0.0.0/16"), graph => Build(graph, "10.1.0.0/16")).Of("subnet").Kind,
            Is.EqualTo(ChangeKind.Replace));
    }

    [Test]
    public void A_table_that_is_deleted_or_replaced_is_a_loss_of_data()
    {
        var deleted = Graphs.Compare(graph => graph.Add(Table, "table"), _ => { });
        var replaced = Graphs.Compare(graph => graph.Add(Table, "table", MapValue.Of(("hashKey", "a"))), graph => graph.Add(Table, "table", MapValue.Of(("hashKey", "b"))));
        Assert.That((deleted.ExitCode, replaced.ExitCode), Is.EqualTo((3, 3)));
        Assert.That(deleted.Of("table").DataLoss, Does.Contain("items"));
    }

    [Test]
    public void What_stays_in_AWS_is_not_lost()
    {
        var difference = Graphs.Compare(graph => graph.Add(Table, "table", retain: true), _ => { });
        Assert.That((difference.ExitCode, difference.Of("table").DataLoss), Is.EqualTo((2, (string?)null)));
        Assert.That(difference.Of("table").Notes.Single(), Does.Contain("retainOnDelete"));
    }

    [Test]
    public void A_protected_resource_is_refused_with_the_way_on()
    {
        var difference = Graphs.Compare(graph => graph.Add(Table, "table", protect: true), _ => { });
        Assert.That(difference.Of("table").Refused, Does.Contain("pulumi state unprotect 'urn:pulumi:dev::shop::aws:dynamodb/table:Table::table'"));
    }

    [TestCase("tags", true)]
    [TestCase("tags.owner", true)]
    [TestCase("tags[\"owner\"]", true)]
    [TestCase("*", true)]
    [TestCase("tags.other", false)]
    [TestCase("tag", false)]
    public void Ignored_paths_are_no_differences(string path, bool ignored)
    {
        var difference = Graphs.Compare(
            graph => graph.Add(Role, "role", MapValue.Of(("tags", MapValue.Of(("owner", "a"))))),
            graph => graph.Add(Role, "role", MapValue.Of(("tags", MapValue.Of(("owner", "b")))), ignore: [path]));
        Assert.That(difference.HasDifferences, Is.Not.EqualTo(ignored));
    }

    [Test]
    public void An_ignored_path_that_only_one_version_has_is_no_difference()
    {
        static MapValue Settings(string name, string value) => MapValue.Of(("list", ListValue.Of(MapValue.Of((name, value), ("same", "x")))));
        var difference = Graphs.Compare(
            graph => graph.Add(Role, "role", Settings("old", "1")),
            graph => graph.Add(Role, "role", Settings("new", "2"), ignore: ["list[*].old", "list[0].new"]));
        Assert.That(difference.HasDifferences, Is.False);
    }

    [Test]
    public void Options_that_ask_for_a_replacement_are_obeyed()
    {
        var difference = Graphs.Compare(
            graph =>
            {
                var vpc = graph.Add(Vpc, "vpc", MapValue.Of(("cidrBlock", "a")));
                graph.Add(Role, "asked", MapValue.Of(("tags", MapValue.Of(("a", "1")))));
                graph.Add(Role, "triggered", trigger: "1");
                graph.Add(Role, "along", replaceWith: vpc);
            },
            graph =>
            {
                var vpc = graph.Add(Vpc, "vpc", MapValue.Of(("cidrBlock", "b")));
                graph.Add(Role, "asked", MapValue.Of(("tags", MapValue.Of(("a", "2")))), replaceOn: ["tags.a"], deleteFirst: true);
                graph.Add(Role, "triggered", trigger: "2");
                graph.Add(Role, "along", replaceWith: vpc);
            });
        foreach (var name in (string[])["asked", "triggered", "along"])
        {
            Assert.That(difference.Of(name).Kind, Is.EqualTo(ChangeKind.Replace), name);
        }

        Assert.That(difference.Of("asked").Notes.Single(), Does.Contain("deleteBeforeReplace"));
    }

    [Test]
    public void Protection_that_is_switched_off_is_a_difference()
    {
        var change = Graphs.Compare(graph => graph.Add(Role, "role", protect: true), graph => graph.Add(Role, "role")).Of("role");
        Assert.That((change.Kind, change.Paths().Single()), Is.EqualTo((ChangeKind.Update, "(protect)")));
    }

    [Test]
    public void Hidden_differences_count_and_hide_their_values()
    {
        var change = Graphs.Compare(
            graph => graph.Add(Role, "role", MapValue.Of(("path", "a"))),
            graph => graph.Add(Role, "role", MapValue.Of(("path", "b")), hide: ["path"])).Of("role");
        Assert.That(change.Properties.Single().Hidden);
    }

    private static Action<Graphs> Network(string block) => graph =>
    {
        Subnets(graph, graph.Add(Vpc, "vpc", MapValue.Of(("cidrBlock", block)), id: "vpc-0123456789abcdef0"));
        graph.Add(Role, "bystander", MapValue.Of(("path", "/")));
    };

    private static void Subnets(Graphs graph, ResourceNode vpc) =>
        graph.Add(Subnet, "subnet", MapValue.Of(("cidrBlock", "10.0.0.0/24"), ("vpcId", vpc.Id)), from: [("vpcId", vpc)]);
}
