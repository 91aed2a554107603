using System.Text.Json;
using Infra.Sdks.Generator.Schema;

namespace Infra.Sdks.Generator.Binding;

/// <summary>Is the part of a package that code is generated for.</summary>
public sealed class Selection
{
    /// <summary>Initializes a new instance of the <see cref="Selection"/> class.</summary>
    /// <param name="package">The package.</param>
    /// <param name="entries">The resources, functions and unreferenced enums to generate.</param>
    /// <exception cref="GeneratorException">The package lacks some of the tokens or of the properties to leave out.</exception>
    public Selection(Package package, IReadOnlyList<TokenEntry> entries)
    {
        Package = package;
        var spec = package.Spec;
        var wanted = entries.Select(entry => entry.Token).ToHashSet(StringComparer.Ordinal);
        var absent = wanted.Where(token => !spec.Resources.ContainsKey(token) && !spec.Functions.ContainsKey(token) && !IsEnum(spec, token))
            .Order(StringComparer.Ordinal).ToList();
        if (absent.Count > 0)
        {
            throw new GeneratorException(
                $"The token list of {spec.Name} names {string.Join(", ", absent)}, which the schema of {spec.Name} {spec.Version} lacks. "
                + "Allowed are its resources, functions and enums. Correct the list, or write the schema of a release that has them.");
        }

        foreach (var entry in entries)
        {
            LeaveOut(spec, entry);
        }

        // Overlays are written by hand in the provider's SDK; the schema only announces them.
        Resources = [.. wanted.Where(token => spec.Resources.TryGetValue(token, out var resource) && !resource.IsOverlay).Order(StringComparer.Ordinal)];
        Functions = [.. wanted.Where(token => spec.Functions.TryGetValue(token, out var function) && !function.IsOverlay).Order(StringComparer.Ordinal)];
        Enums = [.. wanted.Where(token => IsEnum(spec, token)).Order(StringComparer.Ordinal)];
    }

    /// <summary>Gets the package.</summary>
    public Package Package { get; }

    /// <summary>Gets the tokens of the resources, sorted.</summary>
    public IReadOnlyList<string> Resources { get; }

    /// <summary>Gets the tokens of the functions, sorted.</summary>
    public IReadOnlyList<string> Functions { get; }

    /// <summary>Gets the tokens of the enums asked for by name, sorted.</summary>
    public IReadOnlyList<string> Enums { get; }

    /// <summary>Lists what the schema promises and does not hold.</summary>
    /// <returns>Sentences for the one who generates.</returns>
    public IEnumerable<string> Notes()
        => from resource in AllResources()
           from method in resource.Spec.Methods ?? []
           where !Package.Spec.Functions.ContainsKey(method.Value)
           select $"{resource.Token} has a method '{method.Key}' whose function {method.Value} the schema lacks; it is left out.";

    /// <summary>Lists the resources with the provider first.</summary>
    /// <returns>Tokens and definitions.</returns>
    public IEnumerable<(string Token, ResourceSpec Spec)> AllResources()
    {
        if (Package.Spec.Provider is { } provider)
        {
            yield return (Package.ProviderToken, provider);
        }

        foreach (var token in Resources)
        {
            yield return (token, Package.Spec.Resources[token]);
        }
    }

    /// <summary>Lists the methods of a resource.</summary>
    /// <param name="resource">The resource.</param>
    /// <returns>Names, tokens and definitions, sorted by name.</returns>
    public IEnumerable<(string Name, string Token, FunctionSpec Spec)> Methods(ResourceSpec resource)
    {
        foreach (var (name, token) in (resource.Methods ?? []).OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            // A schema cut down to some functions may keep the name of a method; Notes tells of it.
            if (Package.Spec.Functions.TryGetValue(token, out var function) && !function.IsOverlay)
            {
                yield return (name, token, function);
            }
        }
    }

    private static void LeaveOut(PackageSpec spec, TokenEntry entry)
    {
        foreach (var name in entry.Without)
        {
            var resource = spec.Resources.GetValueOrDefault(entry.Token);
            var removed = new[] { resource?.Properties, resource?.InputProperties, resource?.StateInputs?.Properties }
                .Count(properties => properties?.Remove(name) == true);
            if (removed == 0)
            {
                throw new GeneratorException(
                    $"The token list leaves out '{name}' of {entry.Token}, which has no such property. Allowed are the optional properties of a resource. Correct the list.");
            }

            if (resource!.RequiredInputs?.Contains(name) == true)
            {
                throw new GeneratorException(
                    $"The token list leaves out '{name}' of {entry.Token}, which the resource requires. Only optional properties may be left out. Correct the list.");
            }
        }
    }

    private static bool IsEnum(PackageSpec spec, string token) => spec.Types.TryGetValue(token, out var type) && type.Enum is not null;
}

/// <summary>Is the result of a function: nothing, an object of its own, or a type.</summary>
/// <param name="Members">The properties when the result is an object of its own.</param>
/// <param name="Type">The type when it is not.</param>
public sealed record FunctionResult(IReadOnlyList<Property>? Members, SchemaType? Type)
{
    /// <summary>Gets a value indicating whether nothing comes back.</summary>
    public bool IsNothing => Members is null && Type is null;

    /// <summary>Gets a value indicating whether the engine's answer is the result, not an object around it.</summary>
    public bool IsObject => IsNothing || Members is not null || Type is ObjectType;

    /// <summary>Reads what a function returns.</summary>
    /// <param name="package">The package.</param>
    /// <param name="function">The function.</param>
    /// <returns>The result.</returns>
    public static FunctionResult Of(Package package, FunctionSpec function)
    {
        var element = function.Outputs ?? function.ReturnType;
        if (element is not { ValueKind: JsonValueKind.Object } spec)
        {
            return new FunctionResult(null, null);
        }

        if (spec.TryGetProperty("properties", out _))
        {
            var members = SchemaFile.Read<ObjectSpec>(spec);
            return new FunctionResult(package.Properties(members.Properties, members.Required, inputShape: false), null);
        }

        return new FunctionResult(null, package.Bind(SchemaFile.Read<TypeSpec>(spec), inputShape: false));
    }
}
