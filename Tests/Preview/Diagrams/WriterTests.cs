using System.Xml.Linq;
using Infra.Preview;
using Infra.Preview.Diagrams;
using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Preview.Diagrams;

public sealed class WriterTests
{
    private const string Nasty = "a\"b]c<d>&e|f;g#h`i\u0001";

    [Test]
    public void Names_with_markup_in_them_stay_names()
    {
        var sketch = new Sketch();
        sketch.Add("aws:dynamodb/table:Table", Nasty);

        var svg = XDocument.Parse(SvgWriter.Write(sketch.Diagram));
        var chart = MermaidWriter.Write(sketch.Diagram);

        var texts = svg.Descendants().Where(element => element.Name.LocalName == "title").Select(element => element.Value);
        Assert.That(texts, Has.Some.Contains("a\"b]c<d>&e|f;g#h`i\uFFFD"));
        Assert.That(chart, Does.Contain("n0[(\"DynamoDB table<br/>a#34;b#93;c#60;d#62;#38;e#124;f#59;g#35;h#96;i#1;\")]:::storage"));
    }

    [Test]
    public void A_picture_runs_nothing_and_loads_nothing()
    {
        var sketch = new Sketch();
        sketch.Add("aws:dynamodb/table:Table", "javascript:alert(1)", """{"name":"http://example.com/"}""");

        var svg = XDocument.Parse(SvgWriter.Write(sketch.Diagram));

        Assert.That(svg.Descendants().Select(element => element.Name.LocalName).Distinct(), Is.SubsetOf(new[] { "svg", "title", "desc", "defs", "marker", "path", "rect", "g", "text", "polyline" }));
        Assert.That(svg.Descendants().Attributes().Where(attribute => !attribute.IsNamespaceDeclaration).Select(attribute => attribute.Value), Has.None.Contains("http"));
        Assert.That(svg.Descendants().Attributes().Select(attribute => attribute.Name.LocalName), Has.None.StartsWith("on").And.None.EqualTo("href"));
    }

    [Test]
    public void Secrets_are_never_shown()
    {
        var sketch = new Sketch();
        var secret = new SecretValue("hunter2");
        var group = sketch.Add("aws:ec2/securityGroup:SecurityGroup", "group");
        sketch.Add("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "in", MapValue.Of(("securityGroupId", group.Id), ("cidrIpv4", secret), ("ipProtocol", "tcp"), ("fromPort", 1)));
        sketch.Add("aws:ec2/instance:Instance", "server", MapValue.Of(("instanceType", secret), ("vpcSecurityGroupIds", ListValue.Of(group.Id!))));
        sketch.Add("aws:rds/instance:Instance", "database", MapValue.Of(("engine", secret), ("password", secret)));
        sketch.Add("aws:cloudwatch/eventRule:EventRule", "rule", MapValue.Of(("scheduleExpression", secret)));
        sketch.Add("aws:eks/addon:Addon", "addon", MapValue.Of(("addonName", secret)));
        sketch.Add("aws:eks/nodeGroup:NodeGroup", "nodes", MapValue.Of(("instanceTypes", ListValue.Of(secret))));
        sketch.Add("aws:eks/cluster:Cluster", "cluster", MapValue.Of(("vpcConfig", MapValue.Of(("publicAccessCidrs", ListValue.Of(secret))))));
        sketch.Add("kubernetes:core/v1:Service", "service", MapValue.Of(("spec", MapValue.Of(("selector", MapValue.Of(("app", secret))), ("ports", ListValue.Of(MapValue.Of(("port", secret))))))));
        sketch.Add("kubernetes:apps/v1:Deployment", "pods", MapValue.Of(("spec", MapValue.Of(("template", MapValue.Of(("metadata", MapValue.Of(("labels", MapValue.Of(("app", secret)))))))))));

        Assert.That(SvgWriter.Write(sketch.Diagram) + MermaidWriter.Write(sketch.Diagram), Does.Not.Contain("hunter2").And.Contain("database"));
    }

    [Test]
    public void The_order_of_registration_changes_nothing()
    {
        var sketch = new Sketch();
        var table = sketch.Add("aws:dynamodb/table:Table", "orders");
        foreach (var name in new[] { "c", "a", "b" })
        {
            sketch.Add("aws:lambda/function:Function", name, "{}", ("environment", table));
        }

        var reversed = DiagramBuilder.Build(sketch.Reversed, new DiagramOptions());

        Assert.That(SvgWriter.Write(reversed), Is.EqualTo(SvgWriter.Write(sketch.Diagram)));
        Assert.That(MermaidWriter.Write(reversed), Is.EqualTo(MermaidWriter.Write(sketch.Diagram)));
    }

    [Test]
    public void A_chart_beyond_the_limits_goes_without_permissions_and_says_so()
    {
        var chart = MermaidWriter.Write(Large(EdgeKind.Permission));

        Assert.That(chart, Does.Contain("Permissions are left out").And.Not.Contain("-.->"));
        Assert.That(() => MermaidWriter.Write(Large(EdgeKind.Traffic)), Throws.TypeOf<PreviewException>().With.Message.Contains("--system"));
    }

    [TestCase("app")]
    [TestCase("App")]
    public void A_system_is_found_by_name_whatever_its_case(string name) =>
        Assert.That(DiagramBuilder.Build(new Sketch().Graph, new DiagramOptions { System = name }).Title, Is.EqualTo("app in stack infra-dev"));

    [Test]
    public void A_system_that_is_not_there_is_refused_with_those_that_are() =>
        Assert.That(
            () => DiagramBuilder.Build(new Sketch().Graph, new DiagramOptions { System = "shop" }),
            Throws.TypeOf<PreviewException>().With.Message.EqualTo("The stack has no system 'shop'. It has: app."));

    private static Diagram Large(EdgeKind kind)
    {
        var nodes = Enumerable.Range(0, 40).Select(number => new DiagramNode($"n{number}", NodeKind.Compute, "Lambda function", $"f{number}", "", [])).ToList();
        return new Diagram
        {
            Title = "Large",
            Description = "Large.",
            Boxes = [],
            Outside = nodes,
            Edges = [.. nodes.SelectMany(from => nodes.Where(to => to != from).Select(to => new DiagramEdge(from.Id, to.Id, kind, ""))).Take(MermaidWriter.MostEdges + 1)],
        };
    }
}
