using System.Text.Json;

namespace Infra.Stacks.Settings.Reading;

/// <summary>The configuration of a stack as Pulumi hands it to its program.</summary>
public sealed record ConfigurationSource
{
    /// <summary>The namespace of this program's keys.</summary>
    public const string Namespace = "infra";

    /// <summary>The values by full key; structured ones as JSON text, encrypted parts decrypted.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>The full keys whose values are encrypted, or hold something encrypted.</summary>
    public IReadOnlySet<string> SecretKeys { get; init; } = new HashSet<string>();

    /// <summary>The stack's name.</summary>
    public required string Stack { get; init; }

    /// <summary>The folder that paths in settings start from. Default: the current one, which Pulumi sets to the program's.</summary>
    public string Directory { get; init; } = Environment.CurrentDirectory;

    /// <summary>
    /// The configuration of the running deployment. It comes from the environment that the engine gives: `Config` reads single keys only,
    /// and neither lists them nor says which are secret.
    /// </summary>
    public static ConfigurationSource FromEnvironment(string stack) => Parse(
        Environment.GetEnvironmentVariable("PULUMI_CONFIG"), Environment.GetEnvironmentVariable("PULUMI_CONFIG_SECRET_KEYS"), stack);

    /// <summary>Reads the two documents of the engine: an object of texts, and a list of keys. Null or empty means none.</summary>
    public static ConfigurationSource Parse(string? config, string? secretKeys, string stack)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!string.IsNullOrEmpty(config))
        {
            using var document = JsonDocument.Parse(config);
            foreach (var member in document.RootElement.EnumerateObject())
            {
                values[FullKey(member.Name)] = member.Value.GetString() ?? "";
            }
        }

        var secrets = new HashSet<string>(StringComparer.Ordinal);
        if (!string.IsNullOrEmpty(secretKeys))
        {
            using var document = JsonDocument.Parse(secretKeys);
            foreach (var key in document.RootElement.EnumerateArray())
            {
                secrets.Add(FullKey(key.GetString() ?? ""));
            }
        }

        return new ConfigurationSource { Values = values, SecretKeys = secrets, Stack = stack };
    }

    // The form `namespace:config:name` is old, and still legal.
    private static string FullKey(string key) => key.Split(':') is [var space, "config", var name] ? $"{space}:{name}" : key;
}
