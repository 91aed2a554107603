namespace Pulumi;

/// <summary>
/// Finds what depending on a resource means for the engine, which orders custom resources and remote components only: a component of
/// the program stands for the resources in it.
/// </summary>
internal static class Dependencies
{
    /// <summary>The URNs that the engine is to wait for, in ordinal order.</summary>
    /// <param name="resources">What is depended on.</param>
    /// <param name="self">
    /// The resource that depends, null for a function call. Of a component around it only what was constructed before it counts:
    /// it cannot wait for itself, nor for a sibling that may wait for it.
    /// </param>
    public static async Task<IReadOnlyCollection<string>> UrnsAsync(IReadOnlyCollection<Resource> resources, Resource? self)
    {
        if (resources.Count == 0)
        {
            return [];
        }

        var urns = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var resource in Expand(resources, self))
        {
            var urn = await resource.Urn.DataTask.ConfigureAwait(false);
            if (!string.IsNullOrEmpty(urn.Value))
            {
                urns.Add(urn.Value);
            }
        }

        return urns;
    }

    /// <summary>The custom resources and remote components behind some resources.</summary>
    public static HashSet<Resource> Expand(IReadOnlyCollection<Resource> resources, Resource? self)
    {
        var expanded = new HashSet<Resource>();
        foreach (var resource in resources)
        {
            if (resource is not ComponentResource component)
            {
                expanded.Add(resource);
                continue;
            }

            var isAround = self is not null && IsAncestor(component, self);
            if (component.IsRemote)
            {
                expanded.Add(component);
            }

            foreach (var member in Members(component))
            {
                if (!isAround || member.Sequence < self!.Sequence)
                {
                    expanded.Add(member);
                }
            }
        }

        if (self is not null)
        {
            expanded.Remove(self);
        }

        return expanded;
    }

    private static Resource[] Members(ComponentResource component) => component.Children.Dependencies(static children =>
    {
        var members = new List<Resource>(children.Length);
        foreach (var child in children)
        {
            if (child is not ComponentResource nested)
            {
                members.Add(child);
                continue;
            }

            if (nested.IsRemote)
            {
                members.Add(nested);
            }

            members.AddRange(Members(nested));
        }

        return [.. members];
    });

    private static bool IsAncestor(ComponentResource component, Resource resource)
    {
        for (var ancestor = resource.Parent; ancestor is not null; ancestor = ancestor.Parent)
        {
            if (ReferenceEquals(ancestor, component))
            {
                return true;
            }
        }

        return ReferenceEquals(component, resource);
    }
}
