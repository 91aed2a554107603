using System.Globalization;
using Infra.Stacks.Settings.Shapes;

namespace Infra.Stacks.Settings.Reading;

/// <summary>Where a value stands: its path as `pulumi config set --path` takes it, and the setting it belongs to.</summary>
internal sealed record SettingPlace(string Path, SettingInfo Setting, bool IsSecret = false)
{
    /// <summary>Whether the place is an element of the setting rather than its whole value.</summary>
    public bool IsElement { get; private init; }

    public SettingPlace Item(int index) => this with { Path = string.Create(CultureInfo.InvariantCulture, $"{Path}[{index}]"), IsElement = true };

    public SettingPlace Member(string name) => this with { Path = Join(Path, name), IsElement = true };

    /// <summary>The path of a member: `.name`, or `["na.me"]` for a name that would not survive so.</summary>
    public static string Join(string path, string name) =>
        name.Length > 0 && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_')
            ? $"{path}.{name}"
            : $"{path}[\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"]";
}
