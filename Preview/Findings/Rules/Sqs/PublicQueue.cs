using Infra.Preview.Findings.Judging;

namespace Infra.Preview.Findings.Rules.Sqs;

internal sealed class PublicQueue : StatementRule
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "sqs-policy-not-public",
        Title = "Policies of queues and topics do not allow anyone",
        Severity = FindingSeverity.Critical,
        Reason = "Anyone then sends work to the application or reads its messages.",
        Fix = "Name the principal, or bind the statement with a condition such as aws:SourceArn.",
        References = [ControlReference.Fsbp("SQS.3")],
    };

    protected override IReadOnlyList<(string Type, string Path)> Policies => [("aws:sqs/queuePolicy:QueuePolicy", "policy"), ("aws:sqs/queue:Queue", "policy"), ("aws:sns/topicPolicy:TopicPolicy", "policy")];

    protected override Verdict Judge(PolicyStatement statement) => Verdict.Require(!statement.IsForAnyone, "anyone is allowed");
}
