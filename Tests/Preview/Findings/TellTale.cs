using Infra.Preview.Findings;
using Infra.Preview.Findings.Judging;

namespace Infra.Tests.Preview.Findings;

/// <summary>A rule that gives a secret away.</summary>
internal sealed class TellTale : IRule
{
    public RuleInfo Info { get; } = new()
    {
        Id = "tell-tale",
        Title = "Tells",
        Severity = FindingSeverity.Low,
        Reason = "It is a test.",
        Fix = "None.",
        References = [ControlReference.Fsbp("S3.8")],
    };

    public IEnumerable<Outcome> Evaluate(ResourceIndex graph) =>
        graph.Of("aws:cloudwatch/metricAlarm:MetricAlarm").Select(node => new Outcome(node, Verdict.Require(false, $"it is {Houses.Canary}"), Houses.Canary));
}
