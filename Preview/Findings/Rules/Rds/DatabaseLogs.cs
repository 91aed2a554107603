using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Rds;

internal sealed class DatabaseLogs() : ResourceRule("aws:rds/instance:Instance", "aws:rds/cluster:Cluster")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "rds-logs-exported",
        Title = "PostgreSQL sends its log to CloudWatch",
        Severity = FindingSeverity.Low,
        Reason = "The log on the instance is kept for days and lost with it.",
        Fix = "Set enabledCloudwatchLogsExports to postgresql.",
        References = [ControlReference.Fsbp("RDS.36"), ControlReference.Fsbp("RDS.37")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) => Verdict
        .Require(node.At("enabledCloudwatchLogsExports").AnyItem(log => log.IsOneOf("postgresql")), "enabledCloudwatchLogsExports does not name postgresql")
        .When(node.At("engine").IsOneOf("postgres", "aurora-postgresql"));
}
