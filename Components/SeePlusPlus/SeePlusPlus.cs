using Infra.Components.Storage;
using Pulumi;

namespace Infra.Components.SeePlusPlus;

/// <summary>See++: draws what C++ programs do, line by line, and has them run where they can do no harm.</summary>
public sealed class SeePlusPlus : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:seePlusPlus:SeePlusPlus";

    private const int UnfinishedUploadDays = 1;
    private const int OldVersionDays = 30;

    private readonly SeePlusPlusArgs _args;

    /// <summary>Makes the whole system, in the order in which its parts need each other.</summary>
    public SeePlusPlus(string name, SeePlusPlusArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        _args = args;
        var traces = CreateTraceBucket(name);
        var network = CreateNetwork(name, traces);
        var runner = CreateCodeRunner(name, network, traces);
        var frontDoor = CreateFrontDoor(name, network);
        var services = CreateServices(name, network, frontDoor, runner, traces);
        var monitoring = args.Stage == SeePlusPlusStage.Prod ? CreateMonitoring(name, frontDoor, services, runner) : null;

        Url = args.Site.Url(WebService.LegacyFrontend, frontDoor.DnsName);
        CodeRunnerRepositoryUrl = runner.RepositoryUrl;
        Outputs = Describe(traces, network, runner, frontDoor, services, monitoring);
        RegisterOutputs();
    }

    /// <summary>The address of the present user interface.</summary>
    [Output("url")]
    public Output<string> Url { get; private set; }

    /// <summary>What the tag of a code runner's image is appended to.</summary>
    [Output("codeRunnerRepositoryUrl")]
    public Output<string> CodeRunnerRepositoryUrl { get; private set; }

    /// <summary>What whoever deploys it wants to know, by name in camelCase.</summary>
    public OrderedDictionary<string, object?> Outputs { get; }

    private PrivateBucket CreateTraceBucket(string name) => new($"{name}-traces", new PrivateBucketArgs
    {
        NamePrefix = _args.Names.TraceBucketPrefix,
        DataProtection = _args.DataProtection,
        UnfinishedUploadDays = UnfinishedUploadDays,
        OldVersionDays = OldVersionDays,
        ObjectDays = _args.TraceDays,
    }, Child());

    private SeePlusPlusNetwork CreateNetwork(string name, PrivateBucket traces) => new($"{name}-network", new SeePlusPlusNetworkArgs
    {
        NamePrefix = _args.Names.Prefix,
        Region = _args.Region,
        VpcCidr = _args.VpcCidr,
        AvailabilityZones = _args.AvailabilityZones,
        NatGateways = _args.NatGateways,
        TraceBucketArn = traces.Arn,
    }, Child());

    private SeePlusPlusCodeRunner CreateCodeRunner(string name, SeePlusPlusNetwork network, PrivateBucket traces) => new($"{name}-runner", new SeePlusPlusCodeRunnerArgs
    {
        Stage = _args.Stage,
        DataProtection = _args.DataProtection,
        Network = network,
        TraceBucketName = traces.BucketName,
        TraceBucketArn = traces.Arn,
        MemoryMiB = _args.CodeRunner.MemoryMiB,
        TimeoutSeconds = _args.CodeRunner.TimeoutSeconds,
        LogRetentionDays = _args.LogRetentionDays,
        CreatesRepository = _args.CodeRunner.CreatesRepository,
        ImageTag = _args.CodeRunner.ImageTag,
        ImageUri = _args.CodeRunner.ImageUri,
        CachesTraces = _args.CachesTraces,
        ReplicationRegion = _args.CodeRunner.ReplicationRegion,
    }, Child());

    private SeePlusPlusFrontDoor CreateFrontDoor(string name, SeePlusPlusNetwork network) => new($"{name}-web", new SeePlusPlusFrontDoorArgs
    {
        Stage = _args.Stage,
        Network = network,
        DataProtection = _args.DataProtection,
        LongestRunSeconds = _args.CodeRunner.TimeoutSeconds,
        Domain = _args.Domain,
        DeploysBeta = _args.DeploysBeta,
    }, Child());

    private SeePlusPlusServices CreateServices(
        string name, SeePlusPlusNetwork network, SeePlusPlusFrontDoor frontDoor, SeePlusPlusCodeRunner runner, PrivateBucket traces) =>
        new($"{name}-services", new SeePlusPlusServicesArgs
        {
            Stage = _args.Stage,
            Region = _args.Region,
            Network = network,
            FrontDoor = frontDoor,
            CodeRunner = runner,
            TraceBucketArn = traces.Arn,
            Images = _args.Images,
            DomainName = _args.Domain?.Name,
            DeploysBeta = _args.DeploysBeta,
            CodeRunnerMemoryMiB = _args.CodeRunner.MemoryMiB,
            CodeRunnerTimeoutSeconds = _args.CodeRunner.TimeoutSeconds,
            LogRetentionDays = _args.LogRetentionDays,
            ContainerInsights = _args.ContainerInsights,
            Scaling = _args.Stage == SeePlusPlusStage.Prod ? _args.Scaling : null,
            BackendSecrets = _args.BackendSecrets,
        }, Child());

    private SeePlusPlusMonitoring CreateMonitoring(string name, SeePlusPlusFrontDoor frontDoor, SeePlusPlusServices services, SeePlusPlusCodeRunner runner) =>
        new($"{name}-monitoring", new SeePlusPlusMonitoringArgs
        {
            Stage = _args.Stage,
            FrontDoor = frontDoor,
            Services = services,
            CodeRunner = runner,
            DeploysBeta = _args.DeploysBeta,
            Email = _args.AlarmEmail,
        }, Child());

    private OrderedDictionary<string, object?> Describe(
        PrivateBucket traces,
        SeePlusPlusNetwork network,
        SeePlusPlusCodeRunner runner,
        SeePlusPlusFrontDoor frontDoor,
        SeePlusPlusServices services,
        SeePlusPlusMonitoring? monitoring)
    {
        var outputs = new OrderedDictionary<string, object?>
        {
            ["url"] = Url,
            ["backendUrl"] = _args.Site.Url(WebService.Backend, frontDoor.DnsName),
            ["albDnsName"] = frontDoor.DnsName,
            ["vpcId"] = network.VpcId,
            ["clusterName"] = services.ClusterName,
            ["codeRunnerFunctionName"] = runner.FunctionName,
            ["codeRunnerFunctionArn"] = runner.FunctionArn,
            ["codeRunnerRepositoryUrl"] = runner.RepositoryUrl,
            ["traceBucketName"] = traces.BucketName,
            ["logGroupNames"] = Output.All(services.LogGroupNames.Append(runner.LogGroupName)),
            ["backendTaskRoleArn"] = services.BackendTaskRoleArn,
            ["backendExecutionRoleArn"] = services.BackendExecutionRoleArn,
            ["codeRunnerRoleArn"] = runner.RoleArn,
        };
        if (_args.DeploysBeta)
        {
            outputs.Insert(1, "betaUrl", _args.Site.Url(WebService.BetaFrontend, frontDoor.DnsName));
        }

        if (monitoring is not null)
        {
            outputs["alarmTopicArn"] = monitoring.TopicArn;
        }

        return outputs;
    }

    private ComponentResourceOptions Child() => new() { Parent = this };
}
