using System.Globalization;
using System.Text.Json;

namespace Infra.Preview.Cost.Prices;

/// <summary>Prices by item and region, each with its date and source.</summary>
public sealed class PriceList
{
    /// <summary>The region whose price stands in for one that is not listed.</summary>
    public const string FallbackRegion = "us-east-1";

    /// <summary>The region of prices that are the same everywhere.</summary>
    public const string Everywhere = "global";

    private static readonly Lazy<PriceList> Own = new(ReadOwn);
    private readonly Dictionary<(string Key, string Region), Price> _prices;

    /// <summary>Makes a list of these prices. Two prices for the same item and region throw <see cref="ArgumentException"/>.</summary>
    public PriceList(IEnumerable<Price> prices)
    {
        All = [.. prices.OrderBy(price => price.Key, StringComparer.Ordinal).ThenBy(price => price.Region, StringComparer.Ordinal)];
        _prices = All.ToDictionary(price => (price.Key, price.Region));
    }

    /// <summary>The price list that comes with the preview.</summary>
    public static PriceList Embedded => Own.Value;

    /// <summary>All prices, by item and region.</summary>
    public IReadOnlyList<Price> All { get; }

    /// <summary>The day on which the newest price was seen; null when none is dated.</summary>
    public DateOnly? Newest => All.Max(price => price.Date);

    /// <summary>The price in that region, else the one of all regions, else that of <see cref="FallbackRegion"/>; null when there is none.</summary>
    public Price? Find(string key, string region) =>
        _prices.GetValueOrDefault((key, region)) ?? _prices.GetValueOrDefault((key, Everywhere)) ?? _prices.GetValueOrDefault((key, FallbackRegion));

    /// <summary>What to know when the newest price is more than a year old on that day; null when it is not.</summary>
    public string? AgeWarning(DateOnly today) => Newest is { } newest && newest.AddYears(1) < today
        ? string.Create(CultureInfo.InvariantCulture, $"The newest price in the list is of {newest:yyyy-MM-dd}, more than a year old. Update Preview/Cost/Prices/prices.json.")
        : null;

    /// <summary>Reads a list from JSON: an array of objects with `key`, `region`, `unit`, `usd`, `date` or null, `source`, and `estimate` when it is one.</summary>
    public static PriceList Parse(Stream json)
    {
        using var document = JsonDocument.Parse(json);
        return new PriceList(document.RootElement.EnumerateArray().Select(Read));
    }

    private static Price Read(JsonElement row) => new(
        row.GetProperty("key").GetString()!,
        row.GetProperty("region").GetString()!,
        row.GetProperty("unit").GetString()!,
        row.GetProperty("usd").GetDecimal(),
        row.GetProperty("date").GetString() is { } date ? DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
        row.GetProperty("source").GetString()!,
        row.TryGetProperty("estimate", out var estimate) && estimate.GetBoolean());

    private static PriceList ReadOwn()
    {
        using var stream = typeof(PriceList).Assembly.GetManifestResourceStream("prices.json")!;
        return Parse(stream);
    }
}
