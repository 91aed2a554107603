namespace Pulumi;

/// <summary>
/// The root of all resources of a program. Subclasses create resources in their constructor and give the stack's outputs in properties
/// marked with <see cref="OutputAttribute"/>.
/// </summary>
public class Stack : ComponentResource
{
    internal const string RootType = "pulumi:pulumi:Stack";

    /// <summary>Registers the stack. A program has exactly one.</summary>
    /// <param name="options">Options of the stack.</param>
    public Stack(StackOptions? options = null)
        : base(RootType, RootName(), ConvertOptions(options))
        => Deployment.Instance.Core.Stack = this;

    /// <summary>Registers the stack of a program that is a function.</summary>
    internal Stack(Func<Task<IDictionary<string, object?>>> program, StackOptions? options)
        : this(options)
        => RegisterOutputs(Output.Create(RunAsync(program)));

    /// <summary>Registers the outputs that a subclass declares.</summary>
    /// <exception cref="RunException">A declared output has no value or is of a wrong type.</exception>
    internal void RegisterPropertyOutputs() => RegisterOutputs(OutputProperties.ReadStack(this));

    private static string RootName() => $"{Deployment.Instance.ProjectName}-{Deployment.Instance.StackName}";

    // The first part of the program runs here and now, in the order of its statements; what it throws ends up in the outputs.
    private static async Task<IDictionary<string, object?>> RunAsync(Func<Task<IDictionary<string, object?>>> program)
        => await program().ConfigureAwait(false) ?? new Dictionary<string, object?>();

    private static ComponentResourceOptions? ConvertOptions(StackOptions? options)
        => options is null ? null : new ComponentResourceOptions { ResourceTransformations = options.ResourceTransformations };
}
