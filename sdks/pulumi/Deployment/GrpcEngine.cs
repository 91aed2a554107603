using Google.Protobuf.WellKnownTypes;
using Pulumi.Grpc;
using Pulumirpc;

namespace Pulumi;

/// <summary>The engine's messages by gRPC.</summary>
internal sealed class GrpcEngine(GrpcChannel channel) : IEngine
{
    public Task LogAsync(LogRequest request) => channel.CallAsync("/pulumirpc.Engine/Log", request, Empty.Parser);

    public Task RequirePulumiVersionAsync(RequirePulumiVersionRequest request)
        => channel.CallAsync("/pulumirpc.Engine/RequirePulumiVersion", request, RequirePulumiVersionResponse.Parser);
}
