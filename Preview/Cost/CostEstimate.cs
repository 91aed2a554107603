namespace Infra.Preview.Cost;

/// <summary>What a stack costs in a month of 730 hours, in US dollars at list prices. Free tiers are not applied.</summary>
/// <param name="Resources">Every resource that a provider manages, in tree order.</param>
/// <param name="Profile">The profile that usage assumptions start from: `small`, `medium` or `large`.</param>
/// <param name="PriceDates">The oldest and the newest day on which a price used here was seen; null when none is dated.</param>
/// <param name="Notes">What limits the estimate: prices of another region, unconfirmed prices, overrides without effect, an old price list.</param>
public sealed record CostEstimate(
    IReadOnlyList<ResourceCost> Resources,
    string Profile,
    (DateOnly Oldest, DateOnly Newest)? PriceDates,
    IReadOnlyList<string> Notes)
{
    /// <summary>Hours in AWS's month.</summary>
    public const int HoursPerMonth = 730;

    /// <summary>The stack's amount at the least.</summary>
    public decimal Low => Resources.Sum(resource => resource.Low);

    /// <summary>The stack's amount at the most.</summary>
    public decimal High => Resources.Sum(resource => resource.High);

    /// <summary>The sum of each system, in tree order.</summary>
    public IReadOnlyList<CostTotal> Systems =>
        [.. Resources.GroupBy(resource => resource.System).Select(group => new CostTotal(group.Key, group.Sum(one => one.Low), group.Sum(one => one.High)))];

    /// <summary>The sum of each component with everything below it, in tree order.</summary>
    public IReadOnlyList<CostTotal> Components =>
    [
        .. Resources
            .SelectMany(resource => Ancestors(resource.Component).Select(path => (Path: path, Resource: resource)))
            .GroupBy(entry => entry.Path, entry => entry.Resource)
            .Select(group => new CostTotal(group.Key, group.Sum(one => one.Low), group.Sum(one => one.High))),
    ];

    /// <summary>How many resources have that status. The four counts add up to all resources.</summary>
    public int Count(CostStatus status) => Resources.Count(resource => resource.Status == status);

    private static IEnumerable<string> Ancestors(string path)
    {
        for (var end = path.IndexOf('/', StringComparison.Ordinal); end >= 0; end = path.IndexOf('/', end + 1))
        {
            yield return path[..end];
        }

        if (path.Length > 0)
        {
            yield return path;
        }
    }
}
