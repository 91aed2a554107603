using Infra.Preview.Model;

namespace Infra.Preview.Engine;

/// <summary>Does what a component provider's Construct does: registers the children of a remote component.</summary>
public interface IComponentExpander
{
    /// <summary>Whether this expander knows the component type, e.g. `awsx:ec2:Vpc`.</summary>
    bool Expands(string type);

    /// <summary>
    /// Registers the component's children through <paramref name="context"/> and gives the component's outputs.
    /// Inputs the component refuses throw <see cref="ComponentException"/>.
    /// </summary>
    MapValue Expand(ComponentRegistration component, IComponentContext context);
}

/// <summary>A remote component that was registered and waits for its children.</summary>
/// <param name="Node">The component itself.</param>
/// <param name="Inputs">Its inputs; values that come from resources are <see cref="OutputValue"/>s carrying their dependencies.</param>
public sealed record ComponentRegistration(ResourceNode Node, MapValue Inputs);

/// <summary>What an expander may do in the deployment.</summary>
public interface IComponentContext
{
    /// <summary>Whether computed outputs stay unknown: then ids are null and <see cref="ResourceNode.Output"/> gives unknowns.</summary>
    bool KeepsUnknowns { get; }

    /// <summary>Registers a child resource and gives it with id and outputs.</summary>
    ResourceNode Register(ChildRegistration child);

    /// <summary>Answers a function call, e.g. `aws:index/getAvailabilityZones:getAvailabilityZones`, with the component's provider.</summary>
    MapValue Invoke(string token, MapValue args);
}

/// <summary>A resource that an expander registers. Providers and protection are inherited from the component.</summary>
public sealed record ChildRegistration
{
    /// <summary>The type token.</summary>
    public required string Type { get; init; }

    /// <summary>The logical name.</summary>
    public required string Name { get; init; }

    /// <summary>The inputs. An <see cref="OutputValue"/> gives its dependencies to the input it stands in.</summary>
    public MapValue Inputs { get; init; } = MapValue.Empty;

    /// <summary>The parent. Default: the component.</summary>
    public ResourceNode? Parent { get; init; }

    /// <summary>Whether a provider manages it; false registers a nested component. Default: true.</summary>
    public bool Custom { get; init; } = true;

    /// <summary>Resources to wait for beside those that the inputs depend on.</summary>
    public IReadOnlyList<ResourceNode> DependsOn { get; init; } = [];

    /// <summary>
    /// Resources that inputs depend on, by input name, beside those of the input's own <see cref="OutputValue"/>s.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ResourceNode>> PropertyDependencies { get; init; } =
        new SortedList<string, IReadOnlyList<ResourceNode>>(StringComparer.Ordinal);

    /// <summary>The version of the provider package. Default: null, the component provider's default.</summary>
    public string? Version { get; init; }

    /// <summary>Property paths whose changes are ignored.</summary>
    public IReadOnlyList<string> IgnoreChanges { get; init; } = [];

    /// <summary>Whether the old resource goes before its replacement comes. Default: null, the provider's choice.</summary>
    public bool? DeleteBeforeReplace { get; init; }

    /// <summary>Time limits. Default: null, the provider's own.</summary>
    public ResourceTimeouts? CustomTimeouts { get; init; }
}

/// <summary>A component that cannot be made as asked.</summary>
/// <param name="message">What is wrong, the value got, what is allowed, how to fix it.</param>
public sealed class ComponentException(string message) : Exception(message);
