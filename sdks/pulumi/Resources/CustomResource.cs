namespace Pulumi;

/// <summary>A resource that a provider creates, reads, updates and deletes.</summary>
public class CustomResource : Resource
{
    /// <summary>Registers a resource, or reads an existing one when <see cref="ResourceOptions.Id"/> is set.</summary>
    /// <param name="type">Type token, <c>package:module:Type</c>.</param>
    /// <param name="name">Name, unique among the program's resources of the type.</param>
    /// <param name="args">The inputs.</param>
    /// <param name="options">How the engine treats the resource.</param>
    public CustomResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options = null)
        : base(type, name, custom: true, args ?? ResourceArgs.Empty, options ?? new CustomResourceOptions(), remote: false)
    {
    }

    private protected CustomResource(string urn, Func<Resource, Output<string>> id)
        : base(urn) => Id = id(this);

    /// <summary>The provider's name of the resource. Unknown in a preview until the resource exists.</summary>
    [Output("id")]
    public Output<string> Id { get; private set; } = null!;
}
