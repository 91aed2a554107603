using System.Text.Json;
using Infra.Preview.Model;

namespace Infra.Preview.Diff.Versions;

/// <summary>Reads property values from JSON with Pulumi's signatures.</summary>
internal static class SignedValues
{
    public static PropertyValue Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => Object(element),
        JsonValueKind.Array => new ListValue(element.EnumerateArray().Select(Read)),
        JsonValueKind.String when element.GetString() is { } text => Signatures.IsUnknown(text) ? new UnknownValue(text) : text,
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => PropertyValue.Null,
    };

    private static PropertyValue Object(JsonElement element)
    {
        if (!element.TryGetProperty(Signatures.Key, out var signature))
        {
            return Members(element);
        }

        return signature.GetString() switch
        {
            Signatures.Secret => new SecretValue(element.TryGetProperty("plaintext", out var plain) ? Plaintext(plain) : PropertyJson.Withheld),
            Signatures.Output => Output(element),
            Signatures.Asset => Source(element) is var (source, content) ? new AssetValue(source, content) : Members(element),
            Signatures.Archive when element.TryGetProperty("assets", out var members) => new ArchiveValue(AssetSource.Path, "", Members(members)),
            Signatures.Archive => Source(element) is var (source, content) ? new ArchiveValue(source, content) : Members(element),
            Signatures.Reference => new ReferenceValue(
                element.GetProperty("urn").GetString()!,
                element.TryGetProperty("id", out var id) ? id.GetString() is { } text && !Signatures.IsUnknown(text) ? text : "" : null),
            _ => Members(element),
        };
    }

    // The plain text of a secret is JSON inside a string.
    private static PropertyValue Plaintext(JsonElement plain)
    {
        using var inner = JsonDocument.Parse(plain.GetString() ?? "null");
        return Read(inner.RootElement);
    }

    private static PropertyValue Output(JsonElement element)
    {
        var value = element.TryGetProperty("value", out var known) ? Read(known) : PropertyValue.Unknown;
        return element.TryGetProperty("secret", out var secret) && secret.ValueKind == JsonValueKind.True ? new SecretValue(value) : value;
    }

    private static MapValue Members(JsonElement element) =>
        new(element.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, Read(member.Value))));

    private static (AssetSource Source, string Content)? Source(JsonElement element)
    {
        foreach (var source in (ReadOnlySpan<AssetSource>)[AssetSource.Path, AssetSource.Uri, AssetSource.Text])
        {
            if (element.TryGetProperty(source.WireName(), out var content) && content.ValueKind == JsonValueKind.String)
            {
                return (source, content.GetString()!);
            }
        }

        return null;
    }
}
