using System.Security.Cryptography;

namespace Infra.Stacks.Settings.Constraints;

/// <summary>Admits a private key in PEM form. The form is checked, not the key.</summary>
public sealed class PemPrivateKeyAttribute : ConstraintAttribute
{
    /// <inheritdoc/>
    public override string Allowed =>
        "a private key in PEM form: all lines of the .pem file, from -----BEGIN … PRIVATE KEY----- to -----END … PRIVATE KEY-----";

    /// <inheritdoc/>
    public override bool Admits(object value) =>
        value is string text
        && PemEncoding.TryFind(text, out var fields)
        && text[fields.Label].EndsWith("PRIVATE KEY", StringComparison.Ordinal)
        && fields.DecodedDataLength > 0;
}
