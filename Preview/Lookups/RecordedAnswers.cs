using System.Text.Json;
using Infra.Preview.Model;
using Infra.Preview.Synthesis;

namespace Infra.Preview.Lookups;

/// <summary>Answers recorded in a document: `{ "answers": [ { "call": token, "args": {…}, "result": {…} } ] }`.</summary>
internal sealed class RecordedAnswers
{
    private readonly ILookup<string, JsonElement> _byCall;

    private RecordedAnswers(JsonElement answers) =>
        _byCall = answers.EnumerateArray().ToLookup(answer => answer.GetProperty("call").GetString()!, StringComparer.Ordinal);

    /// <summary>The answers that come with the program.</summary>
    public static RecordedAnswers Embedded { get; } = new(RegionFacts.Document.GetProperty("answers"));

    /// <summary>The answers of a file. Anything but such a document throws <see cref="FormatException"/>.</summary>
    public static RecordedAnswers FromFile(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            var root = document.RootElement.Clone();
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("answers", out var answers) && answers.ValueKind == JsonValueKind.Array
                && answers.EnumerateArray().All(Wellformed)
                ? new RecordedAnswers(answers)
                : throw Malformed(path, "it has another form");
        }
        catch (JsonException fault)
        {
            throw Malformed(path, fault.Message);
        }
    }

    /// <summary>
    /// The result of the record that names the call and, of all whose arguments the call's include, has the most; of equals the last one. Null when
    /// there is none. `region` among a record's arguments is compared with the region that the call goes to.
    /// </summary>
    public PropertyValue? Find(string token, MapValue args, string region)
    {
        var plain = args.PlainMap();
        JsonElement? best = null;
        var most = -1;
        foreach (var answer in _byCall[token])
        {
            var wanted = answer.TryGetProperty("args", out var given) ? (MapValue)JsonValues.From(given) : MapValue.Empty;
            if (wanted.Count >= most && wanted.All(arg => arg.Key == "region" ? arg.Value.AsText == region : Equals(plain.Find(arg.Key), arg.Value)))
            {
                best = answer.GetProperty("result");
                most = wanted.Count;
            }
        }

        return best is { } result ? JsonValues.From(result) : null;
    }

    private static bool Wellformed(JsonElement answer) =>
        answer.ValueKind == JsonValueKind.Object
        && answer.TryGetProperty("call", out var call) && call.ValueKind == JsonValueKind.String
        && answer.TryGetProperty("result", out var result) && result.ValueKind == JsonValueKind.Object
        && (!answer.TryGetProperty("args", out var args) || args.ValueKind == JsonValueKind.Object);

    private static FormatException Malformed(string path, string fault) => new(
        $"'{path}' holds no recorded answers: {fault}. Allowed: "
        + """{ "answers": [ { "call": "package:module/function:function", "args": {}, "result": {} } ] }. Mend the file.""");
}
