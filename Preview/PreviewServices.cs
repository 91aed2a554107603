using Infra.Preview.Engine;
using Infra.Preview.Expansion;
using Infra.Preview.Lookups;
using Infra.Preview.Synthesis;

namespace Infra.Preview;

/// <summary>Brings together what the engine asks of others.</summary>
internal static class PreviewServices
{
    /// <summary>A file of lookups that is missing or of another form throws <see cref="PreviewException"/>.</summary>
    public static DeploymentServices Create(string? lookupsFile)
    {
        try
        {
            return new(new OutputSynthesizer(), [new VpcExpander()], new LookupTable(lookupsFile));
        }
        catch (Exception exception) when (exception is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new PreviewException($"The recorded lookups cannot be read from {lookupsFile}: {exception.Message}", exception);
        }
    }
}
