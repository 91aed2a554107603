using System.Text;
using Infra.Stacks.Settings.Shapes;

namespace Infra.Stacks.Settings.Reading;

/// <summary>The least that a stack file must hold, for those who have none yet.</summary>
internal static class MinimalStackFile
{
    public static string Message(string stack, IReadOnlyList<SystemDefinition> catalog) =>
        $"Stack {stack} has no configuration of this program: no key starts with {ConfigurationSource.Namespace}:. Nothing was registered.\n"
        + $"Write a file Pulumi.{stack}.yaml that names the environment (dev, staging or prod) and the systems "
        + $"({Names.AnyOf([.. catalog.Select(system => system.Key)])}), at least:\n\n{Text(catalog[0])}";

    public static string Text(SystemDefinition system)
    {
        var text = new StringBuilder($"""
            # yaml-language-server: $schema=Stacks/config.schema.json
            config:
              infra:environment: dev
              infra:systems: [{system.Key}]

            """);
        var required = new RecordShape(system.SettingsType).Settings.Where(setting => setting.IsRequired).ToList();
        if (required.Count > 0)
        {
            text.Append("  infra:").Append(system.Key).Append(":\n");
        }

        foreach (var setting in required)
        {
            var value = setting.Shape is TextShape ? $"\"{setting.Example}\"" : setting.Example;
            text.Append("    ").Append(setting.Name).Append(": ").Append(value).Append('\n');
        }

        return text.ToString();
    }
}
