using Infra.Preview.Model;

namespace Infra.Preview.Findings.Judging;

/// <summary>Traffic that a security group lets in, wherever the program says so.</summary>
/// <param name="Node">The resource that says so.</param>
/// <param name="Content">Its inputs, or the element of them, that hold protocol and ports.</param>
/// <param name="Cidrs">Addresses that may send.</param>
internal sealed record IngressRule(ResourceNode Node, PropertyValue Content, IReadOnlyList<PropertyValue> Cidrs)
{
    private const string Separate = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    private const string Older = "aws:ec2/securityGroupRule:SecurityGroupRule";
    private const string Group = "aws:ec2/securityGroup:SecurityGroup";

    /// <summary>Whether every address of the internet, or nearly so, may send.</summary>
    public Truth IsOpenToWorld => Truth.Any(Cidrs.Select(cidr => cidr.Satisfies(IsWorld))) & (Node.Type == Older ? IsIngress(Node) : Truth.Yes);

    /// <summary>The ports for a message.</summary>
    public string Ports => Protocol.AsText is "-1" or "all"
        ? "every port"
        : From.Shown() == To.Shown() ? $"port {From.Shown()}" : $"ports {From.Shown()}-{To.Shown()}";

    private PropertyValue Protocol => Content.At("ipProtocol") is { IsNull: false } protocol ? protocol : Content.At("protocol");

    private PropertyValue From => Content.At("fromPort");

    private PropertyValue To => Content.At("toPort");

    /// <summary>Whether a TCP or UDP port lies among those let in.</summary>
    public Truth Covers(int port) => Protocol.IsOneOf("-1", "all")
        | (Protocol.IsOneOf("tcp", "udp", "6", "17") & From.IsBetween(double.MinValue, port) & To.IsBetween(port));

    /// <summary>Whether nothing but those ports is let in.</summary>
    public Truth IsWithin(params IEnumerable<int> ports) => Truth.Any(ports.Select(port =>
        !Protocol.IsOneOf("-1", "all") & From.IsBetween(port, port) & To.IsBetween(port, port)));

    /// <summary>Whether a range is the internet, by whatever prefix it is written: an eighth of all addresses or more.</summary>
    public static bool IsWorld(string cidr) => cidr.Split('/') is [_, var length] && int.TryParse(length, out var bits) && bits <= 3;

    /// <summary>The groups that may send, by the input that names them.</summary>
    public IEnumerable<(string Path, PropertyValue Value)> GroupPaths => Node.Type switch
    {
        Separate => [("referencedSecurityGroupId", Node.At("referencedSecurityGroupId"))],
        Older => [("sourceSecurityGroupId", Node.At("sourceSecurityGroupId"))],
        _ => [("ingress", Content.At("securityGroups"))],
    };

    /// <summary>Whether the traffic is let in by that group.</summary>
    public Truth IsOf(ResourceIndex graph, ResourceNode group) => Node == group ? Truth.Yes : graph.Points(Node, "securityGroupId", group);

    /// <summary>All traffic let in, by any group.</summary>
    public static IEnumerable<IngressRule> All(ResourceIndex graph) =>
    [
        .. graph.Of(Separate).Select(OfSeparate),
        .. graph.Of(Older).Where(rule => !IsIngress(rule).IsNo).Select(OfOlder),
        .. graph.Of(Group, "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup").SelectMany(OfGroup),
    ];

    /// <summary>The traffic that one group lets in; where it is unknown whose a rule is, the rule counts.</summary>
    public static IEnumerable<IngressRule> Of(ResourceIndex graph, ResourceNode group) =>
    [
        .. graph.Of(Separate).Where(rule => !graph.Points(rule, "securityGroupId", group).IsNo).Select(OfSeparate),
        .. graph.Of(Older).Where(rule => !IsIngress(rule).IsNo && !graph.Points(rule, "securityGroupId", group).IsNo).Select(OfOlder),
        .. OfGroup(group),
    ];

    private static Truth IsIngress(ResourceNode rule) => rule.At("type").IsOneOf("ingress");

    private static IngressRule OfSeparate(ResourceNode rule) => new(rule, rule.Inputs, Given(rule.At("cidrIpv4"), rule.At("cidrIpv6")));

    private static IngressRule OfOlder(ResourceNode rule) => new(rule, rule.Inputs, Given(rule.At("cidrBlocks"), rule.At("ipv6CidrBlocks")));

    private static IEnumerable<IngressRule> OfGroup(ResourceNode group) => group.At("ingress").IsUnknown
        ? [new IngressRule(group, PropertyValue.Unknown, [PropertyValue.Unknown])]
        : (group.At("ingress").AsList ?? ListValue.Empty)
            .Select(rule => new IngressRule(group, rule, Given(rule.At("cidrBlocks"), rule.At("ipv6CidrBlocks"))));

    private static List<PropertyValue> Given(params IEnumerable<PropertyValue> values) =>
        [.. values.SelectMany(value => value.AsList?.Items ?? [value]).Where(value => !value.IsNull)];

}
