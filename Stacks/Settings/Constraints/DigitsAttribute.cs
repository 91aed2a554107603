using System.Globalization;
using System.Text.Json.Nodes;

namespace Infra.Stacks.Settings.Constraints;

/// <summary>
/// Admits texts of digits. An unquoted number is taken for such a text, because that is what YAML and `pulumi config set --path` make of it.
/// </summary>
public sealed class DigitsAttribute(int least, int most) : ConstraintAttribute
{
    /// <inheritdoc/>
    public override string Allowed => least == most
        ? string.Create(CultureInfo.InvariantCulture, $"{least} digits")
        : string.Create(CultureInfo.InvariantCulture, $"{least} to {most} digits");

    /// <inheritdoc/>
    public override bool Admits(object value) =>
        value is string text && text.Length >= least && text.Length <= most && text.All(char.IsAsciiDigit);

    /// <inheritdoc/>
    public override void Describe(JsonObject schema)
    {
        schema["type"] = new JsonArray("string", "integer");
        schema["pattern"] = string.Create(CultureInfo.InvariantCulture, $"^[0-9]{{{least},{most}}}$");
        schema["minimum"] = least == most ? (JsonNode)(long)Math.Pow(10, least - 1) : 0;
    }
}
