using Infra.Preview;
using Infra.Preview.Cost.Usage;
using Infra.Tests.Support;
using NUnit.Framework;

namespace Infra.Tests.Preview.Cost;

public sealed class UsageTests
{
    private const string Queues = "sqs/queue:Queue orders {}\nsqs/queue:Queue invoices {}";

    [TestCase("types:\n  aws:sqs/queue:Queue: { requests: 3000000 }", 3, 3)]
    [TestCase("types:\n  'aws:sqs/*': { requests: 3000000 }", 3, 3)]
    [TestCase("resources:\n  orders: { requests: 5000000 }", 5, 0.1)]
    [TestCase("resources:\n  'ord*': { requests: 5000000 }", 5, 0.1)]
    [TestCase("resources:\n  'urn:pulumi:test::infra::aws:sqs/queue:Queue::orders': { requests: 5000000 }", 5, 0.1)]
    [TestCase("resources:\n  '*': { requests: 5000000 }\n  invoices: { requests: 7000000 }", 5, 7)]
    [TestCase("resources:\n  orders: { requests: 5000000 }\ntypes:\n  aws:sqs/queue:Queue: { requests: 3000000 }", 5, 3)]
    public void A_usage_file_sets_types_and_resources_and_resources_win(string usage, decimal orders, decimal invoices)
    {
        var estimate = Costs.Of(Queues, usage);

        Assert.That(Costs.Resource(estimate, "orders").High, Is.EqualTo(orders));
        Assert.That(Costs.Resource(estimate, "invoices").High, Is.EqualTo(invoices));
        Assert.That(estimate.Notes.Where(note => note.Contains("no effect", StringComparison.Ordinal)), Is.Empty);
    }

    [TestCase("types:\n  aws:sqs/queue:Queue: { requets: 1 }", "usage.yaml(2): unknown key 'requets'", "Did you mean 'requests'?")]
    [TestCase("types:\n  aws:sqs/queue:Queu: { requests: 1 }", "no type that is billed by use", "Did you mean 'aws:sqs/queue:Queue'?")]
    [TestCase("resources:\n  orders: { storedGB: 1 }", "unknown key 'storedGB'", "Did you mean 'storedGb'?")]
    [TestCase("type:\n  a: { requests: 1 }", "unknown section 'type'", "Did you mean 'types'?")]
    [TestCase("resources:\n  orders: { requests: -1 }", "'requests' is '-1'", "zero or more")]
    [TestCase("resources:\n  orders: { requests: [1] }", "'requests' is a list", "expected a number")]
    [TestCase("resources:\n  orders: 3", "'orders' is a single value", "expected a mapping")]
    public void A_faulty_usage_file_is_refused_with_its_place_and_the_nearest_name(string usage, string says, string helps) =>
        Assert.That(() => Costs.Usage(usage), Throws.TypeOf<PreviewException>().With.Message.Contains(says).And.Message.Contains(helps));

    [TestCase("resources:\n  ordres: { requests: 1 }", "no resource matches")]
    [TestCase("resources:\n  orders: { ingestGb: 1 }", "no resource that matches has that key")]
    public void What_a_usage_file_sets_in_vain_is_noted(string usage, string why) =>
        Assert.That(Costs.Of(Queues, usage).Notes, Has.Some.Contains("has no effect").And.Some.Contains(why));

    [Test]
    public void Profiles_assume_more_from_small_to_large()
    {
        var amounts = UsageAssumptions.Profiles.Select(profile => Costs.Of(Infra.Tests.Preview.Findings.RuleGraph.Of(Queues), profile: profile).High).ToList();

        Assert.That(amounts, Is.Ordered.Ascending.And.Unique);
        Assert.That(() => UsageAssumptions.Read("huge"), Throws.TypeOf<PreviewException>().With.Message.Contains("small, medium, large"));
    }

    [Test]
    public void Every_usage_key_is_read_by_a_rule()
    {
        var rules = string.Concat(Directory.GetFiles(Path.Combine(Scenario.RepositoryDirectory, "Preview", "Cost", "Rules"), "*.cs").Select(File.ReadAllText));

        Assert.That(UsageAssumptions.Read().Keys.Where(entry => !rules.Contains($"\"{entry.Key}\"", StringComparison.Ordinal) || !rules.Contains(entry.Type, StringComparison.Ordinal)), Is.Empty);
    }
}
