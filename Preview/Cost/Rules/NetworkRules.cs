namespace Infra.Preview.Cost.Rules;

/// <summary>What a network bills: NAT gateways, addresses, interface endpoints.</summary>
internal static class NetworkRules
{
    public static void AddTo(Dictionary<string, Action<Costing>> rules)
    {
        rules.Add("aws:ec2/natGateway:NatGateway", PriceNat);
        rules.Add("aws:ec2/eip:Eip", PriceAddress);
        rules.Add("aws:ec2/vpcEndpoint:VpcEndpoint", PriceEndpoint);
    }

    private static void PriceNat(Costing costing)
    {
        if (costing.At("availabilityMode").AsText == "regional")
        {
            costing.Missing("a regional NAT gateway is billed by the zones it grows into");
            return;
        }

        // The address is an Elastic IP address and billed there.
        costing.Line("NAT gateway", "VPC/nat-hour", [Factor.Hours]);
        costing.Line("Data through the NAT gateway", "VPC/nat-gb", [costing.Use("processedGb", "GB")]);
    }

    private static void PriceAddress(Costing costing) => costing.Line("Public IPv4 address", "VPC/public-ipv4-hour", [new Factor(1, "address"), Factor.Hours]);

    private static void PriceEndpoint(Costing costing)
    {
        switch (costing.At("vpcEndpointType").AsText ?? "Gateway")
        {
            case "Gateway":
                costing.Free("gateway endpoints are not billed");
                break;
            case "Interface" when costing.At("subnetIds").Items() is { Count: > 0 } subnets:
                costing.Line("Interface endpoint", "VPC/vpce-interface-hour", [new Factor(subnets.Count, "zones"), Factor.Hours]);
                costing.Line("Data through the endpoint", "VPC/vpce-interface-gb", [costing.Use("processedGb", "GB")]);
                break;
            case "Interface":
                costing.Missing("an interface endpoint is billed by zone, and its subnets are not known");
                break;
            case var type:
                costing.Missing($"no price is known for endpoints of the type {type}");
                break;
        }
    }
}
