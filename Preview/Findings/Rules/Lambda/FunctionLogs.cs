using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Lambda;

internal sealed class FunctionLogs() : ResourceRule("aws:lambda/function:Function")
{
    private const string Group = "aws:cloudwatch/logGroup:LogGroup";

    public override RuleInfo Info { get; } = new()
    {
        Id = "lambda-log-group",
        Title = "Functions write to a log group of the stack",
        Severity = FindingSeverity.Low,
        Reason = "Lambda makes a missing log group itself: one that keeps everything for ever and outlives the stack.",
        Fix = "Make an aws.cloudwatch.LogGroup named /aws/lambda/NAME, or name one in loggingConfig.logGroup.",
        References = [ControlReference.SecurityHub("CloudWatch.16")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph)
    {
        var named = node.At("loggingConfig.logGroup");
        var name = node.At("name") is { IsNull: false } given ? given : node.Output("name");
        var groups = graph.Of(Group);
        return Verdict.Require(
            named.IsNull
                ? Truth.Any(groups.Select(group => name.IsUnknown ? Truth.Unknown : group.At("name").IsOneOf($"/aws/lambda/{name.AsText}")))
                : Truth.Any(groups.Select(group => graph.Points(node, "loggingConfig.logGroup", group))),
            "no log group of the stack is the function's");
    }
}
