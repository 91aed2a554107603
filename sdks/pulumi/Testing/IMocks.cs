namespace Pulumi.Testing;

/// <summary>Answers in place of the engine and the providers while a program is tested.</summary>
public interface IMocks
{
    /// <summary>Makes a resource: its id, and its outputs as a dictionary, an args class or an output type.</summary>
    /// <param name="args">The resource that the program registers or reads.</param>
    Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args);

    /// <summary>Answers a provider function or a method of a resource with a dictionary, an args class or an output type.</summary>
    /// <param name="args">The function and its arguments.</param>
    Task<object> CallAsync(MockCallArgs args);

    /// <summary>Takes the outputs of a component or of the stack.</summary>
    /// <param name="args">The resource and its outputs.</param>
    Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args) => Task.CompletedTask;
}
