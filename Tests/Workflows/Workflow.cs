using Infra.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace Infra.Tests.Workflows;

/// <summary>A workflow of this repository, read as YAML.</summary>
internal sealed class Workflow
{
    private Workflow(string file)
    {
        Name = Path.GetFileNameWithoutExtension(file);
        Text = File.ReadAllText(file);
        var stream = new YamlStream();
        stream.Load(new StringReader(Text));
        Root = (YamlMappingNode)stream.Documents.Single().RootNode;
    }

    public static IReadOnlyList<Workflow> All { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Scenario.RepositoryDirectory, ".github", "workflows"), "*.yml").Order(StringComparer.Ordinal).Select(file => new Workflow(file)),
    ];

    public string Name { get; }

    public string Text { get; }

    public YamlMappingNode Root { get; }

    public IEnumerable<KeyValuePair<string, YamlMappingNode>> Jobs =>
        Map(Root, "jobs")!.Select(job => KeyValuePair.Create(((YamlScalarNode)job.Key).Value!, (YamlMappingNode)job.Value));

    public IEnumerable<YamlMappingNode> Steps => Jobs.SelectMany(job => ((YamlSequenceNode)job.Value["steps"]).Cast<YamlMappingNode>());

    public IReadOnlyList<string> Events => [.. Map(Root, "on")!.Select(trigger => ((YamlScalarNode)trigger.Key).Value!)];

    public static Workflow Of(string name) => All.Single(workflow => workflow.Name == name);

    public static YamlMappingNode? Map(YamlMappingNode owner, string key) => owner.Children.TryGetValue(key, out var value) ? value as YamlMappingNode : null;

    public static string? Scalar(YamlMappingNode owner, string key) => owner.Children.TryGetValue(key, out var value) ? (value as YamlScalarNode)?.Value : null;

    public override string ToString() => Name;
}
