using System.Text;
using System.Text.RegularExpressions;
using Infra.Preview;
using Infra.Preview.Model;
using Infra.Preview.Reports;
using NUnit.Framework;

namespace Infra.Tests.Preview.Reports;

public sealed partial class ReportMarkdownTests
{
    [Test]
    public void The_first_line_is_what_the_workflows_look_for() =>
        Assert.That(Lines(Text(Small()))[0], Does.Match("^<!-- infra-report stack=dev fingerprint=sha256:[0-9a-f]{64} -->$"));

    [Test]
    public void The_headline_says_what_changes() =>
        Assert.That(Lines(Text(Small()))[1], Does.Match("^## Stack dev: \\+1 ~1 ±1 −1, \\d+ high findings?, [-+±][0-9.]+ USD a month$"));

    [Test]
    public void Without_an_earlier_version_it_says_what_there_is()
    {
        var text = Text(SampleReports.Of(graph => graph.Add("aws:sqs/queue:Queue", "orders")));

        Assert.That(Lines(text)[1], Does.StartWith("## Stack dev: 1 resource, "));
        Assert.That(text, Does.Contain("<b>Stack</b>: 1 resource in 0 components.").And.Not.Contain("Against"));
    }

    [Test]
    public void No_difference_is_said_in_words()
    {
        var report = SampleReports.Of(graph => graph.Add("aws:sqs/queue:Queue", "orders"), graph => graph.Add("aws:sqs/queue:Queue", "orders"));

        Assert.That(Lines(Text(report))[1], Does.StartWith("## Stack dev: no differences, "));
        Assert.That(Text(report), Does.Contain("Against git:main").And.Contain("No differences (").And.Not.Contain("CAUTION"));
    }

    [Test]
    public void Lost_data_stands_before_everything_else()
    {
        var text = Text(Small());

        Assert.That(text, Does.Contain("> [!CAUTION]\n> **Data loss** (1)\n> - `aws:dynamodb:Table orders`: would be replaced: "));
        Assert.That(text.IndexOf("[!CAUTION]", StringComparison.Ordinal), Is.LessThan(text.IndexOf("<details", StringComparison.Ordinal)));
        Assert.That(text.IndexOf("[!CAUTION]", StringComparison.Ordinal), Is.LessThan(Position(text, "[!WARNING]")));
    }

    [Test]
    public void A_finding_that_a_change_brings_is_told_from_those_there_were()
    {
        var report = SampleReports.Of(
            graph => graph.Add("aws:s3/bucket:Bucket", "old"),
            graph =>
            {
                graph.Add("aws:s3/bucket:Bucket", "old");
                graph.Add("aws:s3/bucket:Bucket", "young");
            });
        var news = Text(report).Split("New:\n\n")[1].Split("\n\n")[0];

        Assert.That(news, Does.Contain("`young`").And.Not.Contain("`old`"));
    }

    [Test]
    public void The_picture_is_drawn_by_GitHub() => Assert.That(Text(Small()), Does.Contain("```mermaid\nflowchart "));

    [Test]
    public void A_warning_is_text() => Assert.That(Text(Small()), Does.Contain("One is &lt;few&gt;."));

    [Test]
    public void The_report_is_the_same_every_time() => Assert.That(Enumerable.Range(0, 3).Select(_ => Text(Small())).Distinct().Count(), Is.EqualTo(1));

    [Test]
    public void A_huge_change_is_summarised_below_the_limit_of_a_comment()
    {
        var text = Text(SampleReports.Of(graph => SampleReports.Huge(graph, "old"), graph => SampleReports.Huge(graph, "new")));

        Assert.That(Posted(text), Is.InRange(10_000, ReportMarkdown.MostBytes));
        Assert.That(Lines(text)[1], Does.StartWith("## Stack dev: +0 ~0 ±2000 −0, "));
        Assert.That(text, Does.Contain("**Data loss** (2000)").And.Contain("- 1980 more in the HTML page"));
        Assert.That(text, Does.Contain("\n! ± part-99: replace aws:dynamodb:Table table-99-2\n  part-99: 17 more\n"));
        Assert.That(text, Does.Contain("whole in the HTML page: Changes"));
        AssertWhole(text);
    }

    [Test]
    public void Whatever_the_limit_nothing_is_cut([Range(2_000, 62_000, 1_500)] int limit)
    {
        var text = Encoding.UTF8.GetString(ReportMarkdown.Write(HalfHuge.Value, limit));

        Assert.That(Posted(text), Is.LessThanOrEqualTo(limit));
        AssertWhole(text);
    }

    [Test]
    public void More_room_is_used_for_what_matters_most()
    {
        var lengths = new[] { 3_000, 10_000, 60_000, 2_000_000 }.Select(limit => ReportMarkdown.Write(HalfHuge.Value, limit).Length).ToList();

        Assert.That(lengths, Is.Ordered.Ascending.And.Unique);
        Assert.That(Encoding.UTF8.GetString(ReportMarkdown.Write(HalfHuge.Value, 2_000_000)), Does.Not.Contain("Too long for a comment"));
    }

    [TestCase("dev --> <script>")]
    [TestCase("a\nb")]
    [TestCase("")]
    public void A_name_that_would_end_the_marker_is_refused(string stack) =>
        Assert.That(() => SampleReports.Of(_ => { }, stack).Marker, Throws.InstanceOf<PreviewException>());

    private static readonly Lazy<StackReport> HalfHuge = new(() => SampleReports.Of(_ => { }, graph => SampleReports.Huge(graph, "new")));

    private static StackReport Small() => SampleReports.Of(
        graph =>
        {
            graph.Add("aws:dynamodb/table:Table", "orders", MapValue.Of(("hashKey", "id")));
            graph.Add("aws:sqs/queue:Queue", "mail", MapValue.Of(("visibilityTimeoutSeconds", 30)));
            graph.Add("aws:sns/topic:Topic", "gone");
        },
        graph =>
        {
            graph.Add("aws:dynamodb/table:Table", "orders", MapValue.Of(("hashKey", "number")));
            graph.Add("aws:sqs/queue:Queue", "mail", MapValue.Of(("visibilityTimeoutSeconds", 60)));
            graph.Add("aws:ecr/repository:Repository", "images");
        });

    private static string Text(StackReport report) => Encoding.UTF8.GetString(ReportMarkdown.Write(report));

    private static string[] Lines(string text) => text.Split('\n');

    private static int Position(string text, string part) => text.IndexOf(part, StringComparison.Ordinal) is var at and >= 0 ? at : int.MaxValue;

    // What the workflow makes of it: a zero-width space behind each @ of a name.
    private static int Posted(string text) => Encoding.UTF8.GetByteCount(Mention().Replace(text, "@\u200b$1"));

    private static void AssertWhole(string text)
    {
        string? fence = null;
        var depth = 0;
        foreach (var line in Lines(text))
        {
            if (fence is not null)
            {
                fence = line == fence ? null : fence;
            }
            else if (line.StartsWith("```", StringComparison.Ordinal))
            {
                fence = line[..^line.TrimStart('`').Length];
            }
            else
            {
                depth += Folds().Count(line) - Regex.Count(line, "</details>");
                Assert.That(depth, Is.Not.Negative);
            }
        }

        Assert.That((fence, depth), Is.EqualTo(((string?)null, 0)), "A fence or a fold is not closed.");
        Assert.That(text, Does.EndWith("\n").And.Not.EndWith("\n\n"));
    }

    [GeneratedRegex("@([A-Za-z0-9])")]
    private static partial Regex Mention();

    [GeneratedRegex("<details( open)?>")]
    private static partial Regex Folds();
}
