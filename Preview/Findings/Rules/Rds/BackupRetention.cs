using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Rds;

internal sealed class BackupRetention() : ResourceRule("aws:rds/instance:Instance", "aws:rds/cluster:Cluster")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "rds-backup-retention",
        Title = "Backups of databases are kept for a week",
        Severity = FindingSeverity.Medium,
        Reason = "A fault found after the weekend can no longer be undone.",
        Fix = "Set backupRetentionPeriod to 7 days or more.",
        References = [ControlReference.Fsbp("RDS.11"), ControlReference.SecurityHub("RDS.50")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) => Verdict.Require(
        node.At("backupRetentionPeriod").IsBetween(7), $"backupRetentionPeriod is {node.At("backupRetentionPeriod").Shown()}");
}
