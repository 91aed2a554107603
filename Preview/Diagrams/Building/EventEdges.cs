using Infra.Preview.Model;

namespace Infra.Preview.Diagrams.Building;

/// <summary>Finds what starts what: rules, pipes, event sources, subscriptions, notifications, dead letters, alarms.</summary>
internal sealed class EventEdges(Scene scene, EdgeSet edges)
{
    private static readonly string[] Targets =
        [Types.Function, Types.Queue, Types.Topic, Types.EcsCluster, Types.Pipe, "aws:sfn/stateMachine:StateMachine", "aws:kinesis/stream:Stream"];

    private readonly References _references = scene.References;

    public void Find()
    {
        Join("aws:cloudwatch/eventTarget:EventTarget", "rule", [Types.EventRule], "arn", Targets);
        Join("aws:cloudwatch/eventTarget:EventTarget", "rule", [Types.EventRule], "ecsTarget.taskDefinitionArn", [Types.TaskDefinition]);
        Join("aws:lambda/eventSourceMapping:EventSourceMapping", "eventSourceArn", [Types.Queue, Types.Table, "aws:kinesis/stream:Stream"], "functionName", [Types.Function]);
        Join("aws:sns/topicSubscription:TopicSubscription", "topic", [Types.Topic], "endpoint", Targets);
        Join("aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig", "functionName", [Types.Function], "destinationConfig.onFailure.destination", Targets, "on failure");
        From(Types.Queue, "redrivePolicy", [Types.Queue], "dead letters");
        From(Types.Function, "deadLetterConfig.targetArn", Targets, "dead letters");
        From(Types.Alarm, "alarmActions", [Types.Topic, Types.Function], "alarm");
        From("aws:scheduler/schedule:Schedule", "target.arn", Targets);
        From(Types.Pipe, "target", Targets);
        From(Types.Pipe, "targetParameters.ecsTaskParameters.taskDefinitionArn", [Types.TaskDefinition]);
        foreach (var pipe in scene.Graph.OfType(Types.Pipe))
        {
            foreach (var source in _references.Of(pipe, "source", Types.Queue, Types.Table, "aws:kinesis/stream:Stream"))
            {
                edges.Add(source, pipe, EdgeKind.Event, "messages");
            }
        }

        FindNotifications();
        foreach (var subscription in scene.Graph.OfType("aws:sns/topicSubscription:TopicSubscription").Where(node => Words.Text(node, "protocol") is "email" or "email-json"))
        {
            foreach (var topic in _references.Of(subscription, "topic", Types.Topic))
            {
                edges.AddTo(topic, Outsider.Mail, EdgeKind.Event);
            }
        }
    }

    private void FindNotifications()
    {
        foreach (var notification in scene.Graph.OfType("aws:s3/bucketNotification:BucketNotification"))
        {
            foreach (var bucket in _references.Of(notification, "bucket", Types.Bucket))
            {
                foreach (var property in (ReadOnlySpan<string>)["lambdaFunctions", "queues", "topics"])
                {
                    foreach (var target in (notification.Inputs.Find(property)?.AsList ?? ListValue.Empty)
                        .SelectMany(item => item.AsMap?.Values ?? []).SelectMany(value => _references.Of(notification, property, value, Targets)).Distinct())
                    {
                        edges.Add(bucket, target, EdgeKind.Event, "objects");
                    }
                }
            }
        }
    }

    private void Join(string type, string source, string[] sources, string target, string[] targets, string label = "")
    {
        foreach (var node in scene.Graph.OfType(type))
        {
            foreach (var from in _references.Of(node, source, sources))
            {
                foreach (var to in _references.Of(node, target, targets))
                {
                    edges.Add(from, to, EdgeKind.Event, label);
                }
            }
        }
    }

    // A redrive policy is JSON, its target a text inside.
    private void From(string type, string property, string[] targets, string label = "")
    {
        foreach (var node in scene.Graph.OfType(type))
        {
            var found = _references.Of(node, property, targets);
            if (found.Count == 0)
            {
                found = [.. JsonReferences(node, property).Where(target => targets.Contains(target.Type))];
            }

            foreach (var target in found)
            {
                edges.Add(node, target, EdgeKind.Event, label);
            }
        }
    }

    private IEnumerable<ResourceNode> JsonReferences(ResourceNode node, string property) =>
        node.Inputs.Find(property)?.AsText is { } text && text.StartsWith('{')
            ? References.Texts(Json.Read(text)).SelectMany(_references.Identified)
            : [];
}
