using System.Text.Json;
using Infra.Preview;
using Infra.Preview.Model;
using Infra.Tests.Support;

namespace Infra.Tests.Systems.SeePlusPlus;

/// <summary>The part of a previewed stack that is See++, with the settings that its file asks for.</summary>
internal sealed class SeePlusPlusStack
{
    private readonly IReadOnlyList<ResourceNode> _nodes;

    private SeePlusPlusStack(PreviewResult result)
    {
        Result = result;
        Component = result.Graph.Only("infra:seePlusPlus:SeePlusPlus");
        _nodes = [.. result.Graph.DescendantsOf(Component)];
        Settings = JsonDocument.Parse(result.Config.Find("infra:seePlusPlus")?.AsText ?? "{}").RootElement;
        Stage = result.Config["infra:environment"].AsText == "prod" ? "prod" : "test";
    }

    /// <summary>The stacks that hold See++: the shipped ones and the examples.</summary>
    public static IEnumerable<string> Names => StackFiles.Selecting("seePlusPlus");

    public PreviewResult Result { get; }

    public ResourceNode Component { get; }

    public JsonElement Settings { get; }

    /// <summary>`test` or `prod`.</summary>
    public string Stage { get; }

    public bool IsProd => Stage == "prod";

    /// <summary>The domain; null for none.</summary>
    public string? Domain => Settings.TryGetProperty("domainName", out var value) ? value.GetString() : null;

    public bool HasRealImages => Settings.TryGetProperty("backendImage", out _);

    public bool CreatesRepository => !Settings.TryGetProperty("createCodeRunnerRepository", out var value) || value.GetBoolean();

    public string? CodeRunnerImageTag => Settings.TryGetProperty("codeRunnerImageTag", out var value) ? value.GetString() : null;

    public bool CachesTraces => Settings.TryGetProperty("enableTraceCache", out var value) && value.GetBoolean();

    public IEnumerable<ResourceNode> Nodes => _nodes;

    public static async Task<SeePlusPlusStack> Of(string name, params string[] set) => new((await Scenario.Of(name, set: set)).Result);

    public IReadOnlyList<ResourceNode> OfType(string type) => [.. _nodes.Where(node => node.Type == type)];

    public ResourceNode Only(string type) => OfType(type) is [var only]
        ? only
        : throw new InvalidOperationException($"Expected one {type} in See++, found {OfType(type).Count}.");

    /// <summary>The one resource of that type with that logical name.</summary>
    public ResourceNode Only(string type, string name) => OfType(type).Where(node => node.Name == name).ToList() is [var only]
        ? only
        : throw new InvalidOperationException(
            $"Expected one {type} with the name '{name}' in See++; there are {string.Join(", ", OfType(type).Select(node => node.Name))}.");

    /// <summary>The statements of all inline policies of a role.</summary>
    public IReadOnlyList<PolicyText.Statement> Statements(ResourceNode role) =>
    [
        .. OfType("aws:iam/rolePolicy:RolePolicy")
            .Where(policy => policy.Inputs["role"].AsText == role.Output("name").AsText)
            .SelectMany(policy => PolicyText.Parse(policy.Inputs["policy"].AsText)),
    ];

    /// <summary>The names of the managed policies of a role.</summary>
    public IReadOnlyList<string> Managed(ResourceNode role) =>
    [
        .. OfType("aws:iam/rolePolicyAttachment:RolePolicyAttachment")
            .Where(attachment => attachment.Inputs["role"].AsText == role.Output("name").AsText)
            .Select(attachment => attachment.Inputs["policyArn"].AsText!.Split('/')[^1]),
    ];

    /// <summary>The one container of a service's task, by the service's name.</summary>
    public JsonElement Container(string service)
    {
        var task = Only("aws:ecs/taskDefinition:TaskDefinition", $"spp-services-{service}-task");
        return JsonDocument.Parse(task.Inputs["containerDefinitions"].AsText!).RootElement.EnumerateArray().Single();
    }

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
}
