using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Rds;

internal sealed class ProxyEncryption() : ResourceRule("aws:rds/proxy:Proxy")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "rds-proxy-tls",
        Title = "Proxies demand TLS",
        Severity = FindingSeverity.High,
        Reason = "Passwords and rows would cross the network readable.",
        Fix = "Set requireTls to true.",
        References = [ControlReference.Fsbp("RDS.43")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) => Verdict.Require(node.At("requireTls").IsOn(), "requireTls is not true");
}
