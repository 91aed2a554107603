using Infra.Components.Identity;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Hyperp;

/// <summary>The file system that hands artifacts from job to job.</summary>
public sealed class HyperpFileSystem : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:hyperp:FileSystem";

    private const int ArtifactOwner = 1000;

    /// <summary>Makes the file system, a mount target per zone and the access point of the EFS controller.</summary>
    public HyperpFileSystem(string name, HyperpFileSystemArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var fileSystem = CreateFileSystem(name, args);
        SetPolicy(name, fileSystem);
        DecideBackups(name, args, fileSystem);
        MountTargets = [.. CreateMountTargets(name, args, fileSystem)];
        var accessPoint = CreateAccessPoint(name, fileSystem);
        FileSystemId = fileSystem.Id;
        Arn = fileSystem.Arn;
        AccessPointArn = accessPoint.Arn;
        RegisterOutputs();
    }

    /// <summary>The file system's id.</summary>
    [Output("fileSystemId")]
    public Output<string> FileSystemId { get; private set; }

    /// <summary>The file system's ARN.</summary>
    [Output("arn")]
    public Output<string> Arn { get; private set; }

    /// <summary>The ARN of the EFS controller's access point.</summary>
    [Output("accessPointArn")]
    public Output<string> AccessPointArn { get; private set; }

    /// <summary>The mount targets, for whatever mounts the file system: its references name the access point only.</summary>
    public IReadOnlyList<Resource> MountTargets { get; }

    private Aws.Efs.FileSystem CreateFileSystem(string name, HyperpFileSystemArgs args) => new(name, new Aws.Efs.FileSystemArgs
    {
        Encrypted = true,
        PerformanceMode = "generalPurpose",
        ThroughputMode = "elastic",
        LifecyclePolicies = new Aws.Efs.Inputs.FileSystemLifecyclePolicyArgs { TransitionToIa = "AFTER_14_DAYS" },
        Tags = { ["Name"] = name },
    }, args.DataProtection.Child(this));

    // Tasks mount by file system id, without IAM authorization, as their container's root: the policy must admit anyone who
    // reaches a mount target (which the security group decides), root included. TLS is what it can insist on.
    private void SetPolicy(string name, Aws.Efs.FileSystem fileSystem) =>
        _ = new Aws.Efs.FileSystemPolicy($"{name}-policy", new Aws.Efs.FileSystemPolicyArgs
        {
            FileSystemId = fileSystem.Id,
            Policy = new PolicyDocument(
                new PolicyStatement
                {
                    Sid = "MountThroughMountTargets",
                    Principal = PolicyPrincipal.Everyone,
                    Actions =
                    [
                        "elasticfilesystem:ClientMount",
                        "elasticfilesystem:ClientRootAccess",
                        "elasticfilesystem:ClientWrite",
                    ],
                    Resources = fileSystem.Arn,
                    Conditions = [PolicyCondition.IsTrue("elasticfilesystem:AccessedViaMountTarget")],
                },
                new PolicyStatement
                {
                    Sid = "RefuseUnencryptedMounts",
                    Effect = PolicyEffect.Deny,
                    Principal = PolicyPrincipal.Everyone,
                    Actions = ["*"],
                    Resources = fileSystem.Arn,
                    Conditions = [PolicyCondition.IsFalse("aws:SecureTransport")],
                }).ToJson(),
        }, Child());

    // The API's default and the console's differ, so the choice is written down. Artifacts can be made again by running their
    // workflow; only where data is protected are they worth the cost of backups.
    private void DecideBackups(string name, HyperpFileSystemArgs args, Aws.Efs.FileSystem fileSystem) =>
        _ = new Aws.Efs.BackupPolicy($"{name}-backup", new Aws.Efs.BackupPolicyArgs
        {
            FileSystemId = fileSystem.Id,
            BackupPolicyDetails = new Aws.Efs.Inputs.BackupPolicyBackupPolicyArgs
            {
                Status = args.DataProtection.Enabled ? "ENABLED" : "DISABLED",
            },
        }, Child());

    private IEnumerable<Resource> CreateMountTargets(string name, HyperpFileSystemArgs args, Aws.Efs.FileSystem fileSystem) =>
        Enumerable.Range(0, args.Network.Zones).Select(zone => new Aws.Efs.MountTarget($"{name}-mount-{zone + 1}", new Aws.Efs.MountTargetArgs
        {
            FileSystemId = fileSystem.Id,
            SubnetId = args.Network.SubnetIds.Apply(ids => ids[zone]),
            SecurityGroups = args.Network.SecurityGroupId,
        }, Child()));

    // Lambda mounts file systems through access points only; the first mount creates the folder with this owner and mode.
    private Aws.Efs.AccessPoint CreateAccessPoint(string name, Aws.Efs.FileSystem fileSystem) => new($"{name}-access", new Aws.Efs.AccessPointArgs
    {
        FileSystemId = fileSystem.Id,
        PosixUser = new Aws.Efs.Inputs.AccessPointPosixUserArgs { Uid = ArtifactOwner, Gid = ArtifactOwner },
        RootDirectory = new Aws.Efs.Inputs.AccessPointRootDirectoryArgs
        {
            Path = $"/{HyperpNames.ArtifactFolder}",
            CreationInfo = new Aws.Efs.Inputs.AccessPointRootDirectoryCreationInfoArgs
            {
                OwnerUid = ArtifactOwner,
                OwnerGid = ArtifactOwner,
                Permissions = "0777",
            },
        },
    }, Child());

    private CustomResourceOptions Child() => new() { Parent = this };
}

/// <summary>What a <see cref="HyperpFileSystem"/> is made of.</summary>
public sealed class HyperpFileSystemArgs : ResourceArgs
{
    /// <summary>How far the file system resists deletion.</summary>
    public required DataProtection DataProtection { get; init; }

    /// <summary>The network to mount from: every subnet gets a mount target.</summary>
    public required HyperpNetwork Network { get; init; }
}
