using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Eks;

internal sealed class ClusterVersion() : ResourceRule("aws:eks/cluster:Cluster")
{
    // The last days of standard support, by https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html.
    private static readonly Dictionary<string, DateOnly> Ends = new(StringComparer.Ordinal)
    {
        ["1.34"] = new(2026, 12, 2),
        ["1.35"] = new(2027, 3, 27),
        ["1.36"] = new(2027, 8, 2),
    };

    public override RuleInfo Info { get; } = new()
    {
        Id = "eks-supported-version",
        Title = "Clusters run a version in standard support",
        Severity = FindingSeverity.Medium,
        Reason = "A version in extended support costs six times as much an hour and gets fewer fixes; after it, AWS upgrades without asking.",
        Fix = "Set version to one in standard support and upgradePolicy.supportType to STANDARD.",
        References = [ControlReference.Fsbp("EKS.2")],
    };

    // Missing means the newest, which moves on its own.
    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) => Verdict.Require(
        node.At("version").Satisfies(version => Ends.TryGetValue(version, out var end) && graph.Today <= end),
        $"version {node.At("version").Shown()} is not in standard support");
}
