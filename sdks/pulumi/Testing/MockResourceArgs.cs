using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>A resource that the program under test registers or reads.</summary>
public class MockResourceArgs
{
    /// <summary>Type token of the resource.</summary>
    public string? Type { get; set; }

    /// <summary>Name of the resource.</summary>
    public string? Name { get; set; }

    /// <summary>
    /// The inputs by their provider names, secrets unwrapped. Inputs that are null or hold an unknown value are left out. Numbers are doubles,
    /// lists and maps immutable collections of objects.
    /// </summary>
    public ImmutableDictionary<string, object> Inputs { get; set; } = ImmutableDictionary<string, object>.Empty;

    /// <summary>The provider instance, <c>urn::id</c>; empty for the default one.</summary>
    public string? Provider { get; set; }

    /// <summary>Id of the resource that is read or imported; empty for one that is created.</summary>
    public string? Id { get; set; }
}
