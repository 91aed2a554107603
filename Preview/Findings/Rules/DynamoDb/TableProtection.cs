using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.DynamoDb;

internal sealed class TableProtection() : ResourceRule("aws:dynamodb/table:Table")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "dynamodb-deletion-protection",
        Title = "Tables of production are protected from deletion",
        Severity = FindingSeverity.High,
        Reason = "One wrong command removes the table and everything in it.",
        Fix = "Set deletionProtectionEnabled to true in production.",
        References = [ControlReference.Fsbp("DynamoDB.6")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) =>
        Verdict.Require(node.At("deletionProtectionEnabled").IsOn(), "deletionProtectionEnabled is not true").When(ResourceIndex.IsProduction(node));
}
