using System.Text.RegularExpressions;

namespace Infra.Stacks.Settings.Constraints;

/// <summary>The form of a map's keys.</summary>
/// <param name="pattern">The form as a regular expression, anchored at both ends.</param>
/// <param name="allowed">The form in words, completing "each key must be".</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KeysAttribute(string pattern, string allowed) : Attribute
{
    /// <summary>The form as a regular expression.</summary>
    public string Pattern { get; } = pattern;

    /// <summary>The form in words.</summary>
    public string Allowed { get; } = allowed;

    /// <summary>Whether a key has the form.</summary>
    public bool Admits(string key) => !key.EndsWith('\n') && Regex.IsMatch(key, Pattern, RegexOptions.CultureInvariant);
}
