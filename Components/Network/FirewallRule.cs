using Pulumi;

namespace Infra.Components.Network;

/// <summary>Which way the traffic of a rule goes, seen from the group's members.</summary>
public enum TrafficDirection
{
    /// <summary>To them.</summary>
    Ingress,

    /// <summary>From them.</summary>
    Egress,
}

/// <summary>One rule of a security group.</summary>
public sealed class FirewallRule
{
    private FirewallRule(TrafficDirection direction, string name, string protocol, int? fromPort, int? toPort, string description)
    {
        Direction = direction;
        Name = name;
        Protocol = protocol;
        FromPort = fromPort;
        ToPort = toPort;
        Description = description;
    }

    /// <summary>Which way the traffic goes.</summary>
    public TrafficDirection Direction { get; }

    /// <summary>The rule's name within its group, part of the resource's name.</summary>
    public string Name { get; }

    /// <summary>`tcp`, `udp`, or `-1` for all.</summary>
    public string Protocol { get; }

    /// <summary>The first port; null for all.</summary>
    public int? FromPort { get; }

    /// <summary>The last port; null for all.</summary>
    public int? ToPort { get; }

    /// <summary>What the traffic is.</summary>
    public string Description { get; }

    /// <summary>The other end: an IPv4 block. Default: null.</summary>
    public Input<string>? Cidr { get; private init; }

    /// <summary>The other end: members of another group. Default: null.</summary>
    public Input<string>? SecurityGroupId { get; private init; }

    /// <summary>The other end: the addresses of an AWS service behind a gateway endpoint. Default: null.</summary>
    public Input<string>? PrefixListId { get; private init; }

    /// <summary>Whether the other end is the group itself.</summary>
    public bool FromSelf => Cidr is null && SecurityGroupId is null && PrefixListId is null;

    /// <summary>Traffic from an IPv4 block to one TCP port.</summary>
    public static FirewallRule IngressFromCidr(string name, int port, Input<string> cidr, string description) =>
        new(TrafficDirection.Ingress, name, "tcp", port, port, description) { Cidr = cidr };

    /// <summary>All traffic from an IPv4 block.</summary>
    public static FirewallRule AllFromCidr(string name, Input<string> cidr, string description) =>
        new(TrafficDirection.Ingress, name, "-1", null, null, description) { Cidr = cidr };

    /// <summary>Traffic from the members of a group to one TCP port.</summary>
    public static FirewallRule IngressFromGroup(string name, int port, Input<string> securityGroupId, string description) =>
        new(TrafficDirection.Ingress, name, "tcp", port, port, description) { SecurityGroupId = securityGroupId };

    /// <summary>Traffic among the group's own members to one TCP port.</summary>
    public static FirewallRule IngressFromSelf(string name, int port, string description) =>
        new(TrafficDirection.Ingress, name, "tcp", port, port, description);

    /// <summary>All traffic among the group's own members, as they receive it.</summary>
    public static FirewallRule AllFromSelf(string name, string description) =>
        new(TrafficDirection.Ingress, name, "-1", null, null, description);

    /// <summary>All traffic among the group's own members, as they send it.</summary>
    public static FirewallRule AllToSelf(string name, string description) =>
        new(TrafficDirection.Egress, name, "-1", null, null, description);

    /// <summary>Traffic to one TCP port of an IPv4 block.</summary>
    public static FirewallRule EgressToCidr(string name, int port, Input<string> cidr, string description) =>
        new(TrafficDirection.Egress, name, "tcp", port, port, description) { Cidr = cidr };

    /// <summary>Traffic to one TCP port of the members of a group.</summary>
    public static FirewallRule EgressToGroup(string name, int port, Input<string> securityGroupId, string description) =>
        new(TrafficDirection.Egress, name, "tcp", port, port, description) { SecurityGroupId = securityGroupId };

    /// <summary>Traffic to one TCP port of an AWS service behind a gateway endpoint.</summary>
    public static FirewallRule EgressToPrefixList(string name, int port, Input<string> prefixListId, string description) =>
        new(TrafficDirection.Egress, name, "tcp", port, port, description) { PrefixListId = prefixListId };

    /// <summary>All traffic to everywhere.</summary>
    public static FirewallRule EgressToAnywhere(string name, string description) =>
        new(TrafficDirection.Egress, name, "-1", null, null, description) { Cidr = "0.0.0.0/0" };
}
