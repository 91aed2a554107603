using Infra.Preview.Findings.Judging;

namespace Infra.Preview.Cost.Rules;

/// <summary>Load balancers, those that a Kubernetes ingress makes the controller create included.</summary>
internal static class BalancerRules
{
    private const string Ingress = "kubernetes:networking.k8s.io/v1:Ingress";

    public static void AddTo(Dictionary<string, Action<Costing>> rules)
    {
        rules.Add("aws:lb/loadBalancer:LoadBalancer", PriceBalancer);
        rules.Add(Ingress, PriceIngress);
    }

    private static void PriceBalancer(Costing costing)
    {
        if (costing.At("loadBalancerType").AsText is { } type and not "application")
        {
            costing.Missing($"no price is known for load balancers of the type {type}");
            return;
        }

        var zones = (costing.At("subnets").Items(), costing.At("subnetMappings").Items()) switch
        {
            ({ Count: > 0 } subnets, _) => subnets.Count,
            (_, { Count: > 0 } mappings) => mappings.Count,
            _ => (int?)null,
        };
        Bill(costing, costing.At("internal").IsOn().IsYes, zones);
    }

    private static void PriceIngress(Costing costing)
    {
        // Keys of annotations hold dots, so that they are no paths.
        var annotations = costing.At("metadata.annotations");
        if ((costing.At("spec.ingressClassName").AsText ?? annotations["kubernetes.io/ingress.class"].AsText) is not "alb")
        {
            costing.Missing("which load balancer its ingress class creates is not known");
            return;
        }

        var subnets = annotations["alb.ingress.kubernetes.io/subnets"].AsText?.Split(',').Length;
        Bill(costing, annotations["alb.ingress.kubernetes.io/scheme"].AsText is not "internet-facing", subnets);
    }

    private static void Bill(Costing costing, bool isInternal, int? zones)
    {
        costing.Line("Load balancer", "ELB/alb-hour", [Factor.Hours]);
        costing.Line("Load balancer capacity units", "ELB/alb-lcu-hour", [costing.Use("averageLcu", "LCU"), Factor.Hours]);
        if (isInternal)
        {
            return;
        }

        if (zones is { } count)
        {
            costing.Line("Public IPv4 addresses of the load balancer", "VPC/public-ipv4-hour", [new Factor(count, "zones"), Factor.Hours]);
        }
        else
        {
            costing.Missing("the number of its public addresses is not known: its subnets are not");
        }

        costing.Line("Data to the internet", "EC2/data-out-internet-gb", [costing.Use("internetGb", "GB")]);
    }
}
