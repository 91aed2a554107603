using System.Collections.Concurrent;
using Pulumi.Testing;

namespace Infra.Tests.Sdks.Pulumi.Mocks;

/// <summary>Mocks that remember what they were asked. By default a resource has no id and its inputs as outputs.</summary>
internal sealed class Recorder : IMocks
{
    public ConcurrentQueue<MockResourceArgs> Resources { get; } = [];

    public ConcurrentQueue<MockRegisterResourceOutputsRequest> Outputs { get; } = [];

    public Func<MockResourceArgs, (string? Id, object State)> OnNew { get; init; } = args => (null, args.Inputs);

    public Func<MockCallArgs, object> OnCall { get; init; } = args => args.Args;

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        Resources.Enqueue(args);
        return Task.FromResult<(string? id, object state)>(OnNew(args));
    }

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult(OnCall(args));

    public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
    {
        Outputs.Enqueue(args);
        return Task.CompletedTask;
    }
}
