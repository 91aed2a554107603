using System.Globalization;
using Infra.Preview.Rendering;

namespace Infra.Preview.Cost.Reports;

/// <summary>Writes an estimate for people: by system and component, with formulas when they are asked for.</summary>
internal static class CostText
{
    private const int AmountWidth = 17;

    public static byte[] Write(CostEstimate estimate, string stack, bool explain, Terminal terminal, (string Name, CostEstimate Estimate)? before = null)
    {
        var canvas = new TextCanvas(terminal);
        canvas.Write($"Monthly cost of stack {stack}", Ink.Bold)
            .Write($" in USD: list prices{Dates(estimate)}, {CostEstimate.HoursPerMonth} hours, usage profile {estimate.Profile}, no free tier").Line().Line();
        var rows = estimate.Resources.Where(resource => resource.High > 0 || (explain && resource.Lines.Count > 0)).ToList();
        var width = rows.Count == 0 ? 0 : rows.Max(row => Title(row).Length) + 4;
        foreach (var system in rows.GroupBy(row => row.System))
        {
            var total = estimate.Systems.First(one => one.Name == system.Key);
            Row(canvas, system.Key.Length == 0 ? "(no system)" : system.Key, width, total.Low, total.High, "", Ink.Bold);
            foreach (var component in system.GroupBy(row => row.Component))
            {
                canvas.Write($"  {component.Key}", Ink.Cyan).Line();
                foreach (var resource in component)
                {
                    Row(canvas, $"    {Title(resource)}", width, resource.Low, resource.High, Kind(resource));
                    Lines(canvas, resource, explain);
                }
            }

            canvas.Line();
        }

        Row(canvas, "Total", width, estimate.Low, estimate.High, "", Ink.Bold);
        if (before is { } earlier)
        {
            Row(canvas, $"Before, {earlier.Name}", width, earlier.Estimate.Low, earlier.Estimate.High, "");
            canvas.WriteWhole($"Change: {Money.Difference(estimate.High - earlier.Estimate.High)} a month").Line();
        }

        canvas.Line().WriteWhole(CostMarkdown.Counts(estimate)).Line();
        Rest(canvas, estimate, explain);
        return canvas.ToBytes();
    }

    private static string Dates(CostEstimate estimate) => estimate.PriceDates is { } dates
        ? string.Create(CultureInfo.InvariantCulture, $" seen {dates.Oldest:yyyy-MM-dd} to {dates.Newest:yyyy-MM-dd}")
        : "";

    // A NAT gateway and its address, for example, have the same name.
    private static string Title(ResourceCost resource) => $"{resource.Resource.Name} ({resource.Resource.Type[(resource.Resource.Type.LastIndexOf(':') + 1)..]})";

    private static string Kind(ResourceCost resource)
    {
        var keys = resource.UsageKeys.Count == 0 ? "" : $"by use: {string.Join(", ", resource.UsageKeys)}";
        return resource.Status == CostStatus.Unpriced ? "incomplete" : keys;
    }

    private static void Lines(TextCanvas canvas, ResourceCost resource, bool explain)
    {
        foreach (var line in explain ? resource.Lines : [])
        {
            var note = line.Note is null ? "" : $"; {line.Note}";
            canvas.WriteWhole($"        {line.Item}: {line.Formula} = {Money.Range(line.Low, line.High)}", Ink.Dim)
                .WriteWhole($"  ({line.Confidence.ToString().ToLowerInvariant()}{note})", Ink.Dim).Line();
        }
    }

    private static void Rest(TextCanvas canvas, CostEstimate estimate, bool explain)
    {
        foreach (var resource in estimate.Resources.Where(resource => resource.Status == CostStatus.Unpriced))
        {
            canvas.WriteWhole($"  unpriced {resource.Path}: {resource.Reason}", Ink.Yellow).Line();
        }

        if (explain)
        {
            var free = estimate.Resources.Where(resource => resource.Status == CostStatus.Free).GroupBy(resource => (resource.Resource.Type, resource.Reason));
            foreach (var group in free.OrderBy(group => group.Key.Type, StringComparer.Ordinal).ThenBy(group => group.Key.Reason, StringComparer.Ordinal))
            {
                canvas.WriteWhole(string.Create(CultureInfo.InvariantCulture, $"  free {group.Count()} {group.Key.Type}: {group.Key.Reason}")).Line();
            }
        }

        foreach (var note in estimate.Notes)
        {
            canvas.WriteWhole($"  note {note}").Line();
        }
    }

    private static void Row(TextCanvas canvas, string name, int width, decimal low, decimal high, string remark, Ink ink = Ink.Plain) =>
        canvas.Write(name.PadRight(width), ink).Write(Money.Range(low, high).PadLeft(AmountWidth), ink).Write(remark.Length == 0 ? "" : $"  {remark}", Ink.Dim).Line();
}
