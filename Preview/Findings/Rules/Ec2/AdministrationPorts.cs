using Infra.Preview.Findings.Judging;

namespace Infra.Preview.Findings.Rules.Ec2;

internal sealed class AdministrationPorts : IRule
{
    private static readonly int[] Ports =
    [
        20, 21, 22, 23, 25, 110, 135, 143, 445, 1433, 1434, 2049, 3000, 3306, 3389, 4333, 5000, 5432, 5500, 5601, 6379, 8080, 8088, 8888, 9200, 9300, 11211, 27017,
    ];

    public RuleInfo Info { get; } = new()
    {
        Id = "ec2-administration-ports-closed",
        Title = "Ports of administration and databases are closed to the internet",
        Severity = FindingSeverity.Critical,
        Reason = "Remote shells, desktops and databases are what scanners try first; a weak or leaked password is then enough.",
        Fix = "Let the port in from a security group or a configured range only; use Session Manager for shells.",
        References = [ControlReference.Fsbp("EC2.19"), ControlReference.SecurityHub("EC2.53"), ControlReference.SecurityHub("EC2.54"), ControlReference.Cis("5.2"), ControlReference.Cis("5.3")],
    };

    public IEnumerable<Outcome> Evaluate(ResourceIndex graph) => IngressRule.All(graph).Select(rule => new Outcome(
        rule.Node,
        Verdict.Require(!(rule.IsOpenToWorld & Truth.Any(Ports.Select(rule.Covers))), $"{rule.Ports} is open to the internet")));
}
