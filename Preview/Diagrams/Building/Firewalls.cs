using System.Globalization;
using Infra.Preview.Model;

namespace Infra.Preview.Diagrams.Building;

/// <summary>One rule of a security group: who may talk to whom on which port.</summary>
/// <param name="Group">The group that has the rule.</param>
/// <param name="Inbound">Whether it lets traffic in.</param>
/// <param name="Peers">The groups or prefix lists at the other end.</param>
/// <param name="Ranges">The address ranges at the other end.</param>
/// <param name="Port">The port as it is shown.</param>
internal sealed record FirewallRule(ResourceNode Group, bool Inbound, IReadOnlyList<ResourceNode> Peers, IReadOnlyList<string> Ranges, string Port);

/// <summary>The security groups of a graph: their rules in each of the ways to write them, and who is in them.</summary>
internal sealed class Firewalls
{
    private static readonly string[] RuleTypes =
        ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "aws:ec2/securityGroupRule:SecurityGroupRule"];

    private static readonly string[] Directions = ["ingress", "egress"];

    private readonly Scene _scene;
    private readonly Dictionary<ResourceNode, List<ResourceNode>> _members = [];

    public Firewalls(Scene scene)
    {
        _scene = scene;
        Rules = [.. ReadRules()];
        FindMembers();
    }

    public IReadOnlyList<FirewallRule> Rules { get; }

    /// <summary>The drawn resources in a group, in tree order of what puts them there.</summary>
    public IReadOnlyList<ResourceNode> Members(ResourceNode group) => _members.TryGetValue(group, out var members) ? members : [];

    private IEnumerable<FirewallRule> ReadRules()
    {
        var graph = _scene.Graph;
        foreach (var node in graph.Nodes)
        {
            if (RuleTypes.Contains(node.Type))
            {
                var inbound = node.Type == RuleTypes[0] || node.Inputs.Find("type")?.AsText == "ingress";
                foreach (var group in _scene.References.Of(node, "securityGroupId", Types.SecurityGroup))
                {
                    yield return Rule(group, node, node.Inputs, inbound, null);
                }
            }
            else if (node.Type == Types.SecurityGroup)
            {
                foreach (var direction in Directions)
                {
                    foreach (var rule in node.Inputs.Find(direction)?.AsList ?? ListValue.Empty)
                    {
                        yield return Rule(node, node, rule, direction == "ingress", direction);
                    }
                }
            }
        }
    }

    private FirewallRule Rule(ResourceNode group, ResourceNode source, PropertyValue rule, bool inbound, string? inside)
    {
        string[] ends = ["referencedSecurityGroupId", "sourceSecurityGroupId", "securityGroups", "prefixListId", "prefixListIds"];
        string[] ranges = ["cidrIpv4", "cidrIpv6", "cidrBlocks", "ipv6CidrBlocks"];
        return new FirewallRule(
            group,
            inbound,
            [
                .. ends.SelectMany(end => _scene.References.Of(source, inside ?? end, rule[end], Types.SecurityGroup, Types.Endpoint)),
                .. rule["self"].AsBool == true ? new[] { group } : [],
            ],
            [.. ranges.Where(range => !rule[range].ContainsSecrets).SelectMany(range => References.Texts(rule[range]))],
            rule["fromPort"].ContainsSecrets || rule["toPort"].ContainsSecrets || rule["ipProtocol"].ContainsSecrets || rule["protocol"].ContainsSecrets ? "" : Port(rule));
    }

    private static string Port(PropertyValue rule)
    {
        var protocol = rule["ipProtocol"].AsText ?? rule["protocol"].AsText;
        if (protocol is null or "-1" or "all")
        {
            return "all ports";
        }

        var suffix = protocol is "tcp" or "6" ? "" : $"/{protocol}";
        return (rule["fromPort"].AsNumber, rule["toPort"].AsNumber) switch
        {
            (null, _) => protocol,
            (0, 65535) => "all ports",
            ({ } from, { } to) when from != to => string.Create(CultureInfo.InvariantCulture, $"{from}-{to}{suffix}"),
            ({ } from, _) => string.Create(CultureInfo.InvariantCulture, $"{from}{suffix}"),
        };
    }

    // Environment variables and definitions hand groups on to what the code starts; they put nothing into the group.
    private void FindMembers()
    {
        foreach (var node in _scene.Graph.Nodes.Where(node => node.Custom && node.Type != Types.SecurityGroup && !RuleTypes.Contains(node.Type)))
        {
            foreach (var (property, value) in node.Inputs.Where(entry => entry.Key is not ("environment" or "containerDefinitions" or "tags" or "policy" or "values")))
            {
                var groups = References.Texts(value).Where(text => text.Contains("sg-", StringComparison.Ordinal))
                    .SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries)).SelectMany(_scene.References.Identified);
                groups = value.ContainsUnknowns ? groups.Concat(_scene.References.Origins(node, property)) : groups;
                foreach (var group in groups.Where(group => group.Type == Types.SecurityGroup).Distinct())
                {
                    var members = _members.TryGetValue(group, out var known) ? known : _members[group] = [];
                    members.AddRange(Owners(node, property).Except(members));
                }
            }
        }
    }

    // A pipe names the groups of the tasks that it starts; it is in none itself.
    private IEnumerable<ResourceNode> Owners(ResourceNode node, string property) => node.Type == Types.Pipe && property == "targetParameters"
        ? _scene.References.Of(node, "targetParameters.ecsTaskParameters.taskDefinitionArn", Types.TaskDefinition).SelectMany(_scene.DrawnFor)
        : _scene.DrawnFor(node);
}
