using Infra.Components.Containers;
using Infra.Components.Observability;
using Infra.Components.Secrets;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.FlowBuilder.Standard;

/// <summary>Flow Builder's API behind a load balancer that the internet reaches.</summary>
internal sealed class FlowBuilderApi : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:flowBuilder:Api";

    private const string HealthPath = "/health";
    private const int LoadPercent = 70;

    /// <summary>Makes Clerk's secret, the log group, the load balancer, the roles and the service.</summary>
    public FlowBuilderApi(string name, FlowBuilderApiArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var runtime = args.Runtime;
        Clerk = StoreClerkKey(name, args);
        var logs = LogGroups.Create($"{name}-logs", FlowBuilderNames.EcsLogGroup(runtime.Names.Api), runtime.LogRetentionDays, this);
        var targets = CreateTargetGroup(name, runtime);
        var loadBalancer = CreateLoadBalancer(name, args, targets);
        var roles = CreateRoles(name, args);
        var service = CreateService(name, args, logs, targets, loadBalancer, roles);
        Url = loadBalancer.Url;
        LoadBalancerSuffix = loadBalancer.ArnSuffix;
        TargetGroupSuffix = targets.ArnSuffix;
        ServiceName = service.ServiceName;
        RegisterOutputs();
    }

    /// <summary>The API's address.</summary>
    [Output("url")]
    public Output<string> Url { get; private set; }

    /// <summary>The end of the load balancer's ARN, which its metrics go by.</summary>
    [Output("loadBalancerSuffix")]
    public Output<string> LoadBalancerSuffix { get; private set; }

    /// <summary>The end of the target group's ARN, which its metrics go by.</summary>
    [Output("targetGroupSuffix")]
    public Output<string> TargetGroupSuffix { get; private set; }

    /// <summary>The service's name.</summary>
    [Output("serviceName")]
    public Output<string> ServiceName { get; private set; }

    /// <summary>The secret of Clerk's key.</summary>
    public StoredSecret Clerk { get; }

    private StoredSecret StoreClerkKey(string name, FlowBuilderApiArgs args) => new($"{name}-clerk", new StoredSecretArgs
    {
        PhysicalName = args.Runtime.Names.ClerkSecret,
        Description = "Flow Builder: the secret key of Clerk",
        DataProtection = args.DataProtection,
        Value = args.ClerkSecretKey,
        Placeholder = "REPLACE_WITH_THE_SECRET_KEY_OF_CLERK",
    }, Child());

    // The health check asks the database, and the application lets an address ask a hundred times a minute only.
    private Aws.LB.TargetGroup CreateTargetGroup(string name, FlowBuilderRuntime runtime) => new HttpTargetGroup
    {
        VpcId = runtime.Network.VpcId,
        Port = FlowBuilderFirewalls.ApiPort,
        HealthCheckPath = HealthPath,
        NameTag = runtime.Names.TargetGroup,
        IntervalSeconds = 30,
    }.Create($"{name}-tg", this);

    private ApplicationLoadBalancer CreateLoadBalancer(string name, FlowBuilderApiArgs args, Aws.LB.TargetGroup targets) =>
        new($"{name}-alb", new ApplicationLoadBalancerArgs
        {
            PhysicalName = args.Runtime.Names.LoadBalancer,
            Internal = false,
            SubnetIds = args.Runtime.Network.PublicSubnetIds,
            SecurityGroupIds = args.Runtime.Firewalls.LoadBalancerGroupId,
            DefaultAction = ListenerAction.Forward(targets.Arn),
            CertificateArn = args.CertificateArn,
            DeletionProtection = args.DataProtection.DeletionProtection,
            // AWS refuses a load balancer for the internet in a VPC that has no gateway to it yet.
            CreateAfter = args.Runtime.Network.PublicReady.ToArray(),
        }, Child());

    private FlowBuilderTaskRoles CreateRoles(string name, FlowBuilderApiArgs args) => new($"{name}-roles", new FlowBuilderTaskRolesArgs
    {
        Runtime = args.Runtime,
        Workload = "api",
        SecretArns = args.Runtime.SecretArns.Append(Clerk.SecretArn).ToArray(),
        Queue = FlowBuilderStatements.SendWorkflows(args.Runtime.Queue.Arn),
    }, Child());

    private FargateService CreateService(
        string name,
        FlowBuilderApiArgs args,
        Aws.CloudWatch.LogGroup logs,
        Aws.LB.TargetGroup targets,
        ApplicationLoadBalancer loadBalancer,
        FlowBuilderTaskRoles roles)
    {
        var runtime = args.Runtime;
        return new FargateService($"{name}-service", new FargateServiceArgs
        {
            PhysicalName = runtime.Names.Api,
            ClusterArn = runtime.Cluster.ClusterArn,
            ClusterName = runtime.Cluster.ClusterName,
            Task = new FargateTask
            {
                Family = runtime.Names.Api,
                Size = args.Service.TaskSize,
                ExecutionRoleArn = roles.ExecutionRoleArn,
                TaskRoleArn = roles.TaskRoleArn,
                Containers = [Container(args, logs)],
            },
            SubnetIds = runtime.Network.PrivateSubnetIds,
            SecurityGroupIds = runtime.Firewalls.TaskGroupId,
            DesiredCount = args.Service.MinimumCount,
            Targets = [new ServiceTarget(targets.Arn, FlowBuilderNames.ApiContainer, FlowBuilderFirewalls.ApiPort)],
            Scaling = new ServiceScaling(args.Service.MinimumCount, args.Service.MaximumCount)
            {
                Loads = [new(ServiceLoad.Cpu, LoadPercent), new(ServiceLoad.Memory, LoadPercent)],
                ScaleOutSeconds = 60,
                ScaleInSeconds = 300,
            },
            AllowsSessions = true,
            // The application may refuse to start with a key that Clerk did not issue; the update that brings the rest must not wait for it.
            WaitsForSteadyState = args.Service.ImageTag is null || !Clerk.AwaitsValue,
            CreateAfter = (Resource[])[.. loadBalancer.Listeners, .. roles.Policies, Clerk.Version, .. runtime.Ready],
        }, Child());
    }

    private ContainerDefinition Container(FlowBuilderApiArgs args, Aws.CloudWatch.LogGroup logs)
    {
        var standIn = ServiceImage.OrPlaceholder(null, FlowBuilderFirewalls.ApiPort, HealthPath);
        var tag = args.Service.ImageTag;
        return new ContainerDefinition
        {
            Name = FlowBuilderNames.ApiContainer,
            Image = tag is null ? standIn.Reference : Output.Format($"{args.RepositoryUrl}:{tag}"),
            Command = tag is null ? standIn.Command : null,
            Ports = [FlowBuilderFirewalls.ApiPort],
            Environment = InputMap<string>.Merge(args.Runtime.Variables(), new() { { "CLERK_FRONTEND_URL", args.ClerkFrontendUrl } }),
            Secrets = InputMap<string>.Merge(args.Runtime.SecretVariables(), new() { { "CLERK_SECRET_KEY", Clerk.TaskReference() } }),
            // Sessions leave processes behind.
            InitProcess = true,
            Log = new ContainerLog(logs.Name, args.Runtime.Region),
        };
    }

    private ComponentResourceOptions Child() => new() { Parent = this };
}

/// <summary>What a <see cref="FlowBuilderApi"/> is made of.</summary>
internal sealed class FlowBuilderApiArgs : ResourceArgs
{
    /// <summary>What it stands on.</summary>
    public required FlowBuilderRuntime Runtime { get; init; }

    /// <summary>How large it is.</summary>
    public required FlowBuilderServiceLayout Service { get; init; }

    /// <summary>The URL of its images' repository.</summary>
    public required Output<string> RepositoryUrl { get; init; }

    /// <summary>The frontend's address.</summary>
    public required string ClerkFrontendUrl { get; init; }

    /// <summary>How far load balancer and secret resist deletion.</summary>
    public required DataProtection DataProtection { get; init; }

    /// <summary>Clerk's key. Default: null, a placeholder.</summary>
    public Input<string>? ClerkSecretKey { get; init; }

    /// <summary>The ARN of the certificate of HTTPS. Default: null, HTTP only.</summary>
    public Input<string>? CertificateArn { get; init; }
}
