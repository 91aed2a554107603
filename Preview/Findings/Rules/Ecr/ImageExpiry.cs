using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Ecr;

internal sealed class ImageExpiry() : ResourceRule("aws:ecr/repository:Repository")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "ecr-lifecycle-policy",
        Title = "Repositories expire old images",
        Severity = FindingSeverity.Low,
        Reason = "Images pile up: they cost, and old vulnerable ones stay deployable.",
        Fix = "Give the repository an aws.ecr.LifecyclePolicy.",
        References = [ControlReference.Fsbp("ECR.3")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) => Verdict.Require(
        graph.AnyPointing(["aws:ecr/lifecyclePolicy:LifecyclePolicy"], "repository", node), "no lifecycle policy belongs to the repository");
}
