using Infra.Preview.Engine;
using Infra.Preview.Lookups;
using Infra.Preview.Model;
using Infra.Preview.Synthesis;

namespace Infra.Tests.Preview.Expansion;

/// <summary>A deployment of one component: records children as the engine does, with synthesised or unknown outputs.</summary>
internal sealed class RecordingContext(bool unknowns = false) : IComponentContext
{
    private readonly OutputSynthesizer _synthesizer = new();
    private readonly LookupTable _lookups = new();
    private ResourceNode? _component;

    public bool KeepsUnknowns => unknowns;

    public List<ResourceNode> Children { get; } = [];

    public List<(string Token, MapValue Args)> Calls { get; } = [];

    public ComponentRegistration Component(string name, MapValue inputs)
    {
        _component = new ResourceNode
        {
            Urn = $"urn:pulumi:test::infra::awsx:ec2:Vpc::{name}",
            Type = "awsx:ec2:Vpc",
            Name = name,
            Custom = false,
            Remote = true,
            Inputs = MapValue.Empty,
        };
        return new ComponentRegistration(_component, inputs);
    }

    public ResourceNode Register(ChildRegistration child)
    {
        var parent = child.Parent ?? _component!;
        var byProperty = child.Inputs.ToDictionary(
            input => input.Key, input => (IReadOnlyList<string>)[.. Urns(input.Value).Distinct().Order(StringComparer.Ordinal)]);
        var node = new ResourceNode
        {
            Urn = $"{parent.Urn[..parent.Urn.LastIndexOf("::", StringComparison.Ordinal)]}${child.Type}::{child.Name}",
            Type = child.Type,
            Name = child.Name,
            Custom = child.Custom,
            Parent = parent,
            Inputs = child.Inputs.PlainMap(),
            Dependencies = [.. child.DependsOn.Select(node => node.Urn).Concat(byProperty.Values.SelectMany(urns => urns)).Distinct().Order(StringComparer.Ordinal)],
            PropertyDependencies = byProperty,
        };
        if (unknowns)
        {
            node.Outputs = node.Inputs;
        }
        else
        {
            node.Id = _synthesizer.Id(node);
            node.Outputs = _synthesizer.Outputs(node);
            node.OutputsComplete = true;
        }

        Children.Add(node);
        return node;
    }

    public MapValue Invoke(string token, MapValue args)
    {
        Calls.Add((token, args));
        return _lookups.Answer(token, args, new LookupContext("infra", "test", null));
    }

    private static IEnumerable<string> Urns(PropertyValue value) => value switch
    {
        OutputValue output => output.Dependencies.Concat(output.Value is { } inner ? Urns(inner) : []),
        SecretValue secret => Urns(secret.Inner),
        ListValue list => list.SelectMany(Urns),
        MapValue map => map.Values.SelectMany(Urns),
        _ => [],
    };
}
