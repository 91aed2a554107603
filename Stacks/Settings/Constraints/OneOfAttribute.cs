using System.Globalization;
using System.Text.Json.Nodes;

namespace Infra.Stacks.Settings.Constraints;

/// <summary>Admits the listed texts or whole numbers only.</summary>
public sealed class OneOfAttribute(params object[] values) : ConstraintAttribute
{
    /// <inheritdoc/>
    public override string Allowed => $"one of {string.Join(", ", Texts)}";

    private IEnumerable<string> Texts => values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)!);

    /// <inheritdoc/>
    public override bool Admits(object value) => Array.IndexOf(values, value) >= 0;

    /// <inheritdoc/>
    public override string? Nearest(string text) => NearestName.Of(text, Texts);

    /// <inheritdoc/>
    public override void Describe(JsonObject schema) =>
        schema["enum"] = new JsonArray([.. values.Select(value => value is int number ? (JsonNode)number : (string)value)]);
}
