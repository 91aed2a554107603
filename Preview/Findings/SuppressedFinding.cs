namespace Infra.Preview.Findings;

/// <summary>A finding that somebody accepted.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Suppression">The entry that accepts it, with its reason.</param>
public sealed record SuppressedFinding(Finding Finding, Suppression Suppression);
