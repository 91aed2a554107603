using System.Globalization;
using System.Text;
using System.Text.Json;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>What the program is told about the deployment it is to run.</summary>
internal sealed record DeploymentSettings
{
    private static readonly Dictionary<string, string> NoConfig = [];

    public string MonitorAddress { get; init; } = "";

    public string EngineAddress { get; init; } = "";

    public required string ProjectName { get; init; }

    public required string StackName { get; init; }

    public string OrganizationName { get; init; } = "organization";

    /// <summary>The folder of Pulumi.yaml; null when the engine did not say.</summary>
    public string? RootDirectory { get; init; }

    public required bool IsDryRun { get; init; }

    /// <summary>Whether the engine may send references to resources.</summary>
    public bool AcceptResources { get; init; } = true;

    /// <summary>Values by full key, <c>namespace:name</c>.</summary>
    public IReadOnlyDictionary<string, string> Config { get; init; } = NoConfig;

    /// <summary>Reads the settings that the language host passes in environment variables.</summary>
    /// <exception cref="InvalidOperationException">A variable is missing or not readable: the program was started some other way.</exception>
    public static DeploymentSettings Read(Func<string, string?> variable)
    {
        string Required(string name) => variable(name) is { Length: > 0 } value ? value : throw NotStartedByEngine(null);
        bool RequiredBoolean(string name) => bool.TryParse(Required(name), out var value) ? value : throw NotStartedByEngine(null);

        var isDryRun = RequiredBoolean("PULUMI_DRY_RUN");
        RequiredBoolean("PULUMI_QUERY_MODE");
        if (!int.TryParse(Required("PULUMI_PARALLEL"), NumberStyles.Integer, CultureInfo.InvariantCulture, out _))
        {
            throw NotStartedByEngine(null);
        }

        return new DeploymentSettings
        {
            MonitorAddress = Required("PULUMI_MONITOR"),
            EngineAddress = Required("PULUMI_ENGINE"),
            ProjectName = Required("PULUMI_PROJECT"),
            StackName = Required("PULUMI_STACK"),
            OrganizationName = variable("PULUMI_ORGANIZATION") is { Length: > 0 } organization ? organization : "organization",
            RootDirectory = variable("PULUMI_ROOT_DIRECTORY") is { Length: > 0 } root ? root : null,
            IsDryRun = isDryRun,
            AcceptResources = !IsOn(variable("PULUMI_DISABLE_RESOURCE_REFERENCES")),
            Config = ReadConfig(variable("PULUMI_CONFIG")),
        };
    }

    /// <summary>The settings of a program under test.</summary>
    public static DeploymentSettings ForTest(TestOptions? options, string? configJson) => new()
    {
        ProjectName = options?.ProjectName ?? "project",
        StackName = options?.StackName ?? "stack",
        OrganizationName = options?.OrganizationName ?? "organization",
        RootDirectory = options?.RootDirectory,
        IsDryRun = options?.IsPreview ?? true,
        Config = ReadConfig(configJson),
    };

    private static bool IsOn(string? value) => value == "1" || string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);

    private static Dictionary<string, string> ReadConfig(string? json)
    {
        if (string.IsNullOrEmpty(json))
        {
            return NoConfig;
        }

        var config = new Dictionary<string, string>();
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var key = Normalize(reader.GetString()!);
                reader.Read();
                config[key] = reader.GetString() ?? "";
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw NotStartedByEngine(e);
        }

        return config;
    }

    // Old engines write namespace:config:name.
    private static string Normalize(string key)
    {
        const string middle = ":config:";
        var at = key.IndexOf(':', StringComparison.Ordinal);
        return at >= 0 && string.CompareOrdinal(key, at, middle, 0, middle.Length) == 0
            ? string.Concat(key.AsSpan(0, at + 1), key.AsSpan(at + middle.Length))
            : key;
    }

    private static InvalidOperationException NotStartedByEngine(Exception? cause)
        => new("Program run without the Pulumi engine available; re-run using the `pulumi` CLI", cause);
}
