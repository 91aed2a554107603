using System.Text.Encodings.Web;
using System.Text.Json;
using Infra.Preview.Engine;
using Infra.Preview.Model;
using Infra.Preview.Synthesis;

namespace Infra.Preview.Lookups;

/// <summary>
/// Answers function calls: from the file given, then from the facts that come with the program, then by computing what needs no account.
/// Results are completed to the function's declared shape: arguments are echoed, absent lists and maps are empty.
/// </summary>
public sealed class LookupTable : ILookupTable
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly RecordedAnswers? _file;
    private readonly ShapeTable _shapes;

    /// <summary>A table of the recorded facts, and of a file of further ones when one is given. A file of another form throws <see cref="FormatException"/>.</summary>
    public LookupTable(string? file = null)
        : this(file, ShapeTable.Default)
    {
    }

    internal LookupTable(string? file, ShapeTable shapes)
    {
        _file = file is null ? null : RecordedAnswers.FromFile(file);
        _shapes = shapes;
    }

    /// <inheritdoc/>
    public MapValue Answer(string token, MapValue args, LookupContext context)
    {
        ArgumentNullException.ThrowIfNull(token);
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(context);
        var call = new LookupCall(token, args.PlainMap(), context.ProviderNode, _shapes);
        var result = _file?.Find(token, args, call.Region)?.AsMap
            ?? call.Fill(RecordedAnswers.Embedded.Find(token, args, call.Region))
            ?? Answers.Compute(call)
            ?? throw new LookupMissingException(Missing(call));
        return call.Complete(result);
    }

    private static string Missing(LookupCall call)
    {
        var args = JsonSerializer.SerializeToElement(JsonDocument.Parse(call.Args.ToString()).RootElement);
        var results = call.Declared is { } declared
            ? declared.Where(property => !property.Value.Optional && !call.Args.ContainsKey(property.Key)).Select(property => property.Key)
            : ["id"];
        var snippet = JsonSerializer.Serialize(
            new { answers = new[] { new { call = call.Token, args, result = results.ToDictionary(name => name, _ => "…") } } },
            Readable);
        return $"No answer is recorded for the call {call.Token} with {call.Args} (region {call.Region}). "
            + "Allowed: calls whose answer is among the recorded facts or in a file given with --lookups. Record what AWS answers in such a file; what the program does not read may be left out:\n" + snippet;
    }
}
