using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>A class that binds a resource type.</summary>
/// <param name="Type">The class.</param>
/// <param name="Version">Version of the bindings it belongs to.</param>
internal sealed record ResourceClass(Type Type, PackageVersion Version);

/// <summary>
/// The resource classes of one assembly, read at the first search: all types once, and their attributes only as far as a search needs them.
/// </summary>
internal sealed class ResourceClassIndex
{
    private readonly Lazy<ILookup<string, Type>> _byName;
    private readonly Lazy<ILookup<string, ResourceClass>> _byToken;

    public ResourceClassIndex(Assembly assembly)
    {
        _byName = new(() => ResourceTypesIn(assembly).ToLookup(static type => type.Name, StringComparer.OrdinalIgnoreCase));
        _byToken = new(() => Bound(_byName.Value.SelectMany(static types => types))
            .ToLookup(static entry => entry.Token, static entry => entry.Class, StringComparer.Ordinal));
    }

    /// <summary>The classes for a type token that are named after its last part, as those of published bindings are.</summary>
    public IEnumerable<ResourceClass> FindByName(string token)
        => Bound(_byName.Value[token[(token.LastIndexOf(':') + 1)..]])
            .Where(entry => entry.Token == token)
            .Select(static entry => entry.Class);

    /// <summary>The classes for a type token whatever their names, for which the attributes of all are read.</summary>
    public IEnumerable<ResourceClass> FindByToken(string token) => _byToken.Value[token];

    private static IEnumerable<(string Token, ResourceClass Class)> Bound(IEnumerable<Type> types)
    {
        foreach (var type in types)
        {
            if (type.GetCustomAttribute<ResourceTypeAttribute>() is { } attribute)
            {
                yield return (attribute.Type, new ResourceClass(type, PackageVersion.Parse(attribute.Version)));
            }
        }
    }

    private static IEnumerable<Type> ResourceTypesIn(Assembly assembly)
        => assembly.IsDynamic || !UsesThisAssembly(assembly)
            ? []
            : LoadableTypes(assembly)
                .Where(static type => type is { IsClass: true, IsAbstract: false } && typeof(Resource).IsAssignableFrom(type));

    private static bool UsesThisAssembly(Assembly assembly)
    {
        var own = typeof(Resource).Assembly;
        return assembly == own || assembly.GetReferencedAssemblies().Any(reference => reference.Name == own.GetName().Name);
    }

    private static IEnumerable<Type> LoadableTypes(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException exception)
        {
            // A type that needs an assembly the program does not have cannot be the one.
            return exception.Types.OfType<Type>();
        }
    }
}
