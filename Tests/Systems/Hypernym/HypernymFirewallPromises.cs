using NUnit.Framework;

namespace Infra.Tests.Systems.Hypernym;

[TestFixtureSource(typeof(HypernymStack), nameof(HypernymStack.OnEcs))]
internal sealed class HypernymFirewallPromises(string stackName) : HypernymPromises(stackName)
{
    private const string GroupType = "aws:ec2/securityGroup:SecurityGroup";
    private const string IngressType = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    private const string EgressType = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

    private string Endpoints => Group("vpce");

    private string LoadBalancer => Group("alb");

    private string Application => Group("ecs-task");

    // Check 9.
    [Test]
    public void Endpoints_take_https_from_the_vpc_and_start_nothing() => Assert.Multiple(() =>
    {
        Assert.That(Rules(IngressType, Endpoints), Is.EqualTo(new[] { $"tcp 443 {Stack.VpcCidr}" }));
        Assert.That(Rules(EgressType, Endpoints), Is.Empty);
    });

    // Check 10.
    [Test]
    public void The_load_balancer_takes_http_from_the_vpc_and_named_networks_and_talks_to_the_application_alone() => Assert.Multiple(() =>
    {
        Assert.That(
            Rules(IngressType, LoadBalancer),
            Is.EquivalentTo(Stack.Texts("additionalClientCidrs").Prepend(Stack.VpcCidr).Select(cidr => $"tcp 80 {cidr}")));
        Assert.That(Rules(EgressType, LoadBalancer), Is.EqualTo(new[] { $"tcp 8000 {Application}" }));
    });

    // Check 11.
    [Test]
    public void The_application_is_reached_from_the_load_balancer_alone() =>
        Assert.That(Rules(IngressType, Application), Is.EqualTo(new[] { $"tcp 8000 {LoadBalancer}" }));

    // Checks 12 and 13.
    [Test]
    public void The_application_reaches_endpoints_image_layers_and_its_provider_and_nothing_else()
    {
        var layers = Stack.Endpoint("s3")!.Output("prefixListId").AsText;
        string[] provider = Stack.Byop ? [.. Stack.Texts("byopEgressCidrs").Select(cidr => $"tcp 443 {cidr}")] : [$"tcp 8080 {Stack.VpcCidr}"];
        Assert.That(layers, Does.StartWith("pl-"));
        Assert.That(
            Rules(EgressType, Application),
            Is.EquivalentTo(new[] { $"tcp 443 {Endpoints}", $"tcp 443 {layers}" }.Concat(provider)));
    }

    // Check 12.
    [Test]
    public void No_rule_leads_to_the_whole_internet_or_allows_every_protocol() => Assert.Multiple(() =>
    {
        var rules = Stack.OfType(EgressType).Concat(Stack.OfType(IngressType)).ToList();
        Assert.That(rules, Is.Not.Empty);
        Assert.That(rules.Select(rule => rule.Inputs["cidrIpv4"].AsText), Has.None.EqualTo("0.0.0.0/0"));
        Assert.That(rules.Select(rule => rule.Inputs["ipProtocol"].AsText), Is.All.EqualTo("tcp"));
    });

    // Check 14.
    [Test]
    public void No_group_has_rules_inside() => Assert.Multiple(() =>
    {
        Assert.That(Stack.OfType(GroupType), Has.Count.EqualTo(3));
        Assert.That(Stack.OfType(GroupType).Select(group => group.Inputs["ingress"].IsNull && group.Inputs["egress"].IsNull), Is.All.True);
    });

    private string Group(string role) => Id(Stack.Only(GroupType, $"{Stack.Prefix}-{role}-sg"))!;

    // Each rule as protocol, port and other end.
    private List<string> Rules(string type, string group) =>
    [
        .. Stack.OfType(type).Where(rule => rule.Inputs["securityGroupId"].AsText == group).Select(rule =>
        {
            var ends = new[] { "cidrIpv4", "cidrIpv6", "referencedSecurityGroupId", "prefixListId" }
                .Select(end => rule.Inputs[end].AsText).Where(end => end is not null).ToList();
            Assert.That(ends, Has.Count.EqualTo(1), rule.Urn);
            Assert.That(rule.Inputs["fromPort"].AsNumber, Is.EqualTo(rule.Inputs["toPort"].AsNumber), rule.Urn);
            return $"{rule.Inputs["ipProtocol"].AsText} {rule.Inputs["fromPort"].AsNumber} {ends[0]}";
        }),
    ];
}
