using System.Text.Json;
using Infra.Preview.Model;

namespace Infra.Preview.Synthesis;

/// <summary>What a provider's configuration says about its resources.</summary>
internal static class ProviderFacts
{
    /// <summary>The account that AWS's documentation uses in examples.</summary>
    public const string ExampleAccount = "123456789012";

    private const string DefaultRegion = "us-east-1";

    /// <summary>The region: the resource's or call's own, else the provider's, else us-east-1.</summary>
    public static string Region(MapValue inputs, ResourceNode? provider) =>
        inputs["region"].AsText is { Length: > 0 } own ? own
        : provider?.Inputs["region"].AsText is { Length: > 0 } configured ? configured
        : DefaultRegion;

    /// <summary>The account: the first that the provider allows, else the example account.</summary>
    public static string Account(ResourceNode? provider) =>
        Opened(provider, "allowedAccountIds")[0].AsText is { Length: 12 } allowed ? allowed : ExampleAccount;

    /// <summary>The tags that the provider gives every resource.</summary>
    public static MapValue DefaultTags(ResourceNode? provider) => Opened(provider, "defaultTags")["tags"].AsMap ?? MapValue.Empty;

    // Everything but text reaches a provider as JSON inside a text.
    private static PropertyValue Opened(ResourceNode? provider, string name)
    {
        var value = provider?.Inputs[name] ?? PropertyValue.Null;
        if (value.AsText is not { Length: > 0 } json)
        {
            return value;
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            return JsonValues.From(document.RootElement);
        }
        catch (JsonException)
        {
            return PropertyValue.Null;
        }
    }
}
