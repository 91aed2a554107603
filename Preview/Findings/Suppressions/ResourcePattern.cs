using Infra.Preview.Model;

namespace Infra.Preview.Findings;

/// <summary>How suppressions name resources.</summary>
internal static class ResourcePattern
{
    private const string Below = "/**";

    public static bool Matches(string pattern, ResourceNode node)
    {
        if (pattern.StartsWith("urn:", StringComparison.Ordinal))
        {
            return pattern == node.Urn;
        }

        var path = ResourcePath.Of(node);
        if (!pattern.EndsWith(Below, StringComparison.Ordinal))
        {
            return path == pattern;
        }

        var component = pattern[..^Below.Length];
        return path == component || path.StartsWith(component + "/", StringComparison.Ordinal);
    }

    /// <summary>The name of the outermost component that the pattern names; null for a URN.</summary>
    public static string? System(string pattern) =>
        pattern.StartsWith("urn:", StringComparison.Ordinal) ? null : pattern.Split('/')[0];

    /// <summary>Whether a text matches a pattern in which `*` stands for any text.</summary>
    public static bool MatchesText(string pattern, string text)
    {
        var pieces = pattern.Split('*');
        if (pieces.Length == 1)
        {
            return pattern == text;
        }

        if (!text.StartsWith(pieces[0], StringComparison.Ordinal))
        {
            return false;
        }

        var position = pieces[0].Length;
        foreach (var piece in pieces[1..^1])
        {
            var found = text.IndexOf(piece, position, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            position = found + piece.Length;
        }

        return text.Length - position >= pieces[^1].Length && text.EndsWith(pieces[^1], StringComparison.Ordinal);
    }
}
