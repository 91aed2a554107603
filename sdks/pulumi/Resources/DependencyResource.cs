using System.Collections.Immutable;
using Pulumi.Serialization;
using Pulumi.Utilities;

namespace Pulumi;

/// <summary>Stands for a resource of which only the URN is known.</summary>
internal sealed class DependencyResource(string urn) : CustomResource(urn, _ => OutputUtilities.CreateUnknown(""))
{
    internal static Output<string> Known(Resource resource, string value)
        => new(Task.FromResult(new OutputData<string>(ImmutableHashSet.Create(resource), value, true, false)));
}

/// <summary>Stands for a provider instance of which only the reference, <c>urn::id</c>, is known.</summary>
internal sealed class DependencyProviderResource(string reference)
    : ProviderResource(UrnOf(reference), provider => DependencyResource.Known(provider, reference[(Separator(reference) + 2)..]))
{
    private static string UrnOf(string reference) => reference[..Separator(reference)];

    private static int Separator(string reference)
        => reference.LastIndexOf("::", StringComparison.Ordinal) is var at and >= 0 ? at
            : throw new ArgumentException($"'{reference}' is no reference to a provider. It must have the form urn::id.", nameof(reference));
}
