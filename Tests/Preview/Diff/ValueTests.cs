using System.Text;
using Infra.Preview.Diff;
using Infra.Preview.Diff.Rendering;
using Infra.Preview.Diff.Versions;
using Infra.Preview.Model;
using Infra.Preview.Rendering;
using NUnit.Framework;

namespace Infra.Tests.Preview.Diff;

[Parallelizable]
public sealed class ValueTests
{
    private const string Function = "aws:lambda/function:Function";
    private const string Dashboard = "aws:cloudwatch/dashboard:Dashboard";
    private const string TaskDefinition = "aws:ecs/taskDefinition:TaskDefinition";

    [Test]
    public void Json_is_compared_as_json()
    {
        Assert.That(Graphs.One(Dashboard, Body("""{ "a": 1, "b": [2] }"""), Body("""{"b":[2],"a":1}""")).Kind, Is.EqualTo(ChangeKind.Same));
        Assert.That(Graphs.One(Dashboard, Body("""{"a":{"b":1}}"""), Body("""{"a":{"b":2}}""")).Paths(), Is.EqualTo(new[] { "dashboardBody.a.b" }));

        static MapValue Body(string json) => MapValue.Of(("dashboardBody", json));
    }

    [Test]
    public void Containers_and_their_variables_are_told_apart_by_name()
    {
        var change = Graphs.One(
            TaskDefinition,
            Containers("""[{"name":"app","environment":[{"name":"A","value":"1"},{"name":"B","value":"2"}]},{"name":"side"}]"""),
            Containers("""[{"name":"app","environment":[{"name":"B","value":"3"},{"name":"A","value":"1"}]},{"name":"side"}]"""));
        Assert.That(change.Paths(), Is.EqualTo(new[] { "containerDefinitions[\"app\"].environment[\"B\"].value" }));

        static MapValue Containers(string json) => MapValue.Of(("containerDefinitions", json));
    }

    [Test]
    public void The_order_of_a_set_is_no_difference_and_of_a_list_it_is()
    {
        Assert.That(Graphs.One(Function, Groups("a", "b"), Groups("b", "a")).Kind, Is.EqualTo(ChangeKind.Same));
        Assert.That(Graphs.One(Function, Layers("a", "b"), Layers("b", "a")).Kind, Is.EqualTo(ChangeKind.Update));
        var change = Graphs.One(Function, Groups("a", "b"), Groups("c", "b"));
        Assert.That(change.Properties.Select(property => (property.Before?.AsText, property.After?.AsText)), Is.EqualTo(new (string?, string?)[] { ("a", null), (null, "c") }));

        static MapValue Groups(params string[] ids) => MapValue.Of(("vpcConfig", MapValue.Of(("securityGroupIds", ListValue.Of(ids.Select(id => new TextValue(id)))))));
        static MapValue Layers(params string[] ids) => MapValue.Of(("layers", ListValue.Of(ids.Select(id => new TextValue(id)))));
    }

    [Test]
    public void An_element_put_first_is_one_difference()
    {
        var change = Graphs.One(Function, Layers("a", "b"), Layers("new", "a", "b"));
        Assert.That(change.Properties.Single(), Is.EqualTo(new PropertyChange("layers[0]", null, "new", ReplaceEffect.InPlace)));

        static MapValue Layers(params string[] ids) => MapValue.Of(("layers", ListValue.Of(ids.Select(id => new TextValue(id)))));
    }

    [Test]
    public void Null_and_nothing_are_the_same() =>
        Assert.That(Graphs.One(Function, MapValue.Of(("description", PropertyValue.Null)), MapValue.Empty).Kind, Is.EqualTo(ChangeKind.Same));

    [Test]
    public void Changed_content_of_a_file_is_a_difference()
    {
        var before = Directory.CreateTempSubdirectory("diff-test-");
        var after = Directory.CreateTempSubdirectory("diff-test-");
        try
        {
            File.WriteAllText(Path.Combine(before.FullName, "app.zip"), "one");
            File.WriteAllText(Path.Combine(after.FullName, "app.zip"), "two");
            var graph = new Graphs();
            graph.Add(Function, "it", MapValue.Of(("code", new ArchiveValue(AssetSource.Path, "app.zip"))));
            Assert.That(GraphDifference.Compare(graph.Graph, graph.Graph, before.FullName, after.FullName).Of("it").Properties.Single().Reason, Is.EqualTo("content"));
            Assert.That(GraphDifference.Compare(graph.Graph, graph.Graph, before.FullName, before.FullName).HasDifferences, Is.False);
        }
        finally
        {
            before.Delete(recursive: true);
            after.Delete(recursive: true);
        }
    }

    [Test]
    public void A_withheld_secret_cannot_be_compared_and_is_said_to_be_so()
    {
        var change = Graphs.One(Function, Secret("[secret]"), Secret("hunter2-old"));
        Assert.That(change.Kind, Is.EqualTo(ChangeKind.Same));
        Assert.That(change.Uncompared, Is.EqualTo(new[] { "password" }));
    }

    [Test]
    public void No_report_shows_a_secret_even_where_its_mark_is_lost()
    {
        var difference = Graphs.Compare(
            graph => graph.Add(Function, "it", Secret("hunter2-old").With("copy", "x=hunter2-old")),
            graph => graph.Add(Function, "it", Secret("hunter2-new").With("copy", "x=hunter2-new")));
        Assert.That(difference.Of("it").Paths(), Is.EqualTo(new[] { "copy", "password" }));
        var baseline = new Baseline("before.json", new ResourceGraph([]));
        string[] reports =
        [
            Encoding.UTF8.GetString(DiffText.Write(difference, "dev", baseline, all: true, Terminal.Plain)),
            Encoding.UTF8.GetString(DiffJson.Write(difference, "dev", baseline, all: true)),
            DiffMarkdown.Write(difference),
        ];
        Assert.That(reports, Is.All.Not.Contain("hunter2").And.All.Contain("[secret]"));
    }

    private static MapValue Secret(string value) => MapValue.Of(("password", new SecretValue(value)));
}
