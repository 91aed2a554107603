using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Containers;

/// <summary>A group of Fargate tasks, or other addresses, that a load balancer sends HTTP requests to while they are healthy.</summary>
public sealed record HttpTargetGroup
{
    /// <summary>The VPC's id.</summary>
    public required Input<string> VpcId { get; init; }

    /// <summary>The port of the targets.</summary>
    public required int Port { get; init; }

    /// <summary>The path that answers 200 while a target is healthy.</summary>
    public required string HealthCheckPath { get; init; }

    /// <summary>
    /// The group's `Name` tag. Its name is made by Pulumi: with a fixed one, no replacement could stand beside the group it replaces.
    /// </summary>
    public required string NameTag { get; init; }

    /// <summary>Seconds between two health checks, 5 to 300. Default: 30.</summary>
    public int IntervalSeconds { get; init; } = 30;

    /// <summary>Seconds that a health check may take, 2 to 120. Default: 5.</summary>
    public int TimeoutSeconds { get; init; } = 5;

    /// <summary>Successes in a row that make a target healthy, 2 to 10. Default: 2.</summary>
    public int HealthyThreshold { get; init; } = 2;

    /// <summary>Failures in a row that make a target unhealthy, 2 to 10. Default: 3.</summary>
    public int UnhealthyThreshold { get; init; } = 3;

    /// <summary>Seconds in which a leaving target may finish its requests. Default: 30.</summary>
    public int DeregistrationDelaySeconds { get; init; } = 30;

    /// <summary>Creates the group as a child of <paramref name="parent"/>.</summary>
    /// <param name="name">The resource's name, at most 24 characters: AWS takes 32, and Pulumi appends 8.</param>
    /// <param name="parent">The component it belongs to.</param>
    public Aws.LB.TargetGroup Create(string name, Resource parent) => new(name, new Aws.LB.TargetGroupArgs
    {
        VpcId = VpcId,
        TargetType = "ip",
        Protocol = "HTTP",
        Port = Port,
        DeregistrationDelay = DeregistrationDelaySeconds,
        HealthCheck = new Aws.LB.Inputs.TargetGroupHealthCheckArgs
        {
            Enabled = true,
            Protocol = "HTTP",
            Port = "traffic-port",
            Path = HealthCheckPath,
            Matcher = "200",
            Interval = IntervalSeconds,
            Timeout = TimeoutSeconds,
            HealthyThreshold = HealthyThreshold,
            UnhealthyThreshold = UnhealthyThreshold,
        },
        Tags = { { "Name", NameTag } },
    }, new CustomResourceOptions { Parent = parent });
}
