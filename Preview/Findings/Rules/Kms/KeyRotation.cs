using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Kms;

internal sealed class KeyRotation() : ResourceRule("aws:kms/key:Key")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "kms-rotation",
        Title = "Customer keys rotate",
        Severity = FindingSeverity.Medium,
        Reason = "A key that never changes protects more data every year.",
        Fix = "Set enableKeyRotation to true.",
        References = [ControlReference.SecurityHub("KMS.4"), ControlReference.Cis("3.6")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph)
    {
        // Only symmetric keys rotate by themselves.
        var spec = node.At("customerMasterKeySpec");
        return Verdict.Require(node.At("enableKeyRotation").IsOn(), "enableKeyRotation is not true").When(spec.IsNull ? Truth.Yes : spec.IsOneOf("SYMMETRIC_DEFAULT"));
    }
}
