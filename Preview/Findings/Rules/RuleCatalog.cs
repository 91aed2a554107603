using Infra.Preview.Findings.Rules.S3;

namespace Infra.Preview.Findings.Rules;

/// <summary>Every rule there is.</summary>
public static class RuleCatalog
{
    /// <summary>The rules by id.</summary>
    public static IReadOnlyList<IRule> All { get; } = [new BucketPublicAccess()];
}
