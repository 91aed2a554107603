using Infra.Preview.Diff;
using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Preview.Diff;

[Parallelizable]
public sealed class AccessTests
{
    private const string Policy = "aws:iam/rolePolicy:RolePolicy";
    private const string Group = "aws:ec2/securityGroup:SecurityGroup";
    private const string Ingress = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

    [TestCase("""{"Sid":"S","Effect":"Allow","Action":"a:A","Resource":"*"}""", """{"Sid":"S","Effect":"Allow","Action":["a:B","a:A"],"Resource":"*"}""", AccessDirection.Widens, "action a:B added")]
    [TestCase("""{"Sid":"S","Effect":"Allow","Action":["a:A","a:B"],"Resource":"*"}""", """{"Sid":"S","Effect":"Allow","Action":"a:A","Resource":"*"}""", AccessDirection.Narrows, "action a:B removed")]
    [TestCase("""{"Sid":"S","Effect":"Deny","Action":"a:A","Resource":"*"}""", """{"Sid":"S","Effect":"Deny","Action":["a:A","a:B"],"Resource":"*"}""", AccessDirection.Narrows, "action a:B added")]
    [TestCase("""{"Effect":"Allow","Action":"a:A","Resource":"*","Condition":{"StringEquals":{"k":"v"}}}""", """{"Effect":"Allow","Action":"a:A","Resource":"*"}""", AccessDirection.Widens, "condition StringEquals k removed")]
    [TestCase("""{"Effect":"Deny","Action":"a:A","Resource":"*","Condition":{"StringEquals":{"k":"v"}}}""", """{"Effect":"Deny","Action":"a:A","Resource":"*"}""", AccessDirection.Narrows, "condition StringEquals k removed")]
    [TestCase("""{"Effect":"Allow","Action":"a:A","Resource":"*","Condition":{"StringEquals":{"k":"v"}}}""", """{"Effect":"Allow","Action":"a:A","Resource":"*","Condition":{"StringEquals":{"k":["v","w"]}}}""", AccessDirection.Widens, "admits w")]
    [TestCase("""{"Effect":"Allow","Action":"a:A","Principal":{"AWS":"x"}}""", """{"Effect":"Allow","Action":"a:A","Principal":{"AWS":["x","y"]}}""", AccessDirection.Widens, "principal AWS y added")]
    [TestCase("""{"Effect":"Allow","NotAction":"a:A","Resource":"*"}""", """{"Effect":"Allow","NotAction":["a:A","a:B"],"Resource":"*"}""", AccessDirection.Narrows, "not action a:B added")]
    [TestCase("""{"Sid":"S","Effect":"Deny","Action":"a:A","Resource":"*"}""", """{"Sid":"S","Effect":"Allow","Action":"a:A","Resource":"*"}""", AccessDirection.Widens, "effect Deny is Allow now")]
    public void A_statement_says_what_it_allows_more_or_less(string before, string after, AccessDirection direction, string text)
    {
        var access = Graphs.One(Policy, Document(before), Document(after)).Access.Single();
        Assert.That(access.Direction, Is.EqualTo(direction));
        Assert.That(access.Text, Does.Contain(text));
    }

    [Test]
    public void New_and_removed_statements_are_named_and_a_denial_is_the_reverse()
    {
        const string Read = """{"Sid":"Read","Effect":"Allow","Action":"a:A","Resource":"*"}""";
        const string Deny = """{"Sid":"Deny","Effect":"Deny","Action":"a:B","Resource":"*"}""";
        var added = Graphs.One(Policy, Document(Read), Document($"{Read},{Deny}")).Access.Single();
        var removed = Graphs.One(Policy, Document($"{Deny},{Read}"), Document(Read)).Access.Single();
        Assert.That((added.Direction, removed.Direction), Is.EqualTo((AccessDirection.Narrows, AccessDirection.Widens)));
        Assert.That(added.Text, Is.EqualTo("new statement Deny \"Deny\": action a:B, resource *"));
    }

    [Test]
    public void The_order_of_actions_and_statements_changes_nothing()
    {
        const string One = """{"Sid":"1","Effect":"Allow","Action":["a:A","a:B"],"Resource":"*"}""";
        const string Other = """{"Sid":"2","Effect":"Allow","Action":["a:C"],"Resource":"*"}""";
        var turned = One.Replace("\"a:A\",\"a:B\"", "\"a:B\",\"a:A\"", StringComparison.Ordinal);
        var change = Graphs.One(Policy, Document($"{One},{Other}"), Document($"{turned},{Other}"));
        Assert.That((change.Kind, change.Access.Count), Is.EqualTo((ChangeKind.Same, 0)));
    }

    [Test]
    public void Rules_inside_a_group_open_and_close_ports()
    {
        var change = Graphs.One(Group, Rules("10.0.0.0/8"), Rules("10.0.0.0/8", "0.0.0.0/0"));
        Assert.That(change.Access, Is.EqualTo(new[] { new AccessChange(AccessDirection.Widens, "opens ingress tcp 443 from 0.0.0.0/0") }));

        static MapValue Rules(params string[] blocks) => MapValue.Of(("ingress", ListValue.Of(MapValue.Of(
            ("protocol", "tcp"), ("fromPort", 443), ("toPort", 443), ("cidrBlocks", ListValue.Of(blocks.Select(block => new TextValue(block))))))));
    }

    [Test]
    public void A_rule_of_its_own_opens_when_it_is_created_and_closes_when_it_is_deleted()
    {
        var rule = MapValue.Of(("ipProtocol", "tcp"), ("fromPort", 8000), ("toPort", 8010), ("cidrIpv4", "10.0.0.0/8"));
        Assert.That(
            Graphs.Compare(_ => { }, graph => graph.Add(Ingress, "rule", rule)).Of("rule").Access.Single(),
            Is.EqualTo(new AccessChange(AccessDirection.Widens, "opens ingress tcp 8000-8010 from 10.0.0.0/8")));
        Assert.That(Graphs.Compare(graph => graph.Add(Ingress, "rule", rule), _ => { }).Of("rule").Access.Single().Direction, Is.EqualTo(AccessDirection.Narrows));
    }

    private static MapValue Document(string statements) => MapValue.Of(("policy", $$"""{"Version":"2012-10-17","Statement":[{{statements}}]}"""));
}
