using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Efs;

internal sealed class FileSystemBackup() : ResourceRule("aws:efs/fileSystem:FileSystem")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "efs-backup",
        Title = "File systems are backed up",
        Severity = FindingSeverity.Medium,
        Reason = "A deleted directory is gone.",
        Fix = "Give the file system an aws.efs.BackupPolicy with status ENABLED.",
        References = [ControlReference.Fsbp("EFS.2"), ControlReference.Fsbp("EFS.7")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) => Verdict.Require(
        graph.AnyPointing(["aws:efs/backupPolicy:BackupPolicy"], "fileSystemId", node, policy => policy.At("backupPolicy.status").IsOneOf("ENABLED")),
        "no backup policy with status ENABLED belongs to the file system");
}
