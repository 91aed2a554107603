using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Containers;

/// <summary>A service that keeps tasks running on Fargate, rolls back what does not start, and scales by load if wanted.</summary>
public sealed class FargateService : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:containers:FargateService";

    /// <summary>Registers the task, runs it as a service and sets up its scaling.</summary>
    public FargateService(string name, FargateServiceArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        args.Validate(name);
        var task = args.Task.Register($"{name}-task", this);
        var service = CreateService(name, args, task);
        ScalingTarget = args.Scaling is { } scaling ? ServiceScaler.Create(name, scaling, args.ClusterName, service, this) : null;
        ServiceArn = service.Arn;
        ServiceName = service.Name;
        TaskDefinitionArn = task.Arn;
        RegisterOutputs();
    }

    /// <summary>The service's ARN.</summary>
    [Output("serviceArn")]
    public Output<string> ServiceArn { get; private set; }

    /// <summary>The service's name.</summary>
    [Output("serviceName")]
    public Output<string> ServiceName { get; private set; }

    /// <summary>The ARN of the task definition's revision.</summary>
    [Output("taskDefinitionArn")]
    public Output<string> TaskDefinitionArn { get; private set; }

    /// <summary>What further scaling policies hang on; null for a service that does not scale.</summary>
    public Aws.AppAutoScaling.Target? ScalingTarget { get; }

    private Aws.Ecs.Service CreateService(string name, FargateServiceArgs args, Aws.Ecs.TaskDefinition task)
    {
        var service = new Aws.Ecs.ServiceArgs
        {
            Name = args.PhysicalName,
            Cluster = args.ClusterArn,
            TaskDefinition = task.Arn,
            DesiredCount = args.DesiredCount,
            PlatformVersion = "LATEST",
            NetworkConfiguration = new Aws.Ecs.Inputs.ServiceNetworkConfigurationArgs
            {
                Subnets = args.SubnetIds,
                SecurityGroups = args.SecurityGroupIds,
                AssignPublicIp = args.AssignsPublicAddresses,
            },
            DeploymentCircuitBreaker = new Aws.Ecs.Inputs.ServiceDeploymentCircuitBreakerArgs { Enable = true, Rollback = true },
            DeploymentMinimumHealthyPercent = args.MinimumHealthyPercent,
            DeploymentMaximumPercent = args.MaximumPercent,
            EnableEcsManagedTags = true,
            EnableExecuteCommand = args.AllowsSessions,
            PropagateTags = "SERVICE",
            WaitForSteadyState = args.WaitsForSteadyState,
        };
        if (args.Targets.Count > 0)
        {
            service.LoadBalancers = args.Targets.Select(target => new Aws.Ecs.Inputs.ServiceLoadBalancerArgs
            {
                TargetGroupArn = target.TargetGroupArn,
                ContainerName = target.ContainerName,
                ContainerPort = target.ContainerPort,
            }).ToArray();
            // ECS refuses a grace period for a service that no load balancer checks.
            service.HealthCheckGracePeriodSeconds = args.HealthCheckGracePeriodSeconds;
        }

        SetCapacity(service, args);
        return new Aws.Ecs.Service(name, service, new CustomResourceOptions
        {
            Parent = this,
            DependsOn = args.CreateAfter,
            // Scaling owns the number of tasks; an update must not set it back.
            IgnoreChanges = args.Scaling is null ? [] : ["desiredCount"],
        });
    }

    // ECS takes a launch type or a strategy, never both.
    private static void SetCapacity(Aws.Ecs.ServiceArgs service, FargateServiceArgs args)
    {
        if (args.CapacityStrategy.Count == 0)
        {
            service.LaunchType = "FARGATE";
            return;
        }

        service.CapacityProviderStrategies = args.CapacityStrategy.Select(share => new Aws.Ecs.Inputs.ServiceCapacityProviderStrategyArgs
        {
            CapacityProvider = share.ProviderName,
            Weight = share.Weight,
            Base = share.Base,
        }).ToArray();
    }
}
