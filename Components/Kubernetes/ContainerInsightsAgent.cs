using System.Text.Json.Nodes;
using Infra.Components.Identity;
using Infra.Components.Observability;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Kubernetes;

/// <summary>CloudWatch's agent on the nodes of a cluster: metrics of nodes and pods, and the output of containers.</summary>
public sealed class ContainerInsightsAgent : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:kubernetes:ContainerInsightsAgent";

    private static readonly ServiceAccountName Account = new("amazon-cloudwatch", "cloudwatch-agent");

    private static readonly string[] Logs = ["application", "dataplane", "host", "performance"];

    /// <summary>Makes the log groups, the agent's role and the add-on.</summary>
    public ContainerInsightsAgent(string name, ContainerInsightsAgentArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var logs = CreateLogGroups(name, args);
        var role = CreateRole(name, args);
        Addon = Install(name, args, logs, role);
        RoleArn = role.Arn;
        RegisterOutputs();
    }

    /// <summary>The ARN of the agent's role.</summary>
    [Output("roleArn")]
    public Output<string> RoleArn { get; private set; }

    /// <summary>The add-on.</summary>
    public Resource Addon { get; }

    private List<Aws.CloudWatch.LogGroup> CreateLogGroups(string name, ContainerInsightsAgentArgs args) =>
    [
        .. Logs.Select(kind => LogGroups.Create(
            $"{name}-{kind}-logs", $"/aws/containerinsights/{args.ClusterPhysicalName}/{kind}", args.LogRetentionDays, this)),
    ];

    private ServiceRole CreateRole(string name, ContainerInsightsAgentArgs args) => new($"{name}-role", new ServiceRoleArgs
    {
        PhysicalName = args.RoleName,
        Description = "CloudWatch agent: sends metrics and logs of nodes and pods",
        Trust = args.Cluster.Identity.Trust(Account),
        ManagedPolicyArns = [EksPolicies.CloudWatchAgent(args.Region)],
    }, new ComponentResourceOptions { Parent = this });

    private Aws.Eks.Addon Install(string name, ContainerInsightsAgentArgs args, IEnumerable<Resource> logs, ServiceRole role) =>
        new EksAddon("amazon-cloudwatch-observability")
        {
            RoleArn = role.Arn,
            // Application Signals would put containers of its own into every pod, which read-only and restricted ones refuse.
            Configuration = JsonText.Of(new JsonObject
            {
                ["manager"] = new JsonObject
                {
                    ["applicationSignals"] = new JsonObject { ["autoMonitor"] = new JsonObject { ["monitorAllServices"] = false } },
                },
            }),
        }.Create(
            $"{name}-addon",
            args.Cluster,
            // The agents make missing groups themselves, without a retention.
            [.. args.CreateAfter, .. logs, .. role.Policies],
            this);
}

/// <summary>What a <see cref="ContainerInsightsAgent"/> is made of.</summary>
public sealed class ContainerInsightsAgentArgs : ResourceArgs
{
    /// <summary>The cluster.</summary>
    public required EksCluster Cluster { get; init; }

    /// <summary>The cluster's name in AWS.</summary>
    public required string ClusterPhysicalName { get; init; }

    /// <summary>The region.</summary>
    public required string Region { get; init; }

    /// <summary>The name of the agent's role in AWS.</summary>
    public required string RoleName { get; init; }

    /// <summary>Days that logs are kept.</summary>
    public required int LogRetentionDays { get; init; }

    /// <summary>The nodes.</summary>
    public required IReadOnlyList<Resource> CreateAfter { get; init; }
}
