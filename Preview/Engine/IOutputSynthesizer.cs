using Infra.Preview.Model;

namespace Infra.Preview.Engine;

/// <summary>Invents what a provider would answer: deterministic values of legal shape. Called from one thread at a time.</summary>
public interface IOutputSynthesizer
{
    /// <summary>
    /// The id that the provider would give. Asked before <see cref="Outputs"/>; never in a preview that keeps computed outputs unknown.
    /// A name that AWS would refuse throws <see cref="PhysicalNameException"/>.
    /// </summary>
    string Id(ResourceNode resource);

    /// <summary>The inputs echoed and every declared output of the type. Asked with <see cref="ResourceNode.Id"/> set.</summary>
    MapValue Outputs(ResourceNode resource);
}
