using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Efs;

internal sealed class AccessPointBounds() : ResourceRule("aws:efs/accessPoint:AccessPoint")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "efs-access-point-bounds",
        Title = "Access points enforce a directory and a user",
        Severity = FindingSeverity.Medium,
        Reason = "Without them a client sees the whole file system and may be any user of it.",
        Fix = "Set rootDirectory.path to other than / and posixUser.",
        References = [ControlReference.Fsbp("EFS.3"), ControlReference.Fsbp("EFS.4")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) => Verdict.Require(
        (node.At("rootDirectory.path").Satisfies(path => path != "/"), "rootDirectory.path is the root"),
        (node.At("posixUser").IsGiven(), "posixUser is not set"));
}
