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

    private static readonly ConcurrentDictionary<Assembly, ResourceClassIndex> Indexes = new();

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
            var index = Indexes.GetOrAdd(assembly, static key => new ResourceClassIndex(key));
            foreach (var candidate in byName ? index.FindByName(token) : index.FindByToken(token))
            {
                if (candidate.Version.Serves(wanted) && (best is null || candidate.Version.CompareTo(best.Version) > 0))
                {
                    best = candidate;
                }
            }
        }

        return best?.Type;
    }
}
