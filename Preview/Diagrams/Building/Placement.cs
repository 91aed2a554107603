using Infra.Preview.Model;

namespace Infra.Preview.Diagrams.Building;

/// <summary>Finds the boxes that a drawn resource lies in, outermost first.</summary>
internal sealed class Placement(Scene scene, Network network, bool withSystems)
{
    private static readonly string[] GlobalTypes = [Types.CloudFront, Types.GlobalCluster, Types.Role, Types.IdentityProvider];

    private readonly References _references = scene.References;

    public IReadOnlyList<BoxSpec> Of(ResourceNode node)
    {
        var boxes = new List<BoxSpec>();
        if (scene.Graph.Stack is { } stack)
        {
            boxes.Add(new BoxSpec("stack", BoxKind.Stack, $"Stack {stack.Name}"));
        }

        if (withSystems && node.System is { } system)
        {
            boxes.Add(new BoxSpec(system, BoxKind.System, system));
        }

        var cluster = ClusterOf(node);
        var place = cluster ?? node;
        if (GlobalTypes.Contains(place.Type))
        {
            boxes.Add(new BoxSpec("global", BoxKind.Global, "Global"));
        }
        else if (RegionOf(place) is { } region)
        {
            boxes.Add(new BoxSpec(region, BoxKind.Region, $"Region {region}"));
        }

        AddNetwork(boxes, place);
        if (cluster is not null)
        {
            boxes.Add(new BoxSpec(cluster.Name, BoxKind.Cluster, $"EKS cluster {cluster.Name}"));
        }
        else if (node.Package == "kubernetes")
        {
            boxes.Add(new BoxSpec("kubernetes", BoxKind.Cluster, "Kubernetes cluster that the stack does not create"));
        }

        return boxes;
    }

    /// <summary>The subnets that a drawn resource has network interfaces in; null elements stand for subnets that the stack does not create.</summary>
    public IReadOnlyList<ResourceNode?> SubnetsOf(ResourceNode node) => node.Type switch
    {
        Types.LoadBalancer => Subnets(node, "subnets", "subnetMappings"),
        Types.EcsService => Subnets(node, "networkConfiguration.subnets"),
        Types.Function => Subnets(node, "vpcConfig.subnetIds"),
        Types.Instance or Types.NatGateway => Subnets(node, "subnetId"),
        Types.Endpoint or Types.NodeGroup => Subnets(node, "subnetIds"),
        Types.EksCluster => Subnets(node, "vpcConfig.subnetIds"),
        Types.Proxy => Subnets(node, "vpcSubnetIds"),
        Types.Postgres or Types.Aurora => [.. _references.Of(node, "dbSubnetGroupName", Types.DatabaseSubnets).SelectMany(group => Subnets(group, "subnetIds"))],
        Types.FileSystem => [.. scene.WithParts(node).Where(part => part.Type == Types.MountTarget).SelectMany(target => Subnets(target, "subnetId"))],
        Types.TaskDefinition =>
        [
            .. scene.Graph.OfType(Types.Pipe)
                .Where(pipe => _references.Of(pipe, "targetParameters.ecsTaskParameters.taskDefinitionArn", Types.TaskDefinition).Contains(node))
                .SelectMany(pipe => Subnets(pipe, "targetParameters.ecsTaskParameters.networkConfiguration.awsVpcConfiguration.subnets")),
        ],
        "aws:autoscaling/group:Group" => Subnets(node, "vpcZoneIdentifiers"),
        _ => [],
    };

    /// <summary>The region that a resource is deployed to; null when that is unknown or secret.</summary>
    private static string? RegionOf(ResourceNode node) => Words.Text(node, "region") ?? (node.ProviderNode is { } provider ? Words.Text(provider, "region") : null);

    private void AddNetwork(List<BoxSpec> boxes, ResourceNode node)
    {
        var subnets = SubnetsOf(node);
        var tiers = subnets.Select(subnet => subnet is null ? null : network.TierOf(subnet)).Distinct().ToList();
        var vpcs = tiers.Select(tier => tier?.Vpc).Distinct().ToList();
        if (subnets.Count == 0)
        {
            vpcs = node.Type == Types.Endpoint ? [.. _references.Of(node, "vpcId", Types.Vpc)] : [];
        }

        if (vpcs is [{ } vpc])
        {
            boxes.Add(new BoxSpec(vpc.Name, BoxKind.Vpc, $"VPC {vpc.Name}", Words.Text(vpc, "cidrBlock") ?? ""));
            if (tiers is [{ } tier])
            {
                var detail = tier.Subnets.Select(subnet => Words.Text(subnet, "cidrBlock")).OfType<string>();
                boxes.Add(new BoxSpec(tier.Name, tier.Kind, $"{KindWord(tier.Kind)} subnets {tier.Name}", string.Join(", ", detail)));
            }
        }
        else if (vpcs is [null])
        {
            boxes.Add(new BoxSpec("foreign-vpc", BoxKind.ForeignVpc, "VPC that the stack does not create"));
        }
    }

    private IReadOnlyList<ResourceNode?> Subnets(ResourceNode node, params ReadOnlySpan<string> paths)
    {
        var found = new List<ResourceNode?>();
        foreach (var path in paths)
        {
            var steps = path.Split('.');
            var value = steps.Aggregate((PropertyValue)node.Inputs, (value, step) => value.IsUnknown ? value : value[step]);
            foreach (var item in value.AsList ?? (value.IsNull ? ListValue.Empty : ListValue.Of(value)))
            {
                var one = item.AsMap is { } mapping ? mapping["subnetId"] : item;
                var known = _references.Of(node, steps[0], one, Types.Subnet);
                found.AddRange(known);
                if (known.Count == 0 && one.AsText is not null)
                {
                    found.Add(null);
                }
            }
        }

        return [.. found.Distinct()];
    }

    private ResourceNode? ClusterOf(ResourceNode node)
    {
        if (node.Type == Types.EksCluster)
        {
            return node;
        }

        if (node.Type is Types.NodeGroup or Types.Addon)
        {
            return _references.Of(node, "clusterName", Types.EksCluster) is [var named, ..] ? named : null;
        }

        return node.Package == "kubernetes" && node.ProviderNode is { } provider
            ? provider.PropertyDependencies.Keys.SelectMany(property => _references.Origins(provider, property)).FirstOrDefault(origin => origin.Type == Types.EksCluster)
            : null;
    }

    private static string KindWord(BoxKind kind) => kind switch
    {
        BoxKind.PublicSubnets => "Public",
        BoxKind.PrivateSubnets => "Private",
        _ => "Isolated",
    };
}
