using Google.Protobuf.Collections;
using Infra.Preview.Model;
using Infra.Preview.Protocol;

namespace Infra.Preview.Engine;

/// <summary>Records resources that programs register and read, and tells them what came of it.</summary>
internal sealed class Registrations(Deployment deployment)
{
    private readonly AliasResolution _aliases = new(deployment.Settings);

    public RegisterResourceResponse Register(RegisterResourceRequest request)
    {
        var label = $"resource '{request.Name}' of type '{request.Type}'";
        RequireIdentity(request.Type, request.Name, threeParts: request.Custom || request.Remote);
        var parent = deployment.Parent(request.Parent);
        var sent = Decode(request.Object, label);
        var (dependencies, byProperty) = Dependencies(request, sent);
        var isProvider = request.Type.StartsWith(ResourceNode.ProviderTypePrefix, StringComparison.Ordinal);
        if (request.EnvVarMappings.Count > 0 && !isProvider)
        {
            throw GrpcFault.Invalid($"{label}: envVarMappings are only allowed on providers");
        }

        var handed = HandedProviders(request, parent);
        var provider = request.Remote || (request.Custom && !isProvider)
            ? deployment.Providers.Resolve(
                request.Provider, request.Providers, parent, Package(request.PackageRef, request.Type, request.Version, request.PluginDownloadURL))
            : null;
        var urn = deployment.NewUrn(parent, request.Type, request.Name);
        var inputs = OutputDependencies.Downgrade(sent);
        if (isProvider && request.Version.Length > 0)
        {
            // The engine keeps a provider's version among its inputs.
            inputs = inputs.With("version", request.Version);
        }

        var node = new ResourceNode
        {
            Urn = urn,
            Type = request.Type,
            Name = request.Name,
            Custom = request.Custom,
            Remote = request.Remote,
            Operation = request.ImportId.Length > 0 ? ResourceOperation.Import : ResourceOperation.Create,
            Parent = parent,
            Inputs = inputs,
            Dependencies = dependencies,
            PropertyDependencies = byProperty,
            Provider = provider is null ? null : ProviderTable.Reference(provider),
            ProviderNode = provider,
            Providers = handed,
            Protect = request.HasProtect ? request.Protect : parent?.Protect ?? false,
            RetainOnDelete = request.HasRetainOnDelete ? request.RetainOnDelete : parent?.RetainOnDelete ?? false,
            DeletedWith = NullIfEmpty(request.DeletedWith) ?? parent?.DeletedWith,
            ReplaceWith = [.. request.ReplaceWith],
            IgnoreChanges = [.. request.IgnoreChanges],
            ReplaceOnChanges = [.. request.ReplaceOnChanges],
            AdditionalSecretOutputs = [.. request.AdditionalSecretOutputs],
            HideDiffs = [.. request.HideDiffs],
            ReplacementTrigger = request.ReplacementTrigger is { } trigger ? ProtobufConversion.ToValue(trigger) : null,
            Aliases = _aliases.Resolve(request, parent),
            DeleteBeforeReplace = request.DeleteBeforeReplaceDefined || request.DeleteBeforeReplace ? request.DeleteBeforeReplace : null,
            ImportId = NullIfEmpty(request.ImportId),
            Version = NullIfEmpty(request.Version),
            PluginDownloadUrl = NullIfEmpty(request.PluginDownloadURL),
            CustomTimeouts = Timeouts(request.CustomTimeouts, label),
            System = Deployment.SystemOf(parent, request.Name, request.Custom),
        };
        deployment.Add(node);
        return request.Remote ? Expand(request, node, sent) : Complete(request, node);
    }

    public ReadResourceResponse Read(ReadResourceRequest request)
    {
        RequireIdentity(request.Type, request.Name, threeParts: true);
        var parent = deployment.Parent(request.Parent);
        if (request.Id.Length == 0)
        {
            throw GrpcFault.Invalid($"expected an id to read resource '{request.Name}' of type '{request.Type}'");
        }

        var provider = deployment.Providers.Resolve(
            request.Provider, null, parent, Package(request.PackageRef, request.Type, request.Version, request.PluginDownloadURL));
        var urn = deployment.NewUrn(parent, request.Type, request.Name);
        var node = new ResourceNode
        {
            Urn = urn,
            Type = request.Type,
            Name = request.Name,
            Custom = true,
            Operation = ResourceOperation.Read,
            Parent = parent,
            Inputs = OutputDependencies.Downgrade(Decode(request.Properties, urn)),
            Dependencies = Sorted(request.Dependencies),
            Provider = ProviderTable.Reference(provider),
            ProviderNode = provider,
            AdditionalSecretOutputs = [.. request.AdditionalSecretOutputs],
            Version = NullIfEmpty(request.Version),
            PluginDownloadUrl = NullIfEmpty(request.PluginDownloadURL),
            System = Deployment.SystemOf(parent, request.Name, custom: true),
            Id = Signatures.IsUnknown(request.Id) ? null : request.Id,
        };
        deployment.Add(node);
        ResourceOutputs.OfRead(deployment, node);
        return new ReadResourceResponse
        {
            Urn = urn,
            Properties = ProtobufConversion.ToStruct(node.Outputs, request.AcceptSecrets, request.AcceptResources),
        };
    }

    private RegisterResourceResponse Complete(RegisterResourceRequest request, ResourceNode node)
    {
        var response = new RegisterResourceResponse { Urn = node.Urn };
        if (!node.Custom)
        {
            // As from the engine: a local component's outputs are the program's own business.
            response.Object = new Google.Protobuf.WellKnownTypes.Struct();
            return response;
        }

        ResourceOutputs.OfResource(deployment, node);
        response.Id = node.Id ?? "";
        response.Object = Encode(request, node.Outputs);
        return response;
    }

    private RegisterResourceResponse Expand(RegisterResourceRequest request, ResourceNode node, MapValue sent)
    {
        var outputs = ComponentExpansion.Expand(deployment, node, sent);
        var response = new RegisterResourceResponse { Urn = node.Urn };
        foreach (var (name, value) in outputs)
        {
            if (OutputDependencies.Of(value) is { Count: > 0 } urns)
            {
                response.PropertyDependencies.Add(name, new RegisterResourceResponse.Types.PropertyDependencies { Urns = { urns } });
            }
        }

        node.Outputs = OutputDependencies.Downgrade(outputs);
        response.Object = Encode(request, node.Outputs);
        return response;
    }

    // A program that does not say it can read unknowns within a value gets only the values that are known throughout.
    private static Google.Protobuf.WellKnownTypes.Struct Encode(RegisterResourceRequest request, MapValue outputs) => ProtobufConversion.ToStruct(
        request.SupportsPartialValues || !outputs.ContainsUnknowns
            ? outputs
            : new MapValue(outputs.Where(output => !output.Value.ContainsUnknowns)),
        request.AcceptSecrets,
        request.AcceptResources);

    private PackageRequest Package(string reference, string type, string version, string url) =>
        reference.Length > 0
            ? deployment.Providers.Package(reference)
            : new PackageRequest(type.Split(':', 2)[0], version, url);

    // A component hands its own and its parent's providers down; its own win.
    private static SortedList<string, string> HandedProviders(RegisterResourceRequest request, ResourceNode? parent)
    {
        var handed = new SortedList<string, string>(StringComparer.Ordinal);
        if (request.Custom)
        {
            return handed;
        }

        if (parent is { Custom: false })
        {
            foreach (var (package, reference) in parent.Providers)
            {
                handed[package] = reference;
            }
        }

        foreach (var (package, reference) in request.Providers)
        {
            handed[package] = reference;
        }

        return handed;
    }

    private static (IReadOnlyList<string> All, SortedList<string, IReadOnlyList<string>> ByProperty) Dependencies(
        RegisterResourceRequest request, MapValue inputs)
    {
        var all = Sorted(request.Dependencies);
        var byProperty = new SortedList<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (property, dependencies) in request.PropertyDependencies)
        {
            byProperty[property] = Sorted(dependencies.Urns);
        }

        foreach (var (property, value) in inputs)
        {
            // A program that tells no dependencies by property means that every property has them all.
            var known = byProperty.GetValueOrDefault(property) ?? (request.PropertyDependencies.Count == 0 && !request.Remote ? all : []);
            var carried = OutputDependencies.Of(value);
            byProperty[property] = carried.Count == 0 ? known : [.. known.Union(carried).Order(StringComparer.Ordinal)];
        }

        return (all, byProperty);
    }

    private static IReadOnlyList<string> Sorted(RepeatedField<string> urns)
    {
        foreach (var urn in urns)
        {
            if (!Urns.IsValid(urn))
            {
                throw GrpcFault.Invalid($"invalid dependency URN: '{urn}' is not of the form urn:pulumi:STACK::PROJECT::TYPE::NAME");
            }
        }

        return urns.Count switch
        {
            0 => [],
            1 => [urns[0]],
            _ => [.. urns.Distinct().Order(StringComparer.Ordinal)],
        };
    }

    private static void RequireIdentity(string type, string name, bool threeParts)
    {
        if (type.Length == 0 || name.Length == 0)
        {
            throw GrpcFault.Invalid($"a resource needs a type and a name; got type '{type}' and name '{name}'");
        }

        if (threeParts && (type.Split(':') is not [var package, _, var member] || package.Length == 0 || member.Length == 0))
        {
            throw GrpcFault.Invalid($"'{type}' is not a valid type token of resource '{name}': expected PACKAGE:MODULE:NAME");
        }
    }

    private static MapValue Decode(Google.Protobuf.WellKnownTypes.Struct? value, string label)
    {
        try
        {
            return ProtobufConversion.ToMap(value);
        }
        catch (MalformedValueException malformed)
        {
            throw GrpcFault.Invalid($"{label}: {malformed.Message}");
        }
    }

    private static ResourceTimeouts? Timeouts(RegisterResourceRequest.Types.CustomTimeouts? timeouts, string label)
    {
        if (timeouts is null || (timeouts.Create.Length | timeouts.Update.Length | timeouts.Delete.Length) == 0)
        {
            return null;
        }

        foreach (var text in (ReadOnlySpan<string>)[timeouts.Create, timeouts.Update, timeouts.Delete])
        {
            if (text.Length > 0 && GoDuration.Seconds(text) is null)
            {
                throw GrpcFault.Invalid($"{label}: unable to parse custom timeout '{text}'; a duration is a number and a unit, such as 5m or 1h30m");
            }
        }

        return new ResourceTimeouts(timeouts.Create, timeouts.Update, timeouts.Delete);
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
