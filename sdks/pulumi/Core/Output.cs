using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Makes and combines outputs.</summary>
public static partial class Output
{
    /// <summary>Makes an output that is known, not secret and depends on no resource.</summary>
    public static Output<T> Create<T>(T value) => new(Task.FromResult(OutputData.Known(value)));

    /// <summary>Makes an output of a task's result, known and not secret. The program fails when the task does.</summary>
    public static Output<T> Create<T>(Task<T> value) => new(FromTaskAsync(value, isSecret: false));

    /// <summary>Makes a known output whose value is stored encrypted and not shown.</summary>
    public static Output<T> CreateSecret<T>(T value) => new(Task.FromResult(OutputData.Known(value, isSecret: true)));

    /// <summary>Makes a known output of a task's result whose value is stored encrypted and not shown.</summary>
    public static Output<T> CreateSecret<T>(Task<T> value) => new(FromTaskAsync(value, isSecret: true));

    /// <summary>Makes a secret copy of an output; whether it is known and what it depends on stay.</summary>
    public static Output<T> CreateSecret<T>(Output<T> value) => new(WithSecretAsync(value, isSecret: true));

    /// <summary>Makes a copy of an output that is not secret; whether it is known and what it depends on stay.</summary>
    public static Output<T> Unsecret<T>(Output<T> output) => new(WithSecretAsync(output, isSecret: false));

    /// <summary>Tells whether the output is secret, once it is complete.</summary>
    public static async Task<bool> IsSecretAsync<T>(Output<T> output)
    {
        var data = await output.DataTask.ConfigureAwait(false);
        return data.IsSecret;
    }

    private static async Task<OutputData<T>> FromTaskAsync<T>(Task<T> value, bool isSecret)
        => OutputData.Known(await value.ConfigureAwait(false), isSecret);

    private static async Task<OutputData<T>> WithSecretAsync<T>(Output<T> output, bool isSecret)
        => await output.DataTask.ConfigureAwait(false) with { IsSecret = isSecret };
}
