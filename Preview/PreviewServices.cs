using Infra.Preview.Engine;
using Infra.Preview.Expansion;
using Infra.Preview.Lookups;
using Infra.Preview.Synthesis;

namespace Infra.Preview;

/// <summary>Brings together what the engine asks of others.</summary>
internal static class PreviewServices
{
    public static DeploymentServices Create(string? lookupsFile) =>
        new(new OutputSynthesizer(), [new VpcExpander()], new LookupTable(lookupsFile));
}
