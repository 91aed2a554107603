using System.Text;
using Infra.Preview.Cost;
using Infra.Preview.Cost.Prices;
using Infra.Preview.Cost.Reports;
using Infra.Preview.Cost.Usage;
using Infra.Preview.Model;
using Infra.Preview.Rendering;
using Infra.Tests.Preview.Findings;
using Infra.Tests.Support;
using NUnit.Framework;

namespace Infra.Tests.Preview.Cost;

public sealed class EstimateTests
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    [TestCase("hyperp-dev")]
    [TestCase("hypernym-eks-byop")]
    [TestCase("seeplusplus-prod")]
    public async Task Sums_of_items_resources_components_and_systems_add_up(string stack)
    {
        var estimate = CostEstimator.Estimate((await Scenario.Of(stack)).Graph);

        Assert.That(estimate.High, Is.GreaterThan(0));
        Assert.That(estimate.Resources.SelectMany(resource => resource.Lines).Sum(line => line.Quantity * line.PriceHigh), Is.EqualTo(estimate.High));
        Assert.That(estimate.Resources.Sum(resource => resource.High), Is.EqualTo(estimate.High));
        Assert.That(estimate.Systems.Sum(system => system.High), Is.EqualTo(estimate.High));
        Assert.That(estimate.Components.Where(component => !component.Name.Contains('/', StringComparison.Ordinal)).Sum(component => component.High), Is.EqualTo(estimate.High));
        Assert.That(estimate.Systems.Sum(system => system.Low), Is.EqualTo(estimate.Low).And.LessThanOrEqualTo(estimate.High));
    }

    [Test]
    public void A_component_contains_what_is_below_it()
    {
        var outer = new ResourceNode { Urn = "urn:pulumi:t::p::a:b:Outer::outer", Type = "a:b:Outer", Name = "outer", Custom = false, Inputs = MapValue.Empty, System = "outer" };
        var inner = new ResourceNode { Urn = "urn:pulumi:t::p::a:b:Outer$a:b:Inner::inner", Type = "a:b:Inner", Name = "inner", Custom = false, Inputs = MapValue.Empty, Parent = outer, System = "outer" };
        var estimate = Costs.Of(new ResourceGraph([outer, inner, Address("one", outer), Address("two", inner)]));

        Assert.That(estimate.Components, Is.EqualTo([new CostTotal("outer", 1460, 1460), new CostTotal("outer/inner", 730, 730)]));
        Assert.That(estimate.Systems, Is.EqualTo([new CostTotal("outer", 1460, 1460)]));

        static ResourceNode Address(string name, ResourceNode parent) => new()
        {
            Urn = $"{parent.Urn}$aws:ec2/eip:Eip::{name}",
            Type = "aws:ec2/eip:Eip",
            Name = name,
            Custom = true,
            Inputs = MapValue.Empty,
            Parent = parent,
            System = "outer",
        };
    }

    [Test]
    public void A_region_without_prices_falls_back_and_says_so()
    {
        var graph = RuleGraph.Of("""ec2/eip:Eip it { "region": "eu-west-1" }""");
        var estimate = CostEstimator.Estimate(graph, PriceList.Embedded, UsageAssumptions.Read());

        Assert.That(estimate.Notes, Has.Some.Contains("not listed for eu-west-1").And.Some.Contains("us-east-1"));
        Assert.That(estimate.Resources.Single().Lines.Single().Confidence, Is.EqualTo(CostConfidence.Low));
        Assert.That(estimate.High, Is.EqualTo(3.65m));
    }

    [Test]
    public void A_region_has_its_own_prices()
    {
        var prices = new PriceList([Price("us-east-1", 1), Price("us-west-2", 2)]);
        var estimate = CostEstimator.Estimate(RuleGraph.Of("""ec2/eip:Eip it { "region": "us-west-2" }"""), prices, UsageAssumptions.Read());

        Assert.That(estimate.High, Is.EqualTo(1460));
        Assert.That(estimate.Resources.Single().Lines.Single().Confidence, Is.EqualTo(CostConfidence.High));
        Assert.That(estimate.Notes, Is.Empty);

        static Price Price(string region, decimal usd) => new("VPC/public-ipv4-hour", region, "hour", usd, null, "test", false);
    }

    [Test]
    public void Unconfirmed_prices_are_counted_and_of_low_confidence()
    {
        var estimate = CostEstimator.Estimate(RuleGraph.Of("""ec2/instance:Instance it { "instanceType": "t3.nano", "region": "us-east-1" }"""), PriceList.Embedded, UsageAssumptions.Read());

        Assert.That(estimate.Resources.Single().Lines[0].Confidence, Is.EqualTo(CostConfidence.Low));
        Assert.That(estimate.Notes.Single(), Does.StartWith("1 of 2 prices are estimates"));
    }

    [TestCase(2026, false)]
    [TestCase(2028, true)]
    public void A_price_list_older_than_a_year_is_noted(int year, bool old)
    {
        var estimate = CostEstimator.Estimate(new ResourceGraph([]), PriceList.Embedded, UsageAssumptions.Read(), new DateOnly(year, 11, 21));

        Assert.That(estimate.Notes.Any(note => note.Contains("more than a year old", StringComparison.Ordinal)), Is.EqualTo(old));
    }

    [Test]
    public void The_price_list_dates_and_explains_itself()
    {
        Assert.That(PriceList.Embedded.All, Has.Count.GreaterThan(150));
        Assert.That(PriceList.Embedded.All.Where(price => price.Source.Length == 0 || price.Usd <= 0 || price.Unit.Length == 0), Is.Empty);
        Assert.That(PriceList.Embedded.All.Where(price => price.Date > Day), Is.Empty);
        Assert.That(PriceList.Embedded.All.Where(price => price.Region == "us-west-2" && PriceList.Embedded.All.All(other => other.Region != "us-east-1" || other.Key != price.Key)), Is.Empty);
    }

    [Test]
    public async Task The_same_stack_gives_the_same_bytes_and_no_secret()
    {
        var graph = (await Scenario.Of("hyperp-dev")).Graph;
        var secret = new ResourceGraph(
        [
            new ResourceNode
            {
                Urn = "urn:pulumi:t::p::aws:rds/instance:Instance::db",
                Type = "aws:rds/instance:Instance",
                Name = "db",
                Custom = true,
                Inputs = MapValue.Of(("engine", new SecretValue("hunter2")), ("instanceClass", new SecretValue("db.hunter2"))),
            },
        ]);

        Assert.That(CostJson.Write(CostEstimator.Estimate(graph), "dev"), Is.EqualTo(CostJson.Write(CostEstimator.Estimate(new ResourceGraph(graph.Nodes.Reverse())), "dev")));
        var estimate = CostEstimator.Estimate(secret);
        foreach (var text in new[] { Encoding.UTF8.GetString(CostJson.Write(estimate, "dev")), Encoding.UTF8.GetString(CostText.Write(estimate, "dev", true, Terminal.Plain)), CostMarkdown.Write(estimate) })
        {
            Assert.That(text, Does.Not.Contain("hunter2"));
            Assert.That(text, Does.Contain("[secret]"));
        }
    }

    [Test]
    public void Text_shows_formulas_when_asked_and_the_change_against_an_earlier_version()
    {
        var before = Costs.Of("ec2/eip:Eip one {}");
        var estimate = Costs.Of("ec2/eip:Eip one {}\nec2/eip:Eip two {}\nec2/vpc:Vpc net {}\nwafv2/webAcl:WebAcl wall {}");
        var explained = Encoding.UTF8.GetString(CostText.Write(estimate, "dev", explain: true, Terminal.Plain, ("git:main", before)));
        var plain = Encoding.UTF8.GetString(CostText.Write(estimate, "dev", explain: false, Terminal.Plain));

        Assert.That(explained, Does.Contain("1 address × 730 h × 1 = 730.00").And.Contain("Change: +730.00 a month").And.Contain("free 1 aws:ec2/vpc:Vpc"));
        Assert.That(plain, Does.Not.Contain("×").And.Contain("unpriced wall: no rule").And.Contain("4 resources: 2 priced, 0 by use, 1 free, 1 unpriced"));
        Assert.That(plain.Split('\n').Where(line => line.EndsWith(' ')), Is.Empty);
    }

    [Test]
    public void Markdown_has_the_sum_the_change_and_what_is_unpriced()
    {
        var text = CostMarkdown.Write(Costs.Of("ec2/eip:Eip one {}\nwafv2/webAcl:WebAcl wall {}"), Costs.Of("ec2/vpc:Vpc net {}"));

        Assert.That(text, Does.StartWith("**About 730.00 USD a month** (+730.00 against 0.00)"));
        Assert.That(text, Does.Contain("| (no system) | 730.00 | 0.00 | +730.00 |").And.Contain("- `wall`: no rule for the type").And.EndWith("\n"));
    }

    [TestCase(1460, null, null)]
    [TestCase(1459.99, null, "--max-monthly allows 1,459.99")]
    [TestCase(null, 730, null)]
    [TestCase(null, 729, "730.00 USD a month more than before")]
    public void Limits_refuse_in_one_line(decimal? maxMonthly, decimal? maxIncrease, string? says)
    {
        var refusal = new CostGates(maxMonthly, maxIncrease).Refusal(Costs.Of("ec2/eip:Eip one {}\nec2/eip:Eip two {}"), Costs.Of("ec2/eip:Eip one {}"));

        Assert.That(refusal, says is null ? Is.Null : Does.Contain(says).And.Not.Contain("\n"));
    }
}
