using Infra.Components.Network;
using Pulumi;

namespace Infra.Components.Hebo;

/// <summary>API and Gateway and what they stand on, whatever they run on.</summary>
internal sealed record HeboServicesPlan
{
    /// <summary>The names of the stage.</summary>
    public required HeboNames Names { get; init; }

    /// <summary>What the system is made of.</summary>
    public required HeboArgs System { get; init; }

    /// <summary>The API.</summary>
    public required HeboService Api { get; init; }

    /// <summary>The Gateway.</summary>
    public required HeboService Gateway { get; init; }

    /// <summary>The network.</summary>
    public required VpcNetwork Network { get; init; }

    /// <summary>The security groups.</summary>
    public required HeboFirewalls Firewalls { get; init; }

    /// <summary>What must exist before the services start: the database answers, the secrets hold values, the rules let the traffic through.</summary>
    public required IReadOnlyList<Resource> CreateAfter { get; init; }

    /// <summary>Both services.</summary>
    public IReadOnlyList<HeboService> Both => [Api, Gateway];
}
