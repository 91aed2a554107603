namespace Infra.Preview.Engine;

/// <summary>URNs as the engine makes them: `urn:pulumi:STACK::PROJECT::QUALIFIED-TYPE::NAME`.</summary>
internal static class Urns
{
    private const string Prefix = "urn:pulumi:";
    private const string StackType = "pulumi:pulumi:Stack";

    /// <summary>The qualified type is the parent's joined by `$`; a stack as parent adds nothing.</summary>
    public static string Make(string stack, string project, string? parentUrn, string type, string name)
    {
        var parentType = parentUrn is null ? "" : QualifiedType(parentUrn);
        var qualified = parentType is "" or StackType ? type : $"{parentType}${type}";
        return $"{Prefix}{stack}::{project}::{qualified}::{name}";
    }

    public static bool IsValid(string urn) =>
        urn.StartsWith(Prefix, StringComparison.Ordinal) && urn.Split("::", 4).Length == 4;

    public static string QualifiedType(string urn) => urn.Split("::", 4) is [_, _, var type, _] ? type : "";

    /// <summary>The type without those of the parents.</summary>
    public static string Type(string urn)
    {
        var qualified = QualifiedType(urn);
        return qualified[(qualified.LastIndexOf('$') + 1)..];
    }

    /// <summary>The name, which may itself contain `::`.</summary>
    public static string Name(string urn) => urn.Split("::", 4) is [_, _, _, var name] ? name : "";

    /// <summary>Splits a provider reference `urn::id`; the id has no `::`.</summary>
    public static (string Urn, string Id)? SplitReference(string reference)
    {
        var at = reference.LastIndexOf("::", StringComparison.Ordinal);
        return at > 0 && IsValid(reference[..at]) ? (reference[..at], reference[(at + 2)..]) : null;
    }
}
