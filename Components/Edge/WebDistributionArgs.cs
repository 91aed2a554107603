using System.Globalization;
using Pulumi;

namespace Infra.Components.Edge;

/// <summary>What a <see cref="WebDistribution"/> is made of.</summary>
public sealed class WebDistributionArgs : ResourceArgs
{
    /// <summary>How many path patterns CloudFront takes; it counts the default behaviour among 75 (CloudFront quotas).</summary>
    public const int MostPatterns = 74;

    /// <summary>What the site is, at most 128 characters; AWS shows it beside the id.</summary>
    public required string Comment { get; init; }

    /// <summary>Where its answers come from, each origin by a name of its own.</summary>
    public required IReadOnlyList<EdgeOrigin> Origins { get; init; }

    /// <summary>What it does with requests that no pattern matches.</summary>
    public required EdgeBehavior DefaultBehavior { get; init; }

    /// <summary>What it does with requests by path pattern; the first match decides. Default: none.</summary>
    public IReadOnlyList<(string Pattern, EdgeBehavior Behavior)> Behaviors { get; init; } = [];

    /// <summary>The name it goes by. Default: null, CloudFront's own.</summary>
    public EdgeDomain? Domain { get; init; }

    internal void Validate(string name)
    {
        var faults = Faults().Select(fault => $"Distribution '{name}': {fault}").ToList();
        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, faults));
        }
    }

    private IEnumerable<string> Faults()
    {
        if (Behaviors.Count > MostPatterns)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{nameof(Behaviors)} are {Behaviors.Count}. CloudFront takes {MostPatterns} besides the default. Merge some into a folder's pattern.");
        }

        var unknown = Behaviors.Select(behavior => behavior.Behavior).Prepend(DefaultBehavior).Select(behavior => behavior.OriginId)
            .Except(Origins.Select(origin => origin.Id), StringComparer.Ordinal);
        foreach (var id in unknown)
        {
            yield return $"a behaviour names the origin '{id}'. There are {string.Join(", ", Origins.Select(origin => origin.Id))}. Name one of them.";
        }
    }
}

/// <summary>The name of a site.</summary>
/// <param name="HostName">The host name.</param>
/// <param name="ZoneId">The id of the public hosted zone that it lies in.</param>
/// <param name="CertificateArn">The ARN of an issued certificate for it, of us-east-1: CloudFront takes no other.</param>
public sealed record EdgeDomain(string HostName, Input<string> ZoneId, Input<string> CertificateArn);
