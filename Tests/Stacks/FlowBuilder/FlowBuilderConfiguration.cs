using Infra.Stacks.FlowBuilder;
using Infra.Stacks.Settings.Reading;
using static Infra.Tests.Stacks.Configuration;

namespace Infra.Tests.Stacks.FlowBuilder;

/// <summary>Sections of Flow Builder.</summary>
internal static class FlowBuilderConfiguration
{
    /// <summary>What the ultra variant needs.</summary>
    public const string Ultra = "\"variant\":\"ultraCostOptimized\",\"dbHost\":\"db.example.com\"";

    public static ConfigurationSource Source(string members, string environment = "dev", bool encrypted = false) =>
        Of(("infra:environment", environment), ("infra:systems", """["flowBuilder"]"""), ("infra:flowBuilder", $"{{{members}}}")) with
        {
            SecretKeys = encrypted ? new HashSet<string> { "infra:flowBuilder" } : [],
        };

    public static FlowBuilderSettings Settings(string members, string environment = "dev", bool encrypted = false) =>
        (FlowBuilderSettings)Read(Source(members, environment, encrypted)).Systems.Single().Settings;

    /// <summary>The only fault of a section.</summary>
    public static SettingFault Fault(string members, string environment = "dev", bool encrypted = false) =>
        OnlyFault(Source(members, environment, encrypted));

    /// <summary>The settings that a section is warned of, each by its name.</summary>
    public static IReadOnlyList<string> Warned(string members, string environment = "dev") =>
        [.. Read(Source(members, environment)).Warnings.Select(warning => warning.Key["infra:flowBuilder.".Length..])];
}
