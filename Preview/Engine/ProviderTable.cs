using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Infra.Preview.Model;

namespace Infra.Preview.Engine;

/// <summary>A package that a program asks for.</summary>
internal sealed record PackageRequest(string Package, string Version, string PluginDownloadUrl);

/// <summary>Finds the provider of a resource or call and registers default providers as the engine does, on first use.</summary>
internal sealed class ProviderTable(Deployment deployment)
{
    private readonly Dictionary<PackageRequest, ResourceNode> _defaults = [];
    private readonly Dictionary<string, PackageRequest> _references = new(StringComparer.Ordinal);

    /// <summary>Makes a reference to a parameterised package; equal packages get equal references.</summary>
    public string AddPackage(PackageRequest package, string parameter)
    {
        var reference = Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{package}|{parameter}")));
        _references[reference] = package;
        return reference;
    }

    public PackageRequest Package(string reference) =>
        _references.TryGetValue(reference, out var package)
            ? package
            : throw GrpcFault.Invalid($"unknown provider package '{reference}'");

    /// <summary>The provider named by an explicit `urn::id`, else the one that the parent hands down, else the default one.</summary>
    public ResourceNode Resolve(string explicitReference, IReadOnlyDictionary<string, string>? handed, ResourceNode? parent, PackageRequest package)
    {
        var reference = explicitReference;
        if (reference.Length == 0 && handed is not null)
        {
            reference = handed.GetValueOrDefault(package.Package, "");
        }

        if (reference.Length == 0 && parent is { Custom: false })
        {
            reference = parent.Providers.GetValueOrDefault(package.Package, "");
        }

        return reference.Length == 0 ? Default(package) : Explicit(reference);
    }

    public ResourceNode Explicit(string reference)
    {
        var (urn, _) = Urns.SplitReference(reference)
            ?? throw GrpcFault.Invalid($"could not parse provider reference: '{reference}' is not of the form URN::ID");
        if (deployment.Find(urn) is { IsProvider: true } provider)
        {
            return provider;
        }

        deployment.Fail($"unknown provider '{reference}'");
        return null;
    }

    /// <summary>`urn::id`, with the unknown sentinel for an id that is not known.</summary>
    public static string Reference(ResourceNode provider) => $"{provider.Urn}::{provider.Id ?? Signatures.UnknownText}";

    /// <summary>A provider's id: the engine gives it a random UUID, the preview one that follows from the URN.</summary>
    public static string ProviderId(string urn) => Guid(SHA256.HashData(Encoding.UTF8.GetBytes(urn)));

    private ResourceNode Default(PackageRequest package)
    {
        if (_defaults.TryGetValue(package, out var known))
        {
            return known;
        }

        RefuseDisabled(package.Package);
        var type = ResourceNode.ProviderTypePrefix + package.Package;
        var name = DefaultName(package);
        var urn = deployment.NewUrn(null, type, name);
        var inputs = deployment.Settings.PackageConfig(package.Package);
        if (package.Version.Length > 0)
        {
            inputs = inputs.With("version", package.Version);
        }

        var provider = new ResourceNode
        {
            Urn = urn,
            Type = type,
            Name = name,
            Custom = true,
            Inputs = inputs,
            Outputs = inputs,
            OutputsComplete = true,
            Id = deployment.Settings.KeepsUnknowns ? null : ProviderId(urn),
            Version = package.Version.Length > 0 ? package.Version : null,
            PluginDownloadUrl = package.PluginDownloadUrl.Length > 0 ? package.PluginDownloadUrl : null,
        };
        deployment.Add(provider);
        _defaults.Add(package, provider);
        return provider;
    }

    private static string DefaultName(PackageRequest package)
    {
        var name = new StringBuilder("default");
        foreach (var part in (ReadOnlySpan<string>)[package.Version, package.PluginDownloadUrl])
        {
            if (part.Length > 0)
            {
                name.Append('_').Append(part);
            }
        }

        return name.Replace('.', '_').Replace(':', '_').ToString();
    }

    private void RefuseDisabled(string package)
    {
        const string Key = "pulumi:disable-default-providers";
        if (package == "pulumi" || !deployment.Settings.Config.TryGetValue(Key, out var list) || list.Length == 0)
        {
            return;
        }

        string[]? disabled;
        try
        {
            disabled = JsonSerializer.Deserialize(list, ConfigJson.Default.StringArray);
        }
        catch (JsonException)
        {
            deployment.Fail($"Failed to parse {list}: {Key} must be a list of package names or '*'");
            return;
        }

        if (disabled?.Any(entry => entry.Trim() is var name && (name == "*" || name == package)) == true)
        {
            deployment.Fail($"Default provider for '{package}' disabled. Give the resource an explicit provider, or take '{package}' out of {Key}.");
        }
    }

    private static string Guid(byte[] hash) => new Guid(hash.AsSpan(0, 16)).ToString();
}
