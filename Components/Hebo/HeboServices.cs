using Infra.Components.Containers;
using Infra.Components.Observability;
using Pulumi;

namespace Infra.Components.Hebo;

/// <summary>Hebo's API and Gateway on what the settings choose.</summary>
internal sealed class HeboServices : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:hebo:Services";

    /// <summary>Makes both services.</summary>
    public HeboServices(string name, HeboServicesArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var plan = args.Plan;
        if (plan.System.Services.Runtime == HeboServiceRuntime.Fargate)
        {
            var fargate = new HeboFargate($"{name}-fargate", new HeboFargateArgs { Plan = plan }, new ComponentResourceOptions { Parent = this });
            (ApiUrl, GatewayUrl) = (fargate.ApiUrl, fargate.GatewayUrl);
            Failures = new Dictionary<string, Metric> { ["services"] = fargate.Failures };
        }
        else
        {
            var (api, gateway) = (OnAppRunner(name, plan, plan.Api), OnAppRunner(name, plan, plan.Gateway));
            (ApiUrl, GatewayUrl) = (api.Url, gateway.Url);
            Failures = new Dictionary<string, Metric> { [plan.Api.Key] = FailuresOf(plan.Api, api), [plan.Gateway.Key] = FailuresOf(plan.Gateway, gateway) };
        }

        RegisterOutputs();
    }

    /// <summary>The API's address with its scheme.</summary>
    [Output("apiUrl")]
    public Output<string> ApiUrl { get; private set; }

    /// <summary>The Gateway's address with its scheme.</summary>
    [Output("gatewayUrl")]
    public Output<string> GatewayUrl { get; private set; }

    /// <summary>The counts of requests answered with 5xx, by part of a name.</summary>
    public IReadOnlyDictionary<string, Metric> Failures { get; }

    private AppRunnerService OnAppRunner(string name, HeboServicesPlan plan, HeboService service)
    {
        var settings = plan.System.Services;
        return new AppRunnerService($"{name}-{service.Key}", new AppRunnerServiceArgs
        {
            PhysicalName = service.PhysicalName,
            Image = service.Image,
            Port = service.Port,
            CpuUnits = settings.Cpu,
            MemoryMiB = settings.MemoryMiB,
            MinimumInstances = settings.MinimumInstances,
            MaximumInstances = settings.MaximumInstances,
            MaximumConcurrency = settings.MaximumConcurrency,
            SubnetIds = plan.Network.PrivateSubnetIds,
            SecurityGroupIds = plan.Firewalls.GroupIdOf(service),
            HealthCheckPath = HeboService.HealthCheckPath,
            Variables = service.Variables,
            Secrets = service.Secrets,
            SecretArns = service.SecretArns,
            CreateAfter = plan.CreateAfter,
        }, new ComponentResourceOptions { Parent = this });
    }

    private static Metric FailuresOf(HeboService service, AppRunnerService running) => new()
    {
        Namespace = "AWS/AppRunner",
        Name = "5xxStatusResponses",
        Dimensions = new() { { "ServiceName", service.PhysicalName }, { "ServiceID", running.ServiceId } },
        Statistic = MetricStatistic.Sum,
    };
}

/// <summary>What <see cref="HeboServices"/> are made of.</summary>
internal sealed class HeboServicesArgs : ResourceArgs
{
    /// <summary>The services and what they stand on.</summary>
    public required HeboServicesPlan Plan { get; init; }
}
