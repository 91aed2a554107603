using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A resource on its way to the engine, and the outputs that wait for the answer.</summary>
internal sealed class Registration
{
    private readonly ImmutableDictionary<string, IOutputCompletionSource> _outputs;

    /// <param name="resource">The resource, whose outputs are set here.</param>
    /// <param name="custom">Whether a provider manages it.</param>
    /// <param name="remote">Whether it is a component that a provider implements.</param>
    /// <param name="existing">Whether it is registered already, so that a component's outputs come from the engine too.</param>
    public Registration(Resource resource, bool custom, bool remote, bool existing)
    {
        Resource = resource;
        Custom = custom;
        Remote = remote;
        _outputs = OutputCompletionSources.Initialize(resource, custom || remote || existing);
    }

    public Resource Resource { get; }

    public bool Custom { get; }

    public bool Remote { get; }

    public string Type => Resource.GetResourceType();

    public string Name => Resource.GetResourceName();

    /// <summary>Where the resource's inputs are, in error messages.</summary>
    public string Label => $"resource:{Name}[{Type}]";

    /// <summary>Completes the outputs. One that the engine left out is null, or unknown as long as the engine may still give it.</summary>
    public void Complete(ResourceReply reply, Action<string> warn, bool isDryRun)
    {
        foreach (var (name, output) in _outputs)
        {
            if (name == Constants.UrnProperty)
            {
                output.SetStringValue(reply.Urn, isKnown: true);
            }
            else if (name == Constants.IdProperty && Custom)
            {
                output.SetStringValue(reply.Id, isKnown: reply.Id.Length > 0);
            }
        }

        var context = Resource.GetType().FullName;
        foreach (var (name, output) in _outputs)
        {
            if (name == Constants.UrnProperty || (name == Constants.IdProperty && Custom))
            {
                continue;
            }

            if (reply.Object is not null && reply.Object.Fields.TryGetValue(name, out var value))
            {
                output.SetValue(Converter.ConvertValue(warn, $"{context}.{name}", value, output.TargetType, reply.DependenciesOf(name)));
            }
            else
            {
                output.TrySetDefaultResult(isUnknown: isDryRun || !reply.IsComplete);
            }
        }
    }

    /// <summary>Fails every output that is not complete, so that nothing waits for it.</summary>
    public void Fail(Exception exception)
    {
        foreach (var output in _outputs.Values)
        {
            output.TrySetException(exception);
        }
    }
}

/// <summary>What the engine answered about a resource.</summary>
/// <param name="Urn">The resource's URN.</param>
/// <param name="Id">The provider's id; empty when it is unknown or there is none.</param>
/// <param name="Object">The outputs; null when there are none.</param>
/// <param name="IsComplete">Whether the outputs are all there are. They are not when the resource failed or was skipped.</param>
/// <param name="Dependencies">What single outputs depend on besides the resource.</param>
internal sealed record ResourceReply(
    string Urn,
    string Id,
    Struct? Object,
    bool IsComplete,
    IReadOnlyDictionary<string, ImmutableHashSet<Resource>>? Dependencies = null)
{
    public ImmutableHashSet<Resource> DependenciesOf(string output)
        => Dependencies is not null && Dependencies.TryGetValue(output, out var resources) ? resources : ImmutableHashSet<Resource>.Empty;
}
