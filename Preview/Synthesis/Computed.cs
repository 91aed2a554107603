using Infra.Preview.Model;

namespace Infra.Preview.Synthesis;

/// <summary>Outputs that a template cannot express, by the names that the rule tables use.</summary>
internal static class Computed
{
    /// <summary>The value of that name for a property of the resource.</summary>
    public static PropertyValue Value(string name, string property, Synthesis synthesis) =>
        NetworkOutputs.Value(name, property, synthesis)
        ?? ServiceOutputs.Value(name, synthesis)
        ?? RandomOutputs.Value(name, synthesis)
        ?? KubernetesOutputs.Value(name, synthesis)
        ?? throw new InvalidOperationException($"A rule of {synthesis.Node.Type} names '!{name}', which does not exist. Mend the table.");
}
