using System.Collections;
using System.Globalization;

namespace Infra.Stacks.Settings.Shapes;

/// <summary>Defaults as configuration writes them.</summary>
internal static class Defaults
{
    /// <summary>A single value as text; null for none, for an empty text, and for lists, maps and objects.</summary>
    public static string? Text(object? value) => value switch
    {
        null or "" => null,
        bool flag => flag ? "true" : "false",
        Enum choice => Names.CamelCase(choice.ToString()),
        string text => text,
        IEnumerable or SettingsObject => null,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };
}
