using System.Globalization;
using System.Text;
using Infra.Preview.Model;

namespace Infra.Preview.Synthesis;

/// <summary>
/// Fills the templates of the rule tables. Placeholders: `&lt;region&gt;`, `&lt;account&gt;`, `&lt;id&gt;`, `&lt;name&gt;`, `&lt;time&gt;`,
/// `&lt;hex:17&gt;`, `&lt;digits:9&gt;`, `&lt;lower:10&gt;`, `&lt;upper:10&gt;`, `&lt;mixed:10&gt;`, `&lt;uuid&gt;` (each with `:purpose` behind, else the
/// property's name), `&lt;ip&gt;`, `&lt;publicip&gt;`, `&lt;in:path|default&gt;` an input, `&lt;last:path&gt;` the last part of an ARN or URL,
/// `&lt;out:name&gt;` another output. A template that begins with `!` names a function of <see cref="Computed"/>.
/// </summary>
internal static class Templates
{
    /// <summary>When everything was made.</summary>
    public const string Time = "2024-01-01T00:00:00Z";

    // Set aside for documentation, so that nobody's address is shown.
    private static readonly string[] DocumentationBlocks = ["192.0.2", "198.51.100", "203.0.113"];

    /// <summary>The template's value in the shape declared: text as it is, all else read as JSON.</summary>
    public static PropertyValue Value(string template, string property, Shape shape, Synthesis synthesis)
    {
        if (template.StartsWith('!'))
        {
            return Computed.Value(template[1..], property, synthesis);
        }

        var text = Fill(template, property, synthesis, out var secret);
        PropertyValue value = shape.Kind is ShapeKind.Text or ShapeKind.Any ? text : JsonValues.Parse(text);
        return secret ? new SecretValue(value) : value;
    }

    /// <summary>The template as text.</summary>
    public static string Text(string template, string property, Synthesis synthesis) => template.StartsWith('!')
        ? Synthesis.TextOf(Computed.Value(template[1..], property, synthesis))
        : Fill(template, property, synthesis, out _);

    private static string Fill(string template, string property, Synthesis synthesis, out bool secret)
    {
        secret = false;
        var filled = new StringBuilder();
        var position = 0;
        while (template.IndexOf('<', position) is >= 0 and var open)
        {
            var close = template.IndexOf('>', open);
            filled.Append(template, position, open - position);
            filled.Append(Placeholder(template[(open + 1)..close], property, synthesis, ref secret));
            position = close + 1;
        }

        return filled.Append(template, position, template.Length - position).ToString();
    }

    private static string Placeholder(string placeholder, string property, Synthesis synthesis, ref bool secret)
    {
        var parts = placeholder.Split(':', 3);
        var seed = synthesis.Seed(parts.Length > 2 ? parts[2] : property);
        switch (parts[0])
        {
            case "region":
                return synthesis.Region;
            case "account":
                return synthesis.Account;
            case "id":
                return synthesis.Id();
            case "name":
                return parts.Length > 1 ? synthesis.Name.ToLowerInvariant() : synthesis.Name;
            case "time":
                return Time;
            case "uuid":
                return Digest.Uuid(synthesis.Seed(parts.Length > 1 ? parts[1] : property));
            case "ip":
                return $"10.{Digest.Number(seed + "1", 256)}.{Digest.Number(seed + "2", 256)}.{1 + Digest.Number(seed + "3", 254)}";
            case "publicip":
                return $"{DocumentationBlocks[Digest.Number(seed + "1", 3)]}.{1 + Digest.Number(seed + "2", 254)}";
            case "in":
                var value = Input(placeholder[3..], synthesis, out var fallback);
                secret |= value.ContainsSecrets;
                return Synthesis.TextOf(value) is { Length: > 0 } text ? text : fallback;
            case "last":
                value = Input(placeholder[5..], synthesis, out fallback);
                secret |= value.ContainsSecrets;
                return Synthesis.TextOf(value) is { Length: > 0 } whole ? whole[(whole.LastIndexOfAny(['/', ':']) + 1)..] : fallback;
            case "out":
                value = synthesis.Output(parts[1]);
                secret |= value.ContainsSecrets;
                return Synthesis.TextOf(value);
            default:
                var length = int.Parse(parts[1], CultureInfo.InvariantCulture);
                return parts[0] switch
                {
                    "hex" => Digest.Hex(seed, length),
                    "digits" => Digest.Digits(seed, length),
                    "lower" => Digest.Lower(seed, length),
                    "upper" => Digest.Upper(seed, length),
                    "mixed" => Digest.Mixed(seed, length),
                    _ => throw new InvalidOperationException($"A rule has the unknown placeholder <{placeholder}>. Mend the table."),
                };
        }
    }

    private static PropertyValue Input(string path, Synthesis synthesis, out string fallback)
    {
        var bar = path.IndexOf('|', StringComparison.Ordinal);
        fallback = bar < 0 ? "" : path[(bar + 1)..];
        PropertyValue value = synthesis.Node.Inputs;
        foreach (var part in (bar < 0 ? path : path[..bar]).Split('.'))
        {
            value = int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? value[index] : value[part];
        }

        return value;
    }
}
