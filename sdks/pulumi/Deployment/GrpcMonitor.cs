using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Grpc;
using Pulumirpc;

namespace Pulumi;

/// <summary>The resource monitor by gRPC. Once the engine is gone, nothing more is sent to it.</summary>
internal sealed class GrpcMonitor(GrpcChannel channel) : IMonitor
{
    private const string Service = "/pulumirpc.ResourceMonitor/";

    private volatile GrpcException? _gone;

    public async Task<bool> SupportsFeatureAsync(string feature)
    {
        var response = await CallAsync("SupportsFeature", new SupportsFeatureRequest { Id = feature }, SupportsFeatureResponse.Parser)
            .ConfigureAwait(false);
        return response.HasSupport;
    }

    public Task<RegisterResourceResponse> RegisterResourceAsync(Resource resource, RegisterResourceRequest request)
        => CallAsync("RegisterResource", request, RegisterResourceResponse.Parser);

    public Task<ReadResourceResponse> ReadResourceAsync(Resource resource, ReadResourceRequest request)
        => CallAsync("ReadResource", request, ReadResourceResponse.Parser);

    public Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request)
        => CallAsync("RegisterResourceOutputs", request, Empty.Parser);

    public Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request)
        => CallAsync("Invoke", request, ResourceInvokeResponse.Parser);

    public Task<CallResponse> CallAsync(ResourceCallRequest request) => CallAsync("Call", request, CallResponse.Parser);

    public async Task SignalAndWaitForShutdownAsync()
    {
        try
        {
            await CallAsync("SignalAndWaitForShutdown", new Empty(), Empty.Parser).ConfigureAwait(false);
        }
        catch (GrpcException e) when (e.Status is GrpcStatusCode.Unimplemented or GrpcStatusCode.Unavailable)
        {
            // An engine that cannot wait, or one that failed a step and has told the user so. Neither is this program's fault.
        }
    }

    private async Task<T> CallAsync<T>(string method, IMessage request, MessageParser<T> parser)
        where T : IMessage<T>
    {
        if (_gone is { } gone)
        {
            throw gone;
        }

        try
        {
            return await channel.CallAsync(Service + method, request, parser).ConfigureAwait(false);
        }
        catch (GrpcException e) when (e.EngineIsGone)
        {
            _gone = e;
            throw;
        }
    }
}
