using Pulumi;

namespace Infra.Components.Hebo;

/// <summary>Where the system is reached under names of its own.</summary>
/// <param name="HostName">The frontend's host name, e.g. `cloud.hebo.ai`; names of other parts begin with a label before it.</param>
/// <param name="ZoneId">The id of the public hosted zone that the name lies in.</param>
public sealed record HeboDomain(string HostName, Input<string> ZoneId);
