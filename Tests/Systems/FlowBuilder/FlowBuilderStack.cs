using System.Text.Json;
using Infra.Preview;
using Infra.Preview.Model;
using Infra.Tests.Support;

namespace Infra.Tests.Systems.FlowBuilder;

/// <summary>The part of a previewed stack that is Flow Builder, with the settings that its file asks for.</summary>
internal sealed class FlowBuilderStack
{
    private const string StandardToken = "infra:flowBuilder:Standard";
    private const string UltraToken = "infra:flowBuilder:Ultra";

    private readonly IReadOnlyList<ResourceNode> _nodes;

    private FlowBuilderStack(PreviewResult result)
    {
        Result = result;
        Component = result.Graph.OfType(StandardToken).Concat(result.Graph.OfType(UltraToken)).Single();
        _nodes = [.. result.Graph.DescendantsOf(Component)];
        Settings = JsonDocument.Parse(result.Config.Find("infra:flowBuilder")?.AsText ?? "{}").RootElement;
        Environment = result.Config.Find("infra:environment")!.AsText!;
    }

    /// <summary>The stacks that hold Flow Builder in either variant.</summary>
    public static IEnumerable<string> Names => StackFiles.Selecting("flowBuilder");

    /// <summary>The stacks that hold the standard variant.</summary>
    public static IEnumerable<string> Standard => Names.Where(name => !IsUltra(name));

    /// <summary>The stacks that hold the ultra-cost-optimised variant.</summary>
    public static IEnumerable<string> Ultra => Names.Where(IsUltra);

    public PreviewResult Result { get; }

    public ResourceNode Component { get; }

    public JsonElement Settings { get; }

    /// <summary>`dev`, `staging` or `prod`.</summary>
    public string Environment { get; }

    public IEnumerable<ResourceNode> Nodes => _nodes;

    public MapValue Outputs => Result.Outputs["flowBuilder"].AsMap!;

    public string Region => Text("region", "us-east-1");

    /// <summary>How names begin.</summary>
    public string Prefix => Text("namePrefix", "flow-builder");

    public static async Task<FlowBuilderStack> Of(string name, params string[] set)
    {
        var scenario = await Scenario.Of(name, set: set);
        return new FlowBuilderStack(scenario.Result);
    }

    public IReadOnlyList<ResourceNode> OfType(string type) => [.. _nodes.Where(node => node.Type == type)];

    public ResourceNode Only(string type) => OfType(type) is [var only]
        ? only
        : throw new InvalidOperationException($"Expected one {type} in Flow Builder, found {OfType(type).Count}.");

    /// <summary>The one resource of that type whose name in AWS, or `Name` tag, is the prefix and this.</summary>
    public ResourceNode Only(string type, string suffix)
    {
        var named = Prefix + suffix;
        return OfType(type).Where(node => node.Inputs["name"].AsText == named || node.Inputs["tags"]["Name"].AsText == named).ToList() is [var only]
            ? only
            : throw new InvalidOperationException($"Expected one {type} named '{named}' in Flow Builder.");
    }

    /// <summary>What a value of the environment is in this stack's environment.</summary>
    public T In<T>(T dev, T staging, T prod) => Environment switch
    {
        "dev" => dev,
        "staging" => staging,
        _ => prod,
    };

    /// <summary>The statements of all policies of a role that are the stack's own.</summary>
    public IReadOnlyList<PolicyText.Statement> Statements(ResourceNode role) =>
    [
        .. OfType("aws:iam/rolePolicy:RolePolicy")
            .Where(policy => policy.Inputs["role"].AsText == role.Output("name").AsText)
            .SelectMany(policy => PolicyText.Parse(policy.Inputs["policy"].AsText)),
    ];

    /// <summary>The role of that ARN.</summary>
    public ResourceNode Role(string? arn) => OfType("aws:iam/role:Role").Single(role => role.Output("arn").AsText == arn);

    /// <summary>The only container of the task definition of that family.</summary>
    public JsonElement Container(string family) =>
        JsonDocument.Parse(Task(family).Inputs["containerDefinitions"].AsText!).RootElement.EnumerateArray().Single();

    /// <summary>The task definition of the family that the prefix and this name.</summary>
    public ResourceNode Task(string family) =>
        OfType("aws:ecs/taskDefinition:TaskDefinition").Single(task => task.Inputs["family"].AsText == Prefix + family);

    /// <summary>The security group rules of a direction that belong to the group named by the prefix and this, as `port from peer`.</summary>
    public IReadOnlyList<string> Traffic(string direction, string group)
    {
        var id = Only("aws:ec2/securityGroup:SecurityGroup", group).Output("id").AsText;
        return
        [
            .. OfType($"aws:vpc/securityGroup{direction}Rule:SecurityGroup{direction}Rule")
                .Where(rule => rule.Inputs["securityGroupId"].AsText == id)
                .Select(rule => $"{rule.Inputs["fromPort"].AsNumber?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "all"} {Peer(rule)}"),
        ];
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

    public bool Has(string setting) => Settings.TryGetProperty(setting, out _);

    public string Text(string setting, string otherwise) =>
        Settings.TryGetProperty(setting, out var value) ? value.GetString()! : otherwise;

    private string Peer(ResourceNode rule)
    {
        if (rule.Inputs["cidrIpv4"].AsText is { } cidr)
        {
            return cidr;
        }

        var id = rule.Inputs["referencedSecurityGroupId"].AsText;
        return Nodes.Single(node => node.Type == "aws:ec2/securityGroup:SecurityGroup" && node.Output("id").AsText == id).Inputs["tags"]["Name"].AsText![Prefix.Length..];
    }

    private static bool IsUltra(string stack)
    {
        var file = new[] { $"Pulumi.{stack}.yaml", Path.Combine("Stacks", "Examples", $"Pulumi.{stack}.yaml") }
            .Select(path => Path.Combine(Scenario.RepositoryDirectory, path))
            .First(File.Exists);
        return File.ReadLines(file).Any(line => line.Trim() == "variant: ultraCostOptimized");
    }
}
