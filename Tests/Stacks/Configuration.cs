using Infra.Stacks;
using Infra.Stacks.Hyperp;
using Infra.Stacks.Settings;
using Infra.Stacks.Settings.Reading;
using Infra.Tests.Support;
using NUnit.Framework;

namespace Infra.Tests.Stacks;

/// <summary>Configurations as the engine hands them over, made without an environment.</summary>
internal static class Configuration
{
    public const string Stack = "test";

    /// <summary>A configuration of the given keys and values.</summary>
    public static ConfigurationSource Of(params (string Key, string Value)[] values) => new()
    {
        Values = values.ToDictionary(entry => entry.Key, entry => entry.Value),
        Stack = Stack,
        Directory = Scenario.RepositoryDirectory,
    };

    /// <summary>A dev stack of Hyperp with that section.</summary>
    public static ConfigurationSource OfHyperp(string section, string environment = "dev", bool encrypted = false) =>
        Of(("infra:environment", environment), ("infra:systems", """["hyperp"]"""), ("infra:hyperp", section)) with
        {
            SecretKeys = encrypted ? new HashSet<string> { "infra:hyperp" } : [],
        };

    /// <summary>A section of Hyperp with the required settings and some more, given as JSON members.</summary>
    public static string Section(string members) => $$"""{"githubAppId":"1"{{(members.Length > 0 ? "," : "")}}{{members}}}""";

    public static StackSettings Read(ConfigurationSource source) => StackSettings.Read(source, SystemCatalog.All);

    public static HyperpSettings ReadHyperp(string members, string environment = "dev", bool encrypted = false) =>
        (HyperpSettings)Read(OfHyperp(Section(members), environment, encrypted)).Systems.Single().Settings;

    /// <summary>The exception that reading ends in.</summary>
    public static ConfigurationException Refusal(ConfigurationSource source) => Refusal(source, SystemCatalog.All);

    public static ConfigurationException Refusal(ConfigurationSource source, IReadOnlyList<SystemDefinition> catalog) =>
        Assert.Throws<ConfigurationException>(() => StackSettings.Read(source, catalog))!;

    /// <summary>A catalogue of Hyperp alone: what messages list then does not change with every new system.</summary>
    public static IReadOnlyList<SystemDefinition> HyperpAlone { get; } = [.. SystemCatalog.All.Where(system => system.Key == "hyperp")];

    /// <summary>The only fault of a configuration.</summary>
    public static SettingFault OnlyFault(ConfigurationSource source, IReadOnlyList<SystemDefinition>? catalog = null)
    {
        var faults = Refusal(source, catalog ?? SystemCatalog.All).Faults;
        Assert.That(faults, Has.Count.EqualTo(1), () => string.Join('\n', faults));
        return faults[0];
    }

    /// <summary>A system of a test's own, which registers nothing.</summary>
    public static SystemDefinition System<TSettings>(string key, string title = "Sample")
        where TSettings : SystemSettings =>
        SystemDefinition.Of<TSettings>(key, title, (_, _) => Task.FromResult(new SystemOutputs()));
}
