using System.Text.Json;
using Pulumi.Serialization;

namespace Pulumi;

public static partial class Output
{
    /// <summary>
    /// Writes a value, including outputs and inputs anywhere in it, as JSON text. The text is known when all of the value is and
    /// secret when any part is.
    /// </summary>
    /// <param name="value">The value.</param>
    /// <param name="options">Options of the writer, which are copied.</param>
    public static Output<string> JsonSerialize<T>(Output<T> value, JsonSerializerOptions? options = null)
        => new(OutputJson.SerializeAsync(value, options));

    /// <summary>
    /// Reads JSON text as a value. Outputs inside the value are as secret as the text and depend on the same resources.
    /// Faults with <see cref="JsonException"/> when the text does not fit.
    /// </summary>
    /// <param name="json">The text.</param>
    /// <param name="options">Options of the reader, which are copied.</param>
    public static Output<T> JsonDeserialize<T>(Output<string> json, JsonSerializerOptions? options = null)
        => new(OutputJson.DeserializeAsync<T>(json, options));
}
