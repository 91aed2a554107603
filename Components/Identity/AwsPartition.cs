namespace Infra.Components.Identity;

/// <summary>The parts of AWS that share nothing with each other: ARNs begin with theirs.</summary>
public static class AwsPartition
{
    /// <summary>The partition of a region: `aws`, `aws-cn` or `aws-us-gov`.</summary>
    public static string Of(string region) => region switch
    {
        _ when region.StartsWith("cn-", StringComparison.Ordinal) => "aws-cn",
        _ when region.StartsWith("us-gov-", StringComparison.Ordinal) => "aws-us-gov",
        _ => "aws",
    };
}
