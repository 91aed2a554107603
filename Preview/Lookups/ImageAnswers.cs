using System.Text.Json;
using Infra.Preview.Model;
using Infra.Preview.Synthesis;

namespace Infra.Preview.Lookups;

/// <summary>Answers about machine images. Their ids change with every release, so they are made up from the question.</summary>
internal static class ImageAnswers
{
    private const string Released = "2024-01-01T00:00:00.000Z";

    public static string Id(LookupCall call) => "ami-" + Digest.Hex(call.Seed("image"), 17);

    public static MapValue Image(LookupCall call)
    {
        var pattern = call.FirstFilter("name") ?? call.Text("nameRegex");
        var architecture = call.FirstFilter("architecture")
            ?? (pattern.Contains("arm64", StringComparison.Ordinal) || pattern.Contains("aarch64", StringComparison.Ordinal) ? "arm64" : "x86_64");
        var owner = call.Args["owners"][0].AsText ?? "amazon";
        var ubuntu = owner == "099720109477";
        return MapValue.Of(
            ("id", Id(call)),
            ("imageId", Id(call)),
            ("arn", $"arn:aws:ec2:{call.Region}::image/{Id(call)}"),
            ("architecture", architecture),
            ("bootMode", "uefi-preferred"),
            ("creationDate", Released),
            ("enaSupport", true),
            ("hypervisor", "xen"),
            ("imageOwnerAlias", owner == "amazon" ? "amazon" : ""),
            ("imageType", "machine"),
            ("imdsSupport", "v2.0"),
            ("name", pattern.Replace("*", "20240101", StringComparison.Ordinal)),
            ("ownerId", owner.Length == 12 ? owner : "137112412989"),
            ("platformDetails", "Linux/UNIX"),
            ("public", true),
            ("rootDeviceName", ubuntu ? "/dev/sda1" : "/dev/xvda"),
            ("rootDeviceType", "ebs"),
            ("rootSnapshotId", "snap-" + Digest.Hex(call.Seed("snapshot"), 17)),
            ("sriovNetSupport", "simple"),
            ("state", "available"),
            ("usageOperation", "RunInstances"),
            ("virtualizationType", "hvm"));
    }

    /// <summary>A public parameter that holds an image, as EC2, ECS, EKS and Canonical publish them; null for every other parameter.</summary>
    public static MapValue? Parameter(LookupCall call)
    {
        var name = call.Text("name");
        if (!name.StartsWith("/aws/service/", StringComparison.Ordinal)
            || !(name.Contains("ami-", StringComparison.Ordinal) || name.Contains("-ami", StringComparison.Ordinal)
                || name.Contains("bottlerocket", StringComparison.Ordinal) || name.Contains("canonical", StringComparison.Ordinal)))
        {
            return null;
        }

        var value = name.EndsWith("/recommended", StringComparison.Ordinal)
            ? JsonSerializer.Serialize(new Dictionary<string, string> { ["image_id"] = Id(call), ["image_name"] = name.Split('/')[^2] })
            : Id(call);
        return MapValue.Of(
            ("id", name),
            ("arn", $"arn:aws:ssm:{call.Region}::parameter{name}"),
            ("type", "String"),
            ("value", new SecretValue(value)),
            ("insecureValue", value),
            ("version", 1));
    }
}
