using Infra.Preview.Findings.Judging;

namespace Infra.Tests.Preview.Findings.Rules;

/// <summary>ECR, EFS, S3 and DynamoDB.</summary>
internal static class StorageCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("ecr-scan-on-push")
        {
            Compliant = """ecr/repository:Repository images {"imageScanningConfiguration": {"scanOnPush": true}}""",
            Violating = """ecr/repository:Repository images {"imageScanningConfiguration": {"scanOnPush": false}}""",
            Missing = """ecr/repository:Repository images {}""",
        },
        new("ecr-immutable-tags")
        {
            Compliant = """ecr/repository:Repository images {"imageTagMutability": "IMMUTABLE"}""",
            Violating = """ecr/repository:Repository images {"imageTagMutability": "MUTABLE"}""",
            Missing = """ecr/repository:Repository images {}""",
        },
        new("ecr-lifecycle-policy")
        {
            Compliant = """
                ecr/repository:Repository images {"name": "app"}
                ecr/lifecyclePolicy:LifecyclePolicy expiry {"repository": "@images.name", "policy": "{}"}
                """,
            Violating = """
                ecr/repository:Repository images {"name": "app"}
                ecr/repository:Repository others {"name": "others"}
                ecr/lifecyclePolicy:LifecyclePolicy p1 {"repository": "@others.name", "policy": "{}"}
                """,
            Missing = """ecr/repository:Repository images {}""",
        },
        new("efs-encrypted")
        {
            Compliant = """efs/fileSystem:FileSystem files {"encrypted": true}""",
            Violating = """efs/fileSystem:FileSystem files {"encrypted": false}""",
            Missing = """efs/fileSystem:FileSystem files {}""",
        },
        new("efs-backup")
        {
            Compliant = """
                efs/fileSystem:FileSystem files {}
                efs/backupPolicy:BackupPolicy backup {"fileSystemId": "@files", "backupPolicy": {"status": "ENABLED"}}
                """,
            Violating = """
                efs/fileSystem:FileSystem files {}
                efs/backupPolicy:BackupPolicy backup {"fileSystemId": "@files", "backupPolicy": {"status": "DISABLED"}}
                """,
            Missing = """efs/fileSystem:FileSystem files {}""",
        },
        new("efs-access-point-bounds")
        {
            Compliant = """efs/accessPoint:AccessPoint door {"fileSystemId": "fs-1", "rootDirectory": {"path": "/app"}, "posixUser": {"uid": 1000, "gid": 1000}}""",
            Violating = """efs/accessPoint:AccessPoint door {"fileSystemId": "fs-1", "rootDirectory": {"path": "/"}, "posixUser": {"uid": 1000, "gid": 1000}}""",
            Missing = """efs/accessPoint:AccessPoint door {"fileSystemId": "fs-1"}""",
        },
        new("efs-mount-target-subnet")
        {
            Compliant = """
                ec2/subnet:Subnet a {"mapPublicIpOnLaunch": false}
                efs/mountTarget:MountTarget mount {"fileSystemId": "fs-1", "subnetId": "@a"}
                """,
            Violating = """
                ec2/subnet:Subnet a {"mapPublicIpOnLaunch": true}
                efs/mountTarget:MountTarget mount {"fileSystemId": "fs-1", "subnetId": "@a"}
                """,
            Missing = """
                ec2/subnet:Subnet a {"vpcId": "vpc-1"}
                efs/mountTarget:MountTarget mount {"fileSystemId": "fs-1", "subnetId": "@a"}
                """,
            MissingIs = VerdictKind.Pass,
        },
        new("s3-public-access-blocked")
        {
            Compliant = """
                s3/bucket:Bucket data {"bucketPrefix": "data-"}
                s3/bucketPublicAccessBlock:BucketPublicAccessBlock block {"bucket": "@data", "blockPublicAcls": true, "blockPublicPolicy": true, "ignorePublicAcls": true, "restrictPublicBuckets": true}
                """,
            Violating = """
                s3/bucket:Bucket data {"bucketPrefix": "data-"}
                s3/bucketPublicAccessBlock:BucketPublicAccessBlock block {"bucket": "@data", "blockPublicAcls": true, "blockPublicPolicy": true, "ignorePublicAcls": true, "restrictPublicBuckets": false}
                """,
            Missing = """
                s3/bucket:Bucket data {"bucketPrefix": "data-"}
                s3/bucketPublicAccessBlock:BucketPublicAccessBlock block {"bucket": "@data", "blockPublicAcls": true, "blockPublicPolicy": true, "ignorePublicAcls": true}
                """,
        },
        new("s3-tls-only")
        {
            Compliant = """
                s3/bucket:Bucket data {"bucketPrefix": "data-"}
                s3/bucketPolicy:BucketPolicy policy {"bucket": "@data", "policy": {"json": {"Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "@data.arn", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}}}
                """,
            Violating = """
                s3/bucket:Bucket data {"bucketPrefix": "data-"}
                s3/bucketPolicy:BucketPolicy policy {"bucket": "@data", "policy": {"json": {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "@data.arn", "Condition": {"Bool": {"aws:SecureTransport": "true"}}}]}}}
                """,
            Missing = """s3/bucket:Bucket data {"bucketPrefix": "data-"}""",
        },
        new("s3-policy-not-public")
        {
            Compliant = """
                s3/bucket:Bucket data {"bucketPrefix": "data-"}
                s3/bucketPolicy:BucketPolicy policy {"bucket": "@data", "policy": {"json": {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "s3:GetObject", "Resource": "@data.arn", "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-1"}}}, {"Effect": "Allow", "Principal": {"Service": "cloudfront.amazonaws.com"}, "Action": "s3:GetObject", "Resource": "@data.arn"}]}}}
                """,
            Violating = """
                s3/bucket:Bucket data {"bucketPrefix": "data-"}
                s3/bucketPolicy:BucketPolicy policy {"bucket": "@data", "policy": {"json": {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "@data.arn", "Condition": {"Bool": {"aws:SecureTransport": "true"}}}]}}}
                """,
            Missing = """s3/bucket:Bucket data {"bucketPrefix": "data-"}""",
            MissingIs = VerdictKind.NotApplicable,
        },
        new("s3-no-acls")
        {
            Compliant = """
                s3/bucket:Bucket data {"bucketPrefix": "data-"}
                s3/bucketOwnershipControls:BucketOwnershipControls owner {"bucket": "@data", "rule": {"objectOwnership": "BucketOwnerEnforced"}}
                """,
            Violating = """
                s3/bucket:Bucket data {"bucketPrefix": "data-"}
                s3/bucketOwnershipControls:BucketOwnershipControls owner {"bucket": "@data", "rule": {"objectOwnership": "ObjectWriter"}}
                """,
            Missing = """s3/bucket:Bucket data {"bucketPrefix": "data-"}""",
        },
        new("s3-lifecycle")
        {
            Compliant = """
                s3/bucket:Bucket data {"bucketPrefix": "data-"}
                s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration life {"bucket": "@data", "rules": [{"id": "abort", "status": "Enabled"}]}
                """,
            Violating = """
                s3/bucket:Bucket data {"bucketPrefix": "data-"}
                s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration life {"bucket": "@data", "rules": [{"id": "abort", "status": "Disabled"}]}
                """,
            Missing = """s3/bucket:Bucket data {"bucketPrefix": "data-"}""",
        },
        new("dynamodb-point-in-time-recovery")
        {
            Compliant = """dynamodb/table:Table jobs {"pointInTimeRecovery": {"enabled": true}}""",
            Violating = """dynamodb/table:Table jobs {"pointInTimeRecovery": {"enabled": false}}""",
            Missing = """dynamodb/table:Table jobs {}""",
        },
        new("dynamodb-deletion-protection")
        {
            Compliant = """dynamodb/table:Table jobs {"deletionProtectionEnabled": true, "tags": {"Environment": "prod"}}""",
            Violating = """dynamodb/table:Table jobs {"deletionProtectionEnabled": false, "tags": {"Environment": "prod"}}""",
            Missing = """dynamodb/table:Table jobs {"tags": {"Environment": "dev"}}""",
            MissingIs = VerdictKind.NotApplicable,
        },
        new("dynamodb-deletion-protection")
        {
            Compliant = """dynamodb/table:Table jobs {"deletionProtectionEnabled": true}""",
            Violating = """dynamodb/table:Table jobs {"deletionProtectionEnabled": false}""",
            Missing = """dynamodb/table:Table jobs {}""",
        },
    ];
}
