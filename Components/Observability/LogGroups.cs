using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Observability;

/// <summary>Makes log groups, always with a retention: CloudWatch keeps logs for ever otherwise.</summary>
public static class LogGroups
{
    /// <summary>Creates a log group as a child of <paramref name="parent"/>.</summary>
    /// <param name="name">The resource's name.</param>
    /// <param name="physicalName">The group's name in AWS, e.g. `/hyperp`.</param>
    /// <param name="retentionDays">Days that events are kept; CloudWatch takes 1, 3, 5, 7, 14, 30, … 3653.</param>
    /// <param name="parent">The component it belongs to.</param>
    public static Aws.CloudWatch.LogGroup Create(string name, string physicalName, int retentionDays, Resource parent) =>
        new(name, new Aws.CloudWatch.LogGroupArgs
        {
            Name = physicalName,
            RetentionInDays = retentionDays,
        }, new CustomResourceOptions { Parent = parent });
}
