namespace Infra.Preview.Synthesis;

/// <summary>Rules of buckets, file systems and backups.</summary>
internal static class StorageRules
{
    public const string Text = """

        aws:s3/bucket:Bucket
          @name bucket 63 prefix=bucketPrefix lower
          id = <name>
          arn = arn:aws:s3:::<name>
          bucketDomainName = <name>.s3.amazonaws.com
          bucketRegion = <region>
          bucketRegionalDomainName = <name>.s3.<region>.amazonaws.com
          hostedZoneId = !bucketZone
          accelerationStatus = <in:accelerationStatus>
          acl = private
          bucketNamespace = global
          policy = <in:policy>
          requestPayer = BucketOwner
          objectLockEnabled = false
          websiteDomain = <in:websiteDomain>
          websiteEndpoint = <in:websiteEndpoint>
          versioning = {"enabled":false,"mfaDelete":false}
          serverSideEncryptionConfiguration = {}
        aws:s3/bucketAcl:BucketAcl
          id = <in:bucket>,<in:acl>
        aws:s3/bucketAbac:BucketAbac
        aws:s3/bucketAccelerateConfiguration:BucketAccelerateConfiguration
        aws:s3/bucketCorsConfiguration:BucketCorsConfiguration
        aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration
        aws:s3/bucketLogging:BucketLogging
        aws:s3/bucketMetadataConfiguration:BucketMetadataConfiguration
        aws:s3/bucketNotification:BucketNotification
        aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration
        aws:s3/bucketOwnershipControls:BucketOwnershipControls
        aws:s3/bucketPolicy:BucketPolicy
        aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock
        aws:s3/bucketReplicationConfig:BucketReplicationConfig
        aws:s3/bucketRequestPaymentConfiguration:BucketRequestPaymentConfiguration
        aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration
        aws:s3/bucketVersioning:BucketVersioning
          id = <in:bucket>
          expectedBucketOwner = <in:expectedBucketOwner>
          transitionDefaultMinimumObjectSize = all_storage_classes_128K
        aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration
          id = <in:bucket>
          websiteDomain = s3-website-<region>.amazonaws.com
          websiteEndpoint = <in:bucket>.s3-website-<region>.amazonaws.com
          routingRuleDetails = <in:routingRuleDetails>
        aws:s3/bucketIntelligentTieringConfiguration:BucketIntelligentTieringConfiguration
        aws:s3/bucketMetric:BucketMetric
        aws:s3/analyticsConfiguration:AnalyticsConfiguration
        aws:s3/inventory:Inventory
          id = <in:bucket>:<name>
        aws:s3/bucketObject:BucketObject
        aws:s3/bucketObjectv2:BucketObjectv2
        aws:s3/objectCopy:ObjectCopy
          @name key 1024
          id = <in:bucket>/<name>
          arn = arn:aws:s3:::<in:bucket>/<name>
          acl = private
          contentType = application/octet-stream
          etag = <hex:32>
          kmsKeyId = <in:kmsKeyId>
          serverSideEncryption = AES256
          storageClass = STANDARD
          versionId = <mixed:32>
        aws:s3/accessPoint:AccessPoint
          id = <in:bucket>:<name>
          alias = <name:lower>-<lower:34>-s3alias
          arn = arn:aws:s3:<region>:<account>:accesspoint/<name>
          domainName = <name>-<account>.s3-accesspoint.<region>.amazonaws.com
          networkOrigin = Internet
        aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock
          id = <account>
        aws:s3/directoryBucket:DirectoryBucket
          id = <in:bucket>
          arn = arn:aws:s3express:<region>:<account>:bucket/<in:bucket>
          dataRedundancy = SingleAvailabilityZone
          type = Directory
        aws:efs/fileSystem:FileSystem
          id = fs-<hex:17>
          arn = arn:aws:elasticfilesystem:<region>:<account>:file-system/<id>
          availabilityZoneId = <in:availabilityZoneId>
          availabilityZoneName = <in:availabilityZoneName>
          creationToken = terraform-<digits:18><hex:8>
          dnsName = <id>.efs.<region>.amazonaws.com
          kmsKeyId = <in:kmsKeyId>
          name = <in:tags.Name>
          performanceMode = generalPurpose
          encrypted = false
        aws:efs/mountTarget:MountTarget
          id = fsmt-<hex:17>
          availabilityZoneId = !zoneId
          availabilityZoneName = <region>a
          dnsName = <in:fileSystemId>.efs.<region>.amazonaws.com
          mountTargetDnsName = <region>a.<in:fileSystemId>.efs.<region>.amazonaws.com
          fileSystemArn = arn:aws:elasticfilesystem:<region>:<account>:file-system/<in:fileSystemId>
          networkInterfaceId = eni-<hex:17>
          ipAddress = <ip>
          ipAddressType = IPV4_ONLY
          ipv6Address = <in:ipv6Address>
        aws:efs/accessPoint:AccessPoint
          id = fsap-<hex:17>
          arn = arn:aws:elasticfilesystem:<region>:<account>:access-point/<id>
          fileSystemArn = arn:aws:elasticfilesystem:<region>:<account>:file-system/<in:fileSystemId>
          rootDirectory = {"path":"/"}
        aws:efs/backupPolicy:BackupPolicy
        aws:efs/fileSystemPolicy:FileSystemPolicy
          id = <in:fileSystemId>
        aws:efs/replicationConfiguration:ReplicationConfiguration
          id = <in:sourceFileSystemId>
          sourceFileSystemArn = arn:aws:elasticfilesystem:<region>:<account>:file-system/<in:sourceFileSystemId>
          originalSourceFileSystemArn = arn:aws:elasticfilesystem:<region>:<account>:file-system/<in:sourceFileSystemId>
          sourceFileSystemRegion = <region>
        aws:backup/vault:Vault
          arn = arn:aws:backup:<region>:<account>:backup-vault:<name>
          kmsKeyArn = arn:aws:kms:<region>:<account>:key/<uuid>
        aws:backup/plan:Plan
          id = <uuid>
          arn = arn:aws:backup:<region>:<account>:backup-plan:<id>
          version = <mixed:48>
        aws:backup/selection:Selection
          id = <uuid>
        aws:backup/vaultLockConfiguration:VaultLockConfiguration
        aws:backup/vaultNotifications:VaultNotifications
        aws:backup/vaultPolicy:VaultPolicy
          id = <in:backupVaultName>
          backupVaultArn = arn:aws:backup:<region>:<account>:backup-vault:<in:backupVaultName>
        aws:backup/globalSettings:GlobalSettings
          id = <account>
        aws:backup/regionSettings:RegionSettings
          id = <region>
        """;
}
