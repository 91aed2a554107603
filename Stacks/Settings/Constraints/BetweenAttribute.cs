using System.Globalization;
using System.Text.Json.Nodes;

namespace Infra.Stacks.Settings.Constraints;

/// <summary>Admits numbers from one to another, both included.</summary>
public sealed class BetweenAttribute(double least, double most) : ConstraintAttribute
{
    /// <inheritdoc/>
    public override string Allowed => string.Create(CultureInfo.InvariantCulture, $"from {least} to {most}");

    /// <inheritdoc/>
    public override bool Admits(object value) =>
        Convert.ToDecimal(value, CultureInfo.InvariantCulture) is var number && number >= (decimal)least && number <= (decimal)most;

    /// <inheritdoc/>
    public override void Describe(JsonObject schema)
    {
        schema["minimum"] = Number(least);
        schema["maximum"] = Number(most);
    }

    private static JsonValue Number(double number) => double.IsInteger(number) ? JsonValue.Create((long)number) : JsonValue.Create((decimal)number);
}
