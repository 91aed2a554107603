using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Infra.Preview.Stacks;

/// <summary>
/// A YAML file as nodes. Built from the parser's events: the object deserialiser inspects types by reflection, which costs more
/// start-up time than the whole rest of reading a stack file.
/// </summary>
internal sealed class YamlFile
{
    private readonly Dictionary<string, YamlNode> _anchors = new(StringComparer.Ordinal);
    private readonly Parser _parser;

    private YamlFile(string path, string text)
    {
        Path = path;
        _parser = new Parser(new StringReader(text));
        SchemaReference = FindSchemaReference(text);
    }

    public string Path { get; }

    /// <summary>The top of the file; an empty file is an empty mapping.</summary>
    public YamlMapping Root { get; private set; } = new([], 1);

    /// <summary>What a first-lines comment `# yaml-language-server: $schema=…` points at; null when there is none.</summary>
    public string? SchemaReference { get; }

    /// <summary>Reads a file. What is no YAML, or no mapping at the top, throws <see cref="PreviewException"/> with file and line.</summary>
    public static YamlFile Read(string path)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PreviewException($"Cannot read {path}: {exception.Message}", exception);
        }

        return Parse(path, text);
    }

    /// <summary>Reads a text; the path names it in faults.</summary>
    public static YamlFile Parse(string path, string text)
    {
        var file = new YamlFile(path, text);
        try
        {
            file.ReadRoot();
        }
        catch (YamlException fault)
        {
            throw new PreviewException($"{path}({fault.Start.Line},{fault.Start.Column}): not valid YAML: {fault.Message}", fault);
        }

        return file;
    }

    /// <summary>A fault at a place in this file.</summary>
    public PreviewException Fault(int line, string message) => new($"{Path}({line}): {message}");

    private void ReadRoot()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            return;
        }

        _parser.Consume<DocumentStart>();
        var node = Node();
        Root = node switch
        {
            YamlMapping mapping => mapping,
            YamlScalar { Text: "", Quoted: false } => Root,
            _ => throw Fault(node.Line, $"the file holds {Describe(node)}; expected a mapping such as `config:`."),
        };
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out var second))
        {
            throw Fault((int)second.Start.Line, "the file holds more than one document; expected one.");
        }
    }

    private YamlNode Node()
    {
        switch (_parser.Current)
        {
            case Scalar scalar:
                _parser.MoveNext();
                return Anchored(scalar, new YamlScalar(scalar.Value, scalar.Style != ScalarStyle.Plain, Line(scalar)));
            case SequenceStart start:
                _parser.MoveNext();
                var items = new List<YamlNode>();
                while (!_parser.TryConsume<SequenceEnd>(out _))
                {
                    items.Add(Node());
                }

                return Anchored(start, new YamlSequence(items, Line(start)));
            case MappingStart start:
                _parser.MoveNext();
                return Anchored(start, Mapping(Line(start)));
            case AnchorAlias alias:
                _parser.MoveNext();
                return _anchors.GetValueOrDefault(alias.Value.Value)
                    ?? throw Fault(Line(alias), $"the alias *{alias.Value.Value} stands before its anchor.");
            default:
                throw new YamlException(_parser.Current!.Start, _parser.Current.End, "unexpected content");
        }
    }

    private YamlMapping Mapping(int line)
    {
        var mapping = new YamlMapping([], line);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = Node();
            if (key is not YamlScalar { Text: var name })
            {
                throw Fault(key.Line, $"a key is {Describe(key)}; expected a text.");
            }

            if (mapping.Find(name) is { } earlier)
            {
                throw Fault(key.Line, $"the key '{name}' is given twice, first on line {earlier.Line}; keep one.");
            }

            mapping.Members.Add(KeyValuePair.Create(name, Node()));
        }

        return mapping;
    }

    private YamlNode Anchored(NodeEvent node, YamlNode value)
    {
        if (!node.Anchor.IsEmpty)
        {
            _anchors[node.Anchor.Value] = value;
        }

        return value;
    }

    public static string Describe(YamlNode node) => node switch
    {
        YamlMapping => "a mapping",
        YamlSequence => "a list",
        _ => "a single value",
    };

    private static int Line(ParsingEvent parsed) => (int)parsed.Start.Line;

    private static string? FindSchemaReference(string text)
    {
        const string Marker = "# yaml-language-server: $schema=";
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.StartsWith(Marker, StringComparison.Ordinal))
            {
                return line[Marker.Length..].Trim().ToString();
            }

            if (line.Length > 0 && line[0] != '#')
            {
                return null;
            }
        }

        return null;
    }
}
