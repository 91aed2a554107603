using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>
/// Finds the class that binds a resource type among the loaded assemblies. Assemblies are read only when the engine sends a
/// reference to a resource, because those of large providers take long.
/// </summary>
internal static class ResourceTypes
{
    private static readonly ConcurrentDictionary<(string Token, string Version), Type> Found = new();

    /// <summary>Classes that the program's outputs are declared to hold, by type token.</summary>
    private static readonly ConcurrentDictionary<string, ResourceClass> Declared = new();

    /// <summary>Answers by assembly; an assembly without the type is not read again for it.</summary>
    private static readonly ConcurrentDictionary<(Assembly Assembly, string Token, bool ByName), List<ResourceClass>> ByAssembly = new();

    /// <summary>The class for a type token, made for a version compatible with the given one; of several the newest.</summary>
    public static Type? Find(string token, string version)
    {
        if (Found.TryGetValue((token, version), out var known))
        {
            return known;
        }

        // Reading the types of a large provider takes long, and reading their attributes longer. An output that holds the resource
        // has most likely declared its class; else bindings are named after the last part of the token.
        var wanted = PackageVersion.Parse(version);
        var found = Declared.TryGetValue(token, out var declared) && declared.Version.Serves(wanted)
            ? declared.Type
            : FindNewest(token, wanted, byName: true) ?? FindNewest(token, wanted, byName: false);
        if (found is not null)
        {
            Found[(token, version)] = found;
        }

        return found;
    }

    /// <summary>Notes a class that some output is declared to hold.</summary>
    public static void Declare(Type type)
    {
        if (!type.IsAbstract && type.GetCustomAttribute<ResourceTypeAttribute>() is { } attribute)
        {
            Declared[attribute.Type] = new ResourceClass(type, PackageVersion.Parse(attribute.Version));
        }
    }

    private static Type? FindNewest(string token, PackageVersion wanted, bool byName)
    {
        ResourceClass? best = null;
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
        {
            if (assembly.IsDynamic || !UsesThisAssembly(assembly))
            {
                continue;
            }

            var key = (assembly, token, byName);
            foreach (var candidate in ByAssembly.GetOrAdd(key, static key => Search(key.Assembly, key.Token, key.ByName)))
            {
                if (candidate.Version.Serves(wanted) && (best is null || candidate.Version.CompareTo(best.Version) > 0))
                {
                    best = candidate;
                }
            }
        }

        return best?.Type;
    }

    private static bool UsesThisAssembly(Assembly assembly)
    {
        var own = typeof(Resource).Assembly;
        if (assembly == own)
        {
            return true;
        }

        foreach (var reference in assembly.GetReferencedAssemblies())
        {
            if (reference.Name == own.GetName().Name)
            {
                return true;
            }
        }

        return false;
    }

    private static List<ResourceClass> Search(Assembly assembly, string token, bool byName)
    {
        var name = token[(token.LastIndexOf(':') + 1)..];
        var found = new List<ResourceClass>();
        foreach (var type in LoadableTypes(assembly))
        {
            if ((!byName || string.Equals(type.Name, name, StringComparison.OrdinalIgnoreCase))
                && type is { IsClass: true, IsAbstract: false } && typeof(Resource).IsAssignableFrom(type)
                && type.GetCustomAttribute<ResourceTypeAttribute>() is { } attribute && attribute.Type == token)
            {
                found.Add(new ResourceClass(type, PackageVersion.Parse(attribute.Version)));
            }
        }

        return found;
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

    private sealed record ResourceClass(Type Type, PackageVersion Version);
}
