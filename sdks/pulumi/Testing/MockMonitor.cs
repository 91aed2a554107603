using System.Collections.Concurrent;
using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Serialization;
using Pulumirpc;

namespace Pulumi.Testing;

/// <summary>The resource monitor of a program under test: hands what the program registers to its mocks.</summary>
internal sealed class MockMonitor(IMocks mocks, DeploymentSettings settings) : IMonitor
{
    private readonly ConcurrentDictionary<string, (string Id, Struct State)> _registered = new();
    private readonly List<Resource> _resources = [];

    /// <summary>What was registered or read, in that order.</summary>
    public ImmutableArray<Resource> Resources
    {
        get
        {
            lock (_resources)
            {
                return [.. _resources];
            }
        }
    }

    public Task<bool> SupportsFeatureAsync(string feature) => Task.FromResult(feature != DeploymentCore.Feature.OutputValues);

    public async Task<RegisterResourceResponse> RegisterResourceAsync(Resource resource, RegisterResourceRequest request)
    {
        var urn = MakeUrn(request.Parent, request.Type, request.Name);
        if (request.Type == Stack.RootType)
        {
            Add(resource);
            return new RegisterResourceResponse { Urn = urn, Object = new Struct() };
        }

        var (id, state) = await CreateAsync(request.Type, request.Name, request.Object, request.Provider, request.ImportId)
            .ConfigureAwait(false);
        _registered[urn] = (id, state);
        Add(resource);
        return new RegisterResourceResponse { Urn = urn, Id = id, Object = state };
    }

    public async Task<ReadResourceResponse> ReadResourceAsync(Resource resource, ReadResourceRequest request)
    {
        var urn = MakeUrn(request.Parent, request.Type, request.Name);
        var (id, state) = await CreateAsync(request.Type, request.Name, request.Properties, request.Provider, request.Id)
            .ConfigureAwait(false);
        _registered[urn] = (id, state);
        Add(resource);
        return new ReadResourceResponse { Urn = urn, Properties = state };
    }

    public Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request)
    {
        var outputs = ImmutableDictionary.CreateBuilder<string, Output<object?>>();
        foreach (var (name, value) in request.Outputs.Fields)
        {
            outputs[name] = new Output<object?>(Task.FromResult(Deserializer.Deserialize(value)));
        }

        return Task.Run(() => mocks.RegisterResourceOutputs(new MockRegisterResourceOutputsRequest(request.Urn, outputs.ToImmutable())));
    }

    public async Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request)
        => new()
        {
            Return = request.Tok == DeploymentCore.GetResourceToken
                ? FindRegistered(request.Args.Fields[Constants.UrnProperty].StringValue)
                : await CallMockAsync(request.Tok, request.Args, request.Provider).ConfigureAwait(false),
        };

    public async Task<CallResponse> CallAsync(ResourceCallRequest request)
        => new() { Return = await CallMockAsync(request.Tok, request.Args, request.Provider).ConfigureAwait(false) };

    public Task SignalAndWaitForShutdownAsync() => Task.CompletedTask;

    private async Task<(string Id, Struct State)> CreateAsync(string type, string name, Struct inputs, string provider, string id)
    {
        var args = new MockResourceArgs
        {
            Type = type,
            Name = name,
            Inputs = Decode(inputs),
            Provider = provider,
            Id = id,
        };

        // The mocks are the test's code: they must not hold up the registrations that begin after this one.
        var (newId, state) = await Task.Run(() => mocks.NewResourceAsync(args)).ConfigureAwait(false);
        return (newId ?? id, await EncodeAsync(state).ConfigureAwait(false));
    }

    private async Task<Struct> CallMockAsync(string token, Struct arguments, string provider)
    {
        var args = new MockCallArgs { Token = token, Args = Decode(arguments), Provider = provider };
        return await EncodeAsync(await Task.Run(() => mocks.CallAsync(args)).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private Struct FindRegistered(string urn)
    {
        if (!_registered.TryGetValue(urn, out var found))
        {
            throw new InvalidOperationException($"Resource '{urn}' is asked for and was never registered. Register it before it is read by URN.");
        }

        return new Struct
        {
            Fields =
            {
                [Constants.UrnProperty] = Value.ForString(urn),
                [Constants.IdProperty] = Value.ForString(found.Id),
                ["state"] = Value.ForStruct(found.State),
            },
        };
    }

    /// <summary>The known values; one that holds an unknown value anywhere is left out as a whole.</summary>
    private static ImmutableDictionary<string, object> Decode(Struct properties)
    {
        var decoded = ImmutableDictionary.CreateBuilder<string, object>();
        foreach (var (name, value) in properties.Fields)
        {
            if (Deserializer.Deserialize(value) is { IsKnown: true, Value: { } known })
            {
                decoded[name] = known;
            }
        }

        return decoded.ToImmutable();
    }

    private static async Task<Struct> EncodeAsync(object? state)
    {
        // Of the dictionaries, some only have the generic interface.
        var value = state is IDictionary<string, object> dictionary ? new Dictionary<string, object>(dictionary) : state;
        var serializer = new Serializer(excludeResourceReferencesFromDependencies: false);
        return await serializer.SerializeAsync("", value, keepResources: true).ConfigureAwait(false) is IDictionary<string, object?> members
            ? Serializer.CreateStruct(members)
            : throw new InvalidOperationException(
                $"A mock answered with {state?.GetType().FullName ?? "null"}. It must answer with an IDictionary<string, object>, an args class or "
                + "a class marked with [OutputType].");
    }

    // Of the parent's types only the first is kept, and the stack counts as one: tests of published programs rely on these URNs.
    private string MakeUrn(string parent, string type, string name)
    {
        var prefix = "";
        if (parent.Length > 0)
        {
            var parentTypes = Urn.QualifiedTypeOf(parent);
            var end = parentTypes.IndexOf('$', StringComparison.Ordinal);
            prefix = (end < 0 ? parentTypes : parentTypes[..end]) + "$";
        }

        return $"urn:pulumi:{settings.StackName}::{settings.ProjectName}::{prefix}{type}::{name}";
    }

    private void Add(Resource resource)
    {
        lock (_resources)
        {
            _resources.Add(resource);
        }
    }
}
