using System.Globalization;
using System.Text.Json.Nodes;

namespace Infra.Stacks.Settings.Constraints;

/// <summary>Admits texts of a length, in characters, both ends included.</summary>
public sealed class LengthAttribute(int least, int most) : ConstraintAttribute
{
    /// <inheritdoc/>
    public override string Allowed => string.Create(CultureInfo.InvariantCulture, $"{least} to {most} characters long");

    /// <inheritdoc/>
    public override bool Admits(object value) => value is string text && text.Length >= least && text.Length <= most;

    /// <inheritdoc/>
    public override void Describe(JsonObject schema)
    {
        schema["minLength"] = least;
        schema["maxLength"] = most;
    }
}
