using Google.Protobuf.WellKnownTypes;
using Infra.Preview.Engine;
using Infra.Preview.Model;
using Infra.Preview.Protocol;
using NUnit.Framework;

namespace Infra.Tests.Preview.Engine;

/// <summary>The engine on a port of its own, a client to it, and short ways to make calls.</summary>
internal sealed class EngineHarness : IAsyncDisposable
{
    private readonly GrpcServer _server = new();

    private EngineHarness(DeploymentSettings settings, DeploymentServices services)
    {
        Deployment = new Deployment(settings, services);
        Client = new RawClient(_server.Address);
    }

    public Deployment Deployment { get; }

    public RawClient Client { get; }

    public ResourceGraph Graph => new(Deployment.Nodes);

    public static async Task<EngineHarness> StartAsync(
        bool keepsUnknowns = false,
        IReadOnlyDictionary<string, string>? config = null,
        IReadOnlyList<IComponentExpander>? expanders = null,
        IOutputSynthesizer? synthesizer = null)
    {
        var settings = new DeploymentSettings
        {
            Project = "proj",
            Stack = "dev",
            KeepsUnknowns = keepsUnknowns,
            Config = config ?? new Dictionary<string, string>(),
            SecretKeys = new HashSet<string> { "aws:secretKey" },
        };
        var harness = new EngineHarness(settings, new DeploymentServices(synthesizer ?? new FixedSynthesizer(), expanders ?? [], new FixedLookups()));
        await harness._server.StartAsync(MonitorService.Dispatcher(harness.Deployment), CancellationToken.None);
        return harness;
    }

    public Task<RegisterResourceResponse> RegisterAsync(RegisterResourceRequest request)
    {
        request.Object ??= new Struct();
        request.AcceptSecrets = true;
        request.AcceptResources = true;
        return Client.CallAsync<RegisterResourceResponse>("/pulumirpc.ResourceMonitor/RegisterResource", request);
    }

    public async Task<string> StackAsync() => (await RegisterAsync(new() { Type = "pulumi:pulumi:Stack", Name = "proj-dev" })).Urn;

    public async Task<string> ComponentAsync(string name, string parent, Action<RegisterResourceRequest>? configure = null)
    {
        var request = new RegisterResourceRequest { Type = "demo:index:Group", Name = name, Parent = parent };
        configure?.Invoke(request);
        return (await RegisterAsync(request)).Urn;
    }

    public Task<RegisterResourceResponse> BucketAsync(string name, string parent, Action<RegisterResourceRequest>? configure = null)
    {
        var request = new RegisterResourceRequest
        {
            Type = "aws:s3/bucket:Bucket",
            Name = name,
            Parent = parent,
            Custom = true,
            Version = "7.48.0",
        };
        configure?.Invoke(request);
        return RegisterAsync(request);
    }

    public Task<Empty> OutputsAsync(string urn, MapValue outputs) => Client.CallAsync<Empty>(
        "/pulumirpc.ResourceMonitor/RegisterResourceOutputs",
        new RegisterResourceOutputsRequest { Urn = urn, Outputs = ProtobufConversion.ToStruct(outputs) });

    public Task<ResourceInvokeResponse> InvokeAsync(string token, MapValue args, Action<ResourceInvokeRequest>? configure = null)
    {
        var request = new ResourceInvokeRequest { Tok = token, Args = ProtobufConversion.ToStruct(args) };
        configure?.Invoke(request);
        return Client.CallAsync<ResourceInvokeResponse>("/pulumirpc.ResourceMonitor/Invoke", request);
    }

    public ResourceNode Node(string urn) => Deployment.Find(urn) ?? throw new AssertionException($"Nothing is registered as {urn}.");

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.DisposeAsync();
    }

    private sealed class FixedSynthesizer : IOutputSynthesizer
    {
        public string Id(ResourceNode resource) => $"id-of-{resource.Name}";

        public MapValue Outputs(ResourceNode resource) => resource.Inputs.With("arn", $"arn:{resource.Id}");
    }

    private sealed class FixedLookups : ILookupTable
    {
        public MapValue Answer(string token, MapValue args, LookupContext context) => token switch
        {
            "aws:index/getRegion:getRegion" => MapValue.Of(("region", context.ProviderNode?.Inputs["region"] ?? PropertyValue.Null)),
            "pulumi:pulumi:StackReference" => MapValue.Of(("name", args["name"]), ("outputs", MapValue.Of(("vpcId", "vpc-1")))),
            _ => throw new LookupMissingException($"No answer is recorded for {token}; record one with --lookups FILE."),
        };
    }
}
