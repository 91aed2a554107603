using Infra.Sdks.Generator.Binding;

namespace Infra.Sdks.Generator.Writing;

/// <summary>Finds the outputs whose change replaces a resource.</summary>
public static class ReplacePaths
{
    /// <summary>Lists the paths of the marked properties, nested ones included.</summary>
    /// <param name="properties">The outputs of a resource.</param>
    /// <returns>Paths such as <c>rules[*].port</c>, sorted.</returns>
    public static IReadOnlyList<string> Of(IReadOnlyList<Property> properties)
    {
        var paths = new List<string>();
        Collect(properties, "", [], paths);
        return [.. paths.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static void Collect(IReadOnlyList<Property> properties, string prefix, HashSet<string> open, List<string> paths)
    {
        foreach (var property in properties)
        {
            var path = prefix + property.WireName;
            if (property.Spec.ReplaceOnChanges)
            {
                paths.Add(path);
            }

            Collect(property.Type, path, open, paths);
        }
    }

    private static void Collect(SchemaType type, string path, HashSet<string> open, List<string> paths)
    {
        switch (type)
        {
            case ArrayType array:
                Collect(array.Element, path + "[*]", open, paths);
                break;
            case MapType map:
                Collect(map.Element, path + ".*", open, paths);
                break;

            // A type that contains itself has endless paths: its own are followed once.
            case ObjectType item when open.Add(item.Token):
                Collect(Package.Properties(item), path + ".", open, paths);
                open.Remove(item.Token);
                break;
        }
    }
}
