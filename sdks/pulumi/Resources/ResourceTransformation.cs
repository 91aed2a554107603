using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>May change the inputs and options of a resource before it is registered. Null means no change.</summary>
public delegate ResourceTransformationResult? ResourceTransformation(ResourceTransformationArgs args);

/// <summary>What a transformation is given.</summary>
[SuppressMessage("Performance", "CA1815", Justification = "Published without equality.")]
public readonly struct ResourceTransformationArgs
{
    /// <summary>Makes the arguments of a transformation.</summary>
    public ResourceTransformationArgs(Resource resource, ResourceArgs args, ResourceOptions options)
        => (Resource, Args, Options) = (resource, args, options);

    /// <summary>The resource, whose outputs are not set yet.</summary>
    public Resource Resource { get; }

    /// <summary>The inputs so far.</summary>
    public ResourceArgs Args { get; }

    /// <summary>The options so far.</summary>
    public ResourceOptions Options { get; }
}

/// <summary>What a transformation makes of a resource.</summary>
[SuppressMessage("Performance", "CA1815", Justification = "Published without equality.")]
public readonly struct ResourceTransformationResult
{
    /// <summary>Makes the result of a transformation. The options must keep the parent.</summary>
    public ResourceTransformationResult(ResourceArgs args, ResourceOptions options) => (Args, Options) = (args, options);

    /// <summary>The inputs from now on.</summary>
    public ResourceArgs Args { get; }

    /// <summary>The options from now on.</summary>
    public ResourceOptions Options { get; }
}
