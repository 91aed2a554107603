using System.Globalization;
using System.Text.Json;

namespace Infra.Stacks.Settings.Reading;

/// <summary>Describes the values that faults are about.</summary>
internal static class Got
{
    public const string Secret = "a secret value (not shown)";

    // A decrypted value is always a text: any text beside one could be the encrypted one in the wrong place.
    private const string Hidden = "a text (not shown, because the section holds encrypted values)";

    private const int LongestText = 80;

    public static string Of(JsonElement element, bool hidesText) => element.ValueKind switch
    {
        JsonValueKind.String => hidesText ? Hidden : Text(element.GetString()!),
        JsonValueKind.Array => Amount(element.GetArrayLength(), "a list of", "element"),
        JsonValueKind.Object => Amount(element.EnumerateObject().Count(), "an object of", "key"),
        JsonValueKind.Null => "nothing (null)",
        _ => element.GetRawText(),
    };

    public static string Text(string text) => text.Length <= LongestText ? $"\"{text}\"" : $"\"{text.AsSpan(0, LongestText)}…\"";

    private static string Amount(int amount, string of, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{of} {amount} {unit}{(amount == 1 ? "" : "s")}");
}
