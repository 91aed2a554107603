using Infra.Preview.Model;
using Infra.Preview.Synthesis;

namespace Infra.Tests.Preview.Synthesis;

/// <summary>Resources to synthesise outputs for.</summary>
internal static class Nodes
{
    public static ResourceNode Provider(string? inputs = null) => Node("pulumi:providers:aws", "aws", inputs ?? """{"region":"eu-west-1"}""");

    public static ResourceNode Node(string type, string name, string inputs = "{}", ResourceNode? provider = null) => new()
    {
        Urn = $"urn:pulumi:dev::infra::{type}::{name}",
        Type = type,
        Name = name,
        Custom = true,
        Inputs = (MapValue)JsonValues.Parse(inputs),
        ProviderNode = provider,
    };

    /// <summary>The node with id and outputs, as the engine completes it.</summary>
    public static ResourceNode Made(string type, string name, string inputs = "{}", ResourceNode? provider = null) => Complete(Node(type, name, inputs, provider));

    public static ResourceNode Complete(ResourceNode node)
    {
        var synthesizer = new OutputSynthesizer();
        node.Id = synthesizer.Id(node);
        node.Outputs = synthesizer.Outputs(node);
        node.OutputsComplete = true;
        return node;
    }
}
