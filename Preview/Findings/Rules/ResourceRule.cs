using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules;

/// <summary>A rule that says one thing about each resource of some types.</summary>
internal abstract class ResourceRule(params string[] types) : IRule
{
    public abstract RuleInfo Info { get; }

    public IEnumerable<Outcome> Evaluate(ResourceIndex graph) => graph.Of(types).Select(node => new Outcome(node, Judge(node, graph)));

    protected abstract Verdict Judge(ResourceNode node, ResourceIndex graph);
}
