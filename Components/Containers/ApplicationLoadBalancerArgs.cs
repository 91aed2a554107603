using System.Globalization;
using Infra.Components.Naming;
using Pulumi;

namespace Infra.Components.Containers;

/// <summary>What an <see cref="ApplicationLoadBalancer"/> is made of.</summary>
public sealed class ApplicationLoadBalancerArgs : ResourceArgs
{
    /// <summary>Its name in AWS, unique in its region: at most 32 letters, digits and hyphens, and not starting with `internal-`.</summary>
    public required string PhysicalName { get; init; }

    /// <summary>Whether only its VPC, and networks joined to it, reach it. Otherwise the internet does.</summary>
    public required bool Internal { get; init; }

    /// <summary>The ids of its subnets, in two zones at least; public ones unless it is internal.</summary>
    public required InputList<string> SubnetIds { get; init; }

    /// <summary>The ids of the security groups it wears.</summary>
    public required InputList<string> SecurityGroupIds { get; init; }

    /// <summary>What it does with requests that no rule takes.</summary>
    public required ListenerAction DefaultAction { get; init; }

    /// <summary>
    /// The ARN of an issued certificate of its region. Default: null, it speaks HTTP; with one it speaks HTTPS, and HTTP only redirects to
    /// that.
    /// </summary>
    public Input<string>? CertificateArn { get; init; }

    /// <summary>Seconds that a connection may be silent, 1 to 4000. Default: 60.</summary>
    public int IdleTimeoutSeconds { get; init; } = 60;

    /// <summary>Whether AWS refuses to delete it. Default: it does not.</summary>
    public bool DeletionProtection { get; init; }

    /// <summary>What must exist before it though no input names it, such as its subnets' way to the internet. Default: nothing.</summary>
    public InputList<Resource> CreateAfter { get; init; } = [];

    /// <summary>What its main listener does with certain requests. Default: none, everything gets the default action.</summary>
    public IReadOnlyList<ListenerRule> Rules { get; init; } = [];

    internal void Validate(string name)
    {
        var faults = Faults().ToList();
        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, faults.Select(fault => $"Load balancer '{name}': {fault}")));
        }
    }

    private IEnumerable<string> Faults()
    {
        if (PhysicalName.Length > Naming.PhysicalName.Limit(PhysicalNameKind.LoadBalancer) || PhysicalName.StartsWith("internal-", StringComparison.Ordinal))
        {
            yield return $"{nameof(PhysicalName)} is '{PhysicalName}'. It has at most 32 characters and does not start with internal-. "
                + $"Shorten it with {nameof(Naming.PhysicalName)}.Fit, or rename it.";
        }

        foreach (var fault in Rules.SelectMany(rule => rule.Faults()))
        {
            yield return fault;
        }

        foreach (var clash in Rules.GroupBy(rule => rule.Priority).Where(group => group.Count() > 1))
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"the rules {string.Join(", ", clash.Select(rule => rule.Name))} have priority {clash.Key}. A priority is a rule's own. Renumber all but one.");
        }
    }
}
