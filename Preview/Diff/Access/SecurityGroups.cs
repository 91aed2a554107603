using Infra.Preview.Model;

namespace Infra.Preview.Diff.Access;

/// <summary>Compares the rules of security groups: which port is opened to or closed for whom.</summary>
internal static class SecurityGroups
{
    private static readonly string[] Sources =
        ["cidrBlocks", "cidrIpv4", "cidrIpv6", "ipv6CidrBlocks", "prefixListId", "prefixListIds", "referencedSecurityGroupId", "securityGroups", "sourceSecurityGroupId"];

    public static IEnumerable<AccessChange> Compare(string type, MapValue before, MapValue after)
    {
        var (old, young) = (Rules(type, before), Rules(type, after));
        return young.Except(old).Select(rule => new AccessChange(AccessDirection.Widens, $"opens {rule}"))
            .Concat(old.Except(young).Select(rule => new AccessChange(AccessDirection.Narrows, $"closes {rule}")));
    }

    // One text a source, so that one more source of a rule is one opening.
    private static List<string> Rules(string type, MapValue inputs)
    {
        if (inputs.Count == 0)
        {
            return [];
        }

        return type switch
        {
            "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule" => [.. Rule("ingress", "ipProtocol", inputs)],
            "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule" => [.. Rule("egress", "ipProtocol", inputs)],
            "aws:ec2/securityGroupRule:SecurityGroupRule" => [.. Rule(AccessText.Of(inputs["type"]), "protocol", inputs)],
            "aws:ec2/securityGroup:SecurityGroup" or "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup" =>
            [
                .. from direction in (string[])["ingress", "egress"]
                   from rule in inputs[direction].AsList?.Items ?? []
                   where rule is MapValue
                   from text in Rule(direction, "protocol", (MapValue)rule)
                   select text,
            ],
            _ => [],
        };
    }

    private static IEnumerable<string> Rule(string direction, string protocolName, MapValue rule)
    {
        var protocol = AccessText.Of(rule[protocolName]);
        var (from, to) = (AccessText.Of(rule["fromPort"]), AccessText.Of(rule["toPort"]));
        var ports = protocol is "-1" or "all" ? "all traffic" : from == to ? $"{protocol} {from}" : $"{protocol} {from}-{to}";
        var preposition = direction == "egress" ? "to" : "from";
        var sources = Sources.SelectMany(name => AccessText.All(rule[name])).ToList();
        if (rule["self"].AsBool == true)
        {
            sources.Add("the group itself");
        }

        return sources.Select(source => $"{direction} {ports} {preposition} {source}");
    }
}
