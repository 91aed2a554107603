namespace Infra.Stacks.Settings;

/// <summary>How C# names are written in configuration.</summary>
internal static class Names
{
    /// <summary>`VpcCidr` as `vpcCidr`; each part of `Code.WebhookHandler` on its own.</summary>
    public static string CamelCase(string name) =>
        string.Join('.', name.Split('.').Select(part => char.ToLowerInvariant(part[0]) + part[1..]));

    /// <summary>`seePlusPlus` as `see-plus-plus`.</summary>
    public static string KebabCase(string name) =>
        string.Concat(name.Select(character => char.IsAsciiLetterUpper(character) ? $"-{char.ToLowerInvariant(character)}" : $"{character}"));

    /// <summary>`a`, `a or b`, `a, b or c`.</summary>
    public static string AnyOf(IReadOnlyList<string> names) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} or {names[^1]}";
}
