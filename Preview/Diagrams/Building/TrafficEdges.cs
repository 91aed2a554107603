using System.Globalization;
using Infra.Preview.Model;

namespace Infra.Preview.Diagrams.Building;

/// <summary>Finds who may talk to whom: listeners and their targets, security group rules, origins, public addresses, routes out.</summary>
internal sealed class TrafficEdges(Scene scene, Network network, Placement placement, EdgeSet edges)
{
    // What accepts connections on its own account; a function in a group only makes them.
    private static readonly string[] Listening =
    [
        Types.LoadBalancer, Types.EcsService, Types.TaskDefinition, Types.Instance, Types.NodeGroup, Types.EksCluster, Types.Endpoint, Types.Postgres, Types.Aurora,
        Types.Proxy, Types.FileSystem, Types.KubernetesIngress, "aws:autoscaling/group:Group", "aws:elasticache/replicationGroup:ReplicationGroup",
        "aws:elasticache/cluster:Cluster",
    ];

    // Members of one group reach one another only where one of them serves data.
    private static readonly string[] Serving = [Types.Postgres, Types.Aurora, Types.Proxy, Types.FileSystem, Types.Endpoint];

    private readonly References _references = scene.References;

    public void Find()
    {
        FindTargets();
        FindOrigins();
        FindPublic();
        FindKubernetes();
        var firewalls = new Firewalls(scene);
        foreach (var rule in firewalls.Rules)
        {
            Follow(rule, firewalls);
        }

        foreach (var gateway in scene.Drawn.Where(node => node.Type == Types.NatGateway || Words.IsNatInstance(node)))
        {
            edges.AddTo(gateway, Outsider.Internet, EdgeKind.Traffic);
        }

        foreach (var target in scene.Graph.OfType(Types.ProxyTarget))
        {
            Between(_references.Of(target, "dbProxyName", Types.Proxy), _references.Of(target, "dbClusterIdentifier", Types.Aurora), "");
            Between(_references.Of(target, "dbProxyName", Types.Proxy), _references.Of(target, "dbInstanceIdentifier", Types.Postgres), "");
        }
    }

    private void FindTargets()
    {
        var graph = scene.Graph;
        foreach (var listener in graph.OfType(Types.Listener))
        {
            var balancers = _references.Of(listener, "loadBalancerArn", Types.LoadBalancer);
            var forwarding = Forwarded(listener, "defaultActions").Concat(
                graph.OfType(Types.ListenerRule).Where(rule => _references.Of(rule, "listenerArn", Types.Listener).Contains(listener)).SelectMany(rule => Forwarded(rule, "actions")));
            foreach (var group in forwarding.Distinct())
            {
                Between(balancers, [.. TargetsOf(group)], group.Inputs.Find("port") is { ContainsSecrets: false, AsNumber: { } port } ? port.ToString(CultureInfo.InvariantCulture) : "");
            }
        }
    }

    private IEnumerable<ResourceNode> Forwarded(ResourceNode source, string property) => (source.Inputs.Find(property)?.AsList ?? ListValue.Empty)
        .SelectMany(action => (action["forward"]["targetGroups"].AsList ?? ListValue.Empty).Select(target => target["arn"]).Append(action["targetGroupArn"]))
        .SelectMany(value => _references.Of(source, property, value, Types.TargetGroup));

    private IEnumerable<ResourceNode> TargetsOf(ResourceNode group)
    {
        var services = scene.Graph.OfType(Types.EcsService).Where(service => (service.Inputs.Find("loadBalancers")?.AsList ?? ListValue.Empty)
            .Any(target => _references.Of(service, "loadBalancers", target["targetGroupArn"], Types.TargetGroup).Contains(group)));
        var attached = scene.Graph.OfType(Types.TargetGroupAttachment)
            .Where(attachment => _references.Of(attachment, "targetGroupArn", Types.TargetGroup).Contains(group))
            .SelectMany(attachment => _references.Of(attachment, "targetId", Types.Instance, Types.Function, Types.LoadBalancer));
        return services.Concat(attached);
    }

    private void FindOrigins()
    {
        foreach (var distribution in scene.Graph.OfType(Types.CloudFront))
        {
            edges.AddFrom(Outsider.Clients, distribution, EdgeKind.Traffic, "443");
            foreach (var origin in _references.Origins(distribution, "origins").Where(node => node.Type is not Types.Secret))
            {
                edges.Add(distribution, origin, EdgeKind.Traffic, "origin");
            }
        }
    }

    private void FindPublic()
    {
        foreach (var url in scene.Graph.OfType(Types.FunctionUrl).Where(url => Words.Text(url, "authorizationType") == "NONE"))
        {
            edges.AddFrom(Outsider.Clients, url, EdgeKind.Traffic, "443");
        }

        foreach (var service in scene.Graph.OfType(Types.AppRunner))
        {
            PropertyValue inputs = service.Inputs;
            if (inputs["networkConfiguration"]["ingressConfiguration"]["isPubliclyAccessible"].AsBool != false)
            {
                edges.AddFrom(Outsider.Clients, service, EdgeKind.Traffic, "443");
            }
        }

        foreach (var cluster in scene.Graph.OfType(Types.EksCluster))
        {
            PropertyValue settings = cluster.Inputs.Find("vpcConfig") ?? PropertyValue.Null;
            if (settings["endpointPublicAccess"].AsBool != false && !settings["publicAccessCidrs"].ContainsSecrets)
            {
                foreach (var range in (settings["publicAccessCidrs"].AsList ?? ListValue.Of("0.0.0.0/0")).Texts)
                {
                    edges.AddFrom(Outsider.Range(range), cluster, EdgeKind.Traffic, "443");
                }
            }
        }
    }

    private void FindKubernetes()
    {
        var services = scene.Graph.OfType(Types.KubernetesService);
        foreach (var ingress in scene.Graph.OfType(Types.KubernetesIngress))
        {
            PropertyValue spec = ingress.Inputs.Find("spec") ?? PropertyValue.Null;
            var backends = (spec["rules"].AsList ?? ListValue.Empty).SelectMany(rule => rule["http"]["paths"].AsList ?? ListValue.Empty)
                .Select(path => path["backend"]).Append(spec["defaultBackend"]).Select(backend => backend["service"]["name"].AsText);
            foreach (var service in services.Where(service => NameOf(service) is { } name && backends.Contains(name)))
            {
                edges.Add(ingress, service, EdgeKind.Traffic, Ports(service, "port"));
            }
        }

        foreach (var service in services)
        {
            if (service.Inputs.Find("spec")?["selector"].AsMap is { Count: > 0 } selector)
            {
                foreach (var workload in Types.Workloads.SelectMany(scene.Graph.OfType).Where(workload => Selects(selector, workload)))
                {
                    edges.Add(service, workload, EdgeKind.Traffic, Ports(service, "targetPort"));
                }
            }
        }
    }

    private static string? NameOf(ResourceNode node) => node.Inputs.Find("metadata")?["name"].AsText;

    private static bool Selects(MapValue selector, ResourceNode workload)
    {
        var labels = workload.Inputs.Find("spec")?["template"]["metadata"]["labels"].AsMap;
        return labels is not null && selector.All(entry => labels.Find(entry.Key)?.AsText is { } text && text == entry.Value.AsText);
    }

    private static string Ports(ResourceNode service, string property) => string.Join(", ", (service.Inputs.Find("spec")?["ports"].AsList ?? ListValue.Empty)
        .Select(port => port[property].IsNull ? port["port"] : port[property])
        .Where(port => !port.ContainsSecrets)
        .Select(port => port.AsText ?? port.AsNumber?.ToString(CultureInfo.InvariantCulture)).OfType<string>());

    private void Follow(FirewallRule rule, Firewalls firewalls)
    {
        var members = firewalls.Members(rule.Group);
        foreach (var peer in rule.Peers)
        {
            var others = peer.Type == Types.SecurityGroup ? firewalls.Members(peer) : scene.DrawnFor(peer);
            // What a load balancer reaches, its listeners tell; its group says only what else it could.
            foreach (var from in (rule.Inbound ? others : members).Where(node => node.Type != Types.LoadBalancer))
            {
                foreach (var to in (rule.Inbound ? members : others).Where(node => (peer == rule.Group ? Serving : Listening).Contains(node.Type) && !Words.IsNatInstance(node)))
                {
                    edges.Add(from, to, EdgeKind.Traffic, rule.Port);
                }
            }
        }

        foreach (var range in rule.Ranges)
        {
            foreach (var node in members)
            {
                if (rule.Inbound)
                {
                    FollowInbound(range, node, rule.Port);
                }
                else if (range == "0.0.0.0/0")
                {
                    FollowOutbound(node, rule.Port);
                }
            }
        }
    }

    private void FollowInbound(string range, ResourceNode node, string port)
    {
        var isInternal = node.Type == Types.LoadBalancer && ((PropertyValue)node.Inputs)["internal"].AsBool == true;
        if (node.Type is Types.LoadBalancer or Types.KubernetesIngress or Types.Instance or Types.Postgres or Types.Aurora
            && !Words.IsNatInstance(node) && !(isInternal && Outsider.Range(range) == Outsider.Clients))
        {
            edges.AddFrom(Outsider.Range(range), node, EdgeKind.Traffic, port);
        }
    }

    private void FollowOutbound(ResourceNode node, string port)
    {
        if (Words.IsNatInstance(node) || Listening.Except([Types.EcsService, Types.TaskDefinition, Types.Instance, Types.NodeGroup]).Contains(node.Type))
        {
            return;
        }

        foreach (var gateway in placement.SubnetsOf(node).OfType<ResourceNode>().SelectMany(network.WayOut).Distinct())
        {
            edges.Add(node, gateway, EdgeKind.Traffic, port);
        }

        PropertyValue inputs = node.Inputs;
        if (inputs["networkConfiguration"]["assignPublicIp"].AsBool == true
            && placement.SubnetsOf(node).Any(subnet => subnet is not null && network.TierOf(subnet)?.Kind == BoxKind.PublicSubnets))
        {
            edges.AddTo(node, Outsider.Internet, EdgeKind.Traffic, port);
        }
    }

    private void Between(IReadOnlyList<ResourceNode> from, IReadOnlyList<ResourceNode> to, string label)
    {
        foreach (var source in from)
        {
            foreach (var target in to)
            {
                edges.Add(source, target, EdgeKind.Traffic, label);
            }
        }
    }
}
