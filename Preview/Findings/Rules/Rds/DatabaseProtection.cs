using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Rds;

internal sealed class DatabaseProtection() : ResourceRule("aws:rds/instance:Instance", "aws:rds/cluster:Cluster")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "rds-deletion-protection",
        Title = "Databases of production are protected from deletion",
        Severity = FindingSeverity.High,
        Reason = "One wrong command removes the database.",
        Fix = "Set deletionProtection to true in production.",
        References = [ControlReference.Fsbp("RDS.7"), ControlReference.Fsbp("RDS.8")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) =>
        Verdict.Require(node.At("deletionProtection").IsOn(), "deletionProtection is not true").When(ResourceIndex.IsProduction(node));
}
