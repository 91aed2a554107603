using Pulumi;

namespace Infra.Components.Identity;

/// <summary>Who a statement of a resource policy or trust policy is about.</summary>
public sealed class PolicyPrincipal
{
    private PolicyPrincipal(string? type, InputList<string> identifiers)
    {
        Type = type;
        Identifiers = identifiers;
    }

    /// <summary>Everyone, also without credentials.</summary>
    public static PolicyPrincipal Everyone { get; } = new(null, []);

    /// <summary>`AWS`, `Service` or `Federated`; null for everyone.</summary>
    public string? Type { get; }

    /// <summary>ARNs, account ids or service names.</summary>
    public InputList<string> Identifiers { get; }

    /// <summary>An AWS service, e.g. `ecs-tasks.amazonaws.com`.</summary>
    public static PolicyPrincipal Service(string name) => new("Service", name);

    /// <summary>Roles, users or accounts, by ARN.</summary>
    public static PolicyPrincipal Aws(InputList<string> arns) => new("AWS", arns);

    /// <summary>An identity provider, by ARN.</summary>
    public static PolicyPrincipal Federated(Input<string> providerArn) => new("Federated", providerArn);
}
