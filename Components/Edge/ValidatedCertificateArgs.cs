using Pulumi;

namespace Infra.Components.Edge;

/// <summary>What a <see cref="ValidatedCertificate"/> is made of.</summary>
public sealed class ValidatedCertificateArgs : ResourceArgs
{
    private const string Wildcard = "*.";

    // ACM User Guide, certificate characteristics: the first name is the common name, which X.509 limits.
    private const int LongestFirstName = 64;

    /// <summary>The first name, at most 64 characters; `*.` at its start stands for one label.</summary>
    public required string DomainName { get; init; }

    /// <summary>Further names, each once. Default: none. An account may have ten names in a certificate before it asks AWS for more.</summary>
    public IReadOnlyList<string> AlternativeNames { get; init; } = [];

    /// <summary>The id of the public hosted zone in which all of the names lie.</summary>
    public required Input<string> ZoneId { get; init; }

    /// <summary>The names that need a record: a wildcard needs that of the name it stands below.</summary>
    internal IEnumerable<string> ProvenNames => AlternativeNames.Prepend(DomainName).Select(Proven).Distinct(StringComparer.Ordinal);

    internal static string Proven(string name) => name.StartsWith(Wildcard, StringComparison.Ordinal) ? name[Wildcard.Length..] : name;

    internal void Validate(string name)
    {
        if (DomainName.Length is 0 or > LongestFirstName)
        {
            throw new ArgumentException(
                $"{nameof(DomainName)} of certificate '{name}' is '{DomainName}'. It must have 1 to 64 characters. "
                + $"Put a shorter name first and this one into {nameof(AlternativeNames)}.");
        }

        var repeated = AlternativeNames.Prepend(DomainName).GroupBy(given => given, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        if (repeated is not null)
        {
            throw new ArgumentException($"Certificate '{name}' names '{repeated.Key}' twice. Every name may stand there once. Remove the repetition.");
        }
    }
}
