namespace Pulumi;

/// <summary>The children of a resource, which may be added while others wait for them.</summary>
internal sealed class ResourceChildren
{
    private readonly Lock _lock = new();
    private readonly List<Resource> _children = [];
    private Resource[]? _dependencies;
    private int _version;

    public void Add(Resource child)
    {
        lock (_lock)
        {
            _children.Add(child);
        }
    }

    /// <summary>Forgets what <see cref="Dependencies"/> found, because the resource got a descendant.</summary>
    public void Invalidate()
    {
        lock (_lock)
        {
            _version++;
            _dependencies = null;
        }
    }

    public Resource[] ToArray()
    {
        lock (_lock)
        {
            return [.. _children];
        }
    }

    /// <summary>What depending on the owner, a component, comes down to; found once for each state of its descendants.</summary>
    public Resource[] Dependencies(Func<Resource[], Resource[]> find)
    {
        Resource[] children;
        int version;
        lock (_lock)
        {
            if (_dependencies is not null)
            {
                return _dependencies;
            }

            children = [.. _children];
            version = _version;
        }

        var found = find(children);
        lock (_lock)
        {
            if (version == _version)
            {
                _dependencies = found;
            }
        }

        return found;
    }
}
