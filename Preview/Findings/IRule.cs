using Infra.Preview.Findings.Judging;

namespace Infra.Preview.Findings;

/// <summary>Something that a graph of resources should comply with.</summary>
public interface IRule
{
    /// <summary>What people need to know about the rule.</summary>
    RuleInfo Info { get; }

    /// <summary>Judges every resource, or part of one, that the rule is about.</summary>
    IEnumerable<Outcome> Evaluate(ResourceIndex graph);
}
