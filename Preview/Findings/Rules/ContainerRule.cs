using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules;

/// <summary>A rule about each container of the task definitions.</summary>
internal abstract class ContainerRule : IRule
{
    public abstract RuleInfo Info { get; }

    public IEnumerable<Outcome> Evaluate(ResourceIndex graph) => graph.Of("aws:ecs/taskDefinition:TaskDefinition").SelectMany(Judge);

    protected abstract Verdict Judge(PropertyValue container);

    private IEnumerable<Outcome> Judge(ResourceNode task)
    {
        var containers = task.At("containerDefinitions").Json();
        return containers.IsUnknown
            ? [new Outcome(task, Verdict.Undecided)]
            : (containers.AsList ?? ListValue.Empty).Select((container, place) => new Outcome(
                task, Judge(container), container["name"].AsText ?? $"container {place + 1}"));
    }
}
