using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>A provider function or method that the program under test calls.</summary>
public class MockCallArgs
{
    /// <summary>Token of the function.</summary>
    public string? Token { get; set; }

    /// <summary>The arguments by their provider names, as in <see cref="MockResourceArgs.Inputs"/>.</summary>
    public ImmutableDictionary<string, object> Args { get; set; } = ImmutableDictionary<string, object>.Empty;

    /// <summary>The provider instance, <c>urn::id</c>; empty for the default one.</summary>
    public string? Provider { get; set; }
}
