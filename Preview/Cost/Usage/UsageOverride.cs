using Infra.Preview.Findings;
using Infra.Preview.Model;

namespace Infra.Preview.Cost.Usage;

/// <summary>Values that a usage file sets for the resources that a pattern matches, `*` standing for any text.</summary>
/// <param name="Pattern">The pattern: for a type, or for a name, path or URN.</param>
/// <param name="ByType">Whether the pattern is for the type.</param>
/// <param name="Values">The values by key.</param>
/// <param name="Line">Where the file has it.</param>
internal sealed record UsageOverride(string Pattern, bool ByType, IReadOnlyDictionary<string, decimal> Values, int Line)
{
    public bool Matches(ResourceNode node) => ByType
        ? ResourcePattern.MatchesText(Pattern, node.Type)
        : ResourcePattern.MatchesText(Pattern, node.Name) || ResourcePattern.MatchesText(Pattern, ResourcePath.Of(node)) || ResourcePattern.MatchesText(Pattern, node.Urn);
}
