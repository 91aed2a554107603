namespace Infra.Tests.Preview.Findings.Rules;

/// <summary>EKS.</summary>
internal static class KubernetesCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("eks-endpoint-not-open")
        {
            Compliant = """eks/cluster:Cluster main {"roleArn": "arn:aws:iam::123456789012:role/eks", "vpcConfig": {"subnetIds": ["subnet-1", "subnet-2"], "endpointPublicAccess": true, "publicAccessCidrs": ["203.0.113.0/24"]}}""",
            Violating = """eks/cluster:Cluster main {"roleArn": "arn:aws:iam::123456789012:role/eks", "vpcConfig": {"subnetIds": ["subnet-1", "subnet-2"], "endpointPublicAccess": true, "publicAccessCidrs": ["203.0.113.0/24", "0.0.0.0/0"]}}""",
            Missing = """eks/cluster:Cluster main {"roleArn": "arn:aws:iam::123456789012:role/eks", "vpcConfig": {"subnetIds": ["subnet-1", "subnet-2"]}}""",
        },
        new("eks-supported-version")
        {
            Compliant = """eks/cluster:Cluster main {"name": "main", "version": "1.35"}""",
            Violating = """eks/cluster:Cluster main {"name": "main", "version": "1.32"}""",
            Missing = """eks/cluster:Cluster main {"name": "main"}""",
        },
        new("eks-secrets-encrypted")
        {
            Compliant = """eks/cluster:Cluster main {"name": "main", "encryptionConfig": {"provider": {"keyArn": "arn:aws:kms:us-east-1:123456789012:key/1"}, "resources": ["secrets"]}}""",
            Violating = """eks/cluster:Cluster main {"name": "main", "encryptionConfig": {"provider": {"keyArn": "arn:aws:kms:us-east-1:123456789012:key/1"}, "resources": []}}""",
            Missing = """eks/cluster:Cluster main {"name": "main"}""",
        },
        new("eks-audit-logs")
        {
            Compliant = """eks/cluster:Cluster main {"name": "main", "enabledClusterLogTypes": ["api", "audit"]}""",
            Violating = """eks/cluster:Cluster main {"name": "main", "enabledClusterLogTypes": ["api"]}""",
            Missing = """eks/cluster:Cluster main {"name": "main"}""",
        },
    ];
}
