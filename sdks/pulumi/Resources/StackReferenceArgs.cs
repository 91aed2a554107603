namespace Pulumi;

/// <summary>Arguments of a <see cref="StackReference"/>.</summary>
public class StackReferenceArgs : ResourceArgs
{
    /// <summary>Name of the stack, <c>organization/project/stack</c>. Default: the name of the resource.</summary>
    [Input("name", required: true)]
    public Input<string>? Name { get; set; }
}
