using Infra.Components.Observability;
using Pulumi;

namespace Infra.Components.Hebo;

/// <summary>Alarms by mail: a database at its most capacity, services and frontend that answer with errors.</summary>
internal sealed class HeboAlarms : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:hebo:Alarms";

    private const double BusyPercent = 90;
    private const double FailedRequests = 10;
    private const double FailedPercent = 5;

    // CloudFront publishes its metrics there, wherever its users are.
    private const string CloudFrontRegion = "us-east-1";

    /// <summary>Makes the topic and the alarms.</summary>
    public HeboAlarms(string name, HeboAlarmsArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var topic = new AlarmTopic($"{name}-topic", new AlarmTopicArgs
        {
            PhysicalName = $"{args.Names.Prefix}-alarms",
            EmailAddresses = [args.EmailAddress],
        }, new ComponentResourceOptions { Parent = this });
        TopicArn = topic.Arn;
        foreach (var (key, rule) in Rules(args))
        {
            _ = MetricAlarms.Create($"{name}-{key}", rule, topic.Arn, this, topic.Arn);
        }

        RegisterOutputs();
    }

    /// <summary>The ARN of the topic that the alarms speak through.</summary>
    [Output("topicArn")]
    public Output<string> TopicArn { get; private set; }

    private static IEnumerable<(string Key, AlarmRule Rule)> Rules(HeboAlarmsArgs args)
    {
        yield return ("database", new AlarmRule
        {
            PhysicalName = $"{args.Names.Database}-capacity",
            Description = "The database runs near its most capacity: raise dbMaxAcu",
            Metric = new Metric { Namespace = "AWS/RDS", Name = "ACUUtilization", Dimensions = new() { { "DBClusterIdentifier", args.ClusterIdentifier } } },
            Threshold = BusyPercent,
        });
        foreach (var (key, metric) in args.ServiceFailures.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            yield return (key, new AlarmRule
            {
                PhysicalName = $"{args.Names.Prefix}-{key}-5xx",
                Description = "Requests are answered with 5xx",
                Metric = metric,
                Threshold = FailedRequests,
                MissingData = MissingData.NotBreaching,
            });
        }

        if (args.Region == CloudFrontRegion)
        {
            yield return ("frontend", new AlarmRule
            {
                PhysicalName = $"{args.Names.Prefix}-frontend-5xx",
                Description = "More than one request in twenty to the frontend is answered with 5xx",
                Metric = new Metric
                {
                    Namespace = "AWS/CloudFront",
                    Name = "5xxErrorRate",
                    Dimensions = new() { { "DistributionId", args.DistributionId }, { "Region", "Global" } },
                },
                Threshold = FailedPercent,
                MissingData = MissingData.NotBreaching,
            });
        }
    }
}

/// <summary>What <see cref="HeboAlarms"/> are made of.</summary>
internal sealed class HeboAlarmsArgs : ResourceArgs
{
    /// <summary>The names of the stage.</summary>
    public required HeboNames Names { get; init; }

    /// <summary>The region of the system.</summary>
    public required string Region { get; init; }

    /// <summary>Who gets the mails.</summary>
    public required string EmailAddress { get; init; }

    /// <summary>The database's cluster.</summary>
    public required Input<string> ClusterIdentifier { get; init; }

    /// <summary>The counts of failed requests of the services, by part of a name. None while the services do not exist.</summary>
    public required IReadOnlyDictionary<string, Metric> ServiceFailures { get; init; }

    /// <summary>The frontend's distribution.</summary>
    public required Input<string> DistributionId { get; init; }
}
