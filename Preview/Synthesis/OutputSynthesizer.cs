using Infra.Preview.Engine;
using Infra.Preview.Model;

namespace Infra.Preview.Synthesis;

/// <summary>
/// Invents ids and outputs of legal shape. What is invented depends on the resource's URN, inputs and provider alone: neither clock nor
/// chance take part, so that two previews of a program agree to the byte.
/// </summary>
public sealed class OutputSynthesizer : IOutputSynthesizer
{
    private readonly ShapeTable _shapes;

    /// <summary>Synthesises by the table of shapes that comes with the program.</summary>
    public OutputSynthesizer()
        : this(ShapeTable.Default)
    {
    }

    internal OutputSynthesizer(ShapeTable shapes) => _shapes = shapes;

    /// <inheritdoc/>
    public string Id(ResourceNode resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return new Synthesis(resource, _shapes).Id();
    }

    /// <inheritdoc/>
    public MapValue Outputs(ResourceNode resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return new Synthesis(resource, _shapes).Outputs();
    }
}
