using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Infra.Preview.Cost.Reports;

/// <summary>Writes an estimate for other programs. Amounts are US dollars a month, to six decimals; it holds no value of a text property.</summary>
internal static class CostJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(CostEstimate estimate, string stack, (string Name, CostEstimate Estimate)? before = null)
    {
        var buffer = new ArrayBufferWriter<byte>(64 << 10);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("stack", stack);
            writer.WriteString("currency", "USD");
            writer.WriteNumber("hoursPerMonth", CostEstimate.HoursPerMonth);
            writer.WriteString("profile", estimate.Profile);
            if (estimate.PriceDates is { } dates)
            {
                writer.WriteString("oldestPrice", dates.Oldest.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                writer.WriteString("newestPrice", dates.Newest.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            }

            Amounts(writer, estimate.Low, estimate.High);
            if (before is { } earlier)
            {
                writer.WriteStartObject("before");
                writer.WriteString("version", earlier.Name);
                Amounts(writer, earlier.Estimate.Low, earlier.Estimate.High);
                writer.WriteEndObject();
                writer.WriteNumber("increase", Rounded(estimate.High - earlier.Estimate.High));
            }

            writer.WriteStartObject("counts");
            foreach (var status in Enum.GetValues<CostStatus>())
            {
                writer.WriteNumber(Name(status), estimate.Count(status));
            }

            writer.WriteEndObject();
            Totals(writer, "systems", estimate.Systems);
            Totals(writer, "components", estimate.Components);
            Resources(writer, estimate);
            writer.WriteStartArray("notes");
            foreach (var note in estimate.Notes)
            {
                writer.WriteStringValue(note);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Resources(Utf8JsonWriter writer, CostEstimate estimate)
    {
        writer.WriteStartArray("resources");
        foreach (var resource in estimate.Resources)
        {
            writer.WriteStartObject();
            writer.WriteString("urn", resource.Resource.Urn);
            writer.WriteString("path", resource.Path);
            writer.WriteString("type", resource.Resource.Type);
            writer.WriteString("status", Name(resource.Status));
            if (resource.Reason.Length > 0)
            {
                writer.WriteString("reason", resource.Reason);
            }

            Amounts(writer, resource.Low, resource.High);
            writer.WriteStartArray("items");
            foreach (var line in resource.Lines)
            {
                Item(writer, line);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Item(Utf8JsonWriter writer, CostLine line)
    {
        writer.WriteStartObject();
        writer.WriteString("item", line.Item);
        writer.WriteNumber("quantity", Rounded(line.Quantity));
        writer.WriteString("unit", line.Unit);
        writer.WriteNumber("priceLow", line.PriceLow);
        writer.WriteNumber("priceHigh", line.PriceHigh);
        writer.WriteString("price", line.PriceKey);
        writer.WriteString("formula", line.Formula);
        writer.WriteString("confidence", line.Confidence.ToString().ToLowerInvariant());
        writer.WriteStartArray("usageKeys");
        foreach (var key in line.UsageKeys)
        {
            writer.WriteStringValue(key);
        }

        writer.WriteEndArray();
        Amounts(writer, line.Low, line.High);
        if (line.Note is { } note)
        {
            writer.WriteString("note", note);
        }

        writer.WriteEndObject();
    }

    private static void Totals(Utf8JsonWriter writer, string name, IReadOnlyList<CostTotal> totals)
    {
        writer.WriteStartArray(name);
        foreach (var total in totals)
        {
            writer.WriteStartObject();
            writer.WriteString("name", total.Name);
            Amounts(writer, total.Low, total.High);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Amounts(Utf8JsonWriter writer, decimal low, decimal high)
    {
        writer.WriteNumber("low", Rounded(low));
        writer.WriteNumber("high", Rounded(high));
    }

    // Without trailing zeros: 1.50 and 1.5 are the same amount.
    private static decimal Rounded(decimal amount) => decimal.Round(amount, 6, MidpointRounding.AwayFromZero) / 1.0000000000000000000000000000m;

    private static string Name(CostStatus status) => char.ToLowerInvariant(status.ToString()[0]) + status.ToString()[1..];
}
