using Pulumi;

namespace Infra.Components.SeePlusPlus;

/// <summary>The domain that See++ is found under.</summary>
/// <param name="Name">Its name, e.g. `example.com`.</param>
/// <param name="ZoneId">The id of the public hosted zone it lies in.</param>
public sealed record SeePlusPlusDomain(string Name, Input<string> ZoneId)
{
    /// <summary>The ARN of an issued certificate of the region for all host names. Default: null, one is made.</summary>
    public string? CertificateArn { get; init; }
}
