using System.Text.RegularExpressions;
using Infra.Preview.Findings;
using Infra.Preview.Findings.Rules;
using Infra.Tests.Support;
using NUnit.Framework;

namespace Infra.Tests.Preview.Findings;

public sealed partial class RuleInfoTests
{
    private static readonly string Page = Path.Combine(Scenario.RepositoryDirectory, "docs", "findings.md");

    [Test]
    public void The_page_of_rules_is_current()
    {
        if (Environment.GetEnvironmentVariable("RECORD_FINDINGS") == "1")
        {
            File.WriteAllText(Page, RuleReference.Write());
        }

        Assert.That(File.ReadAllText(Page), Is.EqualTo(RuleReference.Write()), "RECORD_FINDINGS=1 writes docs/findings.md anew.");
    }

    [Test]
    public void Every_rule_of_the_assembly_is_in_the_catalogue() => Assert.That(
        RuleCatalog.All.Select(rule => rule.GetType()),
        Is.EquivalentTo(typeof(RuleCatalog).Assembly.GetTypes().Where(type => typeof(IRule).IsAssignableFrom(type) && !type.IsAbstract)));

    [Test]
    public void Ids_are_unique_and_in_order()
    {
        var ids = RuleCatalog.All.Select(rule => rule.Info.Id).ToList();

        Assert.That(ids, Is.Unique.And.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
        Assert.That(ids, Is.All.Matches<string>(id => Kebab().IsMatch(id)));
    }

    [Test]
    public void Every_rule_says_why_and_how_and_who_asks_for_it()
    {
        foreach (var rule in RuleCatalog.All.Select(rule => rule.Info))
        {
            Assert.That(rule.Title, Does.Not.EndWith(".").And.Not.Empty, rule.Id);
            Assert.That(rule.Reason, Does.EndWith("."), rule.Id);
            Assert.That(rule.Fix, Does.EndWith("."), rule.Id);
            Assert.That(rule.References, Is.Not.Empty, rule.Id);
            Assert.That(rule.References.Select(reference => reference.Page.Scheme), Is.All.EqualTo("https"), rule.Id);
        }
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)+$")]
    private static partial Regex Kebab();
}
