using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;

namespace Pulumi.Serialization;

/// <summary>
/// Writes inputs marked as JSON, which a provider's configuration takes as text. The style is protobuf's, spaces included:
/// another one would show up as a change of every provider.
/// </summary>
internal static class JsonText
{
    /// <summary>The text of a value: known when all of it is, secret when any part is.</summary>
    public static Output<string> Of(string context, object value)
    {
        return new Output<string>(WriteAsync());

        async Task<OutputData<string>> WriteAsync()
        {
            var serializer = new Serializer(excludeResourceReferencesFromDependencies: false);
            var serialized = await serializer.SerializeAsync(context, value, keepResources: false).ConfigureAwait(false);
            var (isKnown, isSecret) = (true, false);
            var plain = Unwrap(Serializer.CreateValue(serialized), ref isKnown, ref isSecret);

            // An input that turns out to be null is one that was not given, not the text "null".
            var text = isKnown && plain.KindCase != Value.KindOneofCase.NullValue ? ProtobufJson.Format(plain) : null!;
            return new OutputData<string>(serializer.DependentResources.ToImmutableHashSet(), text, isKnown, isSecret);
        }
    }

    private static Value Unwrap(Value value, ref bool isKnown, ref bool isSecret)
    {
        switch (value.KindCase)
        {
            case Value.KindOneofCase.StringValue:
                isKnown &= !Constants.IsUnknown(value.StringValue);
                return value;
            case Value.KindOneofCase.ListValue:
                for (var i = 0; i < value.ListValue.Values.Count; i++)
                {
                    value.ListValue.Values[i] = Unwrap(value.ListValue.Values[i], ref isKnown, ref isSecret);
                }

                return value;
            case Value.KindOneofCase.StructValue:
                return UnwrapObject(value, ref isKnown, ref isSecret);
            default:
                return value;
        }
    }

    private static Value UnwrapObject(Value value, ref bool isKnown, ref bool isSecret)
    {
        var fields = value.StructValue.Fields;
        if (fields.TryGetValue(Constants.SignatureKey, out var signature) && signature.StringValue == Constants.SecretSignature)
        {
            isSecret = true;
            return Unwrap(fields[Constants.ValueProperty], ref isKnown, ref isSecret);
        }

        foreach (var key in fields.Keys.ToArray())
        {
            fields[key] = Unwrap(fields[key], ref isKnown, ref isSecret);
        }

        return value;
    }
}
