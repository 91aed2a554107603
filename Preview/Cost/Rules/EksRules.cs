using Infra.Preview.Findings.Judging;

namespace Infra.Preview.Cost.Rules;

/// <summary>EKS clusters, their nodes and add-ons, and the Kubernetes objects that AWS bills.</summary>
internal static class EksRules
{
    // The size EKS gives a node's disk when nothing does.
    private const decimal DefaultDiskGb = 20;

    public static void AddTo(Dictionary<string, Action<Costing>> rules)
    {
        rules.Add("aws:eks/cluster:Cluster", PriceCluster);
        rules.Add("aws:eks/nodeGroup:NodeGroup", PriceNodes);
        rules.Add("aws:eks/addon:Addon", PriceAddon);
        rules.Add("kubernetes:core/v1:Service", PriceService);
        rules.Add("kubernetes:helm.sh/v3:Release", costing => costing.Missing("what a chart creates is not part of a preview; its pods run on nodes priced elsewhere"));
    }

    private static void PriceCluster(Costing costing) => costing.Line(
        "Control plane",
        "EKS/control-plane-standard",
        [Factor.Hours],
        costing.At("upgradePolicy.supportType").AsText == "STANDARD" ? null : "0.60 an hour once the version's standard support has ended");

    private static void PriceNodes(Costing costing)
    {
        if (costing.Number("scalingConfig.desiredSize") is not { } desired)
        {
            costing.Missing("the number of nodes is not known before a deployment");
            return;
        }

        var average = costing.Use("averageNodes", "nodes");
        var nodes = average.Value <= desired
            ? new Factor(desired, "nodes")
            : average with { Value = Math.Min(average.Value, costing.Number("scalingConfig.maxSize") ?? average.Value) };
        var type = costing.At("instanceTypes")[0];
        var spot = costing.At("capacityType").AsText == "SPOT";
        InstanceRules.Bill(costing, type, nodes, spot ? "at the on-demand price, the limit; Spot prices float below it" : null);

        var template = costing.Scope.Target(costing.Node, "launchTemplate.id", "aws:ec2/launchTemplate:LaunchTemplate");
        var disks = template?.At("blockDeviceMappings").Items() ?? [];
        foreach (var disk in disks)
        {
            InstanceRules.PriceVolume(costing, disk["ebs"]["volumeType"], disk["ebs"]["volumeSize"].Decimal(), nodes);
        }

        if (disks.Count == 0)
        {
            InstanceRules.PriceVolume(costing, "gp3", costing.Number("diskSize") ?? DefaultDiskGb, nodes);
        }
    }

    private static void PriceAddon(Costing costing)
    {
        if (costing.At("addonName").AsText == "amazon-cloudwatch-observability")
        {
            costing.Line(
                "Container Insights metrics",
                "CloudWatch/custom-metric-month",
                [costing.Use("insightsMetrics", "metrics")],
                "counted as custom metrics; with enhanced observability AWS bills by observation instead");
        }

        costing.Free("add-ons run on the cluster's nodes");
    }

    private static void PriceService(Costing costing)
    {
        if (costing.At("spec.type") is { IsNull: false, AsText: not ("ClusterIP" or "NodePort" or "ExternalName") })
        {
            costing.Missing("which load balancer the service gets is not known");
        }

        costing.Free(FreeTypes.InCluster);
    }
}
