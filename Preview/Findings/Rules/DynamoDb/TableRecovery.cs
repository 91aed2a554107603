using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.DynamoDb;

internal sealed class TableRecovery() : ResourceRule("aws:dynamodb/table:Table")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "dynamodb-point-in-time-recovery",
        Title = "Tables can be restored to a point in time",
        Severity = FindingSeverity.Medium,
        Reason = "A faulty write or delete is final otherwise.",
        Fix = "Set pointInTimeRecovery.enabled to true.",
        References = [ControlReference.Fsbp("DynamoDB.2")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) =>
        Verdict.Require(node.At("pointInTimeRecovery.enabled").IsOn(), "pointInTimeRecovery is not enabled");
}
