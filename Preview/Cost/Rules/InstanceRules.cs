using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Cost.Rules;

/// <summary>EC2 instances and volumes.</summary>
internal static class InstanceRules
{
    // What the images of Amazon Linux ask for.
    private const decimal DefaultRootGb = 8;

    public static void AddTo(Dictionary<string, Action<Costing>> rules)
    {
        rules.Add("aws:ec2/instance:Instance", PriceInstance);
        rules.Add("aws:ebs/volume:Volume", costing => PriceVolume(costing, costing.At("type"), costing.Number("size"), new Factor(1, "volume")));
    }

    /// <summary>Adds instances of a type, all month.</summary>
    public static void Bill(Costing costing, PropertyValue type, Factor count, string? note = null)
    {
        if (type.AsText is null)
        {
            costing.Missing("the instance type is not known");
            return;
        }

        costing.Line($"EC2 {type.Shown()}", $"EC2/{type.AsText}", [count, Factor.Hours], note);
    }

    /// <summary>Adds volumes of a type, `gp2` when it is not given.</summary>
    public static void PriceVolume(Costing costing, PropertyValue type, decimal? sizeGb, Factor count)
    {
        var kind = type.AsText ?? "gp2";
        if (sizeGb is not { } size || type.IsUnknown)
        {
            costing.Missing("the size of a volume is not known");
        }
        else
        {
            costing.Line($"EBS {(type.IsNull ? kind : type.Shown())}", $"EBS/{kind}-gb-month", [count, new Factor(size, "GB")]);
        }
    }

    private static void PriceInstance(Costing costing)
    {
        var one = new Factor(1, "instance");
        Bill(costing, costing.At("instanceType"), one);
        var size = costing.At("rootBlockDevice.volumeSize");
        PriceVolume(costing, costing.At("rootBlockDevice.volumeType"), size.IsNull ? DefaultRootGb : size.Decimal(), one);
        if (costing.At("ebsBlockDevices").Items() is not { } devices)
        {
            costing.Missing("its further volumes are not known");
            devices = [];
        }

        foreach (var device in devices)
        {
            PriceVolume(costing, device["volumeType"], device["volumeSize"].Decimal(), one);
        }

        var given = costing.At("associatePublicIpAddress");
        var isPublic = given.IsNull
            ? costing.Scope.Target(costing.Node, "subnetId", "aws:ec2/subnet:Subnet")?.At("mapPublicIpOnLaunch").AsBool == true
            : given.AsBool == true;
        if (given.IsUnknown)
        {
            costing.Missing("whether it has a public address is not known");
        }

        var addresses = costing.Scope.Index.Of("aws:ec2/eip:Eip").Any(address => costing.Scope.Index.Points(address, "instance", costing.Node).IsYes);
        if (isPublic && !addresses)
        {
            costing.Line("Public IPv4 address of the instance", "VPC/public-ipv4-hour", [one, Factor.Hours]);
        }
    }
}
