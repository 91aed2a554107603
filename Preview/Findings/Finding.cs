using Infra.Preview.Model;

namespace Infra.Preview.Findings;

/// <summary>A violation of a rule by a resource, or by an entry of the suppression file.</summary>
public sealed record Finding
{
    /// <summary>The rule that is violated.</summary>
    public required RuleInfo Rule { get; init; }

    /// <summary>What violates the rule and how; never holds a secret value.</summary>
    public required string Message { get; init; }

    /// <summary>The resource; null for a finding about the suppression file.</summary>
    public ResourceNode? Resource { get; init; }

    /// <summary>The part of the resource where one is meant, such as a container or a policy statement; empty for the whole.</summary>
    public string Part { get; init; } = "";

    /// <summary>The line of the suppression file; null for a finding about a resource.</summary>
    public int? SuppressionLine { get; init; }

    /// <summary>The resource's URN; empty for a finding about the suppression file.</summary>
    public string Urn => Resource?.Urn ?? "";

    /// <summary>The names from the outermost component to the resource, e.g. `hyperp/hyperp-storage/hyperp-storage-table`; empty without a resource.</summary>
    public string Path => Resource is null ? "" : ResourcePath.Of(Resource);

    /// <summary>The system that the resource belongs to; empty for none.</summary>
    public string System => Resource?.System ?? "";

    /// <summary>The severity of the rule.</summary>
    public FindingSeverity Severity => Rule.Severity;
}
