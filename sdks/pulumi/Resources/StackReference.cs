using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Reads the outputs of another stack.</summary>
public class StackReference : CustomResource
{
    /// <summary>Reads the outputs of a stack.</summary>
    /// <param name="name">Name of the resource, and of the stack when <paramref name="args"/> gives none.</param>
    /// <param name="args">Name of the stack.</param>
    /// <param name="options">How the engine treats the reference.</param>
    public StackReference(string name, StackReferenceArgs? args = null, CustomResourceOptions? options = null)
        : base(
            "pulumi:pulumi:StackReference",
            name,
            new StackReferenceArgs { Name = args?.Name ?? name },
            CustomResourceOptions.Merge(options, new CustomResourceOptions { Id = args?.Name ?? name }))
    {
    }

    /// <summary>Name of the stack.</summary>
    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    /// <summary>All outputs of the stack. Secret as a whole when one of them is.</summary>
    [Output("outputs")]
    public Output<ImmutableDictionary<string, object>> Outputs { get; private set; } = null!;

    /// <summary>Names of the outputs that are secret.</summary>
    [Output("secretOutputNames")]
    public Output<ImmutableArray<string>> SecretOutputNames { get; private set; } = null!;

    /// <summary>The value of an output; null when the stack has none of that name. Secret exactly when the output is.</summary>
    public Output<object?> GetOutput(Input<string> name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new Output<object?>(FindAsync(name));
    }

    /// <summary>
    /// The value of an output. Throws <see cref="KeyNotFoundException"/> in the output when the stack has none of that name.
    /// </summary>
    public Output<object> RequireOutput(Input<string> name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new Output<object>(RequireAsync(name));
    }

    /// <summary>
    /// The value of an output; null when the stack has none of that name. Throws <see cref="InvalidOperationException"/> when it is secret.
    /// </summary>
    public async Task<object?> GetValueAsync(Input<string> name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return PlainValue(await FindAsync(name).ConfigureAwait(false), nameof(GetValueAsync));
    }

    /// <summary>
    /// The value of an output. Throws <see cref="KeyNotFoundException"/> when the stack has none of that name, and
    /// <see cref="InvalidOperationException"/> when it is secret.
    /// </summary>
    public async Task<object> RequireValueAsync(Input<string> name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return PlainValue(await RequireAsync(name).ConfigureAwait(false), nameof(RequireValueAsync))!;
    }

    /// <summary>The value of an output, told apart by whether it is secret.</summary>
    public async Task<StackReferenceOutputDetails> GetOutputDetailsAsync(string name)
    {
        var data = await FindAsync(name).ConfigureAwait(false);
        return data.IsSecret
            ? new StackReferenceOutputDetails { SecretValue = data.Value }
            : new StackReferenceOutputDetails { Value = data.Value };
    }

    private static object? PlainValue<T>(OutputData<T> data, string method)
        => data.IsSecret
            ? throw new InvalidOperationException(
                $"Cannot call '{method}' if the referenced stack output is a secret. Use 'GetOutput' or 'RequireOutput' instead.")
            : data.Value;

    private async Task<OutputData<object?>> FindAsync(Input<string> name)
    {
        var key = await name.ToOutput().DataTask.ConfigureAwait(false);
        var outputs = await Outputs.DataTask.ConfigureAwait(false);
        var secretNames = await SecretOutputNames.DataTask.ConfigureAwait(false);
        var resources = OutputData.Union(key.Resources, outputs.Resources);
        var isSecret = key.IsKnown && secretNames.IsKnown && !secretNames.Value.IsDefault
            ? secretNames.Value.Contains(key.Value)
            : outputs.IsSecret;
        if (!key.IsKnown || !outputs.IsKnown)
        {
            return new OutputData<object?>(resources, null, false, isSecret);
        }

        object? value = null;
        outputs.Value?.TryGetValue(key.Value, out value);
        return new OutputData<object?>(resources, value, true, isSecret);
    }

    private async Task<OutputData<object>> RequireAsync(Input<string> name)
    {
        var data = await FindAsync(name).ConfigureAwait(false);
        if (data is { IsKnown: true, Value: null })
        {
            var key = await name.ToOutput().DataTask.ConfigureAwait(false);
            var stack = await Name.DataTask.ConfigureAwait(false);
            throw new KeyNotFoundException($"Required output '{key.Value}' does not exist on stack '{stack.Value}'.");
        }

        return new OutputData<object>(data.Resources, data.Value!, data.IsKnown, data.IsSecret);
    }
}
