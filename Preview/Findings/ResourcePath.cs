using Infra.Preview.Model;

namespace Infra.Preview.Findings;

/// <summary>A resource's place in the tree, as names joined by `/`. Unlike a URN it holds no stack, so it is the same in all of them.</summary>
public static class ResourcePath
{
    /// <summary>The names from the outermost component, the stack left out, to the resource.</summary>
    public static string Of(ResourceNode node)
    {
        var names = new List<string>();
        for (var current = node; current is { IsStack: false }; current = current.Parent)
        {
            names.Add(current.Name);
        }

        names.Reverse();
        return string.Join('/', names);
    }
}
