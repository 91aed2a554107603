namespace Infra.Preview.Diagrams.Building;

/// <summary>The type tokens that the derivation asks for by name.</summary>
internal static class Types
{
    public const string AccessPoint = "aws:efs/accessPoint:AccessPoint";
    public const string Addon = "aws:eks/addon:Addon";
    public const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
    public const string AppRunner = "aws:apprunner/service:Service";
    public const string Aurora = "aws:rds/cluster:Cluster";
    public const string AuroraInstance = "aws:rds/clusterInstance:ClusterInstance";
    public const string Bucket = "aws:s3/bucket:Bucket";
    public const string CloudFront = "aws:cloudfront/distribution:Distribution";
    public const string Connector = "aws:apprunner/vpcConnector:VpcConnector";
    public const string DatabaseSubnets = "aws:rds/subnetGroup:SubnetGroup";
    public const string EcsCluster = "aws:ecs/cluster:Cluster";
    public const string EcsService = "aws:ecs/service:Service";
    public const string EksCluster = "aws:eks/cluster:Cluster";
    public const string Endpoint = "aws:ec2/vpcEndpoint:VpcEndpoint";
    public const string EventRule = "aws:cloudwatch/eventRule:EventRule";
    public const string FileSystem = "aws:efs/fileSystem:FileSystem";
    public const string Function = "aws:lambda/function:Function";
    public const string FunctionUrl = "aws:lambda/functionUrl:FunctionUrl";
    public const string GlobalCluster = "aws:rds/globalCluster:GlobalCluster";
    public const string IdentityProvider = "aws:iam/openIdConnectProvider:OpenIdConnectProvider";
    public const string Instance = "aws:ec2/instance:Instance";
    public const string InstanceProfile = "aws:iam/instanceProfile:InstanceProfile";
    public const string InternetGateway = "aws:ec2/internetGateway:InternetGateway";
    public const string KubernetesAccount = "kubernetes:core/v1:ServiceAccount";
    public const string KubernetesIngress = "kubernetes:networking.k8s.io/v1:Ingress";
    public const string KubernetesService = "kubernetes:core/v1:Service";
    public const string LaunchTemplate = "aws:ec2/launchTemplate:LaunchTemplate";
    public const string Listener = "aws:lb/listener:Listener";
    public const string ListenerRule = "aws:lb/listenerRule:ListenerRule";
    public const string LoadBalancer = "aws:lb/loadBalancer:LoadBalancer";
    public const string MountTarget = "aws:efs/mountTarget:MountTarget";
    public const string NatGateway = "aws:ec2/natGateway:NatGateway";
    public const string NodeGroup = "aws:eks/nodeGroup:NodeGroup";
    public const string Pipe = "aws:pipes/pipe:Pipe";
    public const string Postgres = "aws:rds/instance:Instance";
    public const string Proxy = "aws:rds/proxy:Proxy";
    public const string ProxyTarget = "aws:rds/proxyTarget:ProxyTarget";
    public const string Queue = "aws:sqs/queue:Queue";
    public const string Record = "aws:route53/record:Record";
    public const string Repository = "aws:ecr/repository:Repository";
    public const string Role = "aws:iam/role:Role";
    public const string RolePolicy = "aws:iam/rolePolicy:RolePolicy";
    public const string RoleAttachment = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
    public const string ManagedPolicy = "aws:iam/policy:Policy";
    public const string Route = "aws:ec2/route:Route";
    public const string RouteTable = "aws:ec2/routeTable:RouteTable";
    public const string RouteTableAssociation = "aws:ec2/routeTableAssociation:RouteTableAssociation";
    public const string Secret = "aws:secretsmanager/secret:Secret";
    public const string SecretVersion = "aws:secretsmanager/secretVersion:SecretVersion";
    public const string SecurityGroup = "aws:ec2/securityGroup:SecurityGroup";
    public const string Subnet = "aws:ec2/subnet:Subnet";
    public const string Table = "aws:dynamodb/table:Table";
    public const string TargetGroup = "aws:lb/targetGroup:TargetGroup";
    public const string TargetGroupAttachment = "aws:lb/targetGroupAttachment:TargetGroupAttachment";
    public const string TaskDefinition = "aws:ecs/taskDefinition:TaskDefinition";
    public const string Topic = "aws:sns/topic:Topic";
    public const string Vpc = "aws:ec2/vpc:Vpc";

    /// <summary>Kubernetes objects that run pods.</summary>
    public static readonly string[] Workloads =
    [
        "kubernetes:apps/v1:Deployment", "kubernetes:apps/v1:StatefulSet", "kubernetes:apps/v1:DaemonSet", "kubernetes:batch/v1:Job", "kubernetes:batch/v1:CronJob",
    ];
}
