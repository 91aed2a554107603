using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulumi.Serialization;

/// <summary>Writes outputs and inputs as the values they hold, and sums up what is known about them.</summary>
/// <param name="pending">Receives the outputs that are not finished yet; null is written for them.</param>
internal sealed class OutputJsonWriter(List<Task> pending) : JsonConverterFactory
{
    private OutputSummary _summary = new();

    /// <summary>What is known about all outputs written so far.</summary>
    public OutputSummary Summary => _summary;

    public override bool CanConvert(Type typeToConvert)
        => typeof(IOutput).IsAssignableFrom(typeToConvert) || typeof(IInput).IsAssignableFrom(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
        => (JsonConverter)Activator.CreateInstance(
            typeof(ValueWriter<>).MakeGenericType(typeToConvert),
            BindingFlags.Instance | BindingFlags.Public,
            null,
            [this],
            null)!;

    private void Write(Utf8JsonWriter writer, object? value, JsonSerializerOptions options)
    {
        var output = value as IOutput ?? (value as IInput)?.ToOutput();
        if (output is null)
        {
            writer.WriteNullValue();
            return;
        }

        var task = output.GetDataAsync();
        if (!task.IsCompleted)
        {
            pending.Add(task);
            writer.WriteNullValue();
            return;
        }

        JsonSerializer.Serialize(writer, _summary.Add(task.GetAwaiter().GetResult()), options);
    }

    private sealed class ValueWriter<T>(OutputJsonWriter owner) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => throw new NotSupportedException($"{typeToConvert.FullName} is only written here.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => owner.Write(writer, value, options);
    }
}

/// <summary>Reads outputs: known, and with the secrecy and resources of the text they are read from.</summary>
internal sealed class OutputJsonReader(ImmutableHashSet<Resource> resources, bool isSecret) : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert)
        => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Output<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
        => (JsonConverter)Activator.CreateInstance(
            typeof(ValueReader<>).MakeGenericType(typeToConvert.GenericTypeArguments),
            BindingFlags.Instance | BindingFlags.Public,
            null,
            [resources, isSecret],
            null)!;

    private sealed class ValueReader<T>(ImmutableHashSet<Resource> resources, bool isSecret) : JsonConverter<Output<T>>
    {
        public override bool HandleNull => true;

        public override Output<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => new(Task.FromResult(new OutputData<T>(resources, JsonSerializer.Deserialize<T>(ref reader, options)!, true, isSecret)));

        public override void Write(Utf8JsonWriter writer, Output<T> value, JsonSerializerOptions options)
            => throw new NotSupportedException($"{typeof(Output<T>).FullName} is only read here.");
    }
}
