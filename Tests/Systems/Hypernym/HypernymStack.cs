using System.Text.Json;
using Infra.Preview;
using Infra.Preview.Model;
using Infra.Tests.Support;

namespace Infra.Tests.Systems.Hypernym;

/// <summary>The part of a previewed stack that is Hypernym, with the settings that its file asks for.</summary>
internal sealed class HypernymStack
{
    private readonly IReadOnlyList<ResourceNode> _nodes;

    private HypernymStack(PreviewResult result)
    {
        Result = result;
        Component = result.Graph.Only("infra:hypernym:Hypernym");
        _nodes = [.. result.Graph.DescendantsOf(Component)];
        Settings = JsonDocument.Parse(result.Config.Find("infra:hypernym")?.AsText ?? "{}").RootElement;
    }

    /// <summary>The stacks that hold Hypernym.</summary>
    public static IEnumerable<string> Names => StackFiles.Selecting("hypernym");

    /// <summary>The stacks that hold Hypernym on ECS.</summary>
    public static IEnumerable<string> OnEcs => StackFiles.Selecting("hypernym").Where(name => ComputeOf(name) == "ecs");

    /// <summary>The stacks that hold Hypernym on EKS.</summary>
    public static IEnumerable<string> OnEks => StackFiles.Selecting("hypernym").Where(name => ComputeOf(name) == "eks");

    public PreviewResult Result { get; }

    public ResourceNode Component { get; }

    public JsonElement Settings { get; }

    public IEnumerable<ResourceNode> Nodes => _nodes;

    public bool Eks => Text("compute", "") == "eks";

    public bool Byop => Text("inferenceProvider", "managed") == "byop";

    public string Region => Text("region", "us-east-1");

    public string VpcCidr => Text("vpcCidr", "10.0.0.0/16");

    /// <summary>How names begin.</summary>
    public string Prefix => Text("name", $"hypernym-{Result.Stack}");

    /// <summary>The ARN that the settings give for the provider's credentials.</summary>
    public string SecretArn => Text("byopSecretArn", "");

    public static async Task<HypernymStack> Of(string name, params string[] set)
    {
        var scenario = await Scenario.Of(name, set: set);
        return new HypernymStack(scenario.Result);
    }

    public IReadOnlyList<ResourceNode> OfType(string type) => [.. _nodes.Where(node => node.Type == type)];

    public ResourceNode Only(string type) => OfType(type) is [var only]
        ? only
        : throw new InvalidOperationException($"Expected one {type} in Hypernym, found {OfType(type).Count}.");

    /// <summary>The one resource of that type whose `Name` tag, or name, is given.</summary>
    public ResourceNode Only(string type, string named) =>
        OfType(type).Where(node => node.Inputs["tags"]["Name"].AsText == named || node.Inputs["name"].AsText == named).ToList() is [var only]
            ? only
            : throw new InvalidOperationException($"Expected one {type} named '{named}' in Hypernym.");

    /// <summary>The endpoint of a service, e.g. `ecr.api`; null when there is none.</summary>
    public ResourceNode? Endpoint(string service) =>
        OfType("aws:ec2/vpcEndpoint:VpcEndpoint").SingleOrDefault(node => node.Inputs["serviceName"].AsText == $"com.amazonaws.{Region}.{service}");

    /// <summary>The statements of all policies of a role.</summary>
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

    public string Text(string setting, string otherwise) =>
        Settings.TryGetProperty(setting, out var value) ? value.GetString()! : otherwise;

    public int Number(string setting, int otherwise) =>
        Settings.TryGetProperty(setting, out var value) ? value.GetInt32() : otherwise;

    public IReadOnlyList<string> Texts(string setting, params string[] otherwise) =>
        Settings.TryGetProperty(setting, out var value) ? [.. value.EnumerateArray().Select(item => item.GetString()!)] : otherwise;

    private static string ComputeOf(string stack)
    {
        var file = new[] { $"Pulumi.{stack}.yaml", Path.Combine("Stacks", "Examples", $"Pulumi.{stack}.yaml") }
            .Select(path => Path.Combine(Scenario.RepositoryDirectory, path))
            .First(File.Exists);
        return File.ReadLines(file).Select(line => line.Trim()).First(line => line.StartsWith("compute:", StringComparison.Ordinal))["compute:".Length..].Trim();
    }
}
