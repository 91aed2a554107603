using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Lambda;

internal sealed class BoundedConcurrency() : ResourceRule("aws:lambda/function:Function")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "lambda-bounded-concurrency",
        Title = "The concurrency of functions is bounded",
        Severity = FindingSeverity.Low,
        Reason = "A function without a bound can use up the account's concurrency, and with it stop all others.",
        Fix = "Set reservedConcurrentExecutions.",
        References = [ControlReference.Checkov("CKV_AWS_115")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) =>
        Verdict.Require(node.At("reservedConcurrentExecutions").IsBetween(0), "reservedConcurrentExecutions is not set");
}
