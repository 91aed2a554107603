using Infra.Components.Containers;
using Infra.Components.Identity;
using Infra.Components.Observability;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.SeePlusPlus;

/// <summary>The services of See++ on Fargate, each with roles and a log group of its own.</summary>
public sealed class SeePlusPlusServices : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:seePlusPlus:Services";

    // The longest that Fargate waits.
    private const int LongestStopSeconds = 120;

    private static readonly FargateSize TaskSize = new(256, 512);

    private readonly SeePlusPlusServicesArgs _args;
    private readonly ContainerCluster _cluster;
    private readonly Dictionary<string, Aws.CloudWatch.LogGroup> _logs;

    /// <summary>Makes the cluster and the services.</summary>
    public SeePlusPlusServices(string name, SeePlusPlusServicesArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        _args = args;
        _cluster = CreateCluster(name);
        _logs = args.Site.Services.ToDictionary(service => service.Name, service => CreateLogGroup(name, service), StringComparer.Ordinal);
        var (execution, task) = CreateBackendRoles(name);
        Services = args.Site.Services.ToDictionary(
            service => service.Name,
            service => service == WebService.Backend ? CreateBackend(name, execution, task) : CreateFrontend(name, service),
            StringComparer.Ordinal);
        BackendExecutionRoleArn = execution.Arn;
        BackendTaskRoleArn = task.Arn;
        ClusterName = _cluster.ClusterName;
        RegisterOutputs();
    }

    /// <summary>The ARN of the role that ECS starts the backend with.</summary>
    [Output("backendExecutionRoleArn")]
    public Output<string> BackendExecutionRoleArn { get; private set; }

    /// <summary>The ARN of the role that the backend runs as.</summary>
    [Output("backendTaskRoleArn")]
    public Output<string> BackendTaskRoleArn { get; private set; }

    /// <summary>The cluster's name.</summary>
    [Output("clusterName")]
    public Output<string> ClusterName { get; private set; }

    /// <summary>The services by name.</summary>
    public IReadOnlyDictionary<string, FargateService> Services { get; }

    /// <summary>The names of the services' log groups.</summary>
    public IEnumerable<Output<string>> LogGroupNames => _logs.Values.Select(group => group.Name);

    private ContainerCluster CreateCluster(string name) => new($"{name}-cluster", new ContainerClusterArgs
    {
        PhysicalName = _args.Names.Prefix,
        Insights = _args.ContainerInsights ? ContainerInsights.Enabled : ContainerInsights.Disabled,
    }, Child());

    private Aws.CloudWatch.LogGroup CreateLogGroup(string name, WebService service) =>
        LogGroups.Create($"{name}-{service.Name}-logs", _args.Names.LogGroup(service), _args.LogRetentionDays, this);

    private (ServiceRole Execution, ServiceRole Task) CreateBackendRoles(string name)
    {
        var permissions = SeePlusPlusBackendPolicies.Permissions(_args, _cluster.ClusterArn, _logs[WebService.Backend.Name].Arn);
        return (
            CreateExecutionRole(name, WebService.Backend, new Dictionary<string, PolicyDocument> { ["permissions"] = permissions }),
            CreateTaskRole(name, WebService.Backend, new Dictionary<string, PolicyDocument>
            {
                ["permissions"] = permissions,
                ["deny-iam"] = SeePlusPlusBackendPolicies.DenyIam(),
            }));
    }

    private ServiceRole CreateExecutionRole(string name, WebService service, IReadOnlyDictionary<string, PolicyDocument> policies) =>
        new($"{name}-{service.Name}-execution", new ServiceRoleArgs
        {
            Description = $"See++: ECS starts {service.Name}",
            Trust = TrustPolicy.EcsTasks(_cluster.ClusterArn),
            // The document's statements alone pull nothing: they lack ecr:BatchCheckLayerAvailability.
            ManagedPolicyArns = [ManagedPolicies.EcsTaskExecution],
            InlinePolicies = policies,
        }, Child());

    private ServiceRole CreateTaskRole(string name, WebService service, IReadOnlyDictionary<string, PolicyDocument> policies) =>
        new($"{name}-{service.Name}-task", new ServiceRoleArgs
        {
            Description = $"See++: what {service.Name} may do",
            Trust = TrustPolicy.EcsTasks(_cluster.ClusterArn),
            InlinePolicies = policies,
        }, Child());

    private FargateService CreateBackend(string name, ServiceRole execution, ServiceRole task) => CreateService(
        name,
        WebService.Backend,
        _args.Images.Backend,
        execution,
        task,
        _args.Network.BackendGroupId,
        container => container with
        {
            Environment = BackendVariables(),
            Secrets = StoreSecrets(name),
            // A run that has begun may end.
            StopTimeoutSeconds = Math.Min(_args.CodeRunnerTimeoutSeconds, LongestStopSeconds),
        });

    private FargateService CreateFrontend(string name, WebService service)
    {
        var none = new Dictionary<string, PolicyDocument>();
        return CreateService(
            name,
            service,
            service == WebService.BetaFrontend ? _args.Images.Frontend : _args.Images.LegacyFrontend,
            CreateExecutionRole(name, service, none),
            CreateTaskRole(name, service, none),
            _args.Network.FrontendGroupId,
            container => container);
    }

    private InputMap<string> BackendVariables() => new()
    {
        { "ALLOWED_ORIGIN_REGEX", _args.Site.Origins(_args.FrontDoor.DnsName) },
        { "AWS_REGION", _args.Region },
        { "EXEC_MODE", "lambda" },
        { "LAMBDA_FUNCTION_NAME", _args.CodeRunner.FunctionName },
        { "LAMBDA_MEMORY", Text(_args.CodeRunnerMemoryMiB) },
        { "LAMBDA_TIMEOUT", Text(_args.CodeRunnerTimeoutSeconds) },
        { "PORT", Text(WebService.Backend.Port) },
    };

    private InputMap<string> StoreSecrets(string name)
    {
        var references = new InputMap<string>();
        foreach (var (variable, value) in _args.BackendSecrets)
        {
            references.Add(variable, new Aws.Ssm.Parameter($"{name}-{variable}", new Aws.Ssm.ParameterArgs
            {
                Name = _args.Names.Parameter(variable),
                Type = Aws.Ssm.ParameterType.SecureString,
                Value = value,
            }, new CustomResourceOptions { Parent = this }).Arn);
        }

        return references;
    }

    private FargateService CreateService(
        string name,
        WebService service,
        string? image,
        ServiceRole execution,
        ServiceRole task,
        Input<string> securityGroupId,
        Func<ContainerDefinition, ContainerDefinition> complete)
    {
        var runs = ServiceImage.OrPlaceholder(image, service.Port, service.HealthCheckPath);
        var container = complete(new ContainerDefinition
        {
            Name = service.Name,
            Image = runs.Reference,
            Command = runs.Command,
            Ports = [service.Port],
            Log = new ContainerLog(_logs[service.Name].Name, _args.Region, "copilot"),
        });
        return new FargateService($"{name}-{service.Name}", new FargateServiceArgs
        {
            PhysicalName = _args.Names.Service(service),
            ClusterArn = _cluster.ClusterArn,
            ClusterName = _cluster.ClusterName,
            Task = new FargateTask
            {
                Family = _args.Names.Service(service),
                Size = TaskSize,
                ExecutionRoleArn = execution.Arn,
                TaskRoleArn = task.Arn,
                Containers = [container],
            },
            SubnetIds = _args.Network.PrivateSubnetIds,
            SecurityGroupIds = securityGroupId,
            DesiredCount = _args.Scaling?.MinimumCount ?? 1,
            Scaling = _args.Scaling,
            // The test stage stops the old task before it starts the new one.
            MinimumHealthyPercent = _args.Stage == SeePlusPlusStage.Test ? 0 : 100,
            MaximumPercent = _args.Stage == SeePlusPlusStage.Test ? 100 : 200,
            Targets = [new ServiceTarget(_args.FrontDoor.TargetGroups[service.Name].Arn, service.Name, service.Port)],
            // What a first deployment brings up is not worth waiting for.
            WaitsForSteadyState = !runs.IsPlaceholder,
            // ECS refuses a target group that no rule uses; tasks that may not pull, log or reach out fail, and the circuit breaker counts them.
            CreateAfter = (Resource[])
            [
                _args.FrontDoor.Rules[service.Name],
                _cluster.Capacity,
                .. execution.Policies,
                .. task.Policies,
                .. _args.Network.Rules,
            ],
        }, Child());
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private ComponentResourceOptions Child() => new() { Parent = this };
}
