using Infra.Preview.Model;

namespace Infra.Preview.Diff.Access;

/// <summary>Writes the parts of policies and rules as people read them.</summary>
internal static class AccessText
{
    /// <summary>A single value as its text, a secret withheld; empty for nothing.</summary>
    public static string Of(PropertyValue value) => value switch
    {
        SecretValue => PropertyJson.Withheld,
        NullValue => "",
        UnknownValue => "(known after apply)",
        TextValue text => text.Value,
        _ => value.ToString(),
    };

    /// <summary>A single value or a list of them as texts.</summary>
    public static IEnumerable<string> All(PropertyValue value) => value switch
    {
        NullValue => [],
        ListValue list => list.Items.Select(Of),
        _ => [Of(value)],
    };
}
