namespace Pulumi;

/// <summary>A group of resources that is one thing to those who use it. Its children name it as their parent.</summary>
public class ComponentResource : Resource
{
    /// <summary>Registers a component that this program implements.</summary>
    /// <param name="type">Type token, <c>package:module:Type</c>.</param>
    /// <param name="name">Name, unique among the program's components of the type.</param>
    /// <param name="options">How the engine treats the component.</param>
    public ComponentResource(string type, string name, ComponentResourceOptions? options = null)
        : this(type, name, ResourceArgs.Empty, options)
    {
    }

    /// <summary>Registers a component with inputs.</summary>
    /// <param name="type">Type token, <c>package:module:Type</c>.</param>
    /// <param name="name">Name, unique among the program's components of the type.</param>
    /// <param name="args">The inputs.</param>
    /// <param name="options">How the engine treats the component.</param>
    /// <param name="remote">Whether a provider implements the component, and not this program.</param>
    public ComponentResource(
        string type,
        string name,
        ResourceArgs? args,
        ComponentResourceOptions? options = null,
        bool remote = false)
        : base(type, name, custom: false, args ?? ResourceArgs.Empty, options ?? new ComponentResourceOptions(), remote)
    {
    }

    /// <summary>Ends the registration of the component with the properties marked with <see cref="OutputAttribute"/> as its outputs.</summary>
    protected void RegisterOutputs() => RegisterOutputs(OutputProperties.Read(this));

    /// <summary>Ends the registration of the component with the given outputs.</summary>
    protected void RegisterOutputs(IDictionary<string, object?> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        RegisterOutputs(Output.Create(outputs));
    }

    /// <summary>Ends the registration of the component with outputs that become available later.</summary>
    protected void RegisterOutputs(Task<IDictionary<string, object?>> outputs) => RegisterOutputs(Output.Create(outputs));

    /// <summary>Ends the registration of the component with outputs that become available later.</summary>
    protected void RegisterOutputs(Output<IDictionary<string, object?>> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        Deployment.Instance.Core.RegisterOutputs(this, outputs);
    }
}
