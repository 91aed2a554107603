using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Ecs;

internal sealed class FileSystemTransit() : ResourceRule("aws:ecs/taskDefinition:TaskDefinition")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "ecs-efs-encrypted-in-transit",
        Title = "EFS volumes are encrypted in transit",
        Severity = FindingSeverity.Medium,
        Reason = "NFS itself encrypts nothing: files cross the network in the clear.",
        Fix = "Set efsVolumeConfiguration.transitEncryption to ENABLED.",
        References = [ControlReference.Fsbp("ECS.18")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) => Verdict.Require(
        node.At("volumes").EveryItem(volume =>
            volume.At("efsVolumeConfiguration").IsNull ? Truth.Yes : volume.At("efsVolumeConfiguration.transitEncryption").IsOneOf("ENABLED")),
        "an EFS volume is mounted without transit encryption");
}
