using System.Globalization;
using Infra.Components.Identity;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Kubernetes;

/// <summary>Nodes of a cluster: EC2 instances that EKS starts, replaces and updates, their launch template and their role.</summary>
public sealed class EksNodeGroup : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:kubernetes:EksNodeGroup";

    // The root device of Amazon Linux.
    private const string RootDevice = "/dev/xvda";

    // The tags of a node group stay on the group: what it starts is tagged by its template.
    private static readonly string[] Tagged = ["instance", "volume", "network-interface"];

    /// <summary>Makes the role, the launch template and the group.</summary>
    public EksNodeGroup(string name, EksNodeGroupArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        args.Validate(name);
        var role = CreateRole(name, args);
        var template = CreateTemplate(name, args);
        var group = CreateGroup(name, args, role, template);
        Nodes = group;
        NodeRoleArn = role.Arn;
        RegisterOutputs();
    }

    /// <summary>The ARN of the nodes' role.</summary>
    [Output("nodeRoleArn")]
    public Output<string> NodeRoleArn { get; private set; }

    /// <summary>The group, for whatever needs nodes to run on: it is created once they are ready.</summary>
    public Resource Nodes { get; }

    private ServiceRole CreateRole(string name, EksNodeGroupArgs args) => new($"{name}-role", new ServiceRoleArgs
    {
        PhysicalName = args.RoleName,
        Description = "EKS nodes: join the cluster, give pods addresses, pull images",
        Trust = TrustPolicy.Service("ec2.amazonaws.com"),
        ManagedPolicyArns = EksPolicies.Nodes(args.Region),
    }, new ComponentResourceOptions { Parent = this });

    // Subnets, role and instance type belong to the group; a template that names them is refused.
    private Aws.Ec2.LaunchTemplate CreateTemplate(string name, EksNodeGroupArgs args) => new($"{name}-template", new Aws.Ec2.LaunchTemplateArgs
    {
        Description = "EKS nodes",
        UpdateDefaultVersion = true,
        VpcSecurityGroupIds = args.SecurityGroupIds,
        MetadataOptions = new Aws.Ec2.Inputs.LaunchTemplateMetadataOptionsArgs
        {
            HttpEndpoint = "enabled",
            HttpTokens = "required",
            HttpPutResponseHopLimit = args.PodsReadMetadata ? 2 : 1,
        },
        BlockDeviceMappings = new Aws.Ec2.Inputs.LaunchTemplateBlockDeviceMappingArgs
        {
            DeviceName = RootDevice,
            Ebs = new Aws.Ec2.Inputs.LaunchTemplateBlockDeviceMappingEbsArgs
            {
                VolumeType = "gp3",
                VolumeSize = args.VolumeGiB,
                Encrypted = "true",
                DeleteOnTermination = "true",
            },
        },
        TagSpecifications = Tagged.Select(kind => new Aws.Ec2.Inputs.LaunchTemplateTagSpecificationArgs
        {
            ResourceType = kind,
            Tags = new Dictionary<string, string>(args.InstanceTags),
        }).ToArray(),
        Tags = { { "Name", args.TemplateName } },
    }, new CustomResourceOptions { Parent = this });

    private Aws.Eks.NodeGroup CreateGroup(string name, EksNodeGroupArgs args, ServiceRole role, Aws.Ec2.LaunchTemplate template) =>
        new(name, new Aws.Eks.NodeGroupArgs
        {
            ClusterName = args.ClusterName,
            // A prefix, so that another instance type can bring new nodes before the old ones go.
            NodeGroupNamePrefix = args.NamePrefix,
            NodeRoleArn = role.Arn,
            SubnetIds = args.SubnetIds,
            Version = args.KubernetesVersion,
            AmiType = args.AmiType,
            CapacityType = "ON_DEMAND",
            InstanceTypes = args.InstanceType,
            ScalingConfig = new Aws.Eks.Inputs.NodeGroupScalingConfigArgs { MinSize = args.MinSize, DesiredSize = args.DesiredSize, MaxSize = args.MaxSize },
            UpdateConfig = new Aws.Eks.Inputs.NodeGroupUpdateConfigArgs { MaxUnavailable = 1 },
            LaunchTemplate = new Aws.Eks.Inputs.NodeGroupLaunchTemplateArgs
            {
                Id = template.Id,
                Version = template.LatestVersion.Apply(version => version.ToString(CultureInfo.InvariantCulture)),
            },
            Tags = { { "Name", args.TemplateName } },
        }, new CustomResourceOptions
        {
            Parent = this,
            // An operator's or autoscaler's number of nodes must survive later updates.
            IgnoreChanges = ["scalingConfig.desiredSize"],
            // A node that lacks any of this never becomes ready, and EKS gives up after some twenty minutes.
            DependsOn = (Resource[])[.. role.Policies, .. args.CreateAfter],
        });
}
