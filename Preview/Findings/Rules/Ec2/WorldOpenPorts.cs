using Infra.Preview.Findings.Judging;

namespace Infra.Preview.Findings.Rules.Ec2;

internal sealed class WorldOpenPorts : IRule
{
    public RuleInfo Info { get; } = new()
    {
        Id = "ec2-world-open-ports",
        Title = "Only web ports are open to the internet",
        Severity = FindingSeverity.High,
        Reason = "Every other port that the internet reaches is a service that was not written to be attacked.",
        Fix = "Let the port in from a security group or a known range; only 80 and 443 of a public listener are for everyone.",
        References = [ControlReference.Fsbp("EC2.18")],
    };

    public IEnumerable<Outcome> Evaluate(ResourceIndex graph) => IngressRule.All(graph).Select(rule => new Outcome(
        rule.Node, Verdict.Require(!rule.IsOpenToWorld | rule.IsWithin(80, 443), $"{rule.Ports} is open to the internet")));
}
