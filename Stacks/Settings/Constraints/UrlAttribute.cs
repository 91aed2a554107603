using System.Text.Json.Nodes;

namespace Infra.Stacks.Settings.Constraints;

/// <summary>Admits absolute web addresses without a user name.</summary>
public sealed class UrlAttribute : ConstraintAttribute
{
    /// <summary>Whether plain http is refused. Default: it is admitted.</summary>
    public bool SecureOnly { get; init; }

    /// <inheritdoc/>
    public override string Allowed => SecureOnly ? "an address that starts with https://" : "an address that starts with https:// or http://";

    /// <inheritdoc/>
    public override bool Admits(object value) =>
        value is string text
        && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && !SecureOnly))
        && address.Host.Length > 0
        && address.UserInfo.Length == 0;

    /// <inheritdoc/>
    public override void Describe(JsonObject schema) => schema["pattern"] = SecureOnly ? "^https://[^@/\\s]+" : "^https?://[^@/\\s]+";
}
