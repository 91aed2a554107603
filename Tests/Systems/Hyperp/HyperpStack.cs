using System.Text.Json;
using Infra.Preview;
using Infra.Preview.Model;
using Infra.Tests.Support;

namespace Infra.Tests.Systems.Hyperp;

/// <summary>The part of a previewed stack that is Hyperp, with the settings that its file asks for.</summary>
internal sealed class HyperpStack
{
    private readonly IReadOnlyList<ResourceNode> _nodes;

    private HyperpStack(PreviewResult result)
    {
        Result = result;
        Component = result.Graph.Only("infra:hyperp:Hyperp");
        _nodes = [.. result.Graph.DescendantsOf(Component)];
        Settings = JsonDocument.Parse(result.Config.Find("infra:hyperp")?.AsText ?? "{}").RootElement;
        Environment = result.Config["infra:environment"].AsText;
    }

    /// <summary>The stacks that hold Hyperp: the shipped ones and the examples.</summary>
    public static IEnumerable<string> Names => StackFiles.Selecting("hyperp");

    public PreviewResult Result { get; }

    public ResourceNode Component { get; }

    public string? Environment { get; }

    public JsonElement Settings { get; }

    public static async Task<HyperpStack> Of(string name)
    {
        var scenario = await Scenario.Of(name);
        return new HyperpStack(scenario.Result);
    }

    public IReadOnlyList<ResourceNode> OfType(string type) => [.. _nodes.Where(node => node.Type == type)];

    public ResourceNode Only(string type) => OfType(type) is [var only]
        ? only
        : throw new InvalidOperationException($"Expected one {type} in Hyperp, found {OfType(type).Count}.");

    /// <summary>The one resource of that type whose `name` is given.</summary>
    public ResourceNode Only(string type, string physicalName) =>
        OfType(type).Where(node => node.Inputs["name"].AsText == physicalName).ToList() is [var only]
            ? only
            : throw new InvalidOperationException($"Expected one {type} with the name '{physicalName}' in Hyperp.");

    public int Number(string setting, int otherwise) =>
        Settings.TryGetProperty(setting, out var value) ? value.GetInt32() : otherwise;

    public string Text(string setting, string otherwise) =>
        Settings.TryGetProperty(setting, out var value) ? value.GetString()! : otherwise;

    public bool Switch(string setting, bool otherwise) =>
        Settings.TryGetProperty(setting, out var value) ? value.GetBoolean() : otherwise;

    public decimal Price(string setting, decimal otherwise) =>
        Settings.TryGetProperty(setting, out var value) ? value.GetDecimal() : otherwise;

    public bool ProtectsData => Switch("protectData", Environment == "prod");
}
