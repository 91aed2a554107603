using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Ecr;

internal sealed class ScanOnPush() : ResourceRule("aws:ecr/repository:Repository")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "ecr-scan-on-push",
        Title = "Images are scanned when they are pushed",
        Severity = FindingSeverity.Medium,
        Reason = "Known vulnerabilities of an image stay unknown until somebody looks.",
        Fix = "Set imageScanningConfiguration.scanOnPush to true.",
        References = [ControlReference.Fsbp("ECR.1")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) =>
        Verdict.Require(node.At("imageScanningConfiguration.scanOnPush").IsOn(), "scanOnPush is not true");
}
