using System.Globalization;
using Infra.Stacks.Settings.Constraints;
using Infra.Stacks.Settings.Shapes;

namespace Infra.Stacks.Settings.Reading;

/// <summary>The commands that mend a configuration.</summary>
internal static class Fix
{
    /// <summary>Sets a setting, or an element of it, to a legal value.</summary>
    /// <param name="place">What to set.</param>
    /// <param name="value">The value to set. Default: null, the setting's example or default.</param>
    public static string Set(SettingPlace place, string? value = null)
    {
        if (place.IsSecret)
        {
            return $"pulumi config set --secret --path {Quote(place.Path)}";
        }

        return Scalar(place, out var path) is { } shape && (value ?? Legal(place.Setting, shape)) is { } legal
            ? $"pulumi config set --path {TypeOption(shape, legal)}{Quote(path)} {Quote(legal)}"
            : $"correct {place.Path} in the stack file";
    }

    /// <summary>Takes a key away.</summary>
    public static string Remove(string path) => $"pulumi config rm --path {Quote(path)}";

    /// <summary>A word for the shell: quoted when it holds more than letters, digits and harmless signs.</summary>
    public static string Quote(string word) =>
        word.Length > 0 && word.All(character => char.IsAsciiLetterOrDigit(character) || "-_.:/,@=+".Contains(character, StringComparison.Ordinal))
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    // A list is set by its first element; maps, objects and their parts are clearer in the file.
    private static ValueShape? Scalar(SettingPlace place, out string path)
    {
        path = place.Path;
        ValueShape? shape = place.Setting.Shape;
        if (shape is ListShape list)
        {
            shape = list.Item;
            path = place.IsElement ? path : $"{path}[0]";
        }
        else if (shape is MapShape map)
        {
            shape = place.IsElement ? map.Value : null;
        }

        return shape is ScalarShape or ChoiceShape ? shape : null;
    }

    private static string? Legal(SettingInfo setting, ValueShape shape) =>
        setting.Example ?? Defaults.Text(setting.Default) ?? (shape is ChoiceShape choice ? choice.Choices[0] : null);

    // The command takes whole numbers, true and false for what they look like, and everything else for a text.
    private static string TypeOption(ValueShape shape, string value) => shape switch
    {
        NumberShape when !LooksWhole(value) => "--type float ",
        TextShape text when (LooksWhole(value) || value is "true" or "false") && !text.Constraints.Any(constraint => constraint is DigitsAttribute) =>
            "--type string ",
        _ => "",
    };

    private static bool LooksWhole(string value) => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
}
