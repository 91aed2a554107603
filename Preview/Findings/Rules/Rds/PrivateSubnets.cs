using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Rds;

internal sealed class PrivateSubnets() : ResourceRule("aws:rds/subnetGroup:SubnetGroup")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "rds-private-subnets",
        Title = "Databases lie in subnets without a route to the internet",
        Severity = FindingSeverity.High,
        Reason = "In a public subnet one flag puts the database on the internet.",
        Fix = "Use subnets whose route table has no route to an internet gateway.",
        References = [ControlReference.Fsbp("RDS.46")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) => Verdict.Require(
        Truth.All(graph.Targets(node, "subnetIds", Subnets.Type).Select(target => target.Satisfies(subnet => !Subnets.IsPublic(graph, subnet)))),
        "a subnet has a route to an internet gateway");
}
