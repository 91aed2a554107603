using Infra.Components.Containers;
using Infra.Components.Identity;
using Infra.Components.Observability;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Hebo;

/// <summary>API and Gateway on Fargate: what App Runner does, for accounts that it does not admit.</summary>
internal sealed class HeboFargate : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:hebo:Fargate";

    private const int TargetCpuPercent = 70;
    // The Gateway compiles once more while it starts.
    private const int GraceSeconds = 120;

    /// <summary>Makes the cluster, the front door and both services.</summary>
    public HeboFargate(string name, HeboFargateArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var plan = args.Plan;
        var cluster = new ContainerCluster($"{name}-cluster", new ContainerClusterArgs { PhysicalName = plan.Names.Prefix }, Child());
        var door = new HeboFrontDoor($"{name}-door", new HeboFrontDoorArgs { Plan = plan }, Child());
        CreateService(name, plan, plan.Api, cluster, door);
        CreateService(name, plan, plan.Gateway, cluster, door);
        ApiUrl = door.ApiUrl;
        GatewayUrl = door.GatewayUrl;
        Failures = Metrics.Target5xx(door.ArnSuffix);
        RegisterOutputs();
    }

    /// <summary>The API's address with its scheme.</summary>
    [Output("apiUrl")]
    public Output<string> ApiUrl { get; private set; }

    /// <summary>The Gateway's address with its scheme.</summary>
    [Output("gatewayUrl")]
    public Output<string> GatewayUrl { get; private set; }

    /// <summary>The count of requests that either service answered with 5xx.</summary>
    public Metric Failures { get; }

    private void CreateService(string name, HeboServicesPlan plan, HeboService service, ContainerCluster cluster, HeboFrontDoor door)
    {
        var settings = plan.System.Services;
        var logs = LogGroups.Create($"{name}-{service.Key}-logs", $"/ecs/{service.PhysicalName}", plan.System.LogRetentionDays, this);
        var execution = CreateExecutionRole(name, service, cluster, logs);
        var task = CreateTaskRole(name, service, cluster);
        _ = new FargateService($"{name}-{service.Key}", new FargateServiceArgs
        {
            PhysicalName = service.PhysicalName,
            ClusterArn = cluster.ClusterArn,
            ClusterName = cluster.ClusterName,
            Task = new FargateTask
            {
                Family = service.PhysicalName,
                Size = new FargateSize(settings.Cpu, settings.MemoryMiB),
                ExecutionRoleArn = execution.Arn,
                TaskRoleArn = task.Arn,
                Containers = [Container(plan, service, logs)],
            },
            SubnetIds = plan.Network.PrivateSubnetIds,
            SecurityGroupIds = plan.Firewalls.GroupIdOf(service),
            DesiredCount = settings.MinimumInstances,
            Scaling = new ServiceScaling(settings.MinimumInstances, settings.MaximumInstances)
            {
                Loads = [new(ServiceLoad.Cpu, TargetCpuPercent)],
            },
            Targets = [new ServiceTarget(door.TargetGroupArn(service), service.Key, service.Port)],
            HealthCheckGracePeriodSeconds = GraceSeconds,
            // A target group needs its listener, a task its roles' policies, its secrets and a database that answers.
            CreateAfter = (Resource[])[.. door.Ready, cluster.Capacity, .. execution.Policies, .. plan.CreateAfter],
        }, Child());
    }

    private static ContainerDefinition Container(HeboServicesPlan plan, HeboService service, Aws.CloudWatch.LogGroup logs) => new()
    {
        Name = service.Key,
        Image = service.Image,
        Ports = [service.Port],
        // App Runner sets PORT by itself; ECS does not.
        Environment = Map(service.Variables.Append(new("PORT", service.PortText))),
        Secrets = Map(service.Secrets),
        DropsAllCapabilities = true,
        InitProcess = true,
        Log = new ContainerLog(logs.Name, plan.System.Region),
    };

    private ServiceRole CreateExecutionRole(string name, HeboService service, ContainerCluster cluster, Aws.CloudWatch.LogGroup logs) =>
        new($"{name}-{service.Key}-execution", new ServiceRoleArgs
        {
            Trust = TrustPolicy.EcsTasks(cluster.ClusterArn),
            Description = $"{service.PhysicalName}: ECS pulls the image, reads the secrets and writes logs",
            InlinePolicies = new Dictionary<string, PolicyDocument> { ["start"] = new([.. Statements(service, logs)]) },
        }, Child());

    private static IEnumerable<PolicyStatement> Statements(HeboService service, Aws.CloudWatch.LogGroup logs)
    {
        yield return new()
        {
            Sid = "ReadSecrets",
            Actions = ["secretsmanager:GetSecretValue"],
            Resources = service.SecretArns.ToArray(),
        };
        yield return new()
        {
            Sid = "WriteLogs",
            Actions = ["logs:CreateLogStream", "logs:PutLogEvents"],
            Resources = Output.Format($"{logs.Arn}:*"),
        };
        if (!EcrImage.IsPrivate(service.Image))
        {
            yield break;
        }

        yield return new()
        {
            Sid = "PullImage",
            Actions = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
            Resources = EcrImage.Parse(service.Image).RepositoryArn,
        };
        yield return new()
        {
            Sid = "LogInToRegistry",
            Actions = ["ecr:GetAuthorizationToken"],
            WhyAnyResource = "The token is the registry's, not a repository's: the action has no resource-level permission.",
        };
    }

    private ServiceRole CreateTaskRole(string name, HeboService service, ContainerCluster cluster) => new($"{name}-{service.Key}-task", new ServiceRoleArgs
    {
        Trust = TrustPolicy.EcsTasks(cluster.ClusterArn),
        Description = $"{service.PhysicalName}: the application calls nothing of AWS",
    }, Child());

    private static InputMap<string> Map(IEnumerable<KeyValuePair<string, Input<string>>> values)
    {
        var map = new InputMap<string>();
        foreach (var (key, value) in values.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            map.Add(key, value);
        }

        return map;
    }

    private ComponentResourceOptions Child() => new() { Parent = this };
}

/// <summary>What a <see cref="HeboFargate"/> is made of.</summary>
internal sealed class HeboFargateArgs : ResourceArgs
{
    /// <summary>The services and what they stand on.</summary>
    public required HeboServicesPlan Plan { get; init; }
}
