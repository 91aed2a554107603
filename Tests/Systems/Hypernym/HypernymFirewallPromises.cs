using NUnit.Framework;

namespace Infra.Tests.Systems.Hypernym;

[TestFixtureSource(typeof(HypernymStack), nameof(HypernymStack.Names))]
internal sealed class HypernymFirewallPromises(string stackName) : HypernymPromises(stackName)
{
    private const string GroupType = "aws:ec2/securityGroup:SecurityGroup";

    private string Endpoints => Group("vpce");

    private string LoadBalancer => Group("alb");

    private string Application => Group(Stack.Eks ? "node" : "ecs-task");

    // Promise 9.
    [Test]
    public void Endpoints_take_https_from_the_vpc_and_start_nothing() => Assert.Multiple(() =>
    {
        Assert.That(Rules(IngressType, Endpoints), Is.EqualTo(new[] { $"tcp 443 {Stack.VpcCidr}" }));
        Assert.That(Rules(EgressType, Endpoints), Is.Empty);
    });

    // Promise 10.
    [Test]
    public void The_load_balancer_takes_http_from_the_vpc_and_named_networks_and_talks_to_the_application_alone() => Assert.Multiple(() =>
    {
        Assert.That(
            Rules(IngressType, LoadBalancer),
            Is.EquivalentTo(Stack.Texts("additionalClientCidrs").Prepend(Stack.VpcCidr).Select(cidr => $"tcp 80 {cidr}")));
        Assert.That(Rules(EgressType, LoadBalancer), Is.EqualTo(new[] { $"tcp 8000 {Application}" }));
    });

    // Promise 11.
    [Test]
    public void The_application_port_is_open_to_the_load_balancer_and_to_no_block() => Assert.Multiple(() =>
    {
        Assert.That(Rules(IngressType, Application), Does.Contain($"tcp 8000 {LoadBalancer}"));
        Assert.That(Rules(IngressType, Application).Where(rule => rule.Contains('/', StringComparison.Ordinal)), Is.Empty);
    });

    // Promises 12 and 13.
    [Test]
    public void The_application_reaches_endpoints_image_layers_and_its_provider_and_no_other_address()
    {
        var layers = Stack.Endpoint("s3")!.Output("prefixListId").AsText;
        string[] provider = Stack.Byop ? [.. Stack.Texts("byopEgressCidrs").Select(cidr => $"tcp 443 {cidr}")] : [$"tcp 8080 {Stack.VpcCidr}"];
        Assert.That(layers, Does.StartWith("pl-"));
        Assert.That(Rules(EgressType, Application), Is.SupersetOf(new[] { $"tcp 443 {Endpoints}", $"tcp 443 {layers}" }));
        Assert.That(Rules(EgressType, Application).Where(rule => rule.Contains('/', StringComparison.Ordinal)), Is.EquivalentTo(provider));
    }

    // Promise 12. Between nodes, pods of every protocol talk.
    [Test]
    public void No_rule_leads_to_the_whole_internet_and_every_protocol_stays_among_nodes() => Assert.Multiple(() =>
    {
        var rules = Stack.OfType(EgressType).Concat(Stack.OfType(IngressType)).ToList();
        Assert.That(rules, Is.Not.Empty);
        Assert.That(rules.Select(rule => rule.Inputs["cidrIpv4"].AsText), Has.None.EqualTo("0.0.0.0/0"));
        Assert.That(
            rules.Where(rule => rule.Inputs["ipProtocol"].AsText != "tcp").Select(rule => (rule.Inputs["ipProtocol"].AsText, rule.Inputs["referencedSecurityGroupId"].AsText)),
            Is.EqualTo(Stack.Eks ? new[] { ("-1", Application), ("-1", Application) } : []));
    });

    // Promise 14.
    [Test]
    public void No_group_has_rules_inside() => Assert.Multiple(() =>
    {
        Assert.That(Stack.OfType(GroupType), Has.Count.EqualTo(3));
        Assert.That(Stack.OfType(GroupType).Select(group => group.Inputs["ingress"].IsNull && group.Inputs["egress"].IsNull), Is.All.True);
    });

    // EC2 refuses a second rule of the same traffic.
    [Test]
    public void No_rule_is_there_twice() => Assert.That(
        Stack.OfType(GroupType).SelectMany(group => new[] { IngressType, EgressType }.SelectMany(type => Rules(type, Id(group)!).Select(rule => $"{type} {Id(group)} {rule}"))),
        Is.Unique);

    // EC2 refuses other characters.
    [Test]
    public void Every_rule_is_described_in_characters_that_EC2_takes() => Assert.That(
        Stack.OfType(EgressType).Concat(Stack.OfType(IngressType)).Select(rule => rule.Inputs["description"].AsText),
        Is.All.Match("^[A-Za-z0-9 ._:/()#,@\\[\\]+=&;{}!$*-]{1,255}$"));
}
