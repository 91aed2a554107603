using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Rds;

internal sealed class DatabaseReach() : ResourceRule("aws:rds/instance:Instance", "aws:rds/cluster:Cluster", "aws:rds/proxy:Proxy")
{
    private const string Group = "aws:ec2/securityGroup:SecurityGroup";

    public override RuleInfo Info { get; } = new()
    {
        Id = "rds-behind-application",
        Title = "Nothing that the internet reaches reaches a database directly",
        Severity = FindingSeverity.High,
        Reason = "Between the internet and the data there is then a single machine: whoever takes it over queries the database.",
        Fix = "Let only the groups of the application in; front the internet with a load balancer that has a group of its own.",
        References = [ControlReference.WellArchitected("SEC05-BP01", "sec_network_protection_create_layers")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph)
    {
        var exposed = graph.Of(Group)
            .Select(group => (group, Open: Truth.Any(IngressRule.Of(graph, group).Select(rule => rule.IsOpenToWorld & rule.IsOf(graph, group)))))
            .Where(entry => !entry.Open.IsNo)
            .ToList();
        return Verdict.Require([
            .. exposed.Select(entry => (
                !(entry.Open & Truth.Any(graph.Targets(node, "vpcSecurityGroupIds", Group).Select(target => target.Candidates.Count == 0
                    ? Truth.Unknown
                    : target.Satisfies(own => LetsIn(graph, own, entry.group))))),
                $"security group {entry.group.Name}, which the internet reaches, is let in")),
        ]);
    }

    private static Truth LetsIn(ResourceIndex graph, ResourceNode own, ResourceNode other) => Truth.Any(IngressRule.Of(graph, own).Select(rule =>
        rule.IsOf(graph, own) & Truth.Any(rule.GroupPaths.Select(path => graph.Points(rule.Node, path.Path, path.Value, other)))));
}
