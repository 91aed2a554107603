using System.Globalization;
using Infra.Preview.Model;

namespace Infra.Preview.Rendering;

/// <summary>The stack outputs, and what still waits for someone in a block of its own.</summary>
internal static class OutputsBlock
{
    private const string PendingKey = "pending";

    public static void Write(TextCanvas canvas, MapValue outputs, bool showSecrets)
    {
        var pending = new List<string>();
        var shown = WithoutPending(outputs, "", pending);
        if (shown.Count > 0)
        {
            canvas.Write("Outputs:", Ink.Bold).Line();
            Members(canvas, shown, 1, showSecrets);
            canvas.Line();
        }

        if (pending.Count > 0)
        {
            canvas.Write("Pending:", Ink.Bold).Line();
            foreach (var sentence in pending)
            {
                canvas.WriteWhole($"  - {sentence}").Line();
            }

            canvas.Line();
        }
    }

    // Outputs stand at the top or in one group a system; a `pending` list counts in both places.
    private static MapValue WithoutPending(MapValue outputs, string group, List<string> pending)
    {
        var rest = new List<KeyValuePair<string, PropertyValue>>();
        foreach (var (key, value) in outputs)
        {
            if (key == PendingKey && value is ListValue list)
            {
                pending.AddRange(list.Items.Select(item => (group.Length == 0 ? "" : $"{group}: ") + Scalar(item, showSecrets: false)));
            }
            else
            {
                rest.Add(KeyValuePair.Create(key, group.Length == 0 && value is MapValue inner ? WithoutPending(inner, key, pending) : value));
            }
        }

        return new MapValue(rest);
    }

    private static void Members(TextCanvas canvas, MapValue map, int depth, bool showSecrets)
    {
        var width = map.Where(member => !Nests(member.Value, showSecrets)).Select(member => member.Key.Length).DefaultIfEmpty().Max();
        foreach (var (key, value) in map)
        {
            var nests = Nests(value, showSecrets);
            canvas.Write(new string(' ', depth * 4)).WriteWhole(nests ? key : key.PadRight(width)).WriteWhole(":");
            Value(canvas, value, depth, showSecrets);
        }
    }

    private static void Value(TextCanvas canvas, PropertyValue value, int depth, bool showSecrets)
    {
        if (!Nests(value, showSecrets))
        {
            canvas.WriteWhole($" {Scalar(value, showSecrets)}").Line();
            return;
        }

        canvas.Line();
        switch (value.Unwrapped)
        {
            case MapValue map:
                Members(canvas, map, depth + 1, showSecrets);
                break;
            case ListValue list:
                foreach (var item in list.Items)
                {
                    canvas.Write(new string(' ', (depth + 1) * 4)).WriteWhole("-");
                    Value(canvas, item, depth + 1, showSecrets);
                }

                break;
            default:
                break;
        }
    }

    private static bool Nests(PropertyValue value, bool showSecrets) =>
        (value is not SecretValue || showSecrets) && value.Unwrapped is MapValue { Count: > 0 } or ListValue { Count: > 0 };

    private static string Scalar(PropertyValue value, bool showSecrets) => value switch
    {
        SecretValue secret => showSecrets ? Scalar(secret.Inner, showSecrets) : PropertyJson.Withheld,
        UnknownValue => "[unknown]",
        TextValue text => text.Value.Contains('\n', StringComparison.Ordinal) ? PropertyJson.Text(text, showSecrets) : text.Value,
        NumberValue number => number.Value.ToString("R", CultureInfo.InvariantCulture),
        ReferenceValue reference => reference.Urn,
        _ => PropertyJson.Text(value, showSecrets),
    };
}
