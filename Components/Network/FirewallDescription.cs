namespace Infra.Components.Network;

/// <summary>The texts that EC2 takes as descriptions of security groups and their rules (EC2 API, AuthorizeSecurityGroupIngress).</summary>
internal static class FirewallDescription
{
    public const string Punctuation = "._-:/()#,@[]+=&;{}!$*";

    private const int Longest = 255;

    public static bool IsLegal(string text) =>
        text.Length is > 0 and <= Longest && text.All(character => char.IsAsciiLetterOrDigit(character) || character == ' ' || Punctuation.Contains(character, StringComparison.Ordinal));
}
