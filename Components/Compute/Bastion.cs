using Infra.Components.Identity;
using Infra.Components.Network;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Compute;

/// <summary>
/// A small instance in a private subnet that leads developers to private addresses through Session Manager: no open port, no key pair, no
/// public address; IAM decides who gets in. It reaches Session Manager over HTTPS, so its subnet needs a way there.
/// </summary>
public sealed class Bastion : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:compute:Bastion";

    private const int RootGiB = 8;

    /// <summary>Makes the instance with its role and security group.</summary>
    public Bastion(string name, BastionArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var firewall = CreateFirewall(name, args);
        var role = CreateRole(name, args);
        var profile = CreateProfile(name, role);
        InstanceId = CreateInstance(name, args, firewall, profile).Id;
        SecurityGroupId = firewall.SecurityGroupId;
        RegisterOutputs();
    }

    /// <summary>The instance's id: what a Session Manager session starts at.</summary>
    [Output("instanceId")]
    public Output<string> InstanceId { get; private set; }

    /// <summary>The id of its security group: what a database admits.</summary>
    [Output("securityGroupId")]
    public Output<string> SecurityGroupId { get; private set; }

    /// <summary>The command that leads a port of the caller's machine to the same port of a host that the bastion reaches.</summary>
    /// <param name="region">The bastion's region.</param>
    /// <param name="host">The host's name or address.</param>
    /// <param name="port">The port, on both ends.</param>
    public Output<string> ForwardingCommand(string region, Input<string> host, int port) => Output.Format(
        $"aws ssm start-session --region {region} --target {InstanceId} --document-name AWS-StartPortForwardingSessionToRemoteHost --parameters host={host},portNumber={port},localPortNumber={port}");

    private Firewall CreateFirewall(string name, BastionArgs args) => new($"{name}-sg", new FirewallArgs
    {
        VpcId = args.VpcId,
        Description = $"{args.PhysicalName} bastion",
        Rules =
        [
            FirewallRule.EgressToCidr("https", 443, "0.0.0.0/0", "Session Manager and package updates"),
            .. args.Egress,
        ],
        Tags = new() { { "Name", args.PhysicalName } },
    }, Child());

    private ServiceRole CreateRole(string name, BastionArgs args) => new($"{name}-role", new ServiceRoleArgs
    {
        Trust = TrustPolicy.Service("ec2.amazonaws.com"),
        Description = $"{args.PhysicalName}: Session Manager and nothing else",
        ManagedPolicyArns = [ManagedPolicies.SessionManagerInstance],
    }, Child());

    private Aws.Iam.InstanceProfile CreateProfile(string name, ServiceRole role) => new($"{name}-profile", new Aws.Iam.InstanceProfileArgs
    {
        Role = role.RoleName,
    }, new CustomResourceOptions { Parent = this });

    private Aws.Ec2.Instance CreateInstance(string name, BastionArgs args, Firewall firewall, Aws.Iam.InstanceProfile profile) => new(name, new Aws.Ec2.InstanceArgs
    {
        // The newest release: the instance holds nothing, so a newer image replaces it, which is how it gets its patches.
        Ami = AmazonLinux.Newest(args.InstanceType, this),
        InstanceType = args.InstanceType,
        SubnetId = args.SubnetId,
        VpcSecurityGroupIds = firewall.SecurityGroupId,
        IamInstanceProfile = profile.Name,
        AssociatePublicIpAddress = false,
        MetadataOptions = new Aws.Ec2.Inputs.InstanceMetadataOptionsArgs
        {
            HttpEndpoint = "enabled",
            HttpTokens = "required",
            HttpPutResponseHopLimit = 1,
        },
        RootBlockDevice = new Aws.Ec2.Inputs.InstanceRootBlockDeviceArgs
        {
            VolumeType = "gp3",
            VolumeSize = RootGiB,
            Encrypted = true,
            DeleteOnTermination = true,
        },
        Tags = { { "Name", args.PhysicalName } },
    }, new CustomResourceOptions { Parent = this });

    private ComponentResourceOptions Child() => new() { Parent = this };
}

/// <summary>What a <see cref="Bastion"/> is made of.</summary>
public sealed class BastionArgs : ResourceArgs
{
    /// <summary>The `Name` tag of instance and security group, in letters, digits and hyphens.</summary>
    public required string PhysicalName { get; init; }

    /// <summary>The VPC's id.</summary>
    public required Input<string> VpcId { get; init; }

    /// <summary>The id of a private subnet from which Session Manager is reached, through NAT or interface endpoints.</summary>
    public required Input<string> SubnetId { get; init; }

    /// <summary>The instance's type, of either architecture. Default: `t4g.nano`.</summary>
    public string InstanceType { get; init; } = "t4g.nano";

    /// <summary>What it leads to besides Session Manager: egress rules, e.g. to the database's port. Default: none.</summary>
    public IReadOnlyList<FirewallRule> Egress { get; init; } = [];
}
