using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Writes and reads JSON with outputs inside.</summary>
internal static class OutputJson
{
    public static async Task<OutputData<string>> SerializeAsync<T>(Output<T> value, JsonSerializerOptions? options)
    {
        var source = await value.DataTask.ConfigureAwait(false);
        if (!source.IsKnown)
        {
            return source.AsUnknown<string>();
        }

        var pending = new List<Task>();
        while (true)
        {
            // The writer cannot wait: a pass that meets unfinished outputs is repeated when they are finished.
            pending.Clear();
            var converter = new OutputJsonWriter(pending);
            var text = JsonSerializer.Serialize(source.Value, Extend(options, converter));
            if (pending.Count == 0)
            {
                var summary = converter.Summary;
                summary.Add(source);
                return summary.With(summary.IsKnown ? text : null!);
            }

            await Task.WhenAll(pending).ConfigureAwait(false);
        }
    }

    public static async Task<OutputData<T>> DeserializeAsync<T>(Output<string> json, JsonSerializerOptions? options)
    {
        var source = await json.DataTask.ConfigureAwait(false);
        return source.IsKnown
            ? new OutputData<T>(
                source.Resources,
                JsonSerializer.Deserialize<T>(source.Value, Extend(options, new OutputJsonReader(source.Resources, source.IsSecret)))!,
                true,
                source.IsSecret)
            : source.AsUnknown<T>();
    }

    private static JsonSerializerOptions Extend(JsonSerializerOptions? options, System.Text.Json.Serialization.JsonConverter converter)
    {
        var extended = options is null ? new JsonSerializerOptions() : new JsonSerializerOptions(options);
        extended.Converters.Add(converter);
        return extended;
    }
}
