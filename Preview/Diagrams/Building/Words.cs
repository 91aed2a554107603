using System.Diagnostics.CodeAnalysis;
using Infra.Preview.Model;

namespace Infra.Preview.Diagrams.Building;

/// <summary>Which types are drawn and what the field calls them. Everything else is glue: it becomes an arrow, a box or part of a node.</summary>
internal static class Words
{
    private static readonly Dictionary<string, (NodeKind Kind, string Title)> Drawn = new(StringComparer.Ordinal)
    {
        [Types.LoadBalancer] = (NodeKind.Network, "Application Load Balancer"),
        [Types.CloudFront] = (NodeKind.Network, "CloudFront distribution"),
        [Types.NatGateway] = (NodeKind.Network, "NAT gateway"),
        [Types.Endpoint] = (NodeKind.Network, "VPC endpoint"),
        ["aws:apigatewayv2/api:Api"] = (NodeKind.Network, "API Gateway"),
        ["aws:apigateway/restApi:RestApi"] = (NodeKind.Network, "API Gateway"),
        [Types.KubernetesIngress] = (NodeKind.Network, "Ingress"),
        [Types.KubernetesService] = (NodeKind.Network, "Kubernetes service"),
        [Types.EcsService] = (NodeKind.Compute, "ECS service"),
        [Types.TaskDefinition] = (NodeKind.Compute, "ECS task"),
        [Types.EcsCluster] = (NodeKind.Compute, "ECS cluster"),
        [Types.AppRunner] = (NodeKind.Compute, "App Runner service"),
        [Types.Function] = (NodeKind.Compute, "Lambda function"),
        [Types.Instance] = (NodeKind.Compute, "EC2 instance"),
        ["aws:autoscaling/group:Group"] = (NodeKind.Compute, "Auto Scaling group"),
        ["aws:sfn/stateMachine:StateMachine"] = (NodeKind.Compute, "Step Functions state machine"),
        [Types.EksCluster] = (NodeKind.Compute, "EKS control plane"),
        [Types.NodeGroup] = (NodeKind.Compute, "EKS node group"),
        [Types.Addon] = (NodeKind.Compute, "EKS add-on"),
        ["kubernetes:helm.sh/v3:Release"] = (NodeKind.Compute, "Helm release"),
        [Types.Workloads[0]] = (NodeKind.Compute, "Deployment"),
        [Types.Workloads[1]] = (NodeKind.Compute, "Stateful set"),
        [Types.Workloads[2]] = (NodeKind.Compute, "Daemon set"),
        [Types.Workloads[3]] = (NodeKind.Compute, "Job"),
        [Types.Workloads[4]] = (NodeKind.Compute, "Cron job"),
        [Types.Postgres] = (NodeKind.Storage, "RDS"),
        [Types.Aurora] = (NodeKind.Storage, "Aurora"),
        [Types.GlobalCluster] = (NodeKind.Storage, "Aurora global database"),
        [Types.Proxy] = (NodeKind.Network, "RDS Proxy"),
        [Types.Table] = (NodeKind.Storage, "DynamoDB table"),
        [Types.Bucket] = (NodeKind.Storage, "S3 bucket"),
        ["aws:s3/bucketV2:BucketV2"] = (NodeKind.Storage, "S3 bucket"),
        [Types.FileSystem] = (NodeKind.Storage, "EFS file system"),
        [Types.Repository] = (NodeKind.Storage, "ECR repository"),
        ["aws:elasticache/replicationGroup:ReplicationGroup"] = (NodeKind.Storage, "ElastiCache"),
        ["aws:elasticache/cluster:Cluster"] = (NodeKind.Storage, "ElastiCache"),
        [Types.Queue] = (NodeKind.Messaging, "SQS queue"),
        [Types.Topic] = (NodeKind.Messaging, "SNS topic"),
        [Types.EventRule] = (NodeKind.Messaging, "EventBridge rule"),
        ["aws:scheduler/schedule:Schedule"] = (NodeKind.Messaging, "EventBridge schedule"),
        [Types.Pipe] = (NodeKind.Messaging, "EventBridge pipe"),
        ["aws:kinesis/stream:Stream"] = (NodeKind.Messaging, "Kinesis stream"),
        [Types.Secret] = (NodeKind.Security, "Secrets Manager secret"),
        [Types.Role] = (NodeKind.Security, "IAM role"),
        [Types.IdentityProvider] = (NodeKind.Security, "OIDC identity provider"),
        ["aws:cognito/userPool:UserPool"] = (NodeKind.Security, "Cognito user pool"),
        [Types.Alarm] = (NodeKind.Observability, "CloudWatch alarm"),
    };

    /// <summary>Whether the type is one that is drawn.</summary>
    public static bool AreFor(string type) => Drawn.ContainsKey(type);

    /// <summary>The family of a drawn type.</summary>
    public static NodeKind Kind(ResourceNode node) => IsNatInstance(node) ? NodeKind.Network : Drawn[node.Type].Kind;

    /// <summary>What a drawn resource is.</summary>
    public static string Title(ResourceNode node) => node.Type switch
    {
        Types.LoadBalancer when Text(node, "loadBalancerType") == "network" => "Network Load Balancer",
        Types.Instance when IsNatInstance(node) => "NAT instance",
        Types.Postgres => $"RDS {Engine(node)}",
        Types.Aurora => $"{Engine(node)} cluster",
        Types.KubernetesIngress when Inputs(node)["spec"]["ingressClassName"].AsText == "alb" => "Ingress (Application Load Balancer)",
        Types.EventRule when Text(node, "scheduleExpression") is not null => "EventBridge schedule",
        _ => Drawn[node.Type].Title,
    };

    /// <summary>One more fact about it that the resource itself states; empty for none.</summary>
    public static string Detail(ResourceNode node) => node.Type switch
    {
        Types.LoadBalancer => Inputs(node)["internal"].AsBool == true ? "internal" : "internet-facing",
        Types.EcsService => LaunchType(node),
        Types.TaskDefinition => (Inputs(node)["requiresCompatibilities"].AsList ?? ListValue.Empty).Texts.Contains("FARGATE") ? "Fargate" : "",
        Types.EventRule or "aws:scheduler/schedule:Schedule" => Text(node, "scheduleExpression") ?? "",
        Types.Instance => Text(node, "instanceType") ?? "",
        Types.Postgres => Inputs(node)["multiAz"].AsBool == true ? "Multi-AZ" : "",
        Types.NodeGroup => Inputs(node)["instanceTypes"] is { ContainsSecrets: false, AsList: { } types } ? string.Join(", ", types.Texts) : "",
        _ => "",
    };

    /// <summary>An input that may be shown; null when it is missing, unknown or secret.</summary>
    public static string? Text(ResourceNode node, string property) =>
        Inputs(node)[property] is { ContainsSecrets: false } value ? value.AsText : null;

    /// <summary>Whether the instance forwards the traffic of others.</summary>
    public static bool IsNatInstance(ResourceNode node) => node.Type == Types.Instance && Inputs(node)["sourceDestCheck"].AsBool == false;

    private static string LaunchType(ResourceNode node)
    {
        var providers = (Inputs(node)["capacityProviderStrategies"].AsList ?? ListValue.Empty).Select(item => item["capacityProvider"].AsText).OfType<string>().ToList();
        return (providers, Text(node, "launchType")) switch
        {
            ({ Count: > 0 }, _) when providers.TrueForAll(provider => provider == "FARGATE_SPOT") => "Fargate Spot",
            ({ Count: > 0 }, _) when providers.Contains("FARGATE_SPOT") => "Fargate and Fargate Spot",
            ({ Count: > 0 }, _) when providers.Contains("FARGATE") => "Fargate",
            (_, "FARGATE") => "Fargate",
            (_, "EC2") => "EC2",
            _ => "",
        };
    }

    private static string Engine(ResourceNode node) => Text(node, "engine") switch
    {
        "postgres" => "PostgreSQL",
        "mysql" => "MySQL",
        "mariadb" => "MariaDB",
        "aurora-postgresql" => "Aurora PostgreSQL",
        "aurora-mysql" => "Aurora MySQL",
        null => node.Type == Types.Aurora ? "Aurora" : "database",
        var other => other,
    };

    // As a value: its members are looked up without asking whether they are there.
    [SuppressMessage("Performance", "CA1859", Justification = "The indexer of the base type is the one that answers for missing members.")]
    private static PropertyValue Inputs(ResourceNode node) => node.Inputs;
}
