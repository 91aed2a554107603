namespace Pulumi.Testing;

/// <summary>Mocks that answer with what they are given.</summary>
public class EmptyMocks : IMocks
{
    /// <summary>Makes a resource without an id whose outputs are its inputs.</summary>
    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return Task.FromResult<(string? id, object state)>((null, args.Inputs));
    }

    /// <summary>Answers a function with its arguments.</summary>
    public Task<object> CallAsync(MockCallArgs args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return Task.FromResult<object>(args.Args);
    }
}
