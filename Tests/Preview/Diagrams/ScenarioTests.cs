using Infra.Preview.Diagrams;
using Infra.Preview.Diagrams.Layout;
using Infra.Preview.Model;
using Infra.Tests.Support;
using NUnit.Framework;

namespace Infra.Tests.Preview.Diagrams;

/// <summary>The diagrams of every example stack.</summary>
public sealed class ScenarioTests
{
    // Said here once more, so that a type that drops out of the drawn ones is noticed.
    private static readonly string[] Main =
    [
        "aws:apprunner/service:Service", "aws:cloudfront/distribution:Distribution", "aws:dynamodb/table:Table", "aws:ec2/instance:Instance", "aws:ec2/natGateway:NatGateway",
        "aws:ecr/repository:Repository", "aws:ecs/service:Service", "aws:efs/fileSystem:FileSystem", "aws:eks/cluster:Cluster", "aws:eks/nodeGroup:NodeGroup",
        "aws:lambda/function:Function", "aws:lb/loadBalancer:LoadBalancer", "aws:pipes/pipe:Pipe", "aws:rds/cluster:Cluster", "aws:rds/instance:Instance", "aws:rds/proxy:Proxy",
        "aws:s3/bucket:Bucket", "aws:secretsmanager/secret:Secret", "aws:sns/topic:Topic", "aws:sqs/queue:Queue", "aws:cloudwatch/eventRule:EventRule",
        "aws:cloudwatch/metricAlarm:MetricAlarm", "kubernetes:apps/v1:Deployment", "kubernetes:networking.k8s.io/v1:Ingress",
    ];

    private static IEnumerable<string> Examples => Directory.GetFiles(Path.Combine(Scenario.RepositoryDirectory, "Stacks", "Examples"), "Pulumi.*.yaml")
        .Select(file => Path.GetFileName(file)["Pulumi.".Length..^".yaml".Length]).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Examples))]
    public async Task Every_main_resource_is_drawn_once_and_every_arrow_has_two_ends(string stack)
    {
        var graph = (await Scenario.Of(stack)).Graph;

        var diagram = DiagramBuilder.Build(graph, new DiagramOptions());

        var drawn = diagram.AllNodes.SelectMany(node => node.Urns).ToList();
        Assert.That(drawn, Is.Unique);
        Assert.That(graph.Nodes.Where(node => Main.Contains(node.Type)).Select(node => node.Urn), Is.SubsetOf(drawn));
        var ids = diagram.AllNodes.Select(node => node.Id).ToList();
        Assert.That(ids, Is.Unique);
        Assert.That(diagram.Edges.SelectMany(edge => new[] { edge.From, edge.To }).Distinct(), Is.SubsetOf(ids));
        Assert.That(diagram.Edges.Select(edge => (edge.From, edge.To)), Is.Unique);
    }

    [TestCaseSource(nameof(Examples))]
    public async Task A_picture_is_readable_and_the_same_from_run_to_run(string stack)
    {
        var graph = (await Scenario.Of(stack)).Graph;
        var diagram = DiagramBuilder.Build(graph, new DiagramOptions());

        var picture = Picture.Of(diagram);

        var nodes = picture.Items.Where(item => item.Node is not null).ToList();
        Assert.That(from left in nodes from right in nodes where left != right && left.Place.Overlaps(right.Place) select (left.Node!.Name, right.Node!.Name), Is.Empty);
        Assert.That(picture.Items.Where(item => item.Lines.Any(line => line.Width > item.Place.Width - 12)), Is.Empty, "Every text fits its box.");
        Assert.That(picture.Items.SelectMany(item => item.Children.Where(child => !item.Place.Contains(child.Place))), Is.Empty);
        var labels = picture.Edges.Select(edge => edge.Label).OfType<Rect>().ToList();
        Assert.That(from left in labels from right in labels where left != right && left.Overlaps(right) select left, Is.Empty);
        Assert.That(from label in labels from node in nodes where label.Overlaps(node.Place) select (node.Node!.Name, label), Is.Empty);
        Assert.That(picture.Edges.Where(edge => edge.Edge.Label.Length > 0 && edge.Label is null).Select(edge => edge.Edge), Is.Empty, "Every label has a place.");
        Assert.That(SvgWriter.Write(DiagramBuilder.Build(new ResourceGraph(graph.Nodes.Reverse()), new DiagramOptions())), Is.EqualTo(SvgWriter.Write(diagram)));
    }

    [TestCase("hyperp-full", "Event: hyperp-events-task-stopped -> hyperp-functions-task-state-change-handler []")]
    [TestCase("hyperp-full", "Traffic: hyperp-functions-efs-controller -> hyperp-storage-files [2049, environment, mount]")]
    [TestCase("hebo-production", "Traffic: hebo-services-api -> hebo-database-proxy [5432, environment]")]
    [TestCase("hebo-production", "Traffic: hebo-database-proxy -> hebo-database-cluster [5432]")]
    [TestCase("hebo-production", "Traffic: hebo-frontend-delivery-site -> hebo-frontend-assets [origin]")]
    [TestCase("hypernym-eks-managed", "Traffic: hypernym-eks-app-ingress -> hypernym-eks-app-service [80]")]
    [TestCase("hypernym-eks-managed", "Traffic: hypernym-eks-app-service -> hypernym-eks-app-deployment [8000]")]
    [TestCase("flowbuilder-standard-prod", "Event: flow-builder-queue -> flow-builder-queue-dead-letters [dead letters]")]
    [TestCase("flowbuilder-ultra", "Event: flow-builder-queue -> flow-builder-pipe [messages]")]
    [TestCase("flowbuilder-ultra", "Event: flow-builder-pipe -> flow-builder-worker-definition []")]
    public async Task An_arrow_shows_what_the_document_describes(string stack, string arrow) =>
        Assert.That(Sketch.Arrows(DiagramBuilder.Build((await Scenario.Of(stack)).Graph, new DiagramOptions())), Has.Member(arrow));

    [Test]
    public async Task What_nothing_allows_is_not_drawn()
    {
        var arrows = Sketch.Arrows(DiagramBuilder.Build((await Scenario.Of("hebo-production")).Graph, new DiagramOptions()));

        Assert.That(arrows.Where(arrow => arrow.EndsWith("hebo-secrets-groq-api-key [secret, read]", StringComparison.Ordinal)), Has.Exactly(1).Items.And.All.Contains("hebo-services-gateway"));
        Assert.That(arrows, Has.None.Contains("Clients on the internet -> hebo-database"));
    }

    [Test]
    public async Task Pods_are_drawn_inside_their_cluster()
    {
        var diagram = DiagramBuilder.Build((await Scenario.Of("hypernym-eks-managed")).Graph, new DiagramOptions { System = "hypernym" });

        Assert.That(Sketch.Around(diagram, "hypernym-eks-app-deployment")[^1], Does.StartWith("EKS cluster"));
    }
}
