using Infra.Components.Identity;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Databases;

/// <summary>An RDS Proxy before an Aurora PostgreSQL cluster: many short connections share few, TLS is required, and failovers pass faster.</summary>
public sealed class AuroraProxy : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:databases:AuroraProxy";

    private const int IdleClientSeconds = 1800;
    private const int BorrowSeconds = 120;

    /// <summary>Makes the role, the proxy and its target.</summary>
    public AuroraProxy(string name, AuroraProxyArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var role = CreateRole(name, args);
        var proxy = CreateProxy(name, args, role);
        Target = CreateTarget(name, args, proxy);
        Endpoint = proxy.Endpoint;
        RegisterOutputs();
    }

    /// <summary>Its host name.</summary>
    [Output("endpoint")]
    public Output<string> Endpoint { get; private set; }

    /// <summary>The registration of the cluster: before it the proxy answers nobody.</summary>
    public Resource Target { get; }

    private ServiceRole CreateRole(string name, AuroraProxyArgs args) => new($"{name}-role", new ServiceRoleArgs
    {
        Trust = TrustPolicy.Service("rds.amazonaws.com"),
        Description = $"Lets the database proxy {args.PhysicalName} read the credentials it logs in with",
        InlinePolicies = new Dictionary<string, PolicyDocument>
        {
            ["credentials"] = new(new PolicyStatement
            {
                Sid = "ReadCredentials",
                Actions = ["secretsmanager:GetSecretValue"],
                Resources = args.Credentials.Secret.SecretArn,
            }),
        },
    }, new ComponentResourceOptions { Parent = this });

    private Aws.Rds.Proxy CreateProxy(string name, AuroraProxyArgs args, ServiceRole role) => new(name, new Aws.Rds.ProxyArgs
    {
        Name = args.PhysicalName,
        EngineFamily = "POSTGRESQL",
        RoleArn = role.Arn,
        RequireTls = true,
        IdleClientTimeout = IdleClientSeconds,
        VpcSubnetIds = args.SubnetIds,
        VpcSecurityGroupIds = args.SecurityGroupId,
        Auths = new Aws.Rds.Inputs.ProxyAuthArgs
        {
            AuthScheme = "SECRETS",
            SecretArn = args.Credentials.Secret.SecretArn,
            IamAuth = "DISABLED",
            ClientPasswordAuthType = "POSTGRES_SCRAM_SHA_256",
        },
    }, new CustomResourceOptions
    {
        Parent = this,
        // A proxy that cannot read its secret at first stays unavailable. The first cluster of an account also makes the role that RDS itself needs.
        DependsOn = (Resource[])[.. args.Instances, .. role.Policies, args.Credentials.Secret.Version],
        // The name is fixed: a second proxy cannot stand beside the first.
        DeleteBeforeReplace = true,
    });

    private Aws.Rds.ProxyTarget CreateTarget(string name, AuroraProxyArgs args, Aws.Rds.Proxy proxy)
    {
        var group = new Aws.Rds.ProxyDefaultTargetGroup($"{name}-targets", new Aws.Rds.ProxyDefaultTargetGroupArgs
        {
            DbProxyName = proxy.Name,
            ConnectionPoolConfig = new Aws.Rds.Inputs.ProxyDefaultTargetGroupConnectionPoolConfigArgs
            {
                MaxConnectionsPercent = 100,
                ConnectionBorrowTimeout = BorrowSeconds,
            },
        }, new CustomResourceOptions { Parent = this });
        return new Aws.Rds.ProxyTarget($"{name}-target", new Aws.Rds.ProxyTargetArgs
        {
            DbProxyName = proxy.Name,
            TargetGroupName = group.Name,
            DbClusterIdentifier = args.ClusterIdentifier,
        }, new CustomResourceOptions
        {
            Parent = this,
            // RDS registers a cluster only once an instance of it is available.
            DependsOn = args.Instances.ToArray(),
        });
    }
}

/// <summary>What an <see cref="AuroraProxy"/> is made of.</summary>
public sealed class AuroraProxyArgs : ResourceArgs
{
    /// <summary>The proxy's name in AWS, unique in its account and region: letters, digits and single hyphens, at most 60.</summary>
    public required string PhysicalName { get; init; }

    /// <summary>The identifier of the cluster.</summary>
    public required Input<string> ClusterIdentifier { get; init; }

    /// <summary>The user as whom it logs in to the cluster, and its clients log in to it.</summary>
    public required AuroraCredentials Credentials { get; init; }

    /// <summary>The ids of private subnets in two zones at least.</summary>
    public required InputList<string> SubnetIds { get; init; }

    /// <summary>The id of the security group that it wears.</summary>
    public required Input<string> SecurityGroupId { get; init; }

    /// <summary>The cluster's instances.</summary>
    public required IReadOnlyList<Resource> Instances { get; init; }
}
