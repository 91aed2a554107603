using System.Globalization;
using System.Text;

namespace Infra.Preview.Stacks;

/// <summary>A configuration key with a path into its value, as `pulumi config set --path` takes it: `ns:name.member["other.member"][0]`.</summary>
internal sealed record ConfigPath(string Key, IReadOnlyList<object> Segments)
{
    /// <summary>Splits the text; a key without a namespace belongs to the project. A text that is no path throws <see cref="FormatException"/>.</summary>
    public static ConfigPath Parse(string text, string project)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var dot = text.AsSpan().IndexOfAny('.', '[');
        var hasNamespace = colon >= 0 && (dot < 0 || colon < dot);
        var prefix = hasNamespace ? text[..colon] : project;
        var segments = Split(hasNamespace ? text[(colon + 1)..] : text);
        return prefix.Length > 0 && segments is [string { Length: > 0 } name, ..]
            ? new ConfigPath($"{prefix}:{name}", segments[1..])
            : throw new FormatException("expected NAMESPACE:NAME, followed by .MEMBER and [INDEX] as needed");
    }

    private static List<object> Split(string path)
    {
        var segments = new List<object>();
        var position = 0;
        while (position < path.Length)
        {
            switch (path[position])
            {
                case '.' when segments.Count > 0 && position + 1 < path.Length && path[position + 1] is not ('.' or '['):
                    position++;
                    break;
                case '.':
                    throw new FormatException("a '.' stands where a name is expected");
                case '[':
                    segments.Add(Bracket(path, ref position));
                    break;
                default:
                    var end = path.AsSpan(position).IndexOfAny('.', '[');
                    end = end < 0 ? path.Length : position + end;
                    segments.Add(path[position..end]);
                    position = end;
                    break;
            }
        }

        return segments;
    }

    private static object Bracket(string path, ref int position)
    {
        position++;
        if (position < path.Length && path[position] == '"')
        {
            var name = new StringBuilder();
            for (position++; position < path.Length && path[position] != '"'; position++)
            {
                if (path[position] == '\\' && position + 1 < path.Length)
                {
                    position++;
                }

                name.Append(path[position]);
            }

            position++;
            Close(path, ref position);
            return name.ToString();
        }

        var end = path.IndexOf(']', position);
        var digits = end < 0 ? path[position..] : path[position..end];
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            throw new FormatException($"'[{digits}' is neither an index such as [0] nor a name such as [\"name\"]");
        }

        position = end < 0 ? path.Length : end;
        Close(path, ref position);
        return index;
    }

    private static void Close(string path, ref int position)
    {
        if (position >= path.Length || path[position] != ']')
        {
            throw new FormatException("a '[' has no ']'");
        }

        position++;
    }
}
