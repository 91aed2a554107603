using Infra.Components.Compute;
using Infra.Components.Identity;
using Infra.Components.Observability;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Network;

/// <summary>
/// An EC2 instance that translates the addresses of private subnets: cheap, and alone. It has no open port to the internet, is looked after
/// through Session Manager, and moves to other hardware by itself when its own fails.
/// </summary>
public sealed class NatInstance : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:network:NatInstance";

    private const int RootGiB = 8;

    // As the VPC user guide sets up a NAT instance on Amazon Linux 2023; the interface's name differs between instance types. The smallest
    // ones have less memory than dnf may take, and the image itself empties dnf's cache soon after its start, at times under an
    // installation (aws-cdk issue 36717): one that fails is tried again, or everything behind the instance would stay without a way out.
    private const string Setup =
        """
        #!/bin/bash
        set -euo pipefail
        echo 'net.ipv4.ip_forward = 1' > /etc/sysctl.d/90-nat.conf
        sysctl -p /etc/sysctl.d/90-nat.conf
        dd if=/dev/zero of=/swapfile bs=1M count=512
        chmod 600 /swapfile
        mkswap /swapfile
        swapon /swapfile
        echo '/swapfile none swap defaults 0 0' >> /etc/fstab
        until dnf install --assumeyes iptables-services; do sleep 5; done
        nic=$(ip -4 -o route show to default | awk '{ print $5; exit }')
        iptables -F FORWARD
        iptables -t nat -A POSTROUTING -o "$nic" -j MASQUERADE
        iptables-save > /etc/sysconfig/iptables
        systemctl enable --now iptables

        """;

    /// <summary>Makes the instance with its role and security group, and the alarm that recovers it.</summary>
    public NatInstance(string name, NatInstanceArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var firewall = CreateFirewall(name, args);
        var role = CreateRole(name, args);
        var profile = CreateProfile(name, args, role);
        var instance = CreateInstance(name, args, firewall, profile);
        RecoverIt(name, args, instance);
        NetworkInterfaceId = instance.PrimaryNetworkInterfaceId;
        InstanceId = instance.Id;
        RegisterOutputs();
    }

    /// <summary>The id of its network interface: where routes lead.</summary>
    [Output("networkInterfaceId")]
    public Output<string> NetworkInterfaceId { get; private set; }

    /// <summary>The instance's id.</summary>
    [Output("instanceId")]
    public Output<string> InstanceId { get; private set; }

    private Firewall CreateFirewall(string name, NatInstanceArgs args) => new($"{name}-group", new FirewallArgs
    {
        VpcId = args.VpcId,
        PhysicalName = $"{args.PhysicalName}-sg",
        Description = $"{args.PhysicalName}: translates the addresses of private subnets",
        Rules =
        [
            .. args.ClientCidrs.Select((cidr, index) => FirewallRule.AllFromCidr(FormattableString.Invariant($"private-{index + 1}"), cidr, "Private subnet")),
            FirewallRule.EgressToAnywhere("internet", "The internet"),
        ],
        Tags = new() { { "Name", $"{args.PhysicalName}-sg" } },
    }, new ComponentResourceOptions { Parent = this });

    private ServiceRole CreateRole(string name, NatInstanceArgs args) => new($"{name}-role", new ServiceRoleArgs
    {
        PhysicalName = Naming.PhysicalName.Fit($"{args.PhysicalName}-role", Naming.PhysicalNameKind.Role),
        Description = $"{args.PhysicalName}: Session Manager and nothing else",
        Trust = TrustPolicy.Service("ec2.amazonaws.com"),
        ManagedPolicyArns = [ManagedPolicies.SessionManagerInstance],
    }, new ComponentResourceOptions { Parent = this });

    private Aws.Iam.InstanceProfile CreateProfile(string name, NatInstanceArgs args, ServiceRole role) => new($"{name}-profile", new Aws.Iam.InstanceProfileArgs
    {
        Name = args.PhysicalName,
        Role = role.RoleName,
    }, new CustomResourceOptions { Parent = this });

    private Aws.Ec2.Instance CreateInstance(string name, NatInstanceArgs args, Firewall firewall, Aws.Iam.InstanceProfile profile) =>
        new(name, new Aws.Ec2.InstanceArgs
        {
            Ami = AmazonLinux.Newest(args.InstanceType, this),
            InstanceType = args.InstanceType,
            SubnetId = args.SubnetId,
            VpcSecurityGroupIds = firewall.SecurityGroupId,
            IamInstanceProfile = profile.Name,
            AssociatePublicIpAddress = true,
            // What it forwards is neither from nor for itself.
            SourceDestCheck = false,
            UserData = Setup,
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
        }, new CustomResourceOptions
        {
            Parent = this,
            DependsOn = args.CreateAfter,
            // A replacement takes the way out away from everything behind it; a newer image is no reason for that.
            IgnoreChanges = ["ami", "userData"],
        });

    private void RecoverIt(string name, NatInstanceArgs args, Aws.Ec2.Instance instance) => _ = MetricAlarms.Create(
        $"{name}-recovery",
        new AlarmRule
        {
            PhysicalName = $"{args.PhysicalName}-recovery",
            Description = "The NAT instance's hardware fails; it is moved to other hardware",
            Metric = new Metric
            {
                Namespace = "AWS/EC2",
                Name = "StatusCheckFailed_System",
                Dimensions = new() { { "InstanceId", instance.Id } },
                Statistic = MetricStatistic.Maximum,
            },
            Threshold = 1,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            PeriodSeconds = 60,
            Periods = 2,
        },
        new[] { $"arn:{AwsPartition.Of(args.Region)}:automate:{args.Region}:ec2:recover" },
        this);
}

/// <summary>What a <see cref="NatInstance"/> is made of.</summary>
public sealed class NatInstanceArgs : ResourceArgs
{
    /// <summary>The VPC's id.</summary>
    public required Input<string> VpcId { get; init; }

    /// <summary>The id of the public subnet it stands in.</summary>
    public required Input<string> SubnetId { get; init; }

    /// <summary>The region.</summary>
    public required string Region { get; init; }

    /// <summary>The IPv4 blocks of the subnets that it serves.</summary>
    public required IReadOnlyList<string> ClientCidrs { get; init; }

    /// <summary>The name of the instance, and the beginning of its parts' names.</summary>
    public required string PhysicalName { get; init; }

    /// <summary>The instance's type, of either architecture. Default: `t3.nano`.</summary>
    public string InstanceType { get; init; } = "t3.nano";

    /// <summary>The internet gateway and the subnet's routing: without a way out it cannot set itself up.</summary>
    public required InputList<Resource> CreateAfter { get; init; }
}
