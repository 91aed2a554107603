namespace Infra.Preview.Synthesis;

/// <summary>Rules of EC2 instances: launch templates, key pairs, volumes.</summary>
internal static class InstanceRules
{
    public const string Text = """

        aws:ec2/instance:Instance
          id = i-<hex:17>
          arn = arn:aws:ec2:<region>:<account>:instance/<id>
          ami = ami-<hex:17>
          availabilityZone = <region>a
          disableApiStop = false
          disableApiTermination = false
          hostId = <in:hostId>
          iamInstanceProfile = <in:iamInstanceProfile>
          instanceInitiatedShutdownBehavior = stop
          instanceLifecycle = <in:instanceLifecycle>
          instanceState = running
          instanceType = t3.micro
          keyName = <in:keyName>
          outpostArn = <in:outpostArn>
          passwordData = <in:passwordData>
          placementGroup = <in:placementGroup>
          placementGroupId = <in:placementGroupId>
          primaryNetworkInterfaceId = eni-<hex:17>
          privateDns = ip-<digits:10>.ec2.internal
          privateIp = <ip>
          publicDns = ec2-<digits:12>.compute-1.amazonaws.com
          publicIp = <publicip>
          spotInstanceRequestId = <in:spotInstanceRequestId>
          subnetId = subnet-<hex:17>
          tenancy = default
          userDataBase64 = <in:userDataBase64>
        aws:ec2/launchTemplate:LaunchTemplate
          id = lt-<hex:17>
          @name name 125
          arn = arn:aws:ec2:<region>:<account>:launch-template/<id>
          latestVersion = 1
          defaultVersion = 1
        aws:ec2/launchConfiguration:LaunchConfiguration
          arn = arn:aws:autoscaling:<region>:<account>:launchConfiguration:<uuid>:launchConfigurationName/<name>
        aws:ec2/keyPair:KeyPair
          @name keyName 255 prefix=keyNamePrefix
          arn = arn:aws:ec2:<region>:<account>:key-pair/<name>
          fingerprint = <hex:2:0>:<hex:2:1>:<hex:2:2>:<hex:2:3>:<hex:2:4>:<hex:2:5>:<hex:2:6>:<hex:2:7>
          keyPairId = key-<hex:17>
          keyType = rsa
        aws:ec2/placementGroup:PlacementGroup
          arn = arn:aws:ec2:<region>:<account>:placement-group/<name>
          placementGroupId = pg-<hex:17>
        aws:ec2/volumeAttachment:VolumeAttachment
          id = vai-<digits:10>
        aws:ebs/volume:Volume
          id = vol-<hex:17>
          arn = arn:aws:ec2:<region>:<account>:volume/<id>
          type = gp2
          iops = 100
        aws:ebs/snapshot:Snapshot
          id = snap-<hex:17>
          arn = arn:aws:ec2:<region>::snapshot/<id>
          ownerAlias = self
          storageTier = standard
        aws:ebs/encryptionByDefault:EncryptionByDefault
        aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults
          id = <region>
        """;
}
