using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Ecr;

internal sealed class ImmutableTags() : ResourceRule("aws:ecr/repository:Repository")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "ecr-immutable-tags",
        Title = "Tags of images do not move",
        Severity = FindingSeverity.Medium,
        Reason = "A tag that moves makes a running version unknowable and lets whoever may push replace what is deployed.",
        Fix = "Set imageTagMutability to IMMUTABLE, or IMMUTABLE_WITH_EXCLUSION with a filter for the tags that must move.",
        References = [ControlReference.Fsbp("ECR.2")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) =>
        Verdict.Require(node.At("imageTagMutability").IsOneOf("IMMUTABLE", "IMMUTABLE_WITH_EXCLUSION"), "tags are mutable");
}
