using Infra.Preview;
using Infra.Preview.Findings;
using NUnit.Framework;

namespace Infra.Tests.Preview.Findings;

public sealed class SuppressionTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [TestCase("house/house-cellar/house-cellar-database", 1)]
    [TestCase("house/house-cellar/**", 2)]
    [TestCase("house/**", 2)]
    [TestCase("urn:pulumi:test::infra::aws:rds/instance:Instance::house-cellar-second", 1)]
    [TestCase("house/house-cell/**", 0)]
    [TestCase("house/house-cellar", 0)]
    public void An_entry_accepts_the_resources_it_names(string resource, int accepted)
    {
        var report = Check(Entry("rds-encrypted", resource));

        Assert.That(report.Suppressed, Has.Count.EqualTo(accepted));
        Assert.That(report.Suppressed.Select(entry => entry.Finding.Rule.Id), Is.All.EqualTo("rds-encrypted"));
        Assert.That(report.Findings.Count(finding => finding.Rule.Id == "rds-encrypted"), Is.EqualTo(2 - accepted));
    }

    [Test]
    public void An_entry_counts_on_its_last_day_and_not_on_the_next()
    {
        var entry = Entry("rds-encrypted", "house/**") with { Expires = Today, Line = 7 };

        Assert.That(Check(entry).Suppressed, Has.Count.EqualTo(2));
        var late = Checker.Check(Houses.Graph, new SuppressionFile("accepted.yaml", [entry]), Today.AddDays(1));
        Assert.That(late.Suppressed, Is.Empty);
        Assert.That(late.Findings.Count(finding => finding.Rule.Id == "rds-encrypted"), Is.EqualTo(2));
        var expired = late.Findings.Single(finding => finding.Rule.Id == "suppression-expired");
        Assert.That((expired.SuppressionLine, expired.Message), Is.EqualTo((7, "the suppression of rds-encrypted for house/** expired on 2026-11-21")));
    }

    [Test]
    public void An_entry_that_accepts_nothing_is_a_finding()
    {
        var unused = Check(Entry("kms-rotation", "house/**")).Findings.Single(finding => finding.Resource is null);

        Assert.That(unused.Rule.Id, Is.EqualTo("suppression-unused"));
        Assert.That(unused.Message, Does.Contain("kms-rotation").And.Contain("house/**"));
    }

    [Test]
    public void An_entry_about_a_system_or_stack_that_is_not_there_says_nothing()
    {
        var report = Check(
            Entry("rds-encrypted", "castle/**"),
            Entry("rds-encrypted", "house/**") with { Stacks = ["prod*"] },
            Entry("rds-encrypted", "urn:pulumi:prod::infra::aws:rds/instance:Instance::house-cellar-second"));

        Assert.That(report.Suppressed, Is.Empty);
        Assert.That(report.Findings.Where(finding => finding.Resource is null), Is.Empty);
    }

    [TestCase("t*t", 2)]
    [TestCase("*", 2)]
    [TestCase("test", 2)]
    [TestCase("tes", 0)]
    [TestCase("*tt*", 0)]
    public void An_entry_may_be_for_some_stacks(string stack, int accepted) =>
        Assert.That(Check(Entry("rds-encrypted", "house/**") with { Stacks = [stack] }).Suppressed, Has.Count.EqualTo(accepted));

    [Test]
    public void A_part_is_accepted_alone()
    {
        const string Task = """ecs/taskDefinition:TaskDefinition task {"containerDefinitions": {"json": [{"name": "one", "privileged": true}, {"name": "two", "privileged": true}]}}""";
        var report = Checker.Check(
            RuleGraph.Of(Task), new SuppressionFile("accepted.yaml", [Entry("ecs-no-privileged-containers", "task") with { Part = "one" }]), Today);

        Assert.That(report.Suppressed.Single().Finding.Part, Is.EqualTo("one"));
        Assert.That(report.Findings.Single(finding => finding.Rule.Id == "ecs-no-privileged-containers").Part, Is.EqualTo("two"));
    }

    [Test]
    public void A_file_is_read()
    {
        var entry = Read(
            """
            suppressions:
              - rule: rds-encrypted
                resource: house/**
                part: main
                stacks: [test, "prod*"]
                reason: Nothing lives there.
                expires: 2027-01-31
            """).Entries.Single();

        Assert.That(
            (entry.Rule, entry.Resource, entry.Part, entry.Reason, entry.Expires, entry.Line),
            Is.EqualTo(("rds-encrypted", "house/**", "main", "Nothing lives there.", new DateOnly(2027, 1, 31), 2)));
        Assert.That(entry.Stacks, Is.EqualTo(new[] { "test", "prod*" }));
    }

    [TestCase("suppressions: []", null)]
    [TestCase("suppressions:\n", null)]
    [TestCase("suppression: []", "the unknown key 'suppression'")]
    [TestCase("suppressions: {}", "`suppressions` is a mapping")]
    [TestCase("suppressions: [one]", "an entry is a single value")]
    [TestCase("suppressions: [{resource: a, reason: b, expires: 2027-01-01}]", "an entry without `rule`")]
    [TestCase("suppressions: [{rule: rds-encrypted, reason: b, expires: 2027-01-01}]", "an entry without `resource`")]
    [TestCase("suppressions: [{rule: rds-encrypted, resource: a, expires: 2027-01-01}]", "an entry without `reason`")]
    [TestCase("suppressions: [{rule: rds-encrypted, resource: a, reason: '  ', expires: 2027-01-01}]", "`reason` is empty")]
    [TestCase("suppressions: [{rule: rds-encrypted, resource: a, reason: b}]", "an entry without `expires`")]
    [TestCase("suppressions: [{rule: rds-encrypted, resource: a, reason: b, expires: 31.12.2027}]", "the date '31.12.2027'")]
    [TestCase("suppressions: [{rule: rds-encrypted, resource: a, reason: b, expires: 2027-02-30}]", "the date '2027-02-30'")]
    [TestCase("suppressions: [{rule: rds-encryptd, resource: a, reason: b, expires: 2027-01-01}]", "Did you mean 'rds-encrypted'?")]
    [TestCase("suppressions: [{rule: suppression-unused, resource: a, reason: b, expires: 2027-01-01}]", "there is no rule 'suppression-unused'")]
    [TestCase("suppressions: [{rule: rds-encrypted, resource: 'a/*/b', reason: b, expires: 2027-01-01}]", "`*` may stand only")]
    [TestCase("suppressions: [{rule: rds-encrypted, resource: '/**', reason: b, expires: 2027-01-01}]", "`*` may stand only")]
    [TestCase("suppressions: [{rule: rds-encrypted, resource: a, reason: b, expires: 2027-01-01, until: x}]", "the unknown key 'until'")]
    [TestCase("suppressions: [{rule: rds-encrypted, resource: a, reason: b, expires: 2027-01-01, stacks: dev}]", "`stacks` must be a list")]
    public void A_faulty_file_is_refused_in_its_own_words(string text, string? says)
    {
        if (says is null)
        {
            Assert.That(Read(text).Entries, Is.Empty);
            return;
        }

        Assert.That(() => Read(text), Throws.TypeOf<PreviewException>().With.Message.Contains(says).And.Message.Contains("accepted.yaml(1)"));
    }

    [Test]
    public void Every_fault_of_a_file_is_told_at_once() => Assert.That(
        () => Read("suppressions:\n  - rule: nothing-like-it\n  - resource: a\n"),
        Throws.TypeOf<PreviewException>().With.Message.Contains("there is no rule").And.Message.Contains("without `rule`").And.Message.Contains("(3)"));

    private static Suppression Entry(string rule, string resource) =>
        new() { Rule = rule, Resource = resource, Reason = "It is a test.", Expires = new(2027, 1, 1), Line = 2 };

    private static FindingReport Check(params Suppression[] entries) => Checker.Check(Houses.Graph, new SuppressionFile("accepted.yaml", entries), Today);

    private static SuppressionFile Read(string text)
    {
        var folder = Directory.CreateTempSubdirectory("findings-");
        try
        {
            var path = Path.Combine(folder.FullName, "accepted.yaml");
            File.WriteAllText(path, text);
            return SuppressionFile.Read(path, folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
