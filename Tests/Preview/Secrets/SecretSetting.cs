using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Infra.Stacks;
using Infra.Stacks.Settings;
using Infra.Stacks.Settings.Constraints;
using Infra.Stacks.Settings.Shapes;

namespace Infra.Tests.Preview.Secrets;

/// <summary>A setting of some system whose value is a secret.</summary>
/// <param name="System">The system's key.</param>
/// <param name="Path">The names from the configuration key on, e.g. `infra:hyperp`, `githubAppWebhookSecret`.</param>
/// <param name="Constraints">What its value must be.</param>
internal sealed record SecretSetting(string System, IReadOnlyList<string> Path, IReadOnlyList<ConstraintAttribute> Constraints)
{
    private const string WrongMark = "wrong-canary";

    /// <summary>Every one of every system, as the settings' records declare them.</summary>
    public static IReadOnlyList<SecretSetting> All { get; } =
        [.. SystemCatalog.All.SelectMany(system => Of(system.Key, [$"infra:{system.Key}"], new RecordShape(system.SettingsType)))];

    /// <summary>How many properties of the systems' records bear the attribute, found without the machinery of the settings.</summary>
    public static int Declared => SystemCatalog.All.Sum(system => Marked(system.SettingsType));

    /// <summary>As `--set` takes it.</summary>
    public string Key => string.Join('.', Path);

    /// <summary>A legal value, and the text of it by which it is found; the setting and the mark decide it.</summary>
    public (string Value, string Needle) Canary(char mark)
    {
        var text = $"canary_{mark}_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Key)))[..20]}";
        var bytes = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        (string, string)[] candidates =
        [
            (text, text),
            (bytes, bytes),
            ($"-----BEGIN RSA PRIVATE KEY-----\n{bytes}\n-----END RSA PRIVATE KEY-----\n", bytes),
        ];
        return Array.Find(candidates, candidate => Admits(candidate.Item1)) is (not null, var needle) found
            ? found
            : throw new InvalidOperationException($"No canary has the form that {Key} takes; add one that has: {string.Join(", ", Constraints.Select(one => one.Allowed))}.");
    }

    /// <summary>A value of a wrong form, and the text of it by which it is found; null where every text is right.</summary>
    public (string Value, string Needle)? WrongCanary()
    {
        string[] candidates = [$"{WrongMark} é\t\"", string.Concat(Enumerable.Repeat($"{WrongMark} ", 1000))];
        return Array.Find(candidates, candidate => !Admits(candidate)) is { } wrong ? (wrong, WrongMark) : null;
    }

    private bool Admits(string value) => Constraints.All(constraint => constraint.Admits(value));

    private static IEnumerable<SecretSetting> Of(string system, IReadOnlyList<string> path, RecordShape record) =>
        record.Settings.SelectMany(setting => Of(system, [.. path, setting.Name], setting.Shape));

    private static IEnumerable<SecretSetting> Of(string system, IReadOnlyList<string> path, ValueShape shape) => shape switch
    {
        SecretShape secret => [new SecretSetting(system, path, secret.Text.Constraints)],
        ObjectShape inner => Of(system, path, inner.Record),
        MapShape map => Of(system, [.. path, "CANARY"], map.Value),
        _ => [],
    };

    private static int Marked(Type record) => record.GetProperties(BindingFlags.Public | BindingFlags.Instance).Sum(property =>
        property.GetCustomAttribute<SecretAttribute>() is not null ? 1 : property.PropertyType.IsSubclassOf(typeof(SettingsObject)) ? Marked(property.PropertyType) : 0);
}
