using Infra.Preview.Model;

namespace Infra.Preview.Findings.Judging;

/// <summary>What a value refers to: one resource, one of several while it is unknown, or one that is not in the stack.</summary>
/// <param name="Candidates">The resources it may be; empty when none of the stack's is meant.</param>
internal sealed record Target(IReadOnlyList<ResourceNode> Candidates)
{
    /// <summary>The resource, when it is certain which one is meant; else null.</summary>
    public ResourceNode? Sure => Candidates.Count == 1 ? Candidates[0] : null;

    /// <summary>Whether it satisfies a condition, whichever of the candidates it is. A resource outside of the stack cannot be judged.</summary>
    public Truth Satisfies(Func<ResourceNode, Truth> condition)
    {
        var answers = Candidates.Select(condition).Distinct().ToList();
        return answers.Count == 1 ? answers[0] : Truth.Unknown;
    }
}
