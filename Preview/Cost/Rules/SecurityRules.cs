using Infra.Preview.Findings.Judging;

namespace Infra.Preview.Cost.Rules;

/// <summary>Keys, secrets, parameters and DNS zones.</summary>
internal static class SecurityRules
{
    public static void AddTo(Dictionary<string, Action<Costing>> rules)
    {
        rules.Add("aws:kms/key:Key", PriceKey);
        rules.Add("aws:secretsmanager/secret:Secret", PriceSecret);
        rules.Add("aws:ssm/parameter:Parameter", PriceParameter);
        rules.Add("aws:route53/zone:Zone", PriceZone);
    }

    private static void PriceKey(Costing costing)
    {
        var rotated = costing.At("enableKeyRotation").IsOn().IsYes;
        costing.Line("Key", "KMS/cmk-month", [new Factor(1, "key")], rotated ? "one more for each of the first two rotations" : null);
        costing.Line("Key requests", "KMS/requests-per-10k", [costing.Use("requests", "").Times(0.0001m, "× 10,000 requests")]);
    }

    private static void PriceSecret(Costing costing)
    {
        var replicas = costing.At("replicas").Items()?.Count ?? 0;
        costing.Line("Secret", "SecretsManager/secret-month", [new Factor(1 + replicas, replicas > 0 ? "secrets with replicas" : "secret")]);
        costing.Line("Secret calls", "SecretsManager/api-per-10k", [costing.Use("apiCalls", "").Times(0.0001m, "× 10,000 calls")]);
    }

    private static void PriceParameter(Costing costing)
    {
        if (costing.At("tier").AsText is not (null or "Standard"))
        {
            costing.Missing("no price is known for advanced parameters");
        }

        costing.Free("standard parameters are not billed");
    }

    private static void PriceZone(Costing costing)
    {
        costing.Line("Hosted zone", "Route53/hosted-zone-month", [new Factor(1, "zone")]);
        costing.Line("DNS queries", "Route53/queries-per-million", [costing.Use("queries", "").Times(0.000001m, "M queries")]);
    }
}
