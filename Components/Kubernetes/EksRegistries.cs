using Infra.Components.Identity;

namespace Infra.Components.Kubernetes;

/// <summary>The registries from which AWS gives out images for EKS, one per region: reachable through a VPC's ECR endpoints.</summary>
public static class EksRegistries
{
    // Regions outside this table use the account of most.
    private const string MostRegions = "602401143452";

    private static readonly Dictionary<string, string> Accounts = new(StringComparer.Ordinal)
    {
        ["af-south-1"] = "877085696533",
        ["ap-east-1"] = "800184023465",
        ["ap-east-2"] = "533267051163",
        ["ap-south-2"] = "900889452093",
        ["ap-southeast-3"] = "296578399912",
        ["ap-southeast-4"] = "491585149902",
        ["ap-southeast-5"] = "151610086707",
        ["ap-southeast-7"] = "121268973566",
        ["ca-west-1"] = "761377655185",
        ["cn-north-1"] = "918309763551",
        ["cn-northwest-1"] = "961992271922",
        ["eu-central-2"] = "900612956339",
        ["eu-south-1"] = "590381155156",
        ["eu-south-2"] = "455263428931",
        ["il-central-1"] = "066635153087",
        ["me-central-1"] = "759879836304",
        ["me-south-1"] = "558608220178",
        ["mx-central-1"] = "730335286997",
        ["us-gov-east-1"] = "151742754352",
        ["us-gov-west-1"] = "013241004608",
    };

    /// <summary>The repository of the AWS Load Balancer Controller's image.</summary>
    public static string LoadBalancerController(string region) => $"{Host(region)}/amazon/aws-load-balancer-controller";

    private static string Host(string region)
    {
        var account = Accounts.GetValueOrDefault(region, MostRegions);
        var domain = AwsPartition.Of(region) == "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
        return $"{account}.dkr.ecr.{region}.{domain}";
    }
}
