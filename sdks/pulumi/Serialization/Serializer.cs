using System.Collections;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>
/// Turns values of a program into what the engine is sent: null, bool, double, string, lists and dictionaries of these.
/// Collects the resources that the values depend on.
/// </summary>
/// <param name="excludeResourceReferencesFromDependencies">
/// Whether a resource that is itself a value adds no dependency; the receiver of a remote component's inputs sees the reference.
/// </param>
internal sealed partial class Serializer(bool excludeResourceReferencesFromDependencies)
{
    /// <summary>The resources behind everything serialized so far.</summary>
    public HashSet<Resource> DependentResources { get; } = [];

    /// <summary>Serializes one value, waiting for the outputs in it.</summary>
    /// <param name="context">Path of the value, for error messages.</param>
    /// <param name="value">The value.</param>
    /// <param name="keepResources">Whether the engine understands references to resources; else a resource is sent as its id.</param>
    /// <param name="keepOutputValues">Whether outputs keep their secrecy and dependencies as output-value objects.</param>
    /// <exception cref="InvalidOperationException">A value has a type that cannot be sent.</exception>
    public Task<object?> SerializeAsync(string context, object? value, bool keepResources, bool keepOutputValues = false)
        => WriteAsync(context, value, new Mode(keepResources, keepOutputValues)).AsTask();

    private ValueTask<object?> WriteAsync(string context, object? value, Mode mode) => value switch
    {
        null or bool or double or string => new(value),
        int number => new((double)number),
        InputArgs args => WriteArgsAsync(context, args, mode),
        AssetOrArchive asset => WriteAssetAsync(context, asset, mode),
        Task => throw new InvalidOperationException(
            $"Tasks are not allowed inside ResourceArgs. Please wrap your Task in an Output:\n\t{context}"),
        IInput input => WriteInputAsync(context, input.Value, mode),
        IUnion union => WriteAsync(context, union.Value, mode),
        JsonElement element => new(JsonTree.FromElement(element)),
        IOutput output => WriteOutputAsync(context, output, mode),
        CustomResource resource => WriteCustomResourceAsync(resource, mode),
        ComponentResource resource => WriteComponentAsync(resource, mode),
        IDictionary dictionary => WriteDictionaryAsync(context, dictionary, mode),
        IList list => WriteListAsync(context, list, mode),
        ValueTuple => new((object?)null),
        _ => WriteMarkedTypeAsync(context, value, mode),
    };

    private async ValueTask<object?> WriteArgsAsync(string context, InputArgs args, Mode mode)
        => await WriteDictionaryAsync(context, await args.ToDictionaryAsync().ConfigureAwait(false), mode).ConfigureAwait(false);

    private async ValueTask<object?> WriteAssetAsync(string context, AssetOrArchive asset, Mode mode)
        => new Dictionary<string, object?>(2)
        {
            [Constants.SignatureKey] = asset.Signature,
            [asset.Property] = await WriteAsync($"{context}.{asset.Property}", asset.Content, mode).ConfigureAwait(false),
        };

    // A plain input is an output that happens to be known: what lies inside it is encoded as inside any output.
    private ValueTask<object?> WriteInputAsync(string context, object? content, Mode mode) => content switch
    {
        null or bool or double or string or int => WriteAsync(context, content, mode),
        IOutput output => WriteOutputAsync(context, output, mode),
        _ => WriteDataAsync(context, OutputData.Known<object?>(content), mode),
    };

    private async ValueTask<object?> WriteOutputAsync(string context, IOutput output, Mode mode)
        => await WriteDataAsync(context, await output.GetDataAsync().ConfigureAwait(false), mode).ConfigureAwait(false);

    private async ValueTask<object?> WriteDataAsync(string context, OutputData<object?> data, Mode mode)
    {
        if (mode.KeepOutputValues)
        {
            return await WriteOutputValueAsync(context, data, mode).ConfigureAwait(false);
        }

        DependentResources.UnionWith(data.Resources);
        if (!data.IsKnown)
        {
            return Constants.UnknownValue;
        }

        var value = await WriteAsync(context, data.Value, mode).ConfigureAwait(false);
        return data.IsSecret
            ? new Dictionary<string, object?>(2)
            {
                [Constants.SignatureKey] = Constants.SecretSignature,
                [Constants.ValueProperty] = value,
            }
            : value;
    }

    private async ValueTask<object?> WriteOutputValueAsync(string context, OutputData<object?> data, Mode mode)
    {
        var nested = new Serializer(excludeResourceReferencesFromDependencies);
        nested.DependentResources.UnionWith(data.Resources);
        var value = data.IsKnown
            ? await nested.WriteAsync(context, data.Value, mode with { KeepOutputValues = false }).ConfigureAwait(false)
            : null;
        DependentResources.UnionWith(nested.DependentResources);
        if (data is { IsKnown: true, IsSecret: false } && nested.DependentResources.Count == 0)
        {
            return value;
        }

        var wrapped = new Dictionary<string, object?>(4) { [Constants.SignatureKey] = Constants.OutputValueSignature };
        if (data.IsKnown)
        {
            wrapped[Constants.ValueProperty] = value;
        }

        if (data.IsSecret)
        {
            wrapped[Constants.SecretProperty] = true;
        }

        var urns = await Dependencies.UrnsAsync(nested.DependentResources, self: null).ConfigureAwait(false);
        if (urns.Count > 0)
        {
            wrapped[Constants.DependenciesProperty] = new List<object?>(urns);
        }

        return wrapped;
    }

    /// <summary>How resources and outputs are encoded.</summary>
    private readonly record struct Mode(bool KeepResources, bool KeepOutputValues);
}
