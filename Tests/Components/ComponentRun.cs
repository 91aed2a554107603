using System.Collections.Concurrent;
using System.Collections.Immutable;
using Moq;
using Pulumi;
using Pulumi.Testing;

namespace Infra.Tests.Components;

/// <summary>A component created alone against mocks, and everything it registered.</summary>
internal sealed class ComponentRun
{
    private readonly ConcurrentQueue<Registration> _registrations = new();
    private readonly ConcurrentDictionary<(string Type, string Name), ResourceOptions> _options = new();
    private readonly ConcurrentQueue<string> _completed = new();

    /// <summary>Custom resources and remote components, in no particular order.</summary>
    public IReadOnlyList<Registration> Registrations => [.. _registrations];

    /// <summary>The resource objects, components included.</summary>
    public ImmutableArray<Resource> Resources { get; private set; }

    /// <summary>The URNs whose outputs were registered, once for each time.</summary>
    public IReadOnlyList<string> Completed => [.. _completed];

    /// <summary>Runs a program that creates one component with the given options.</summary>
    public static Task<ComponentRun> Of(Action<ComponentResourceOptions> create) => Of(options =>
    {
        create(options);
        return Task.CompletedTask;
    });

    /// <summary>Runs a program that creates one component with the given options.</summary>
    public static async Task<ComponentRun> Of(Func<ComponentResourceOptions, Task> create)
    {
        var run = new ComponentRun();
        var mocks = new Mock<IMocks>();
        mocks.Setup(mock => mock.NewResourceAsync(It.IsAny<MockResourceArgs>())).Returns<MockResourceArgs>(run.Register);
        mocks.Setup(mock => mock.CallAsync(It.IsAny<MockCallArgs>())).Returns<MockCallArgs>(call => Task.FromResult(MockOutputs.Answer(call)));
        mocks.Setup(mock => mock.RegisterResourceOutputs(It.IsAny<MockRegisterResourceOutputsRequest>()))
            .Returns<MockRegisterResourceOutputsRequest>(request =>
            {
                run._completed.Enqueue(request.Urn);
                return Task.CompletedTask;
            });
        var options = new ComponentResourceOptions { ResourceTransformations = { run.Record } };
        run.Resources = await Deployment.TestAsync(mocks.Object, new TestOptions { IsPreview = false }, () => create(options));
        return run;
    }

    /// <summary>The registrations of that type.</summary>
    public IReadOnlyList<Registration> OfType(string type) => [.. _registrations.Where(registration => registration.Type == type)];

    /// <summary>The one registration of that type.</summary>
    public Registration Only(string type) => OfType(type) is [var only]
        ? only
        : throw new InvalidOperationException(
            $"Expected one {type}, found {OfType(type).Count} among {string.Join(", ", _registrations.Select(registration => registration.Type))}.");

    /// <summary>The options that a resource was created with.</summary>
    public ResourceOptions Options(Registration registration) => _options[(registration.Type, registration.Name)];

    private Task<(string? Id, object State)> Register(MockResourceArgs args)
    {
        // The program's own components pass by here too; what they consist of is what counts.
        if (!args.Type!.StartsWith("infra:", StringComparison.Ordinal))
        {
            _registrations.Enqueue(new Registration(args.Type, args.Name!, args.Inputs));
        }

        return Task.FromResult<(string?, object)>(($"{args.Name}-id", MockOutputs.Of(args)));
    }

    private ResourceTransformationResult? Record(ResourceTransformationArgs args)
    {
        _options[(args.Resource.GetResourceType(), args.Resource.GetResourceName())] = args.Options;
        return null;
    }

    /// <summary>One resource as the engine would get it.</summary>
    internal sealed record Registration(string Type, string Name, ImmutableDictionary<string, object> Inputs)
    {
        /// <summary>An input by name; a member of an object by `name.member`; null when it is not set.</summary>
        public object? this[string path] => path.Split('.').Aggregate<string, object?>(
            Inputs,
            (value, key) => value switch
            {
                IReadOnlyDictionary<string, object> map => map.GetValueOrDefault(key),
                IReadOnlyList<object> list when int.TryParse(key, out var index) && index < list.Count => list[index],
                _ => null,
            });

        /// <summary>An input that is a list of texts; empty when it is not set.</summary>
        public IReadOnlyList<string> Texts(string path) => this[path] is IReadOnlyList<object> list ? [.. list.Cast<string>()] : [];
    }
}
