using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Efs;

internal sealed class FileSystemEncryption() : ResourceRule("aws:efs/fileSystem:FileSystem")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "efs-encrypted",
        Title = "File systems are encrypted at rest",
        Severity = FindingSeverity.High,
        Reason = "Encryption cannot be added later: an unencrypted file system has to be copied.",
        Fix = "Set encrypted to true.",
        References = [ControlReference.Fsbp("EFS.1"), ControlReference.Fsbp("EFS.8"), ControlReference.Cis("2.4.1")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) => Verdict.Require(node.At("encrypted").IsOn(), "encrypted is not true");
}
