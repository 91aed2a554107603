using Infra.Components.Containers;
using Infra.Components.Observability;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Hypernym.Ecs;

/// <summary>Hypernym's tasks on Fargate, behind an internal load balancer.</summary>
internal sealed class HypernymEcs : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:hypernym:Ecs";

    /// <summary>Makes the log group, cluster, roles, load balancer and service.</summary>
    public HypernymEcs(string name, HypernymEcsArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var foundation = args.Foundation;
        var logs = LogGroups.Create($"{name}-logs", foundation.Names.EcsLogGroup, foundation.LogRetentionDays, this);
        var cluster = CreateCluster(name, args);
        var roles = CreateRoles(name, foundation, cluster, logs);
        var targetGroup = CreateTargetGroup(name, foundation);
        var loadBalancer = CreateLoadBalancer(name, foundation, targetGroup);
        var service = CreateService(name, args, cluster, roles, logs, targetGroup, loadBalancer);
        ServiceArn = service.ServiceArn;
        Runtime = Describe(foundation, cluster, roles, logs, targetGroup, loadBalancer, service);
        RegisterOutputs();
    }

    /// <summary>The service's ARN.</summary>
    [Output("serviceArn")]
    public Output<string> ServiceArn { get; private set; }

    /// <summary>What it gives to whoever deploys it.</summary>
    public HypernymRuntime Runtime { get; }

    private ContainerCluster CreateCluster(string name, HypernymEcsArgs args) => new($"{name}-cluster", new ContainerClusterArgs
    {
        PhysicalName = args.Compute.ClusterName,
        Insights = args.Foundation.ContainerInsights ? ContainerInsights.Enabled : ContainerInsights.Disabled,
    }, Child());

    private HypernymTaskRoles CreateRoles(string name, HypernymFoundation foundation, ContainerCluster cluster, Aws.CloudWatch.LogGroup logs) =>
        new($"{name}-roles", new HypernymTaskRolesArgs
        {
            Foundation = foundation,
            ClusterArn = cluster.ClusterArn,
            LogGroupArn = logs.Arn,
        }, Child());

    private Aws.LB.TargetGroup CreateTargetGroup(string name, HypernymFoundation foundation) => new HttpTargetGroup
    {
        VpcId = foundation.Network.VpcId,
        Port = foundation.Application.Port,
        HealthCheckPath = foundation.Application.HealthCheckPath,
        NameTag = foundation.Names.TargetGroup,
    }.Create($"{name}-tg", this);

    private ApplicationLoadBalancer CreateLoadBalancer(string name, HypernymFoundation foundation, Aws.LB.TargetGroup targetGroup) =>
        new($"{name}-alb", new ApplicationLoadBalancerArgs
        {
            PhysicalName = foundation.Names.LoadBalancer,
            Internal = true,
            SubnetIds = foundation.Network.PrivateSubnetIds,
            SecurityGroupIds = foundation.Network.LoadBalancerGroupId,
            DefaultAction = ListenerAction.Forward(targetGroup.Arn),
            CertificateArn = foundation.FrontDoor.CertificateArn,
            IdleTimeoutSeconds = foundation.FrontDoor.IdleTimeoutSeconds,
            DeletionProtection = foundation.FrontDoor.DeletionProtection,
        }, Child());

    private FargateService CreateService(
        string name,
        HypernymEcsArgs args,
        ContainerCluster cluster,
        HypernymTaskRoles roles,
        Aws.CloudWatch.LogGroup logs,
        Aws.LB.TargetGroup targetGroup,
        ApplicationLoadBalancer loadBalancer)
    {
        var foundation = args.Foundation;
        var serviceName = args.Compute.ServiceName;
        return new FargateService($"{name}-service", new FargateServiceArgs
        {
            PhysicalName = serviceName,
            ClusterArn = cluster.ClusterArn,
            ClusterName = cluster.ClusterName,
            Task = new FargateTask
            {
                Family = foundation.Names.TaskFamily,
                Size = args.Compute.TaskSize,
                ExecutionRoleArn = roles.ExecutionRoleArn,
                TaskRoleArn = roles.TaskRoleArn,
                Containers = [HypernymContainer.Define(foundation, args.Compute, logs)],
            },
            SubnetIds = foundation.Network.PrivateSubnetIds,
            SecurityGroupIds = foundation.Network.ApplicationGroupId,
            DesiredCount = args.Compute.DesiredCount,
            Targets = [new ServiceTarget(targetGroup.Arn, serviceName, foundation.Application.Port)],
            Scaling = args.Compute.Scaling,
            WaitsForSteadyState = args.Compute.WaitsForSteadyState,
            // Without its roles' policies, its secret or the network's endpoints and rules, the first task fails to start.
            CreateAfter = (Resource[])
            [
                .. loadBalancer.Listeners,
                cluster.Capacity,
                .. roles.Policies,
                .. foundation.Inference.SecretReady,
                .. foundation.Network.Ready,
            ],
        }, Child());
    }

    private static HypernymRuntime Describe(
        HypernymFoundation foundation,
        ContainerCluster cluster,
        HypernymTaskRoles roles,
        Aws.CloudWatch.LogGroup logs,
        Aws.LB.TargetGroup targetGroup,
        ApplicationLoadBalancer loadBalancer,
        FargateService service) => new()
        {
            ClusterArn = cluster.ClusterArn,
            LoadBalancerUrl = loadBalancer.Url,
            LogGroupName = logs.Name,
            Outputs = new()
            {
                ["loadBalancerUrl"] = loadBalancer.Url,
                ["loadBalancerDns"] = loadBalancer.DnsName,
                ["loadBalancerArn"] = loadBalancer.LoadBalancerArn,
                ["targetGroupArn"] = targetGroup.Arn,
                ["clusterName"] = cluster.ClusterName,
                ["clusterArn"] = cluster.ClusterArn,
                ["serviceName"] = service.ServiceName,
                ["serviceArn"] = service.ServiceArn,
                ["logGroupName"] = logs.Name,
                ["vpcId"] = foundation.Network.VpcId,
                ["privateSubnetIds"] = foundation.Network.PrivateSubnetIds,
                ["taskRoleArn"] = roles.TaskRoleArn,
                ["taskExecutionRoleArn"] = roles.ExecutionRoleArn,
                ["appSecurityGroupId"] = foundation.Network.ApplicationGroupId,
            },
        };

    private ComponentResourceOptions Child() => new() { Parent = this };
}

/// <summary>What a <see cref="HypernymEcs"/> is made of.</summary>
internal sealed class HypernymEcsArgs : ResourceArgs
{
    /// <summary>Its own settings.</summary>
    public required EcsCompute Compute { get; init; }

    /// <summary>What it stands on.</summary>
    public required HypernymFoundation Foundation { get; init; }
}
