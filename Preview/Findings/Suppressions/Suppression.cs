namespace Infra.Preview.Findings;

/// <summary>An entry of the suppression file: findings that somebody accepts for a reason and a time.</summary>
public sealed record Suppression
{
    /// <summary>The id of the rule.</summary>
    public required string Rule { get; init; }

    /// <summary>A URN, a path of names such as `hyperp/hyperp-functions`, or one ending in `/**` for everything below and the component itself.</summary>
    public required string Resource { get; init; }

    /// <summary>The part of the resource, such as a container's name. Default: every part.</summary>
    public string? Part { get; init; }

    /// <summary>Why the finding is accepted.</summary>
    public required string Reason { get; init; }

    /// <summary>The last day on which the entry counts.</summary>
    public required DateOnly Expires { get; init; }

    /// <summary>The stacks that the entry is for, `*` standing for any text. Default: all.</summary>
    public IReadOnlyList<string> Stacks { get; init; } = [];

    /// <summary>The entry's line in the file.</summary>
    public int Line { get; init; }

    /// <summary>Whether the entry counts on that day.</summary>
    public bool IsInForce(DateOnly today) => today <= Expires;

    /// <summary>Whether the entry accepts that finding, its date left aside.</summary>
    public bool Accepts(Finding finding) =>
        finding.Resource is { } resource
        && finding.Rule.Id == Rule
        && (Part is null || Part == finding.Part)
        && ResourcePattern.Matches(Resource, resource);

    /// <summary>Whether the entry is for that stack.</summary>
    public bool IsFor(string stack) => Stacks.Count == 0 || Stacks.Any(pattern => ResourcePattern.MatchesText(pattern, stack));
}
