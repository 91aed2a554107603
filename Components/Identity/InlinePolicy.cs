using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Identity;

/// <summary>Gives a role a policy of its own, after the role: so that the policy can name resources that themselves use the role.</summary>
public static class InlinePolicy
{
    /// <summary>Creates the policy as a child of <paramref name="parent"/>.</summary>
    public static Aws.Iam.RolePolicy Create(string name, Input<string> roleName, PolicyDocument policy, Resource parent) =>
        new(name, new Aws.Iam.RolePolicyArgs
        {
            Role = roleName,
            Policy = policy.ToJson(),
        }, new CustomResourceOptions { Parent = parent });
}
