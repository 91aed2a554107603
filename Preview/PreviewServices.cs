using System.Security.Cryptography;
using System.Text;
using Infra.Preview.Engine;
using Infra.Preview.Model;

namespace Infra.Preview;

/// <summary>Brings together what the engine asks of others.</summary>
internal static class PreviewServices
{
    public static DeploymentServices Create(string? lookupsFile) => new(new Echo(), [], new Nothing());

    private sealed class Echo : IOutputSynthesizer
    {
        public string Id(ResourceNode resource) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(resource.Urn)).AsSpan(0, 8));

        public MapValue Outputs(ResourceNode resource) => resource.Inputs;
    }

    private sealed class Nothing : ILookupTable
    {
        public MapValue Answer(string token, MapValue args, LookupContext context) =>
            throw new LookupMissingException($"No answer is recorded for {token}.");
    }
}
