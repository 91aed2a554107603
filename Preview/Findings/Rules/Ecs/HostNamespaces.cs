using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Ecs;

internal sealed class HostNamespaces() : ResourceRule("aws:ecs/taskDefinition:TaskDefinition")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "ecs-no-host-namespaces",
        Title = "Tasks share neither processes nor network with their host",
        Severity = FindingSeverity.High,
        Reason = "A container in the host's namespaces sees and signals the processes, or opens the ports, of its neighbours.",
        Fix = "Leave pidMode and ipcMode out and set networkMode to awsvpc.",
        References = [ControlReference.Fsbp("ECS.3"), ControlReference.Fsbp("ECS.17")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) => Verdict.Require(
        (!node.At("pidMode").IsOneOf("host"), "pidMode is host"),
        (!node.At("ipcMode").IsOneOf("host"), "ipcMode is host"),
        (!node.At("networkMode").IsOneOf("host"), "networkMode is host"));
}
