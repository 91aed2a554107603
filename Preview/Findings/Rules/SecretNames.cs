using System.Text.RegularExpressions;
using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules;

/// <summary>Tells environment variables that hold secrets by their names, or by an address with a password in it.</summary>
internal static partial class SecretNames
{
    private static readonly string[] Words =
        ["PASSWORD", "PASSWD", "PASSPHRASE", "SECRET", "TOKEN", "CREDENTIAL", "PRIVATE_KEY", "PRIVATEKEY", "API_KEY", "APIKEY", "ACCESS_KEY", "ENCRYPTION_KEY"];

    // What such a name ends in when it says where the secret is, or something about it, instead of holding it.
    private static readonly string[] Pointers =
        ["_ARN", "_NAME", "_ID", "_URL", "_URI", "_PATH", "_FILE", "_DIR", "_PREFIX", "_HEADER", "_TTL", "_SECONDS", "_REGION", "_PARAMETER", "_ISSUER", "_LENGTH", "_LIMIT", "_COUNT"];

    public static bool IsSecret(string name)
    {
        var upper = name.ToUpperInvariant();
        return Array.Exists(Words, upper.Contains) && !Array.Exists(Pointers, end => upper.EndsWith(end, StringComparison.Ordinal));
    }

    /// <summary>Refuses variables with a secret name and a value that is none of a secret's address. Messages hold names, never values.</summary>
    public static Verdict Judge(IReadOnlyList<(string Name, PropertyValue Value)> variables) => Verdict.Require(
        [.. variables.Select(variable => (!HoldsSecret(variable.Name, variable.Value), $"{variable.Name} holds a secret"))]);

    private static Truth HoldsSecret(string name, PropertyValue value)
    {
        if (value.IsUnknown)
        {
            // It may turn out to be a secret, or the ARN of one.
            return Truth.Unknown;
        }

        // A variable such as USE_SECRETS switches something on.
        return value.AsText is { Length: > 0 } text and not ("true" or "false" or "0" or "1")
            && !text.StartsWith("arn:", StringComparison.Ordinal)
            && (value.ContainsSecrets || IsSecret(name) || AddressWithPassword().IsMatch(text));
    }

    [GeneratedRegex("^[a-z][a-z0-9+.-]*://[^/@:]*:[^/@]+@")]
    private static partial Regex AddressWithPassword();
}
