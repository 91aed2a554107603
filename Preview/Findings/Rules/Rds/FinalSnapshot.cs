using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Rds;

internal sealed class FinalSnapshot() : ResourceRule("aws:rds/instance:Instance", "aws:rds/cluster:Cluster")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "rds-final-snapshot",
        Title = "Databases of production leave a snapshot behind",
        Severity = FindingSeverity.High,
        Reason = "Automatic backups go with the database; the final snapshot is what remains.",
        Fix = "Set skipFinalSnapshot to false and finalSnapshotIdentifier in production.",
        References = [ControlReference.WellArchitected("REL09-BP03", "rel_backing_up_data_automated_backups_data")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) =>
        Verdict.Require(!node.At("skipFinalSnapshot").IsOn(), "skipFinalSnapshot is true").When(ResourceIndex.IsProduction(node));
}
