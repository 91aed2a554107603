using System.Text.Json;
using Infra.Preview;
using Infra.Preview.Model;
using Infra.Tests.Support;

namespace Infra.Tests.Systems.Hebo;

/// <summary>The part of a previewed stack that is Hebo, with the settings that its file asks for.</summary>
internal sealed class HeboStack
{
    private readonly IReadOnlyList<ResourceNode> _nodes;

    private HeboStack(PreviewResult result)
    {
        Result = result;
        Component = result.Graph.Only("infra:hebo:Hebo");
        _nodes = [.. result.Graph.DescendantsOf(Component)];
        Settings = JsonDocument.Parse(result.Config.Find("infra:hebo")?.AsText ?? "{}").RootElement;
        IsProduction = result.Config["infra:environment"].AsText == "prod";
    }

    /// <summary>The stacks that hold Hebo: the shipped ones and the examples.</summary>
    public static IEnumerable<string> Names => StackFiles.Selecting("hebo");

    /// <summary>The stacks that hold its production.</summary>
    public static IEnumerable<string> Productions => Names.Where(IsProd);

    /// <summary>The stacks that hold a preview.</summary>
    public static IEnumerable<string> Previews => Names.Where(name => !IsProd(name));

    /// <summary>The stacks whose services run on App Runner.</summary>
    public static IEnumerable<string> OnAppRunner => Names.Where(name => !FileOf(name).Contains("serviceRuntime: fargate", StringComparison.Ordinal));

    public PreviewResult Result { get; }

    public ResourceNode Component { get; }

    public JsonElement Settings { get; }

    public bool IsProduction { get; }

    public IReadOnlyList<ResourceNode> Nodes => _nodes;

    public string Stage => IsProduction ? "production" : Text("stage", Result.Stack);

    /// <summary>How names begin.</summary>
    public string Prefix => IsProduction ? "hebo" : $"{Stage}-hebo";

    public bool OnFargate => Text("serviceRuntime", "appRunner") == "fargate";

    public bool HasDomain => !Settings.TryGetProperty("enableCustomDomain", out var given) || given.GetBoolean();

    /// <summary>The frontend's host name.</summary>
    public string Domain => Text("domainName", IsProduction ? "cloud.hebo.ai" : $"{Stage}.cloud.hebo.ai");

    public MapValue Outputs => Result.Outputs["hebo"].AsMap!;

    /// <summary>The primary cluster: the one that has a database.</summary>
    public ResourceNode Cluster => OfType("aws:rds/cluster:Cluster").Single(node => !node.Inputs["databaseName"].IsNull);

    public static async Task<HeboStack> Of(string name, params string[] set) => new((await Scenario.Of(name, set: set)).Result);

    public IReadOnlyList<ResourceNode> OfType(string type) => [.. _nodes.Where(node => node.Type == type)];

    public ResourceNode Only(string type) => OfType(type) is [var only]
        ? only
        : throw new InvalidOperationException($"Expected one {type} in Hebo, found {OfType(type).Count}.");

    /// <summary>The resource that made an id, ARN or name.</summary>
    public ResourceNode Maker(string type, string output, string? value) =>
        OfType(type).Single(node => node.Output(output).AsText == value);

    /// <summary>The statements of all inline policies of a role.</summary>
    public IReadOnlyList<PolicyText.Statement> Statements(ResourceNode role) =>
    [
        .. OfType("aws:iam/rolePolicy:RolePolicy")
            .Where(policy => policy.Inputs["role"].AsText == role.Output("name").AsText)
            .SelectMany(policy => PolicyText.Parse(policy.Inputs["policy"].AsText)),
    ];

    /// <summary>Everything that a resource waits for, at however many removes.</summary>
    public IReadOnlySet<string> WaitsFor(ResourceNode node)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(node.Dependencies);
        while (open.TryPop(out var urn))
        {
            if (found.Add(urn) && Result.Graph.Find(urn) is { } dependency)
            {
                foreach (var next in dependency.Dependencies)
                {
                    open.Push(next);
                }
            }
        }

        return found;
    }

    /// <summary>The rules that let traffic into a group, or out of it.</summary>
    public IReadOnlyList<ResourceNode> Rules(string direction, string? groupId) =>
        [.. OfType($"aws:vpc/securityGroup{direction}Rule:SecurityGroup{direction}Rule").Where(rule => rule.Inputs["securityGroupId"].AsText == groupId)];

    public string Text(string setting, string otherwise) =>
        Settings.TryGetProperty(setting, out var value) ? value.GetString()! : otherwise;

    public int Number(string setting, int otherwise) =>
        Settings.TryGetProperty(setting, out var value) ? value.GetInt32() : otherwise;

    private static bool IsProd(string stack) => FileOf(stack).Contains("infra:environment: prod", StringComparison.Ordinal);

    private static string FileOf(string stack) => File.ReadAllText(
        new[] { $"Pulumi.{stack}.yaml", Path.Combine("Stacks", "Examples", $"Pulumi.{stack}.yaml") }
            .Select(path => Path.Combine(Scenario.RepositoryDirectory, path))
            .First(File.Exists));
}
