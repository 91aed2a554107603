using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Elb;

internal sealed class AccessLogs() : ResourceRule("aws:lb/loadBalancer:LoadBalancer")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "elb-access-logs",
        Title = "Load balancers keep access logs",
        Severity = FindingSeverity.Medium,
        Reason = "Without them nobody can tell who called what when something went wrong.",
        Fix = "Set accessLogs with a bucket and enabled true.",
        References = [ControlReference.Fsbp("ELB.5")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) => Verdict.Require(node.At("accessLogs.enabled").IsOn(), "accessLogs is not enabled");
}
