using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Serialization;

namespace Pulumi;

internal sealed partial class DeploymentCore
{
    /// <summary>Waits for everything that a registration needs from other resources.</summary>
    private async Task<PreparedResource> PrepareAsync(Registration registration, ResourceArgs args, ResourceOptions options)
    {
        var resource = registration.Resource;
        var dependsOn = options.HasDependsOn ? await GatherAsync(options.DependsOn).ConfigureAwait(false) : [];
        var inputs = await args.ToDictionaryAsync().ConfigureAwait(false);
        var keepOutputValues = registration.Remote && await MonitorSupportsAsync(Feature.OutputValues).ConfigureAwait(false);
        var properties = await SerializeAsync(
            registration.Label,
            inputs,
            new PropertyEncoding(keepOutputValues, ExcludeReferences: registration.Remote, IsResource: true)).ConfigureAwait(false);
        var parentUrn = await ParentUrnAsync(registration, options).ConfigureAwait(false);
        var provider = registration.Custom ? await ProviderResource.ReferenceAsync(resource.Provider).ConfigureAwait(false) : "";

        var dependencies = new SortedSet<string>(StringComparer.Ordinal);
        dependencies.UnionWith(await Dependencies.UrnsAsync(dependsOn, resource).ConfigureAwait(false));
        var propertyDependencies = new List<KeyValuePair<string, IReadOnlyCollection<string>>>(properties.Dependencies.Count);
        foreach (var (property, resources) in properties.Dependencies)
        {
            var urns = await Dependencies.UrnsAsync(resources, resource).ConfigureAwait(false);
            propertyDependencies.Add(new(property, urns));
            dependencies.UnionWith(urns);
        }

        return new PreparedResource(properties, parentUrn, provider, dependencies, propertyDependencies);
    }

    private async Task<string> ParentUrnAsync(Registration registration, ResourceOptions options)
    {
        if (registration.Type == Stack.RootType)
        {
            return "";
        }

        var urn = await (options.Parent ?? Stack).Urn.DataTask.ConfigureAwait(false);
        return urn.Value;
    }

    /// <summary>The resources in a list; none while the list is unknown.</summary>
    private static async Task<ImmutableArray<Resource>> GatherAsync(InputList<Resource> list)
    {
        var data = await list.ToOutput().DataTask.ConfigureAwait(false);
        return data.IsKnown && !data.Value.IsDefault ? data.Value : [];
    }

    /// <summary>Serializes properties in the order of their names. Those that turn out to be null are left out.</summary>
    /// <exception cref="InvalidOperationException">A property cannot be sent; the message names it.</exception>
    private async Task<SerializedProperties> SerializeAsync(
        string label,
        IReadOnlyDictionary<string, object?> properties,
        PropertyEncoding encoding)
    {
        var result = new Struct();
        var dependencies = new List<KeyValuePair<string, IReadOnlyCollection<Resource>>>(properties.Count);
        if (properties.Count == 0)
        {
            return new SerializedProperties(result, dependencies);
        }

        var keepResources = await KeepResourcesAsync().ConfigureAwait(false);
        foreach (var key in SortedKeys(properties))
        {
            // Every resource has these two as outputs; as inputs they identify the state that is read.
            if (properties[key] is not { } value || (encoding.IsResource && key is Constants.IdProperty or Constants.UrnProperty))
            {
                continue;
            }

            var serializer = new Serializer(encoding.ExcludeReferences);
            try
            {
                var serialized = await serializer
                    .SerializeAsync($"{label}.{key}", value, keepResources, encoding.KeepOutputValues).ConfigureAwait(false);
                if (serialized is not null)
                {
                    result.Fields.Add(key, Serializer.CreateValue(serialized));
                    dependencies.Add(new(key, serializer.DependentResources));
                }
            }
            catch (InvalidOperationException e)
            {
                throw new InvalidOperationException($"error serializing property \"{key}\": {e.Message}", e);
            }
        }

        return new SerializedProperties(result, dependencies);
    }

    private static string[] SortedKeys(IReadOnlyDictionary<string, object?> properties)
    {
        var keys = new string[properties.Count];
        var count = 0;
        foreach (var key in properties.Keys)
        {
            keys[count++] = key;
        }

        Array.Sort(keys, StringComparer.Ordinal);
        return keys;
    }

    /// <summary>How properties are written.</summary>
    /// <param name="KeepOutputValues">Whether outputs keep their secrecy and dependencies as output-value objects.</param>
    /// <param name="ExcludeReferences">Whether resources that are values add no dependencies.</param>
    /// <param name="IsResource">Whether the properties are a resource's, whose id and URN are not inputs.</param>
    private readonly record struct PropertyEncoding(bool KeepOutputValues, bool ExcludeReferences, bool IsResource);

    private sealed record SerializedProperties(
        Struct Object,
        List<KeyValuePair<string, IReadOnlyCollection<Resource>>> Dependencies);

    private sealed record PreparedResource(
        SerializedProperties Properties,
        string ParentUrn,
        string Provider,
        SortedSet<string> Dependencies,
        List<KeyValuePair<string, IReadOnlyCollection<string>>> PropertyDependencies);
}
