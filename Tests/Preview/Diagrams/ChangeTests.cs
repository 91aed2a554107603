using Infra.Preview.Diagrams;
using Infra.Preview.Diff;
using NUnit.Framework;

namespace Infra.Tests.Preview.Diagrams;

public sealed class ChangeTests
{
    [Test]
    public void A_comparison_marks_what_changes_and_draws_what_goes()
    {
        var before = new Sketch();
        before.Add("aws:dynamodb/table:Table", "same", """{"hashKey":"id"}""");
        before.Add("aws:sqs/queue:Queue", "changed", """{"visibilityTimeoutSeconds":30}""");
        before.Add("aws:sns/topic:Topic", "gone");
        var after = new Sketch();
        after.Add("aws:dynamodb/table:Table", "same", """{"hashKey":"id"}""");
        after.Add("aws:sqs/queue:Queue", "changed", """{"visibilityTimeoutSeconds":60}""");
        after.Add("aws:s3/bucket:Bucket", "new");
        var difference = GraphDifference.Compare(before.Graph, after.Graph);

        var diagram = DiagramBuilder.Build(after.Graph, new DiagramOptions { Difference = difference });

        Assert.That(diagram.AllNodes.Select(node => (node.Name, node.Change)), Is.EquivalentTo(new[]
        {
            ("same", ChangeKind.Same), ("changed", ChangeKind.Update), ("gone", ChangeKind.Delete), ("new", ChangeKind.Create),
        }));
        Assert.That(Sketch.Around(diagram, "gone"), Is.EqualTo(Sketch.Around(diagram, "same")));
        Assert.That(SvgWriter.Write(diagram), Does.Contain(">DELETE</text>").And.Contain(">CREATE</text>").And.Contain(">UPDATE</text>"));
        Assert.That(MermaidWriter.Write(diagram), Does.Contain("<br/>delete").And.Contain("<br/>create"));
    }
}
