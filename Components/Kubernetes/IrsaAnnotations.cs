namespace Infra.Components.Kubernetes;

/// <summary>Annotations by which EKS gives the pods of a service account a role.</summary>
internal static class IrsaAnnotations
{
    /// <summary>The ARN of the role.</summary>
    public const string RoleArn = "eks.amazonaws.com/role-arn";

    /// <summary>`true`: tokens are exchanged in the cluster's region, which has an endpoint, and not in us-east-1's global one.</summary>
    public const string RegionalEndpoints = "eks.amazonaws.com/sts-regional-endpoints";
}
