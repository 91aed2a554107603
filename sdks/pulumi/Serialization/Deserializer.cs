using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;

namespace Pulumi.Serialization;

/// <summary>
/// Reads what the engine sent without regard to the type the program expects: null, bool, double, string,
/// <see cref="ImmutableArray{T}"/> and <see cref="ImmutableDictionary{TKey, TValue}"/> of these, assets, resources and outputs.
/// A value is known when all of it is, and secret when any part is.
/// </summary>
internal static class Deserializer
{
    public static OutputData<object?> Deserialize(Value value)
    {
        var isSecret = false;
        while (TryUnwrapSecret(value, out var inner))
        {
            isSecret = true;
            value = inner;
        }

        var data = value.KindCase switch
        {
            Value.KindOneofCase.BoolValue => OutputData.Known<object?>(value.BoolValue),
            Value.KindOneofCase.NumberValue => OutputData.Known<object?>(value.NumberValue),
            Value.KindOneofCase.StringValue => Constants.IsUnknown(value.StringValue)
                ? OutputData.Unknown<object?>(null)
                : OutputData.Known<object?>(value.StringValue),
            Value.KindOneofCase.ListValue => ReadList(value.ListValue),
            Value.KindOneofCase.StructValue => ReadStruct(value.StructValue),
            _ => OutputData.Known<object?>(null),
        };
        return isSecret ? data with { IsSecret = true } : data;
    }

    private static bool TryUnwrapSecret(Value value, out Value inner)
    {
        inner = value;
        return value.KindCase == Value.KindOneofCase.StructValue
            && Signature(value.StructValue) == Constants.SecretSignature
            && (value.StructValue.Fields.TryGetValue(Constants.ValueProperty, out inner!)
                ? true
                : throw new InvalidOperationException("The engine sent a secret without a 'value'."));
    }

    private static string? Signature(Struct value)
        => value.Fields.TryGetValue(Constants.SignatureKey, out var signature) && signature.KindCase == Value.KindOneofCase.StringValue
            ? signature.StringValue
            : null;

    private static OutputData<object?> ReadList(ListValue list)
    {
        var summary = new OutputSummary();
        var elements = ImmutableArray.CreateBuilder<object?>(list.Values.Count);
        foreach (var element in list.Values)
        {
            elements.Add(summary.Add(Deserialize(element)));
        }

        return summary.With<object?>(summary.IsKnown ? elements.MoveToImmutable() : null);
    }

    private static OutputData<object?> ReadStruct(Struct value) => Signature(value) switch
    {
        Constants.AssetSignature => OutputData.Known<object?>(ReadAsset(value)),
        Constants.ArchiveSignature => ReadArchive(value),
        Constants.ResourceSignature => OutputData.Known<object?>(ReadResource(value)),
        Constants.OutputValueSignature => OutputData.Known<object?>(ReadOutputValue(value)),
        _ => ReadObject(value),
    };

    private static OutputData<object?> ReadObject(Struct value)
    {
        var summary = new OutputSummary();
        var members = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var (key, member) in value.Fields)
        {
            // Keys of this form are bookkeeping between the engine and providers.
            if (!key.StartsWith("__", StringComparison.Ordinal))
            {
                members.Add(key, summary.Add(Deserialize(member)));
            }
        }

        return summary.With<object?>(summary.IsKnown ? members.ToImmutable() : null);
    }

    private static Asset ReadAsset(Struct value)
        => Text(value, Constants.PathProperty) is { } path ? new FileAsset(path)
            : Text(value, Constants.UriProperty) is { } uri ? new RemoteAsset(uri)
            : Text(value, Constants.TextProperty) is { } text ? new StringAsset(text)
            : throw new InvalidOperationException("The engine sent an asset with none of 'path', 'uri' and 'text'.");

    private static OutputData<object?> ReadArchive(Struct value)
    {
        if (Text(value, Constants.PathProperty) is { } path)
        {
            return OutputData.Known<object?>(new FileArchive(path));
        }

        if (Text(value, Constants.UriProperty) is { } uri)
        {
            return OutputData.Known<object?>(new RemoteArchive(uri));
        }

        if (!value.Fields.TryGetValue(Constants.AssetsProperty, out var assets) || assets.KindCase != Value.KindOneofCase.StructValue)
        {
            throw new InvalidOperationException("The engine sent an archive with none of 'path', 'uri' and 'assets'.");
        }

        var summary = new OutputSummary();
        var members = new Dictionary<string, AssetOrArchive>();
        foreach (var (key, member) in assets.StructValue.Fields)
        {
            var content = summary.Add(Deserialize(member));
            members[key] = content as AssetOrArchive ?? new InvalidAsset();
        }

        return summary.With<object?>(summary.IsKnown ? new AssetArchive(members) : null);
    }

    private static Resource ReadResource(Struct value)
        => ResourceReferences.Resolve(
            Text(value, Constants.UrnProperty)
                ?? throw new InvalidOperationException("The engine sent a reference to a resource without a 'urn'."),
            Text(value, Constants.PackageVersionProperty) ?? "");

    private static object ReadOutputValue(Struct value)
    {
        var data = value.Fields.TryGetValue(Constants.ValueProperty, out var inner)
            ? Deserialize(inner)
            : OutputData.Unknown<object?>(null);
        var isSecret = data.IsSecret
            || (value.Fields.TryGetValue(Constants.SecretProperty, out var secret) && secret.BoolValue);
        var resources = data.Resources;
        if (value.Fields.TryGetValue(Constants.DependenciesProperty, out var dependencies)
            && dependencies.KindCase == Value.KindOneofCase.ListValue)
        {
            foreach (var urn in dependencies.ListValue.Values)
            {
                resources = resources.Add(new DependencyResource(urn.StringValue));
            }
        }

        return UntypedOutput.Create(new OutputData<object?>(resources, data.Value, data.IsKnown, isSecret));
    }

    private static string? Text(Struct value, string property)
        => value.Fields.TryGetValue(property, out var text) && text.KindCase == Value.KindOneofCase.StringValue ? text.StringValue : null;
}
