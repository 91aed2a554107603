using System.Text;
using Infra.Components;
using Infra.Stacks.Settings.Reading;
using Infra.Stacks.Settings.Shapes;

namespace Infra.Stacks.Settings.Reference;

/// <summary>Writes the configuration reference.</summary>
internal static class SettingsReference
{
    public const string EnvironmentMeaning = "What the stack is for. Sizes and data protection follow from it.";
    public const string SystemsMeaning = "The systems that the stack deploys.";

    /// <summary>The reference as Markdown.</summary>
    public static string Write(IReadOnlyList<SystemDefinition> catalog)
    {
        var page = new StringBuilder($"""
            # Configuration

            <!-- Written from the settings records in Stacks/. Change those, not this file. -->

            A stack is one file, `Pulumi.STACK.yaml`. The least it must hold:

            ```yaml
            {MinimalStackFile.Text(catalog[0]).TrimEnd()}
            ```

            Set values in the file, or with `pulumi config set --path infra:{catalog[0].Key}.SETTING VALUE`; secrets with `--secret` added.
            The whole configuration is checked before anything is registered, and all faults are reported together.
            A section for a system that is not selected is a fault. Settings that are not given take their defaults; to leave one unset, leave out its line.
            Keys of other namespaces, such as `aws:region`, do not reach the systems: each has its own provider, with the region of its section and
            the credentials of the AWS environment variables.

            ## All stacks

            | Key | Type | Default | Allowed | Meaning |
            |---|---|---|---|---|
            | `infra:environment` | choice | required | {Choices(Enum.GetNames<DeploymentEnvironment>().Select(Names.CamelCase))} | {EnvironmentMeaning} |
            | `infra:systems` | list | required | at least one of {Choices(catalog.Select(system => system.Key))} | {SystemsMeaning} |

            """);
        foreach (var system in catalog)
        {
            WriteSystem(page, system);
        }

        return page.ToString();
    }

    /// <summary>What a setting decides, with its note.</summary>
    public static string Meaning(SettingInfo setting) => string.Join(' ', new[] { setting.Meaning, setting.Note }.OfType<string>());

    /// <summary>What holds when the setting is not given.</summary>
    public static string Default(SettingInfo setting)
    {
        if (setting.IsRequired)
        {
            return "required";
        }

        var general = setting.DefaultText is { } words ? Cell(words) : Literal(setting.Default);
        var particular = setting.EnvironmentDefaults.Select(entry => $"{Names.CamelCase(entry.Environment.ToString())}: {Literal(entry.Value)}");
        return string.Join("; ", particular.Prepend(general));
    }

    private static void WriteSystem(StringBuilder page, SystemDefinition system)
    {
        page.Append($"""

            ## {system.Title}: `infra:{system.Key}`

            | Setting | Type | Default | Allowed | Meaning |
            |---|---|---|---|---|

            """);
        WriteSettings(page, new RecordShape(system.SettingsType), "");
    }

    private static void WriteSettings(StringBuilder page, RecordShape shape, string prefix)
    {
        foreach (var setting in shape.Settings)
        {
            var (allowed, meaning) = (Cell(Allowed(setting.Shape)), Cell(Meaning(setting)));
            page.Append($"| `{prefix}{setting.Name}` | {setting.Shape.Kind} | {Default(setting)} | {allowed} | {meaning} |\n");
            if (setting.Shape is ObjectShape inner)
            {
                WriteSettings(page, inner.Record, $"{prefix}{setting.Name}.");
            }
        }
    }

    private static string Literal(object? value) => value switch
    {
        IReadOnlyCollection<string> { Count: > 0 } texts => string.Join(", ", texts.Select(text => $"`{text}`")),
        _ => Defaults.Text(value) is { } text ? $"`{text}`" : "none",
    };

    // Without what the type column already says.
    private static string Allowed(ValueShape shape) => shape switch
    {
        ObjectShape => "the settings below",
        ScalarShape { Constraints.Count: > 0 } scalar => string.Join(", ", scalar.Constraints.Select(constraint => constraint.Allowed)),
        ScalarShape => "any",
        SecretShape secret => Allowed(secret.Text),
        ListShape list => list.Count is { } count ? $"{count.Allowed}, each {Allowed(list.Item)}" : $"each {Allowed(list.Item)}",
        MapShape map => string.Join(
            "; ", new[] { map.Count?.Allowed, map.Keys is { } keys ? $"keys {keys.Allowed}" : null, $"values {Allowed(map.Value)}" }.OfType<string>()),
        _ => shape.Allowed,
    };

    private static string Choices(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"`{name}`"));

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
