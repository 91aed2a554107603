using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Pulumi;

namespace Infra.Components.Containers;

/// <summary>Writes the containers of a task as the JSON that ECS reads.</summary>
public static class ContainerDefinitions
{
    // Readable where the text is shown: it is never put into a web page.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// The containers in order; variables sorted by name, so that the same containers always give the same text.
    /// Unknown or secret values make the whole text unknown or secret.
    /// </summary>
    public static Output<string> ToJson(params IEnumerable<ContainerDefinition> containers) =>
        Output.All(containers.Select(Resolve)).Apply(resolved => Write(resolved));

    private static Output<ResolvedContainer> Resolve(ContainerDefinition container) =>
        Output.Tuple(
            container.Image.ToOutput(),
            container.Environment.ToOutput(),
            container.Secrets.ToOutput(),
            container.Log.Group.ToOutput(),
            container.Log.Region.ToOutput())
        .Apply(values => new ResolvedContainer(container, values.Item1, values.Item2, values.Item3, values.Item4, values.Item5));

    private static string Write(IEnumerable<ResolvedContainer> containers)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartArray();
            foreach (var container in containers)
            {
                ContainerWriter.Write(writer, container);
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}

internal sealed record ResolvedContainer(
    ContainerDefinition Definition,
    string Image,
    ImmutableDictionary<string, string> Environment,
    ImmutableDictionary<string, string> Secrets,
    string LogGroup,
    string LogRegion);
