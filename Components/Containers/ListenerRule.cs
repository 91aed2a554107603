using System.Globalization;
using Aws = Pulumi.Aws;

namespace Infra.Components.Containers;

/// <summary>What a listener does with requests for certain hosts or paths.</summary>
/// <param name="Name">The rule's name, part of the resource's name.</param>
/// <param name="Priority">Its place among the listener's rules, 1 to 50000; the lowest number that matches wins.</param>
/// <param name="Action">What is done.</param>
public sealed record ListenerRule(string Name, int Priority, ListenerAction Action)
{
    private const int MostPriority = 50_000;

    // Elastic Load Balancing quotas: condition values per rule.
    private const int MostValues = 5;

    /// <summary>The host names, any of which suffices; `*` and `?` stand for any characters. Default: none, every host.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>The paths, any of which suffices; `/api/*` does not match `/api`. Default: none, every path.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    internal IEnumerable<Aws.LB.Inputs.ListenerRuleConditionArgs> Conditions()
    {
        if (Hosts.Count > 0)
        {
            yield return new() { HostHeader = new Aws.LB.Inputs.ListenerRuleConditionHostHeaderArgs { Values = Hosts.ToArray() } };
        }

        if (Paths.Count > 0)
        {
            yield return new() { PathPattern = new Aws.LB.Inputs.ListenerRuleConditionPathPatternArgs { Values = Paths.ToArray() } };
        }
    }

    internal IEnumerable<string> Faults()
    {
        if (Priority is < 1 or > MostPriority)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"the priority of rule '{Name}' is {Priority}. It must be 1 to {MostPriority}. Choose one there.");
        }

        if (Hosts.Count + Paths.Count is 0 or > MostValues)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"rule '{Name}' names {Hosts.Count + Paths.Count} hosts and paths. A rule has 1 to {MostValues}. Split it, or make it the default action.");
        }
    }
}
