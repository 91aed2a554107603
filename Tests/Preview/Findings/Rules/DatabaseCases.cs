using Infra.Preview.Findings.Judging;

namespace Infra.Tests.Preview.Findings.Rules;

/// <summary>RDS and Aurora.</summary>
internal static class DatabaseCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("rds-not-public")
        {
            Compliant = """rds/instance:Instance db {"instanceClass": "db.t4g.micro", "publiclyAccessible": false}""",
            Violating = """rds/instance:Instance db {"instanceClass": "db.t4g.micro", "publiclyAccessible": true}""",
            Missing = """rds/instance:Instance db {"instanceClass": "db.t4g.micro"}""",
            MissingIs = VerdictKind.Pass,
        },
        new("rds-private-subnets")
        {
            Compliant = """
                ec2/subnet:Subnet a {"availabilityZone": "us-east-1a"}
                ec2/subnet:Subnet b {"availabilityZone": "us-east-1b"}
                ec2/internetGateway:InternetGateway door {}
                ec2/routeTable:RouteTable public {"vpcId": "vpc-1"}
                ec2/route:Route out {"routeTableId": "@public", "destinationCidrBlock": "0.0.0.0/0", "gatewayId": "@door"}
                ec2/routeTable:RouteTable private {"vpcId": "vpc-1"}
                ec2/routeTableAssociation:RouteTableAssociation ra {"subnetId": "@a", "routeTableId": "@private"}
                rds/subnetGroup:SubnetGroup group {"subnetIds": ["@a", "@b"]}
                """,
            Violating = """
                ec2/subnet:Subnet a {"availabilityZone": "us-east-1a"}
                ec2/subnet:Subnet b {"availabilityZone": "us-east-1b"}
                ec2/internetGateway:InternetGateway door {}
                ec2/routeTable:RouteTable public {"vpcId": "vpc-1"}
                ec2/route:Route out {"routeTableId": "@public", "destinationCidrBlock": "0.0.0.0/0", "gatewayId": "@door"}
                ec2/routeTableAssociation:RouteTableAssociation rb {"subnetId": "@b", "routeTableId": "@public"}
                rds/subnetGroup:SubnetGroup group {"subnetIds": ["@a", "@b"]}
                """,
            Missing = """
                ec2/subnet:Subnet a {"availabilityZone": "us-east-1a"}
                ec2/subnet:Subnet b {"availabilityZone": "us-east-1b"}
                ec2/internetGateway:InternetGateway door {}
                ec2/routeTable:RouteTable public {"vpcId": "vpc-1"}
                ec2/route:Route out {"routeTableId": "@public", "destinationCidrBlock": "0.0.0.0/0", "gatewayId": "@door"}
                rds/subnetGroup:SubnetGroup group {"subnetIds": ["@a", "@b"]}
                """,
            MissingIs = VerdictKind.Pass,
        },
        new("rds-behind-application")
        {
            Compliant = """
                ec2/securityGroup:SecurityGroup edge {"vpcId": "vpc-1"}
                ec2/securityGroup:SecurityGroup app {"vpcId": "vpc-1"}
                ec2/securityGroup:SecurityGroup data {"vpcId": "vpc-1"}
                vpc/securityGroupIngressRule:SecurityGroupIngressRule web {"securityGroupId": "@edge", "cidrIpv4": "0.0.0.0/0", "ipProtocol": "tcp", "fromPort": 443, "toPort": 443}
                vpc/securityGroupIngressRule:SecurityGroupIngressRule forward {"securityGroupId": "@app", "referencedSecurityGroupId": "@edge", "ipProtocol": "tcp", "fromPort": 8080, "toPort": 8080}
                vpc/securityGroupIngressRule:SecurityGroupIngressRule query {"securityGroupId": "@data", "referencedSecurityGroupId": "@app", "ipProtocol": "tcp", "fromPort": 5432, "toPort": 5432}
                rds/instance:Instance db {"instanceClass": "db.t4g.micro", "vpcSecurityGroupIds": ["@data"]}
                """,
            Violating = """
                ec2/securityGroup:SecurityGroup edge {"vpcId": "vpc-1"}
                ec2/securityGroup:SecurityGroup app {"vpcId": "vpc-1"}
                ec2/securityGroup:SecurityGroup data {"vpcId": "vpc-1"}
                vpc/securityGroupIngressRule:SecurityGroupIngressRule web {"securityGroupId": "@edge", "cidrIpv4": "0.0.0.0/0", "ipProtocol": "tcp", "fromPort": 443, "toPort": 443}
                vpc/securityGroupIngressRule:SecurityGroupIngressRule forward {"securityGroupId": "@app", "referencedSecurityGroupId": "@edge", "ipProtocol": "tcp", "fromPort": 8080, "toPort": 8080}
                vpc/securityGroupIngressRule:SecurityGroupIngressRule query {"securityGroupId": "@data", "referencedSecurityGroupId": "@edge", "ipProtocol": "tcp", "fromPort": 5432, "toPort": 5432}
                rds/instance:Instance db {"instanceClass": "db.t4g.micro", "vpcSecurityGroupIds": ["@data"]}
                """,
            Missing = """
                ec2/securityGroup:SecurityGroup edge {"vpcId": "vpc-1"}
                ec2/securityGroup:SecurityGroup app {"vpcId": "vpc-1"}
                ec2/securityGroup:SecurityGroup data {"vpcId": "vpc-1"}
                vpc/securityGroupIngressRule:SecurityGroupIngressRule web {"securityGroupId": "@edge", "cidrIpv4": "0.0.0.0/0", "ipProtocol": "tcp", "fromPort": 443, "toPort": 443}
                vpc/securityGroupIngressRule:SecurityGroupIngressRule forward {"securityGroupId": "@app", "referencedSecurityGroupId": "@edge", "ipProtocol": "tcp", "fromPort": 8080, "toPort": 8080}
                rds/instance:Instance db {"instanceClass": "db.t4g.micro", "vpcSecurityGroupIds": ["@data"]}
                """,
            MissingIs = VerdictKind.Pass,
        },
        new("rds-encrypted")
        {
            Compliant = """rds/instance:Instance db {"instanceClass": "db.t4g.micro", "storageEncrypted": true}""",
            Violating = """rds/cluster:Cluster db {"engine": "aurora-postgresql", "storageEncrypted": false}""",
            Missing = """rds/instance:Instance db {"instanceClass": "db.t4g.micro"}""",
        },
        new("rds-several-zones")
        {
            Compliant = """rds/instance:Instance db {"instanceClass": "db.t4g.micro", "multiAz": true}""",
            Violating = """rds/instance:Instance db {"instanceClass": "db.t4g.micro", "multiAz": false}""",
            Missing = """rds/instance:Instance db {"instanceClass": "db.t4g.micro", "tags": {"Stage": "pr-7"}}""",
            MissingIs = VerdictKind.NotApplicable,
        },
        new("rds-several-zones")
        {
            Compliant = """
                rds/cluster:Cluster db {"engine": "aurora-postgresql"}
                rds/clusterInstance:ClusterInstance one {"clusterIdentifier": "@db", "instanceClass": "db.serverless", "engine": "aurora-postgresql"}
                rds/clusterInstance:ClusterInstance two {"clusterIdentifier": "@db", "instanceClass": "db.serverless", "engine": "aurora-postgresql"}
                """,
            Violating = """
                rds/cluster:Cluster db {"engine": "aurora-postgresql"}
                rds/clusterInstance:ClusterInstance one {"clusterIdentifier": "@db", "instanceClass": "db.serverless", "engine": "aurora-postgresql"}
                """,
            Missing = """rds/cluster:Cluster db {"engine": "aurora-postgresql"}""",
        },
        new("rds-deletion-protection")
        {
            Compliant = """rds/cluster:Cluster db {"engine": "aurora-postgresql", "deletionProtection": true}""",
            Violating = """rds/instance:Instance db {"instanceClass": "db.t4g.micro", "deletionProtection": false}""",
            Missing = """rds/instance:Instance db {"instanceClass": "db.t4g.micro"}""",
        },
        new("rds-final-snapshot")
        {
            Compliant = """rds/instance:Instance db {"instanceClass": "db.t4g.micro", "skipFinalSnapshot": false, "finalSnapshotIdentifier": "last"}""",
            Violating = """rds/instance:Instance db {"instanceClass": "db.t4g.micro", "skipFinalSnapshot": true}""",
            Missing = """rds/instance:Instance db {"instanceClass": "db.t4g.micro"}""",
            MissingIs = VerdictKind.Pass,
        },
        new("rds-backup-retention")
        {
            Compliant = """rds/instance:Instance db {"instanceClass": "db.t4g.micro", "backupRetentionPeriod": 7}""",
            Violating = """rds/cluster:Cluster db {"engine": "aurora-postgresql", "backupRetentionPeriod": 1}""",
            Missing = """rds/instance:Instance db {"instanceClass": "db.t4g.micro"}""",
        },
        new("rds-minor-upgrades")
        {
            Compliant = """rds/instance:Instance db {"instanceClass": "db.t4g.micro", "autoMinorVersionUpgrade": true}""",
            Violating = """rds/instance:Instance db {"instanceClass": "db.t4g.micro", "autoMinorVersionUpgrade": false}""",
            Missing = """rds/instance:Instance db {"instanceClass": "db.t4g.micro"}""",
            MissingIs = VerdictKind.Pass,
        },
        new("rds-logs-exported")
        {
            Compliant = """rds/cluster:Cluster db {"engine": "aurora-postgresql", "enabledCloudwatchLogsExports": ["postgresql"]}""",
            Violating = """rds/cluster:Cluster db {"engine": "aurora-postgresql", "enabledCloudwatchLogsExports": []}""",
            Missing = """rds/cluster:Cluster db {"engine": "aurora-postgresql"}""",
        },
        new("rds-proxy-tls")
        {
            Compliant = """rds/proxy:Proxy pool {"engineFamily": "POSTGRESQL", "requireTls": true}""",
            Violating = """rds/proxy:Proxy pool {"engineFamily": "POSTGRESQL", "requireTls": false}""",
            Missing = """rds/proxy:Proxy pool {"engineFamily": "POSTGRESQL"}""",
        },
    ];
}
