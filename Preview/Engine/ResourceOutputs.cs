using Infra.Preview.Model;

namespace Infra.Preview.Engine;

/// <summary>Gives resources their ids and outputs.</summary>
internal static class ResourceOutputs
{
    private const string StackReferenceType = "pulumi:pulumi:StackReference";

    public static void OfResource(Deployment deployment, ResourceNode node)
    {
        if (deployment.Settings.KeepsUnknowns)
        {
            // What a provider's preview of a create gives back: the inputs; all else stays unknown.
            node.Id = node.ImportId;
            node.Outputs = KeepSecrets(node, node.Inputs);
        }
        else if (node.IsProvider)
        {
            node.Id = ProviderTable.ProviderId(node.Urn);
            node.Outputs = KeepSecrets(node, node.Inputs);
            node.OutputsComplete = true;
        }
        else
        {
            Invent(deployment, node);
        }
    }

    public static void OfRead(Deployment deployment, ResourceNode node)
    {
        if (node.Type == StackReferenceType)
        {
            // Another stack's outputs are facts from outside, like the answer to a lookup.
            node.Outputs = Lookups.Answer(deployment, StackReferenceType, MapValue.Of(("name", node.Id)), node.ProviderNode, node.Urn);
            node.OutputsComplete = true;
        }
        else if (deployment.Settings.KeepsUnknowns || node.Id is null)
        {
            node.Outputs = KeepSecrets(node, node.Inputs);
        }
        else
        {
            node.Outputs = KeepSecrets(node, deployment.Services.Synthesizer.Outputs(node));
            node.OutputsComplete = true;
        }
    }

    private static void Invent(Deployment deployment, ResourceNode node)
    {
        try
        {
            node.Id = node.ImportId ?? deployment.Services.Synthesizer.Id(node);
            node.Outputs = KeepSecrets(node, deployment.Services.Synthesizer.Outputs(node));
            node.OutputsComplete = true;
        }
        catch (PhysicalNameException refused)
        {
            deployment.Fail(refused.Message, node.Urn);
        }
    }

    // As the engine does: an output with the name of a secret input is secret, and so is what the program declared.
    private static MapValue KeepSecrets(ResourceNode node, MapValue outputs)
    {
        if (!node.Inputs.ContainsSecrets && node.AdditionalSecretOutputs.Count == 0)
        {
            return outputs;
        }

        return new MapValue(outputs.Select(output => KeyValuePair.Create(
            output.Key,
            node.AdditionalSecretOutputs.Contains(output.Key)
                ? new SecretValue(output.Value)
                : node.Inputs.Find(output.Key) is { ContainsSecrets: true } input ? Annotate(output.Value, input) : output.Value)));
    }

    private static PropertyValue Annotate(PropertyValue output, PropertyValue input) => (output, input) switch
    {
        (SecretValue, _) => output,
        (_, SecretValue) => new SecretValue(output),
        (MapValue outputs, MapValue inputs) => new MapValue(outputs.Select(member => KeyValuePair.Create(
            member.Key,
            inputs.Find(member.Key) is { ContainsSecrets: true } inner ? Annotate(member.Value, inner) : member.Value))),
        (ListValue outputs, ListValue inputs) => new ListValue(outputs.Select((item, index) =>
            index < inputs.Count && inputs.Items[index].ContainsSecrets ? Annotate(item, inputs.Items[index]) : item)),
        _ => output,
    };
}
