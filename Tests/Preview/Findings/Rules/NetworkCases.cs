using Infra.Preview.Findings.Judging;

namespace Infra.Tests.Preview.Findings.Rules;

/// <summary>Networks, security groups and instances.</summary>
internal static class NetworkCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("ec2-default-security-group-closed")
        {
            Compliant = """
                ec2/vpc:Vpc net {"cidrBlock": "10.0.0.0/16"}
                ec2/defaultSecurityGroup:DefaultSecurityGroup closed {"vpcId": "@net"}
                """,
            Violating = """
                ec2/vpc:Vpc net {"cidrBlock": "10.0.0.0/16"}
                ec2/defaultSecurityGroup:DefaultSecurityGroup open {"vpcId": "@net", "ingress": [{"protocol": "-1", "self": true, "fromPort": 0, "toPort": 0}]}
                """,
            Missing = """ec2/vpc:Vpc net {"cidrBlock": "10.0.0.0/16"}""",
        },
        new("ec2-volumes-encrypted")
        {
            Compliant = """
                ec2/instance:Instance host {"rootBlockDevice": {"encrypted": true}, "ebsBlockDevices": [{"deviceName": "/dev/sdb", "encrypted": true}]}
                ec2/launchTemplate:LaunchTemplate nodes {"blockDeviceMappings": [{"deviceName": "/dev/xvda", "ebs": {"encrypted": "true"}}]}
                ebs/volume:Volume disk {"availabilityZone": "us-east-1a", "encrypted": true}
                """,
            Violating = """ec2/instance:Instance host {"rootBlockDevice": {"encrypted": true}, "ebsBlockDevices": [{"deviceName": "/dev/sdb", "encrypted": false}]}""",
            Missing = """ec2/launchTemplate:LaunchTemplate nodes {"imageId": "ami-1"}""",
        },
        new("ec2-volumes-encrypted")
        {
            Compliant = """
                ebs/encryptionByDefault:EncryptionByDefault all {"enabled": true}
                ec2/instance:Instance host {"ami": "ami-1"}
                """,
            Violating = """
                ebs/encryptionByDefault:EncryptionByDefault all {"enabled": false}
                ebs/volume:Volume disk {"availabilityZone": "us-east-1a"}
                """,
            Missing = """ebs/volume:Volume disk {"availabilityZone": "us-east-1a"}""",
        },
        new("ec2-vpc-flow-logs")
        {
            Compliant = """
                ec2/vpc:Vpc net {"cidrBlock": "10.0.0.0/16"}
                ec2/flowLog:FlowLog log {"vpcId": "@net", "trafficType": "REJECT"}
                """,
            Violating = """
                ec2/vpc:Vpc net {"cidrBlock": "10.0.0.0/16"}
                ec2/flowLog:FlowLog log {"vpcId": "@net", "trafficType": "ACCEPT"}
                """,
            Missing = """ec2/vpc:Vpc net {"cidrBlock": "10.0.0.0/16"}""",
        },
        new("ec2-imdsv2-required")
        {
            Compliant = """ec2/instance:Instance host {"metadataOptions": {"httpTokens": "required"}}""",
            Violating = """ec2/launchTemplate:LaunchTemplate nodes {"metadataOptions": {"httpTokens": "optional"}}""",
            Missing = """ec2/instance:Instance host {"ami": "ami-1"}""",
        },
        new("ec2-instance-without-public-address")
        {
            Compliant = """
                ec2/vpc:Vpc net {"cidrBlock": "10.0.0.0/16"}
                ec2/subnet:Subnet private {"vpcId": "@net", "mapPublicIpOnLaunch": false}
                ec2/instance:Instance host {"subnetId": "@private"}
                """,
            Violating = """
                ec2/vpc:Vpc net {"cidrBlock": "10.0.0.0/16"}
                ec2/subnet:Subnet public {"vpcId": "@net", "mapPublicIpOnLaunch": true}
                ec2/instance:Instance host {"subnetId": "@public"}
                """,
            Missing = """ec2/instance:Instance host {"ami": "ami-1"}""",
        },
        new("ec2-instance-without-public-address")
        {
            Compliant = """ec2/instance:Instance host {"associatePublicIpAddress": false}""",
            Violating = """ec2/instance:Instance host {"associatePublicIpAddress": true}""",
            Missing = """ec2/instance:Instance nat {"associatePublicIpAddress": true, "sourceDestCheck": false}""",
            MissingIs = VerdictKind.NotApplicable,
        },
        new("ec2-private-network-endpoints")
        {
            Compliant = """
                ec2/vpc:Vpc net {"cidrBlock": "10.0.0.0/16"}
                ec2/subnet:Subnet a {"vpcId": "@net", "availabilityZone": "us-east-1a"}
                ec2/subnet:Subnet b {"vpcId": "@net", "availabilityZone": "us-east-1b"}
                ec2/vpcEndpoint:VpcEndpoint e1 {"vpcId": "@net", "serviceName": "com.amazonaws.us-east-1.ecr.api", "privateDnsEnabled": true}
                ec2/vpcEndpoint:VpcEndpoint e2 {"vpcId": "@net", "serviceName": "com.amazonaws.us-east-1.ecr.dkr", "privateDnsEnabled": true}
                ecs/service:Service api {"networkConfiguration": {"subnets": ["@a", "@b"]}}
                """,
            Violating = """
                ec2/vpc:Vpc net {"cidrBlock": "10.0.0.0/16"}
                ec2/subnet:Subnet a {"vpcId": "@net", "availabilityZone": "us-east-1a"}
                ec2/subnet:Subnet b {"vpcId": "@net", "availabilityZone": "us-east-1b"}
                ec2/vpcEndpoint:VpcEndpoint e1 {"vpcId": "@net", "serviceName": "com.amazonaws.us-east-1.ecr.api", "privateDnsEnabled": true}
                ec2/vpcEndpoint:VpcEndpoint e2 {"vpcId": "@net", "serviceName": "com.amazonaws.us-east-1.ecr.dkr", "privateDnsEnabled": false}
                ecs/service:Service api {"networkConfiguration": {"subnets": ["@a", "@b"]}}
                """,
            Missing = """
                ec2/vpc:Vpc net {"cidrBlock": "10.0.0.0/16"}
                ec2/subnet:Subnet a {"vpcId": "@net", "availabilityZone": "us-east-1a"}
                ec2/subnet:Subnet b {"vpcId": "@net", "availabilityZone": "us-east-1b"}
                ec2/vpcEndpoint:VpcEndpoint e1 {"vpcId": "@net", "serviceName": "com.amazonaws.us-east-1.ecr.api", "privateDnsEnabled": true}
                ec2/vpcEndpoint:VpcEndpoint e2 {"vpcId": "@net", "serviceName": "com.amazonaws.us-east-1.ecr.dkr", "privateDnsEnabled": true}
                eks/nodeGroup:NodeGroup nodes {"subnetIds": ["@a", "@b"]}
                """,
        },
        new("ec2-private-network-endpoints")
        {
            Compliant = """
                ec2/vpc:Vpc net {"cidrBlock": "10.0.0.0/16"}
                ec2/subnet:Subnet a {"vpcId": "@net", "availabilityZone": "us-east-1a"}
                ec2/subnet:Subnet b {"vpcId": "@net", "availabilityZone": "us-east-1b"}
                ec2/vpcEndpoint:VpcEndpoint e1 {"vpcId": "@net", "serviceName": "com.amazonaws.us-east-1.ecr.api", "privateDnsEnabled": true}
                ec2/vpcEndpoint:VpcEndpoint e2 {"vpcId": "@net", "serviceName": "com.amazonaws.us-east-1.ecr.dkr", "privateDnsEnabled": true}
                ec2/vpcEndpoint:VpcEndpoint e3 {"vpcId": "@net", "serviceName": "com.amazonaws.us-east-1.ec2", "privateDnsEnabled": true}
                eks/nodeGroup:NodeGroup nodes {"subnetIds": ["@a", "@b"]}
                """,
            Violating = """
                ec2/vpc:Vpc net {"cidrBlock": "10.0.0.0/16"}
                ec2/subnet:Subnet a {"vpcId": "@net", "availabilityZone": "us-east-1a"}
                ec2/subnet:Subnet b {"vpcId": "@net", "availabilityZone": "us-east-1b"}
                ecs/service:Service api {"networkConfiguration": {"subnets": ["@a", "@b"]}}
                """,
            Missing = """
                ec2/vpc:Vpc net {"cidrBlock": "10.0.0.0/16"}
                ec2/subnet:Subnet a {"vpcId": "@net", "availabilityZone": "us-east-1a"}
                ec2/subnet:Subnet b {"vpcId": "@net", "availabilityZone": "us-east-1b"}
                ec2/natGateway:NatGateway nat {"subnetId": "@a"}
                ecs/service:Service api {"networkConfiguration": {"subnets": ["@a", "@b"]}}
                """,
            MissingIs = VerdictKind.NotApplicable,
        },
        new("ec2-subnet-no-automatic-public-address")
        {
            Compliant = """
                ec2/vpc:Vpc net {"cidrBlock": "10.0.0.0/16"}
                ec2/subnet:Subnet a {"vpcId": "@net", "mapPublicIpOnLaunch": false}
                """,
            Violating = """
                ec2/vpc:Vpc net {"cidrBlock": "10.0.0.0/16"}
                ec2/subnet:Subnet a {"vpcId": "@net", "mapPublicIpOnLaunch": true}
                """,
            Missing = """
                ec2/vpc:Vpc net {"cidrBlock": "10.0.0.0/16"}
                ec2/subnet:Subnet a {"vpcId": "@net"}
                """,
            MissingIs = VerdictKind.Pass,
        },
        new("ec2-world-open-ports")
        {
            Compliant = """
                ec2/securityGroup:SecurityGroup web {"vpcId": "vpc-1"}
                vpc/securityGroupIngressRule:SecurityGroupIngressRule rule {"securityGroupId": "@web", "cidrIpv4": "0.0.0.0/0", "ipProtocol": "tcp", "fromPort": 443, "toPort": 443}
                vpc/securityGroupIngressRule:SecurityGroupIngressRule inside {"securityGroupId": "@web", "cidrIpv4": "10.0.0.0/8", "ipProtocol": "tcp", "fromPort": 9000, "toPort": 9000}
                """,
            Violating = """
                ec2/securityGroup:SecurityGroup web {"vpcId": "vpc-1"}
                vpc/securityGroupIngressRule:SecurityGroupIngressRule rule {"securityGroupId": "@web", "cidrIpv4": "0.0.0.0/0", "ipProtocol": "tcp", "fromPort": 443, "toPort": 9000}
                """,
            Missing = """
                ec2/securityGroup:SecurityGroup web {"vpcId": "vpc-1"}
                vpc/securityGroupIngressRule:SecurityGroupIngressRule rule {"securityGroupId": "@web", "referencedSecurityGroupId": "@web", "ipProtocol": "-1"}
                """,
            MissingIs = VerdictKind.Pass,
        },
        new("ec2-world-open-ports")
        {
            Compliant = """ec2/securityGroup:SecurityGroup web {"ingress": [{"protocol": "tcp", "fromPort": 80, "toPort": 80, "cidrBlocks": ["0.0.0.0/0"]}]}""",
            Violating = """ec2/securityGroup:SecurityGroup web {"ingress": [{"protocol": "tcp", "fromPort": 8443, "toPort": 8443, "cidrBlocks": ["0.0.0.0/1", "128.0.0.0/1"]}]}""",
            Missing = """
                ec2/securityGroup:SecurityGroup web {"vpcId": "vpc-1"}
                vpc/securityGroupIngressRule:SecurityGroupIngressRule rule {"securityGroupId": "@web", "cidrIpv6": "::/0", "ipProtocol": "-1"}
                """,
        },
        new("ec2-administration-ports-closed")
        {
            Compliant = """
                ec2/securityGroup:SecurityGroup web {"vpcId": "vpc-1"}
                vpc/securityGroupIngressRule:SecurityGroupIngressRule rule {"securityGroupId": "@web", "cidrIpv4": "203.0.113.0/24", "ipProtocol": "tcp", "fromPort": 22, "toPort": 22}
                """,
            Violating = """
                ec2/securityGroup:SecurityGroup web {"vpcId": "vpc-1"}
                vpc/securityGroupIngressRule:SecurityGroupIngressRule rule {"securityGroupId": "@web", "cidrIpv4": "0.0.0.0/0", "ipProtocol": "tcp", "fromPort": 20, "toPort": 30}
                """,
            Missing = """
                ec2/securityGroup:SecurityGroup web {"vpcId": "vpc-1"}
                vpc/securityGroupIngressRule:SecurityGroupIngressRule rule {"securityGroupId": "@web", "cidrIpv4": "0.0.0.0/0", "ipProtocol": "-1"}
                """,
        },
        new("ec2-administration-ports-closed")
        {
            Compliant = """
                ec2/securityGroup:SecurityGroup web {"vpcId": "vpc-1"}
                vpc/securityGroupIngressRule:SecurityGroupIngressRule rule {"securityGroupId": "@web", "cidrIpv4": "0.0.0.0/0", "ipProtocol": "tcp", "fromPort": 443, "toPort": 443}
                """,
            Violating = """
                ec2/securityGroup:SecurityGroup web {"vpcId": "vpc-1"}
                ec2/securityGroupRule:SecurityGroupRule rule {"securityGroupId": "@web", "type": "ingress", "protocol": "tcp", "fromPort": 5432, "toPort": 5432, "cidrBlocks": ["0.0.0.0/0"]}
                """,
            Missing = """
                ec2/securityGroup:SecurityGroup web {"vpcId": "vpc-1"}
                ec2/securityGroupRule:SecurityGroupRule rule {"securityGroupId": "@web", "type": "ingress", "protocol": "tcp", "fromPort": 5432, "toPort": 5432, "self": true}
                """,
            MissingIs = VerdictKind.Pass,
        },
    ];
}
