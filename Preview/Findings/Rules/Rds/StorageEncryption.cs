using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Rds;

internal sealed class StorageEncryption() : ResourceRule("aws:rds/instance:Instance", "aws:rds/cluster:Cluster")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "rds-encrypted",
        Title = "Databases are encrypted at rest",
        Severity = FindingSeverity.High,
        Reason = "Encryption cannot be added later: an unencrypted database has to be restored from an encrypted copy of a snapshot.",
        Fix = "Set storageEncrypted to true.",
        References = [ControlReference.Fsbp("RDS.3"), ControlReference.Fsbp("RDS.27"), ControlReference.Cis("2.3.1")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) => Verdict.Require(node.At("storageEncrypted").IsOn(), "storageEncrypted is not true");
}
