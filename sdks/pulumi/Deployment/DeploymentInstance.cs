namespace Pulumi;

/// <summary>The deployment that is running: its names, and calls of provider functions and resource methods.</summary>
public sealed class DeploymentInstance
{
    internal DeploymentInstance(DeploymentCore core) => Core = core;

    /// <summary>Name of the stack, without organization and project.</summary>
    public string StackName => Core.Settings.StackName;

    /// <summary>Name of the project.</summary>
    public string ProjectName => Core.Settings.ProjectName;

    /// <summary>Name of the organization; <c>organization</c> when there are none.</summary>
    public string OrganizationName => Core.Settings.OrganizationName;

    /// <summary>The folder of Pulumi.yaml. Throws <see cref="InvalidOperationException"/> when the engine did not say.</summary>
    public string RootDirectory => Core.Settings.RootDirectory
        ?? throw new InvalidOperationException("The engine did not give the project's root directory. Update the Pulumi CLI.");

    /// <summary>Whether this is a preview, in which nothing is created.</summary>
    public bool IsDryRun => Core.Settings.IsDryRun;

    internal DeploymentCore Core { get; }

    /// <summary>Calls a provider function for its effect.</summary>
    /// <param name="token">Token of the function, <c>package:module:name</c>.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="options">How it is called.</param>
    public Task InvokeAsync(string token, InvokeArgs args, InvokeOptions? options = null) => Core.InvokeAsync(token, args, options);

    /// <summary>Calls a provider function. Unknown arguments are sent as such.</summary>
    /// <inheritdoc cref="InvokeAsync(string, InvokeArgs, InvokeOptions)" path="/param"/>
    public Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null)
        => Core.InvokeAsync<T>(token, args, options, single: false);

    /// <summary>Calls a provider function whose result is one value.</summary>
    /// <inheritdoc cref="InvokeAsync(string, InvokeArgs, InvokeOptions)" path="/param"/>
    public Task<T> InvokeSingleAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null)
        => Core.InvokeAsync<T>(token, args, options, single: true);

    /// <summary>Calls a provider function once its arguments are known; while they are not, the result is unknown.</summary>
    /// <inheritdoc cref="InvokeAsync(string, InvokeArgs, InvokeOptions)" path="/param"/>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options = null)
        => Core.Invoke<T>(token, args, options, single: false);

    /// <summary>Calls a provider function once its arguments and what it depends on are known.</summary>
    /// <inheritdoc cref="InvokeAsync(string, InvokeArgs, InvokeOptions)" path="/param"/>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOutputOptions options)
        => Core.Invoke<T>(token, args, options, single: false);

    /// <summary>Calls a provider function whose result is one value, once its arguments are known.</summary>
    /// <inheritdoc cref="InvokeAsync(string, InvokeArgs, InvokeOptions)" path="/param"/>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOptions? options = null)
        => Core.Invoke<T>(token, args, options, single: true);

    /// <summary>Calls a provider function whose result is one value, once its arguments and what it depends on are known.</summary>
    /// <inheritdoc cref="InvokeAsync(string, InvokeArgs, InvokeOptions)" path="/param"/>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOutputOptions options)
        => Core.Invoke<T>(token, args, options, single: true);

    /// <summary>Calls a method of a resource for its effect. The program waits for it and fails when it does.</summary>
    /// <param name="token">Token of the method, <c>package:module:Type/name</c>.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="self">The resource.</param>
    /// <param name="options">How it is called; of no meaning with <paramref name="self"/>.</param>
    public void Call(string token, CallArgs args, Resource? self = null, CallOptions? options = null)
        => Core.Call<object>(token, args, self, options);

    /// <summary>Calls a method of a resource.</summary>
    /// <inheritdoc cref="Call(string, CallArgs, Resource, CallOptions)" path="/param"/>
    public Output<T> Call<T>(string token, CallArgs args, Resource? self = null, CallOptions? options = null)
        => Core.Call<T>(token, args, self, options);
}
