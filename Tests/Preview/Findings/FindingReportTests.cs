using System.Text;
using System.Text.Json;
using Infra.Preview;
using Infra.Preview.Findings;
using Infra.Preview.Findings.Rules;
using Infra.Preview.Model;
using Infra.Preview.Rendering;
using Infra.Tests.Preview.Rendering;
using Infra.Tests.Support;
using NUnit.Framework;

namespace Infra.Tests.Preview.Findings;

public sealed class FindingReportTests
{
    private static readonly SuppressionFile Accepted = new("accepted.yaml",
    [
        new() { Rule = "rds-encrypted", Resource = "house/house-cellar/house-cellar-second", Reason = "It is | a <test>.", Expires = new(2027, 1, 1), Line = 2 },
        new() { Rule = "kms-rotation", Resource = "house/**", Reason = "There was a key.", Expires = new(2027, 1, 1), Line = 6 },
    ]);

    private static readonly FindingReport Report = Checker.Check(Houses.Graph, Accepted, new(2026, 11, 21));

    private static readonly PreviewResult House = new()
    {
        ExitCode = 0,
        Project = "infra",
        Stack = "test",
        Unknowns = false,
        Graph = Houses.Graph,
        Diagnostics = [],
        ProgramOutput = [],
        Config = MapValue.Empty,
    };

    [Test]
    public void The_text_reads_as_recorded() =>
        Golden.Compare(FindingsText.Write(Report, House, Accepted, FindingSeverity.High, all: true, Terminal.Plain), "house.golden.txt", Here());

    [Test]
    public void Json_is_as_recorded() => Golden.Compare(FindingsJson.Write(WithoutRules, House, FindingSeverity.High), "house.golden.json", Here());

    [Test]
    public void Markdown_is_as_recorded() => Golden.Compare(Encoding.UTF8.GetBytes(FindingsMarkdown.Write(Report)), "house.golden.md", Here());

    [Test]
    public void The_worst_comes_first()
    {
        Assert.That(Report.Findings.Select(finding => finding.Severity), Is.Ordered.Descending);
        Assert.That(Report.Findings[0].Rule.Id, Is.EqualTo("rds-not-public"));
        Assert.That(Report.Undecided.Select(check => check.Rule.Id), Is.EqualTo(new[] { "cloudwatch-log-retention" }));
        Assert.That(Report.ResourceCount, Is.EqualTo(4));
    }

    [Test]
    public void A_threshold_takes_its_own_severity_and_worse() => Assert.That(
        Enum.GetValues<FindingSeverity>().Select(severity => Report.AtOrAbove(severity).Count),
        Is.EqualTo(Enum.GetValues<FindingSeverity>().Select(severity => Enum.GetValues<FindingSeverity>().Where(other => other >= severity).Sum(Report.Count))));

    // The alarm's secret is in a rule's own message here, past every care that rules take.
    [Test]
    public void A_secret_is_in_no_report()
    {
        var report = Checker.Check(Houses.Graph, Accepted, new(2026, 11, 21), [.. RuleCatalog.All, new TellTale()]);
        foreach (var document in new[]
        {
            FindingsText.Write(report, House, Accepted, FindingSeverity.Low, all: true, Terminal.Plain), FindingsJson.Write(report, House, FindingSeverity.Low),
            FindingsSarif.Write(report, House, "Pulumi.test.yaml", "accepted.yaml"), Encoding.UTF8.GetBytes(FindingsMarkdown.Write(report)),
        })
        {
            Assert.That(Encoding.UTF8.GetString(document), Does.Contain("[secret]").And.Not.Contain(Houses.Canary));
        }
    }

    [Test]
    public void Sarif_has_the_structure_of_its_version()
    {
        using var document = JsonDocument.Parse(FindingsSarif.Write(Report, House, "Stacks/Examples/Pulumi.a b.yaml", "accepted.yaml"));
        var root = document.RootElement;
        Assert.That(root.GetProperty("version").GetString(), Is.EqualTo("2.1.0"));
        var run = root.GetProperty("runs").EnumerateArray().Single();
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToList();
        Assert.That(rules.Select(rule => rule.GetProperty("id").GetString()), Is.EqualTo(Report.Rules.Select(rule => rule.Id)));
        Assert.That(rules.Select(rule => Uri.IsWellFormedUriString(rule.GetProperty("helpUri").GetString(), UriKind.Absolute)), Is.All.True);
        var results = run.GetProperty("results").EnumerateArray().ToList();
        Assert.That(results, Has.Count.EqualTo(Report.Findings.Count + Report.Suppressed.Count + Report.Undecided.Count));
        foreach (var result in results)
        {
            var index = result.GetProperty("ruleIndex").GetInt32();
            Assert.That(rules[index].GetProperty("id").GetString(), Is.EqualTo(result.GetProperty("ruleId").GetString()));
            var (kind, level) = (result.GetProperty("kind").GetString(), result.GetProperty("level").GetString());
            Assert.That((kind, level), Is.EqualTo(("open", "none")).Or.EqualTo(("fail", "error")).Or.EqualTo(("fail", "warning")).Or.EqualTo(("fail", "note")));
            Assert.That(result.GetProperty("message").GetProperty("text").GetString(), Is.Not.Empty);
            var location = result.GetProperty("locations").EnumerateArray().Single();
            Assert.That(location.GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32(), Is.GreaterThan(0));
            Assert.That(
                location.GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString(),
                Is.EqualTo("Stacks/Examples/Pulumi.a%20b.yaml").Or.EqualTo("accepted.yaml"));
        }

        Assert.That(results.Select(result => result.GetProperty("partialFingerprints").GetRawText()), Is.Unique);
        var urns = results.Where(result => result.GetProperty("locations")[0].TryGetProperty("logicalLocations", out _))
            .Select(result => result.GetProperty("locations")[0].GetProperty("logicalLocations")[0].GetProperty("fullyQualifiedName").GetString()!).Distinct();
        Assert.That(urns, Is.SubsetOf(Houses.Graph.Nodes.Select(node => node.Urn)).And.Not.Empty);
        var accepted = results.Single(result => result.TryGetProperty("suppressions", out _)).GetProperty("suppressions").EnumerateArray().Single();
        Assert.That(accepted.GetProperty("kind").GetString(), Is.EqualTo("external"));
        Assert.That(accepted.GetProperty("justification").GetString(), Is.EqualTo("It is | a <test>."));
    }

    [Test]
    public async Task Reports_do_not_depend_on_the_order_of_registration()
    {
        var graph = (await Scenario.Of("dev")).Graph;
        var one = Checker.Check(graph, Accepted, new(2026, 11, 21));
        var two = Checker.Check(new ResourceGraph(graph.Nodes.Reverse()), Accepted, new(2026, 11, 21));

        Assert.That(FindingsSarif.Write(two, House, "a", "b"), Is.EqualTo(FindingsSarif.Write(one, House, "a", "b")));
        Assert.That(FindingsMarkdown.Write(two), Is.EqualTo(FindingsMarkdown.Write(one)));
    }

    [Test]
    public void Markdown_of_nothing_says_so() => Assert.That(
        FindingsMarkdown.Write(Checker.Check(new ResourceGraph([]), SuppressionFile.None, new(2026, 11, 21))),
        Is.EqualTo($"No findings (0 resources, {RuleCatalog.All.Count + 2} rules).\n\n"));

    // The rules' texts have their own recorded page.
    private static FindingReport WithoutRules => new()
    {
        Findings = Report.Findings,
        Suppressed = Report.Suppressed,
        Undecided = Report.Undecided,
        Rules = [],
        ResourceCount = Report.ResourceCount,
        PassCount = Report.PassCount,
        Today = Report.Today,
    };

    private static string Here([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;
}
