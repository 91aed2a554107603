using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Ec2;

internal sealed class VolumeEncryption()
    : ResourceRule(
        "aws:ebs/volume:Volume",
        "aws:ec2/instance:Instance",
        "aws:ec2/launchTemplate:LaunchTemplate")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "ec2-volumes-encrypted",
        Title = "Volumes are encrypted",
        Severity = FindingSeverity.High,
        Reason = "An unencrypted volume and every snapshot of it can be read by whoever gets hold of it.",
        Fix = "Set encrypted on each block device, the root device included, or encrypt by default with aws.ebs.EncryptionByDefault.",
        References = [ControlReference.Fsbp("EC2.3"), ControlReference.Fsbp("EC2.7"), ControlReference.Cis("2.2.1")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph)
    {
        var byDefault = Truth.Any(graph.Of("aws:ebs/encryptionByDefault:EncryptionByDefault").Select(setting => setting.At("enabled").IsOn(whenMissing: true)));
        var encrypted = node.Type switch
        {
            "aws:ebs/volume:Volume" => node.At("encrypted").IsOn(),
            "aws:ec2/instance:Instance" => node.At("rootBlockDevice.encrypted").IsOn()
                & node.At("ebsBlockDevices").EveryItem(device => device.At("encrypted").IsOn()),
            _ => node.At("blockDeviceMappings").IsGiven()
                & node.At("blockDeviceMappings").EveryItem(mapping => mapping.At("ebs").IsNull ? Truth.Yes : mapping.At("ebs.encrypted").IsOn()),
        };
        return Verdict.Require(encrypted | byDefault, "a volume is not encrypted");
    }
}
