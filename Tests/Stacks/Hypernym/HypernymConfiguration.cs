using Infra.Stacks.Hypernym;
using Infra.Stacks.Settings.Reading;
using static Infra.Tests.Stacks.Configuration;

namespace Infra.Tests.Stacks.Hypernym;

/// <summary>Sections of Hypernym with what is required, and some more.</summary>
internal static class HypernymConfiguration
{
    public const string Image = "123456789012.dkr.ecr.us-east-1.amazonaws.com/hypernym-api:1.0.0";

    public const string Secret = "arn:aws:secretsmanager:us-east-1:123456789012:secret:hypernym/provider-AbCdEf";

    private const string Rest = $"""
        "containerImage":"{Image}","marketplaceProductCode":"a1b2c3d4e5f6g7h8i9j0"
        """;

    /// <summary>On ECS with managed inference at an address that resolves; members come on top, and replace these.</summary>
    public static string Ecs(string members) => Section($"\"compute\":\"ecs\",{Rest},\"managedApiUrl\":\"http://api.example.internal:8080\"", members);

    /// <summary>On ECS with the operator's own provider.</summary>
    public static string EcsByop(string members) => Section($"\"compute\":\"ecs\",{Rest},\"inferenceProvider\":\"byop\"", members);

    /// <summary>On EKS with managed inference.</summary>
    public static string Eks(string members) => Section($"\"compute\":\"eks\",{Rest},\"eksPublicAccessCidrs\":[\"203.0.113.0/24\"]", members);

    public static ConfigurationSource Source(string section, string environment = "dev", bool encrypted = false) =>
        Of(("infra:environment", environment), ("infra:systems", """["hypernym"]"""), ("infra:hypernym", section)) with
        {
            SecretKeys = encrypted ? new HashSet<string> { "infra:hypernym" } : [],
        };

    public static HypernymSettings Settings(string section, string environment = "dev", bool encrypted = false) =>
        (HypernymSettings)Read(Source(section, environment, encrypted)).Systems.Single().Settings;

    /// <summary>The only fault of a section.</summary>
    public static SettingFault Fault(string section, bool encrypted = false) => OnlyFault(Source(section, encrypted: encrypted));

    /// <summary>The settings that a section is warned of, each by its name.</summary>
    public static IReadOnlyList<string> Warned(string section, string environment = "dev", bool encrypted = false) =>
        [.. Read(Source(section, environment, encrypted)).Warnings.Select(warning => warning.Key["infra:hypernym.".Length..])];

    // A member given twice counts once, as given last.
    private static string Section(string required, string members)
    {
        var all = new System.Text.Json.Nodes.JsonObject();
        foreach (var json in new[] { required, members })
        {
            foreach (var (name, value) in System.Text.Json.Nodes.JsonNode.Parse($"{{{json}}}")!.AsObject())
            {
                all[name] = value?.DeepClone();
            }
        }

        return all.ToJsonString();
    }
}
