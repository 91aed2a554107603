using System.Text;
using System.Text.Json.Nodes;
using Infra.Preview;
using Infra.Preview.Rendering;
using Infra.Tests.Preview.Cli;
using Infra.Tests.Stacks;
using Infra.Tests.Support;
using NUnit.Framework;

namespace Infra.Tests.Preview.Secrets;

/// <summary>A shipped stack file previewed with canaries for secrets.</summary>
/// <param name="File">The stack file.</param>
/// <param name="Secrets">The settings that have a canary.</param>
/// <param name="Result">What came of it.</param>
internal sealed record PlantedStack(string File, IReadOnlyList<SecretSetting> Secrets, PreviewResult Result)
{
    private static readonly Lazy<Task<IReadOnlyList<PlantedStack>>> Planted = new(PlantAllAsync);

    /// <summary>Stacks that together take every secret setting and use it.</summary>
    public static Task<IReadOnlyList<PlantedStack>> All => Planted.Value;

    public IEnumerable<string> Needles => Secrets.Select(secret => secret.Canary('a').Needle);

    /// <summary>The shipped files that hold a system with secret settings, with those settings.</summary>
    public static IEnumerable<(string File, List<SecretSetting> Secrets)> Files(IReadOnlyCollection<SecretSetting> among) => StackFileNode.All
        .Where(file => file.StartsWith("Stacks", StringComparison.Ordinal))
        .Select(file => (file, among.Where(secret => System.IO.File.ReadAllText(StackFileNode.FullPath(file)).Contains($"infra:{secret.System}:", StringComparison.Ordinal)).ToList()))
        .Where(entry => entry.Item2.Count > 0);

    /// <summary>
    /// Previews a file with values for secrets. They come as encrypted values do: the file says `secure`, and the preview takes the value from the
    /// examples of the schema that the file names.
    /// </summary>
    public static async Task<PreviewResult> PreviewAsync(string file, IEnumerable<(SecretSetting Setting, string Value)> values)
    {
        using var folder = new TemporaryProject();
        var schema = new JsonObject();
        var set = new List<string>();
        foreach (var (setting, value) in values)
        {
            var node = schema;
            foreach (var name in setting.Path.Prepend("config"))
            {
                var properties = node["properties"] as JsonObject ?? [];
                node["properties"] = properties;
                var member = properties[name] as JsonObject ?? [];
                properties[name] = member;
                node = member;
            }

            node["examples"] = new JsonArray(value);
            set.Add($"{setting.Key}.secure=v1:AAAA:AAAA");
        }

        folder.Write("canaries.json", schema.ToJsonString());
        var text = System.IO.File.ReadAllLines(StackFileNode.FullPath(file));
        var config = folder.Write(Path.GetFileName(file), string.Join('\n', text.Skip(1).Prepend("# yaml-language-server: $schema=canaries.json")));
        return await PreviewRunner.RunAsync(new PreviewRequest { ConfigFile = config, Set = set, CurrentDirectory = Scenario.RepositoryDirectory });
    }

    /// <summary>Everything that the preview itself prints.</summary>
    public static string Text(PreviewResult result) => Encoding.UTF8.GetString(PreviewText.Write(result, showSecrets: false, Terminal.Plain));

    /// <summary>The graph as JSON, secrets withheld or shown.</summary>
    public static string Json(PreviewResult result, bool showSecrets) => Encoding.UTF8.GetString(PreviewJson.Write(result, showSecrets));

    private static async Task<IReadOnlyList<PlantedStack>> PlantAllAsync()
    {
        var missing = SecretSetting.All.ToList();
        var planted = new List<PlantedStack>();
        foreach (var (file, all) in Files(SecretSetting.All))
        {
            var secrets = all.Where(missing.Contains).ToList();
            if (secrets.Count == 0)
            {
                continue;
            }

            var result = await PreviewAsync(file, secrets.Select(secret => (secret, secret.Canary('a').Value)));
            if (result.ExitCode != 0)
            {
                // The shape that the file describes refuses some of them. Which, it says by their names; the rest is planted again.
                var text = Text(result);
                Assert.That(secrets.Where(secret => text.Contains(secret.Canary('a').Needle, StringComparison.Ordinal)), Is.Empty, "A refusal shows a secret.");
                secrets.RemoveAll(secret => text.Contains(secret.Key, StringComparison.Ordinal));
                result = await PreviewAsync(file, secrets.Select(secret => (secret, secret.Canary('a').Value)));
                if (result.ExitCode != 0)
                {
                    continue;
                }
            }

            var shown = Json(result, showSecrets: true);
            planted.Add(new PlantedStack(file, secrets, result));
            missing.RemoveAll(secret => secrets.Contains(secret) && shown.Contains(secret.Canary('a').Needle, StringComparison.Ordinal));
        }

        Assert.That(missing.Select(secret => secret.Key), Is.Empty, "No shipped stack file takes and uses these secrets, so that nothing is known about them.");
        return planted;
    }
}
