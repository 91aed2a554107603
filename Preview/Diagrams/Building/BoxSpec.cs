namespace Infra.Preview.Diagrams.Building;

/// <summary>A box before it has content. Boxes of equal key in the same place are one box.</summary>
internal sealed record BoxSpec(string Key, BoxKind Kind, string Title, string Detail = "");
