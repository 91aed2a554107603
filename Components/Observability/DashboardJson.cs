using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Infra.Components.Observability;

/// <summary>Writes dashboards as the JSON that CloudWatch reads (CloudWatch API, dashboard body structure).</summary>
internal static class DashboardJson
{
    // Readable where the text is shown: it is never put into a web page.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IEnumerable<ResolvedWidget> widgets)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("widgets");
            foreach (var widget in widgets)
            {
                Write(writer, widget);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, ResolvedWidget resolved)
    {
        writer.WriteStartObject();
        writer.WriteNumber("height", resolved.Widget.Height);
        writer.WriteStartObject("properties");
        switch (resolved.Widget)
        {
            case MetricWidget graph:
                WriteGraph(writer, graph, resolved);
                break;
            case TextWidget text:
                writer.WriteString("markdown", text.Markdown);
                break;
            default:
                throw new NotSupportedException($"No widget can be written of {resolved.Widget.GetType().Name}.");
        }

        writer.WriteEndObject();
        writer.WriteString("type", resolved.Widget is MetricWidget ? "metric" : "text");
        writer.WriteNumber("width", resolved.Widget.Width);
        writer.WriteEndObject();
    }

    private static void WriteGraph(Utf8JsonWriter writer, MetricWidget graph, ResolvedWidget resolved)
    {
        writer.WriteStartArray("metrics");
        foreach (var (metric, dimensions) in graph.Metrics.Zip(resolved.Dimensions))
        {
            WriteMetric(writer, graph, metric, dimensions);
        }

        writer.WriteEndArray();
        writer.WriteNumber("period", graph.PeriodSeconds);
        writer.WriteString("region", resolved.Region);
        writer.WriteString("stat", graph.Statistic.Word());
        writer.WriteString("title", graph.Title);
        writer.WriteString("view", "timeSeries");
    }

    private static void WriteMetric(Utf8JsonWriter writer, MetricWidget graph, Metric metric, ImmutableDictionary<string, string> dimensions)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(metric.Namespace);
        writer.WriteStringValue(metric.Name);
        foreach (var (name, value) in dimensions.OrderBy(dimension => dimension.Key, StringComparer.Ordinal))
        {
            writer.WriteStringValue(name);
            writer.WriteStringValue(value);
        }

        if (metric.Label is not null || metric.Statistic != graph.Statistic)
        {
            WriteOptions(writer, graph, metric);
        }

        writer.WriteEndArray();
    }

    private static void WriteOptions(Utf8JsonWriter writer, MetricWidget graph, Metric metric)
    {
        writer.WriteStartObject();
        if (metric.Label is { } label)
        {
            writer.WriteString("label", label);
        }

        if (metric.Statistic != graph.Statistic)
        {
            writer.WriteString("stat", metric.Statistic.Word());
        }

        writer.WriteEndObject();
    }
}
