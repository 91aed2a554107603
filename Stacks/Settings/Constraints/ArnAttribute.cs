using System.Text.Json.Nodes;

namespace Infra.Stacks.Settings.Constraints;

/// <summary>Admits ARNs of one service.</summary>
/// <param name="service">The service, e.g. `acm`.</param>
/// <param name="resourcePrefix">How the resource part starts, e.g. `certificate/`. Default: with anything.</param>
public sealed class ArnAttribute(string service, string resourcePrefix = "") : ConstraintAttribute
{
    private const int Parts = 6;
    private const int AccountDigits = 12;

    /// <inheritdoc/>
    public override string Allowed => $"an ARN such as arn:aws:{service}:us-east-1:123456789012:{resourcePrefix}NAME";

    /// <inheritdoc/>
    public override bool Admits(object value) =>
        value is string text
        && text.Split(':', Parts) is ["arn", var partition, var named, var region, var account, var resource]
        && (partition == "aws" || partition.StartsWith("aws-", StringComparison.Ordinal))
        && named == service
        && region.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-')
        && (account.Length == 0 || (account.Length == AccountDigits && account.All(char.IsAsciiDigit)))
        && resource.Length > resourcePrefix.Length
        && resource.StartsWith(resourcePrefix, StringComparison.Ordinal)
        && !resource.Any(char.IsWhiteSpace);

    /// <inheritdoc/>
    public override void Describe(JsonObject schema) =>
        schema["pattern"] = $"^arn:aws(-[a-z-]+)?:{service}:[a-z0-9-]*:([0-9]{{12}})?:{resourcePrefix}\\S+$";
}
