using System.Globalization;

namespace Infra.Preview.Diff.Values;

/// <summary>A property path of a resource option such as `ignoreChanges`: `a.b`, `a[0]`, `a["b"]`, `a[*].b` or `*`.</summary>
internal sealed class PropertyPattern
{
    private const string Any = "*";
    private readonly List<string> _steps = [];

    public PropertyPattern(string text)
    {
        var position = 0;
        while (position < text.Length)
        {
            switch (text[position])
            {
                case '.':
                    position++;
                    break;
                case '[' when position + 1 < text.Length && text[position + 1] == '"':
                    var end = text.IndexOf("\"]", position + 2, StringComparison.Ordinal);
                    end = end < 0 ? text.Length : end;
                    _steps.Add(text[(position + 2)..end].Replace("\\\"", "\"", StringComparison.Ordinal));
                    position = end + 2;
                    break;
                case '[':
                    var close = text.IndexOf(']', position);
                    close = close < 0 ? text.Length : close;
                    _steps.Add(text[(position + 1)..close]);
                    position = close + 1;
                    break;
                default:
                    var next = text.AsSpan(position).IndexOfAny('.', '[');
                    var stop = next < 0 ? text.Length : position + next;
                    _steps.Add(text[position..stop]);
                    position = stop;
                    break;
            }
        }
    }

    /// <summary>The steps, `*` for any member or element.</summary>
    public IReadOnlyList<string> Steps => _steps;

    public static bool IsAny(string step) => step == Any;

    /// <summary>Whether a difference at that path lies at, below or above what the pattern names.</summary>
    public bool Touches(IReadOnlyList<PathStep> path)
    {
        for (var index = 0; index < Math.Min(path.Count, _steps.Count); index++)
        {
            var step = path[index];
            // A set's element has no position: any position may be meant.
            var matches = IsAny(_steps[index])
                || (step.Key is { } key
                    ? key == _steps[index]
                    : step.Index < 0 || step.Index.ToString(CultureInfo.InvariantCulture) == _steps[index]);
            if (!matches)
            {
                return false;
            }
        }

        return true;
    }
}
