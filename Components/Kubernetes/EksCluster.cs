using Infra.Components.Identity;
using Infra.Components.Observability;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Kubernetes;

/// <summary>An EKS control plane: its log group, role, key and administrators, and the identity provider of its service accounts. It brings no add-ons.</summary>
public sealed class EksCluster : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:kubernetes:EksCluster";

    private const int KeyRecoveryDays = 30;

    private static readonly string[] LogTypes = ["api", "audit", "authenticator", "controllerManager", "scheduler"];

    /// <summary>Makes the control plane and what belongs to it.</summary>
    public EksCluster(string name, EksClusterArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var logs = LogGroups.Create($"{name}-logs", $"/aws/eks/{args.PhysicalName}/cluster", args.LogRetentionDays, this);
        var key = CreateKey(name, args);
        var role = CreateRole(name, args, key);
        var cluster = CreateCluster(name, args, logs, key, role);
        var issuer = cluster.Identities.Apply(identities => identities[0].Oidcs[0].Issuer!);
        var provider = CreateIdentityProvider(name, issuer);
        Access = [.. args.AdministratorArns.SelectMany(arn => Admit(name, args, cluster, arn))];
        KubernetesVersion = args.KubernetesVersion;
        Identity = ClusterIdentity.Of(provider.Arn, issuer);
        ClusterName = cluster.Name;
        ClusterArn = cluster.Arn;
        Endpoint = cluster.Endpoint;
        CertificateAuthority = cluster.CertificateAuthority.Apply(authority => authority.Data!);
        SecurityGroupId = cluster.VpcConfig.Apply(vpc => vpc.ClusterSecurityGroupId!);
        LogGroupName = logs.Name;
        RegisterOutputs();
    }

    /// <summary>The cluster's name; whatever uses it waits for the cluster.</summary>
    [Output("clusterName")]
    public Output<string> ClusterName { get; private set; }

    /// <summary>The cluster's ARN.</summary>
    [Output("clusterArn")]
    public Output<string> ClusterArn { get; private set; }

    /// <summary>The address of the cluster's API.</summary>
    [Output("endpoint")]
    public Output<string> Endpoint { get; private set; }

    /// <summary>The certificate authority of the cluster's API, in base64.</summary>
    [Output("certificateAuthority")]
    public Output<string> CertificateAuthority { get; private set; }

    /// <summary>The id of the security group that EKS gives the control plane.</summary>
    [Output("securityGroupId")]
    public Output<string> SecurityGroupId { get; private set; }

    /// <summary>The name of the control plane's log group.</summary>
    [Output("logGroupName")]
    public Output<string> LogGroupName { get; private set; }

    /// <summary>The version of Kubernetes that the control plane has, or is upgraded to.</summary>
    public string KubernetesVersion { get; }

    /// <summary>Vouches for the cluster's service accounts.</summary>
    public ClusterIdentity Identity { get; }

    /// <summary>The administrators' access, for whatever is created through the cluster's API: one of them may be whoever runs Pulumi.</summary>
    public IReadOnlyList<Resource> Access { get; }

    private Aws.Kms.Key CreateKey(string name, EksClusterArgs args) => new($"{name}-key", new Aws.Kms.KeyArgs
    {
        Description = $"Secrets of the EKS cluster {args.PhysicalName}",
        EnableKeyRotation = true,
        // Without its key a cluster is lost: the longest time to notice.
        DeletionWindowInDays = KeyRecoveryDays,
        Tags = { { "Name", $"{args.PhysicalName}-secrets" } },
    }, new CustomResourceOptions { Parent = this });

    private ServiceRole CreateRole(string name, EksClusterArgs args, Aws.Kms.Key key) => new($"{name}-role", new ServiceRoleArgs
    {
        PhysicalName = args.RoleName,
        Description = $"EKS control plane of {args.PhysicalName}",
        Trust = TrustPolicy.Service("eks.amazonaws.com"),
        ManagedPolicyArns = [EksPolicies.Cluster(args.Region)],
        InlinePolicies = new Dictionary<string, PolicyDocument>
        {
            ["secrets"] = new(new PolicyStatement
            {
                Sid = "EncryptSecrets",
                Actions = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:ListGrants"],
                Resources = key.Arn,
            }),
        },
    }, new ComponentResourceOptions { Parent = this });

    private Aws.Eks.Cluster CreateCluster(string name, EksClusterArgs args, Aws.CloudWatch.LogGroup logs, Aws.Kms.Key key, ServiceRole role) =>
        new(name, new Aws.Eks.ClusterArgs
        {
            Name = args.PhysicalName,
            Version = args.KubernetesVersion,
            RoleArn = role.Arn,
            EnabledClusterLogTypes = LogTypes,
            // The add-ons of this program manage what EKS would otherwise install by itself.
            BootstrapSelfManagedAddons = false,
            AccessConfig = new Aws.Eks.Inputs.ClusterAccessConfigArgs
            {
                AuthenticationMode = "API",
                BootstrapClusterCreatorAdminPermissions = true,
            },
            // Rather an upgrade at the end of standard support than a control plane at six times the price.
            UpgradePolicy = new Aws.Eks.Inputs.ClusterUpgradePolicyArgs { SupportType = "STANDARD" },
            KubernetesNetworkConfig = new Aws.Eks.Inputs.ClusterKubernetesNetworkConfigArgs { IpFamily = "ipv4", ServiceIpv4Cidr = args.ServiceCidr },
            EncryptionConfig = new Aws.Eks.Inputs.ClusterEncryptionConfigArgs
            {
                Provider = new Aws.Eks.Inputs.ClusterEncryptionConfigProviderArgs { KeyArn = key.Arn },
                Resources = "secrets",
            },
            VpcConfig = new Aws.Eks.Inputs.ClusterVpcConfigArgs
            {
                SubnetIds = args.SubnetIds,
                EndpointPrivateAccess = true,
                EndpointPublicAccess = args.PublicAccessCidrs.Count > 0,
                PublicAccessCidrs = args.PublicAccessCidrs.ToArray(),
            },
            Tags = { { "Name", args.PhysicalName } },
        }, new CustomResourceOptions
        {
            Parent = this,
            // EKS writes logs at once, and makes a group that keeps them for ever where there is none; and it uses the role before it is done.
            DependsOn = (Resource[])[logs, .. role.Policies],
        });

    private Aws.Iam.OpenIdConnectProvider CreateIdentityProvider(string name, Output<string> issuer) =>
        new($"{name}-identity", new Aws.Iam.OpenIdConnectProviderArgs
        {
            Url = issuer,
            ClientIdLists = ClusterIdentity.Audience,
        }, new CustomResourceOptions { Parent = this });

    // The creator and the nodes have entries by themselves; a second one is refused.
    private IEnumerable<Resource> Admit(string name, EksClusterArgs args, Aws.Eks.Cluster cluster, string principalArn)
    {
        var suffix = $"admin-{Arn.Parse(principalArn).Resource.Replace('/', '-')}";
        var entry = new Aws.Eks.AccessEntry($"{name}-{suffix}", new Aws.Eks.AccessEntryArgs
        {
            ClusterName = cluster.Name,
            PrincipalArn = principalArn,
            Type = "STANDARD",
        }, new CustomResourceOptions { Parent = this });
        yield return entry;
        yield return new Aws.Eks.AccessPolicyAssociation($"{name}-{suffix}-policy", new Aws.Eks.AccessPolicyAssociationArgs
        {
            ClusterName = cluster.Name,
            PrincipalArn = entry.PrincipalArn,
            PolicyArn = EksPolicies.ClusterAdministrator(args.Region),
            AccessScope = new Aws.Eks.Inputs.AccessPolicyAssociationAccessScopeArgs { Type = "cluster" },
        }, new CustomResourceOptions { Parent = this });
    }
}
