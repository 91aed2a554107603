using System.Reflection;

namespace Infra.Preview.Synthesis;

/// <summary>
/// The declared outputs of every resource, object type and function, generated with the local SDKs. The table is kept as text in ordinal
/// order: a look-up searches it by halves and reads one line, so that a preview pays only for the types it meets.
/// </summary>
internal sealed class ShapeTable
{
    private static readonly Lazy<ShapeTable> Embedded = new(Load);

    private readonly string _text;
    private readonly Dictionary<string, IReadOnlyDictionary<string, Shape>?> _read = new(StringComparer.Ordinal);

    /// <summary>A table of this text: one entry per line, lines in ordinal order.</summary>
    public ShapeTable(string text) => _text = text.EndsWith('\n') ? text : text + '\n';

    /// <summary>The table that comes with the program.</summary>
    public static ShapeTable Default => Embedded.Value;

    /// <summary>The outputs of a resource type by name; null for a type that is not in the table.</summary>
    public IReadOnlyDictionary<string, Shape>? Resource(string token) => Find("R " + token);

    /// <summary>The members of an object type by name; null for a type that is not in the table.</summary>
    public IReadOnlyDictionary<string, Shape>? Object(string token) => Find("T " + token);

    /// <summary>The results of a function by name; null for a function that is not in the table.</summary>
    public IReadOnlyDictionary<string, Shape>? Function(string token) => Find("F " + token);

    /// <summary>All resource types of the table.</summary>
    public IEnumerable<string> Resources => Tokens("R ");

    /// <summary>All functions of the table.</summary>
    public IEnumerable<string> Functions => Tokens("F ");

    private IEnumerable<string> Tokens(string kind) => _text.Split('\n')
        .Where(line => line.StartsWith(kind, StringComparison.Ordinal))
        .Select(line => line[kind.Length..line.IndexOf('\t', StringComparison.Ordinal)]);

    private IReadOnlyDictionary<string, Shape>? Find(string key)
    {
        lock (_read)
        {
            if (!_read.TryGetValue(key, out var properties))
            {
                properties = Line(key) is { Length: > 0 } line ? Parse(line[(key.Length + 1)..]) : null;
                _read.Add(key, properties);
            }

            return properties;
        }
    }

    private ReadOnlySpan<char> Line(string key)
    {
        int low = 0, high = _text.Length;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var start = middle == 0 ? 0 : _text.LastIndexOf('\n', middle - 1) + 1;
            var end = _text.IndexOf('\n', start);
            var line = _text.AsSpan(start, end - start);
            var tab = line.IndexOf('\t');
            var order = (tab < 0 ? line : line[..tab]).SequenceCompareTo(key);
            if (order == 0)
            {
                return line;
            }

            (low, high) = order < 0 ? (end + 1, high) : (low, start);
        }

        return default;
    }

    private static SortedList<string, Shape> Parse(ReadOnlySpan<char> line)
    {
        var properties = new SortedList<string, Shape>(StringComparer.Ordinal);
        foreach (var range in line.Split(';'))
        {
            var property = line[range];
            var colon = property.IndexOf(':');
            if (colon > 0)
            {
                properties.Add(property[..colon].ToString(), Shape.Parse(property[(colon + 1)..]));
            }
        }

        return properties;
    }

    private static ShapeTable Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("shapes.txt");
        if (stream is null)
        {
            return new ShapeTable("");
        }

        using var reader = new StreamReader(stream);
        return new ShapeTable(reader.ReadToEnd());
    }
}
