using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Pulumi.Testing;

/// <summary>The outputs of a component or stack of the program under test.</summary>
[SuppressMessage("Design", "CA1051", Justification = "Published as fields.")]
public class MockRegisterResourceOutputsRequest
{
    /// <summary>URN of the component or stack.</summary>
    public readonly string Urn;

    /// <summary>The outputs by name.</summary>
    public readonly ImmutableDictionary<string, Output<object?>> Outputs;

    /// <summary>Makes a request.</summary>
    public MockRegisterResourceOutputsRequest(string urn, ImmutableDictionary<string, Output<object?>> outputs)
        => (Urn, Outputs) = (urn, outputs);
}
