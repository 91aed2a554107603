using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Network;

/// <summary>Makes the resource of a rule. Two groups that admit each other get the rules of one of them here, after both exist.</summary>
public static class FirewallRules
{
    /// <summary>Creates `{name}-{rule}` in the group as a child of <paramref name="parent"/>.</summary>
    public static Resource Create(string name, FirewallRule rule, Input<string> securityGroupId, Resource parent)
    {
        var options = new CustomResourceOptions { Parent = parent };
        var peer = rule.FromSelf ? securityGroupId : rule.SecurityGroupId;
        return rule.Direction == TrafficDirection.Ingress
            ? new Aws.Vpc.SecurityGroupIngressRule($"{name}-{rule.Name}", new Aws.Vpc.SecurityGroupIngressRuleArgs
            {
                SecurityGroupId = securityGroupId,
                Description = rule.Description,
                IpProtocol = rule.Protocol,
                FromPort = Port(rule.FromPort),
                ToPort = Port(rule.ToPort),
                CidrIpv4 = rule.Cidr,
                ReferencedSecurityGroupId = peer,
                PrefixListId = rule.PrefixListId,
            }, options)
            : new Aws.Vpc.SecurityGroupEgressRule($"{name}-{rule.Name}", new Aws.Vpc.SecurityGroupEgressRuleArgs
            {
                SecurityGroupId = securityGroupId,
                Description = rule.Description,
                IpProtocol = rule.Protocol,
                FromPort = Port(rule.FromPort),
                ToPort = Port(rule.ToPort),
                CidrIpv4 = rule.Cidr,
                ReferencedSecurityGroupId = peer,
                PrefixListId = rule.PrefixListId,
            }, options);
    }

    private static Input<int>? Port(int? port) => port is { } number ? (Input<int>)number : null;
}
