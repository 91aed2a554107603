using Infra.Preview.Findings.Judging;

namespace Infra.Preview.Cost.Rules;

/// <summary>Queues, topics, event rules and pipes.</summary>
internal static class MessagingRules
{
    internal const string Pipe = "aws:pipes/pipe:Pipe";

    public static void AddTo(Dictionary<string, Action<Costing>> rules)
    {
        rules.Add("aws:sqs/queue:Queue", PriceQueue);
        rules.Add("aws:sns/topic:Topic", PriceTopic);
        rules.Add("aws:sns/topicSubscription:TopicSubscription", PriceSubscription);
        rules.Add("aws:cloudwatch/eventRule:EventRule", PriceEventRule);
        rules.Add(Pipe, PricePipe);
    }

    private static Factor Millions(Costing costing, string key) => costing.Use(key, "").Times(0.000001m, "M requests");

    private static void PriceQueue(Costing costing) => costing.Line(
        "Queue requests", $"SQS/{(costing.At("fifoQueue").IsOn().IsYes ? "fifo" : "standard")}-per-million", [Millions(costing, "requests")]);

    private static void PriceTopic(Costing costing)
    {
        if (costing.At("fifoTopic").IsOn().IsYes)
        {
            costing.Missing("no price is known for ordered topics");
            return;
        }

        costing.Line("Messages published", "SNS/publish-per-million", [Millions(costing, "publishes")]);
    }

    private static void PriceSubscription(Costing costing)
    {
        switch (costing.At("protocol").AsText)
        {
            case "email" or "email-json":
                costing.Line("E-mails", "SNS/email-per-100k", [costing.Use("emails", "").Times(0.00001m, "× 100,000 e-mails")]);
                break;
            case "sqs" or "lambda" or "firehose":
                costing.Free("deliveries to queues, functions and streams are not billed");
                break;
            default:
                costing.Missing($"no price is known for deliveries by {costing.At("protocol").Shown()}");
                break;
        }
    }

    private static void PriceEventRule(Costing costing)
    {
        if (costing.At("eventBusName") is { IsNull: false, AsText: not "default" })
        {
            costing.Missing("no price is known for events of a bus of one's own");
        }

        costing.Free("schedules and events of AWS services on the default bus are not billed");
    }

    private static void PricePipe(Costing costing)
    {
        var messages = costing.Use("messages", "messages");
        costing.Line("Pipe requests", "EventBridge/pipes-per-million", [messages.Times(0.000001m, "M requests")]);
        var parameters = costing.At("targetParameters.ecsTaskParameters");
        if (parameters.IsNull)
        {
            return;
        }

        var cluster = costing.Scope.Target(costing.Node, "target", FargateRules.Cluster);
        var own = parameters["capacityProviderStrategies"].Items() ?? [];
        var strategy = own.Count > 0 || !parameters["launchType"].IsNull ? own : CapacityStrategy.Default(costing.Scope, cluster);
        var task = FargateTask.Of(costing.Scope.Target(costing.Node, "targetParameters.ecsTaskParameters.taskDefinitionArn", FargateRules.TaskDefinition));
        if (task is null || (strategy.Count == 0 ? 0 : CapacityStrategy.SpotShare(strategy, 1)) is not { } spotShare)
        {
            costing.Missing("the size or the capacity of the tasks it starts is not known");
            return;
        }

        var tasks = messages with { Value = messages.Value * (parameters["taskCount"].Decimal() ?? 1), Label = "tasks" };
        var hours = costing.Use("taskMinutesPerMessage", "").Times(1m / 60, "h");
        task.Bill(costing, tasks, hours, spotShare);
        if (parameters["networkConfiguration"]["awsVpcConfiguration"]["assignPublicIp"].AsText == "ENABLED")
        {
            costing.Line("Public IPv4 addresses of tasks", "VPC/public-ipv4-hour", [tasks, hours]);
        }
    }
}
