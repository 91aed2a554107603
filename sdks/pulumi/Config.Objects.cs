using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Pulumi;

public sealed partial class Config
{
    /// <summary>
    /// The structured value of a key, read as JSON; the default value when it is not set.
    /// Throws <see cref="RunException"/> when it is not the JSON of such an object.
    /// </summary>
    [return: MaybeNull]
    public T GetObject<T>(string key) => Read<T>(key, null, out _);

    /// <summary>The structured value of a key, read as JSON with the given options; the default value when it is not set.</summary>
    [return: MaybeNull]
    public T GetObject<T>(string key, JsonSerializerOptions options) => Read<T>(key, options, out _);

    /// <summary>The structured value of a key as a secret output; null when it is not set.</summary>
    public Output<T>? GetSecretObject<T>(string key) => ReadSecret<T>(key, null);

    /// <summary>The structured value of a key, read with the given options, as a secret output; null when it is not set.</summary>
    public Output<T>? GetSecretObject<T>(string key, JsonSerializerOptions options) => ReadSecret<T>(key, options);

    /// <summary>
    /// The structured value of a key, read as JSON. Throws <see cref="RunException"/> when it is not set or does not fit.
    /// </summary>
    public T RequireObject<T>(string key) => Require<T>(key, null);

    /// <summary>
    /// The structured value of a key, read with the given options. Throws <see cref="RunException"/> when it is not set or does not fit.
    /// </summary>
    public T RequireObject<T>(string key, JsonSerializerOptions options) => Require<T>(key, options);

    /// <summary>
    /// The structured value of a key as a secret output. Throws <see cref="RunException"/> when it is not set or does not fit.
    /// </summary>
    public Output<T> RequireSecretObject<T>(string key) => Output.CreateSecret(Require<T>(key, null));

    /// <summary>
    /// The structured value of a key, read with the given options, as a secret output. Throws <see cref="RunException"/> when it is
    /// not set or does not fit.
    /// </summary>
    public Output<T> RequireSecretObject<T>(string key, JsonSerializerOptions options) => Output.CreateSecret(Require<T>(key, options));

    private T? Read<T>(string key, JsonSerializerOptions? options, out bool isSet)
    {
        var text = Get(key);
        isSet = text is not null;
        if (text is null)
        {
            return default;
        }

        try
        {
            return JsonSerializer.Deserialize<T>(text, options);
        }
        catch (JsonException exception)
        {
            throw WrongType(FullKey(key), text, typeof(T).FullName!, exception);
        }
    }

    private T Require<T>(string key, JsonSerializerOptions? options)
    {
        var value = Read<T>(key, options, out var isSet);
        return isSet ? value! : throw Missing(key);
    }

    private Output<T>? ReadSecret<T>(string key, JsonSerializerOptions? options)
    {
        var value = Read<T>(key, options, out var isSet);
        return isSet ? Output.CreateSecret(value!) : null;
    }
}
