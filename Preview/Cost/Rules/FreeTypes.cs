using Infra.Preview.Model;

namespace Infra.Preview.Cost.Rules;

/// <summary>Types that AWS does not bill, or bills at another resource, with the reason.</summary>
internal static class FreeTypes
{
    /// <summary>The reason for objects in a Kubernetes cluster.</summary>
    public const string InCluster = "an object in the cluster; nodes and volumes are billed";

    private static readonly (string Reason, string[] Types)[] Groups =
    [
        ("networks, subnets, routes and firewall rules are not billed",
        [
            "aws:ec2/vpc:Vpc", "aws:ec2/subnet:Subnet", "aws:ec2/route:Route", "aws:ec2/routeTable:RouteTable", "aws:ec2/routeTableAssociation:RouteTableAssociation",
            "aws:ec2/internetGateway:InternetGateway", "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway", "aws:ec2/securityGroup:SecurityGroup",
            "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl", "aws:ec2/defaultRouteTable:DefaultRouteTable",
            "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
        ]),
        ("IAM is not billed",
        [
            "aws:iam/role:Role", "aws:iam/rolePolicy:RolePolicy", "aws:iam/rolePolicyAttachment:RolePolicyAttachment", "aws:iam/policy:Policy",
            "aws:iam/instanceProfile:InstanceProfile", "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
        ]),
        ("billed by what runs, at the service, pipe or cluster", ["aws:ecs/taskDefinition:TaskDefinition", "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders"]),
        ("scaling is not billed", ["aws:appautoscaling/target:Target", "aws:apprunner/autoScalingConfigurationVersion:AutoScalingConfigurationVersion"]),
        ("part of the load balancer", ["aws:lb/listener:Listener", "aws:lb/listenerRule:ListenerRule", "aws:lb/targetGroup:TargetGroup"]),
        ("public certificates are not billed", ["aws:acm/certificate:Certificate", "aws:acm/certificateValidation:CertificateValidation"]),
        ("records are billed by query, at the zone", ["aws:route53/record:Record"]),
        ("a setting of the bucket",
        [
            "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "aws:s3/bucketOwnershipControls:BucketOwnershipControls", "aws:s3/bucketPolicy:BucketPolicy",
            "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "aws:s3/bucketVersioning:BucketVersioning",
            "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "aws:s3/bucketCorsConfiguration:BucketCorsConfiguration",
            "aws:s3/bucketNotification:BucketNotification",
        ]),
        ("stored in the bucket, which is billed", ["aws:s3/bucketObjectv2:BucketObjectv2", "aws:s3/bucketObject:BucketObject"]),
        ("a setting of the repository", ["aws:ecr/lifecyclePolicy:LifecyclePolicy", "aws:ecr/repositoryPolicy:RepositoryPolicy"]),
        ("part of the file system", ["aws:efs/accessPoint:AccessPoint", "aws:efs/fileSystemPolicy:FileSystemPolicy", "aws:efs/mountTarget:MountTarget"]),
        ("a setting of the function",
        [
            "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig", "aws:lambda/functionUrl:FunctionUrl", "aws:lambda/permission:Permission",
            "aws:lambda/eventSourceMapping:EventSourceMapping", "aws:lambda/alias:Alias", "aws:lambda/layerVersion:LayerVersion",
        ]),
        ("part of the event rule", ["aws:cloudwatch/eventTarget:EventTarget"]),
        ("a setting of the queue", ["aws:sqs/queuePolicy:QueuePolicy", "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy"]),
        ("a setting of the topic", ["aws:sns/topicPolicy:TopicPolicy"]),
        ("a setting of the key", ["aws:kms/alias:Alias", "aws:kms/keyPolicy:KeyPolicy"]),
        ("stored in the secret, which is billed", ["aws:secretsmanager/secretVersion:SecretVersion", "aws:secretsmanager/secretPolicy:SecretPolicy"]),
        ("a setting of the database",
        [
            "aws:rds/clusterParameterGroup:ClusterParameterGroup", "aws:rds/parameterGroup:ParameterGroup", "aws:rds/subnetGroup:SubnetGroup",
            "aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup", "aws:rds/proxyTarget:ProxyTarget",
        ]),
        ("part of the distribution",
        [
            "aws:cloudfront/cachePolicy:CachePolicy", "aws:cloudfront/originAccessControl:OriginAccessControl", "aws:cloudfront/originRequestPolicy:OriginRequestPolicy",
            "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy",
        ]),
        ("App Runner's connectors are not billed", ["aws:apprunner/vpcConnector:VpcConnector"]),
        ("the nodes made from it are billed", ["aws:ec2/launchTemplate:LaunchTemplate"]),
        ("access to the cluster is not billed", ["aws:eks/accessEntry:AccessEntry", "aws:eks/accessPolicyAssociation:AccessPolicyAssociation", "aws:eks/podIdentityAssociation:PodIdentityAssociation"]),
    ];

    private static readonly Dictionary<string, string> Reasons =
        Groups.SelectMany(group => group.Types.Select(type => (type, group.Reason))).ToDictionary(entry => entry.type, entry => entry.Reason, StringComparer.Ordinal);

    /// <summary>Why the resource is free; null when it is not known to be.</summary>
    public static string? Reason(ResourceNode node) => Reasons.GetValueOrDefault(node.Type) ?? (node switch
    {
        { IsProvider: true } => "a provider, no resource",
        { Package: "random" } => "exists in the stack's state alone",
        { Package: "kubernetes" } when node.Type is not ("kubernetes:core/v1:PersistentVolumeClaim" or "kubernetes:core/v1:PersistentVolume") => InCluster,
        _ => null,
    });
}
