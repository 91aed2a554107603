using Pulumi;

namespace Infra.Components.Identity;

/// <summary>One statement of an IAM policy.</summary>
public sealed class PolicyStatement
{
    /// <summary>The statement's name within its policy: letters and digits.</summary>
    public required string Sid { get; init; }

    /// <summary>What it does with the requests it matches. Default: allow them.</summary>
    public PolicyEffect Effect { get; init; } = PolicyEffect.Allow;

    /// <summary>Actions such as `ecs:RunTask`; a trailing `*` in the name covers a family.</summary>
    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>
    /// ARNs, with `*` and `?` as wildcards. Default: none, as in a trust policy.
    /// To allow actions on every resource, give the reason in <see cref="WhyAnyResource"/> instead.
    /// </summary>
    public InputList<string> Resources { get; init; } = [];

    /// <summary>
    /// Why the statement holds for every resource: AWS offers no resource-level permission for its actions.
    /// Default: null, the statement names its resources.
    /// </summary>
    public string? WhyAnyResource { get; init; }

    /// <summary>Who it is about, in a policy that hangs on a resource or role. Default: null, whoever the policy is attached to.</summary>
    public PolicyPrincipal? Principal { get; init; }

    /// <summary>Conditions, all of which must hold. Default: none.</summary>
    public IReadOnlyList<PolicyCondition> Conditions { get; init; } = [];
}
