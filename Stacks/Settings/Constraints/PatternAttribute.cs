using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Infra.Stacks.Settings.Constraints;

/// <summary>Admits texts of one form.</summary>
/// <param name="pattern">The form as a regular expression that .NET and JSON Schema read alike, anchored at both ends.</param>
/// <param name="allowed">The form in words, completing "must be".</param>
public sealed class PatternAttribute(string pattern, string allowed) : ConstraintAttribute
{
    /// <inheritdoc/>
    public override string Allowed => allowed;

    /// <inheritdoc/>
    // `$` also matches before a last line break; a setting never ends in one.
    public override bool Admits(object value) =>
        value is string text && !text.EndsWith('\n') && Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant);

    /// <inheritdoc/>
    public override void Describe(JsonObject schema) => schema["pattern"] = pattern;
}
