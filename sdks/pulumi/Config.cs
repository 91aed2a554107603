using System.Globalization;

namespace Pulumi;

/// <summary>
/// Reads the configuration of the stack, one namespace at a time. Values are set with <c>pulumi config set</c> or in the stack's file.
/// </summary>
public sealed partial class Config
{
    private readonly string _name;
    private readonly Func<string, string?> _source;

    /// <summary>Makes a reader of one namespace.</summary>
    /// <param name="name">The namespace; the name of the project when null. A trailing ":config" is dropped.</param>
    /// <exception cref="InvalidOperationException">No deployment is running.</exception>
    public Config(string? name = null)
        : this(name ?? Deployment.Instance.ProjectName, ReadCurrent)
    {
    }

    internal Config(string name, Func<string, string?> source)
    {
        const string suffix = ":config";
        _name = name.EndsWith(suffix, StringComparison.Ordinal) ? name[..^suffix.Length] : name;
        _source = source;
    }

    /// <summary>The value of a key, null when it is not set. Secrets are returned as plain text.</summary>
    public string? Get(string key) => _source(FullKey(key));

    /// <summary>The value of a key as a secret output, null when it is not set.</summary>
    public Output<string>? GetSecret(string key) => Get(key) is { } value ? Output.CreateSecret(value) : null;

    /// <summary>The value of a key, true or false; null when it is not set. Throws <see cref="RunException"/> on any other value.</summary>
    public bool? GetBoolean(string key) => Get(key) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        var value => throw WrongType(key, value, nameof(Boolean)),
    };

    /// <summary>The value of a key, true or false, as a secret output; null when it is not set.</summary>
    public Output<bool>? GetSecretBoolean(string key) => GetBoolean(key) is { } value ? Output.CreateSecret(value) : null;

    /// <summary>
    /// The value of a key, a 32-bit integer; null when it is not set. Throws <see cref="RunException"/> on any other value.
    /// </summary>
    public int? GetInt32(string key)
        => Get(key) is not { } value ? null
            : int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number
            : throw WrongType(key, value, nameof(Int32));

    /// <summary>The value of a key, a 32-bit integer, as a secret output; null when it is not set.</summary>
    public Output<int>? GetSecretInt32(string key) => GetInt32(key) is { } value ? Output.CreateSecret(value) : null;

    /// <summary>The value of a key, a number; null when it is not set. Throws <see cref="RunException"/> on any other value.</summary>
    public double? GetDouble(string key)
        => Get(key) is not { } value ? null
            : double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
            : throw WrongType(key, value, nameof(Double));

    /// <summary>The value of a key, a number, as a secret output; null when it is not set.</summary>
    public Output<double>? GetSecretDouble(string key) => GetDouble(key) is { } value ? Output.CreateSecret(value) : null;

    private static string? ReadCurrent(string fullKey)
        => Deployment.Current is { } deployment ? deployment.GetConfig(fullKey)
            : throw new InvalidOperationException(
                $"Configuration '{fullKey}' was read outside a deployment. It can be read while Deployment.RunAsync runs: read it there.");

    private static WrongTypeException WrongType(string fullKey, string value, string type, Exception? cause)
        => new($"Configuration '{fullKey}' value '{value}' is not a valid {type}", cause);

    private WrongTypeException WrongType(string key, string value, string type) => WrongType(FullKey(key), value, type, null);

    private string FullKey(string key) => $"{_name}:{key}";

    // The program's user, not its author, is to blame: a run exception is reported without a stack trace.
    private sealed class WrongTypeException(string message, Exception? cause) : RunException(message, cause);

    private sealed class MissingException(string fullKey)
        : RunException($"Missing Required configuration variable '{fullKey}'\n"
            + $"\tplease set a value using the command `pulumi config set {fullKey} <value>`");
}
