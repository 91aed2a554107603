using System.Collections;

namespace Pulumi.Serialization;

internal sealed partial class Serializer
{
    private async ValueTask<object?> WriteDictionaryAsync(string context, IDictionary dictionary, Mode mode)
    {
        var keys = new List<string>(dictionary.Count);
        foreach (var key in dictionary.Keys)
        {
            keys.Add(key as string
                ?? throw new InvalidOperationException($"Dictionaries are only supported with string keys:\n\t{context}"));
        }

        keys.Sort(StringComparer.Ordinal);
        var members = new Dictionary<string, object?>(keys.Count);
        foreach (var key in keys)
        {
            // A member that is null is one that was not given.
            if (dictionary[key] is { } member
                && await WriteAsync($"{context}.{key}", member, mode).ConfigureAwait(false) is { } written)
            {
                members.Add(key, written);
            }
        }

        return members;
    }

    private async ValueTask<object?> WriteListAsync(string context, IList list, Mode mode)
    {
        if (SerializableTypes.IsDefaultArray(list))
        {
            return new List<object?>();
        }

        var elements = new List<object?>(list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            elements.Add(await WriteAsync($"{context}[{i}]", list[i], mode).ConfigureAwait(false));
        }

        return elements;
    }

    private async ValueTask<object?> WriteCustomResourceAsync(CustomResource resource, Mode mode)
    {
        AddReference(resource);
        var id = await resource.Id.DataTask.ConfigureAwait(false);
        if (mode.KeepResources)
        {
            var urn = await resource.Urn.DataTask.ConfigureAwait(false);
            return new Dictionary<string, object?>(3)
            {
                [Constants.SignatureKey] = Constants.ResourceSignature,
                [Constants.UrnProperty] = urn.Value,
                [Constants.IdProperty] = id.IsKnown ? id.Value : "",
            };
        }

        return id.IsKnown ? id.Value : Constants.UnknownValue;
    }

    private async ValueTask<object?> WriteComponentAsync(ComponentResource resource, Mode mode)
    {
        AddReference(resource);
        var urn = await resource.Urn.DataTask.ConfigureAwait(false);
        return mode.KeepResources
            ? new Dictionary<string, object?>(2)
            {
                [Constants.SignatureKey] = Constants.ResourceSignature,
                [Constants.UrnProperty] = urn.Value,
            }
            : urn.IsKnown ? urn.Value : Constants.UnknownValue;
    }

    private void AddReference(Resource resource)
    {
        if (!excludeResourceReferencesFromDependencies)
        {
            DependentResources.Add(resource);
        }
    }

    private ValueTask<object?> WriteMarkedTypeAsync(string context, object value, Mode mode)
    {
        var shape = SerializableTypes.ShapeOf(value.GetType());
        return shape.Kind switch
        {
            TypeKind.Enum => new((double)(int)value),
            TypeKind.EnumType => new(shape.Underlying!.Invoke(null, [value])),
            TypeKind.OutputType => WriteOutputTypeAsync(context, value, shape, mode),
            _ => throw SerializableTypes.NotSupported(value.GetType(), context),
        };
    }

    private async ValueTask<object?> WriteOutputTypeAsync(string context, object value, TypeShape shape, Mode mode)
    {
        var members = new Dictionary<string, object?>(shape.Fields.Length);
        foreach (var (name, field) in shape.Fields)
        {
            members[name] = await WriteAsync($"{context}.{name}", field.GetValue(value), mode).ConfigureAwait(false);
        }

        return members;
    }
}
