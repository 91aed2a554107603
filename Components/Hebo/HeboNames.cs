using Infra.Components.Naming;

namespace Infra.Components.Hebo;

/// <summary>The names of one stage: `hebo-…` in production, `STAGE-hebo-…` in previews, so that several fit into one account and region.</summary>
/// <param name="Stage">The stage: `production`, or a preview's name of at most 20 lower-case letters, digits and hyphens.</param>
internal sealed record HeboNames(string Stage)
{
    private const string Product = "hebo";

    public bool IsProduction => Stage == "production";

    /// <summary>How all of them begin.</summary>
    public string Prefix => IsProduction ? Product : $"{Stage}-{Product}";

    /// <summary>The API: service, VPC connector and host.</summary>
    public string Api => $"{Prefix}-api";

    /// <summary>The Gateway: service, VPC connector and host.</summary>
    public string Gateway => $"{Prefix}-gateway";

    public string Database => $"{Prefix}-db";

    public string GlobalCluster => $"{Prefix}-global";

    public string DatabaseProxy => $"{Prefix}-db-proxy";

    public string DatabaseSecret => $"{Prefix}/db";

    public string LoadBalancer => PhysicalName.Fit($"{Prefix}-alb", PhysicalNameKind.LoadBalancer);

    /// <summary>A secret named as the document names its setting, e.g. `hebo/StackSecretServerKey`.</summary>
    public string Secret(string documentedName) => $"{Prefix}/{documentedName}";
}
