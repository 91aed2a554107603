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
