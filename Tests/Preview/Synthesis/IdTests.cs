using NUnit.Framework;

namespace Infra.Tests.Preview.Synthesis;

public sealed class IdTests
{
    private const string Hex17 = "[0-9a-f]{17}";
    private const string Uuid = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
    private const string Place = "eu-west-1:123456789012";

    [TestCase("aws:ec2/vpc:Vpc", "{}", "vpc-" + Hex17)]
    [TestCase("aws:ec2/subnet:Subnet", "{}", "subnet-" + Hex17)]
    [TestCase("aws:ec2/securityGroup:SecurityGroup", "{}", "sg-" + Hex17)]
    [TestCase("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "{}", "sgr-" + Hex17)]
    [TestCase("aws:ec2/routeTable:RouteTable", "{}", "rtb-" + Hex17)]
    [TestCase("aws:ec2/internetGateway:InternetGateway", "{}", "igw-" + Hex17)]
    [TestCase("aws:ec2/natGateway:NatGateway", "{}", "nat-" + Hex17)]
    [TestCase("aws:ec2/eip:Eip", "{}", "eipalloc-" + Hex17)]
    [TestCase("aws:ec2/instance:Instance", "{}", "i-" + Hex17)]
    [TestCase("aws:ec2/vpcEndpoint:VpcEndpoint", "{}", "vpce-" + Hex17)]
    [TestCase("aws:efs/fileSystem:FileSystem", "{}", "fs-" + Hex17)]
    [TestCase("aws:efs/accessPoint:AccessPoint", "{}", "fsap-" + Hex17)]
    [TestCase("aws:efs/mountTarget:MountTarget", "{}", "fsmt-" + Hex17)]
    [TestCase("aws:iam/role:Role", "{}", "thing-[0-9a-f]{7}")]
    [TestCase("aws:iam/policy:Policy", "{\"name\":\"p\"}", "arn:aws:iam::123456789012:policy/p")]
    [TestCase("aws:iam/rolePolicy:RolePolicy", "{\"role\":\"r\"}", "r:thing-[0-9a-f]{7}")]
    [TestCase("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "{\"role\":\"r\"}", "r-[0-9]{26}")]
    [TestCase("aws:lambda/function:Function", "{\"name\":\"f\"}", "f")]
    [TestCase("aws:lambda/functionUrl:FunctionUrl", "{\"functionName\":\"arn:aws:lambda:eu-west-1:123456789012:function:f\"}", "f")]
    [TestCase("aws:lambda/eventSourceMapping:EventSourceMapping", "{}", Uuid)]
    [TestCase("aws:sqs/queue:Queue", "{\"name\":\"q\"}", "https://sqs\\.eu-west-1\\.amazonaws\\.com/123456789012/q")]
    [TestCase("aws:sns/topic:Topic", "{\"name\":\"t\"}", "arn:aws:sns:" + Place + ":t")]
    [TestCase("aws:lb/loadBalancer:LoadBalancer", "{\"name\":\"web\"}", "arn:aws:elasticloadbalancing:" + Place + ":loadbalancer/app/web/[0-9a-f]{16}")]
    [TestCase("aws:lb/loadBalancer:LoadBalancer", "{\"name\":\"web\",\"loadBalancerType\":\"network\"}", "arn:aws:elasticloadbalancing:" + Place + ":loadbalancer/net/web/[0-9a-f]{16}")]
    [TestCase("aws:lb/targetGroup:TargetGroup", "{\"name\":\"web\"}", "arn:aws:elasticloadbalancing:" + Place + ":targetgroup/web/[0-9a-f]{16}")]
    [TestCase("aws:ecs/cluster:Cluster", "{\"name\":\"c\"}", "arn:aws:ecs:" + Place + ":cluster/c")]
    [TestCase("aws:ecs/service:Service", "{\"name\":\"s\",\"cluster\":\"arn:aws:ecs:eu-west-1:123456789012:cluster/c\"}", "arn:aws:ecs:" + Place + ":service/c/s")]
    [TestCase("aws:ecs/taskDefinition:TaskDefinition", "{\"family\":\"f\"}", "f")]
    [TestCase("aws:s3/bucket:Bucket", "{}", "thing-[0-9a-f]{7}")]
    [TestCase("aws:s3/bucketPolicy:BucketPolicy", "{\"bucket\":\"b\"}", "b")]
    [TestCase("aws:cloudwatch/logGroup:LogGroup", "{\"name\":\"/a/b\"}", "/a/b")]
    [TestCase("aws:cloudwatch/eventRule:EventRule", "{\"name\":\"r\"}", "r")]
    [TestCase("aws:dynamodb/table:Table", "{\"name\":\"t\"}", "t")]
    [TestCase("aws:rds/cluster:Cluster", "{\"clusterIdentifier\":\"db\"}", "db")]
    [TestCase("aws:rds/clusterInstance:ClusterInstance", "{\"identifier\":\"one\"}", "one")]
    [TestCase("aws:rds/instance:Instance", "{}", "db-[A-Z0-9]{26}")]
    [TestCase("aws:route53/zone:Zone", "{}", "Z[A-Z0-9]{20}")]
    [TestCase("aws:route53/record:Record", "{\"zoneId\":\"Z1\",\"name\":\"www\",\"type\":\"A\"}", "Z1_www_A")]
    [TestCase("aws:acm/certificate:Certificate", "{\"domainName\":\"a.example\"}", "arn:aws:acm:" + Place + ":certificate/" + Uuid)]
    [TestCase("aws:cloudfront/distribution:Distribution", "{}", "E[A-Z0-9]{13}")]
    [TestCase("aws:cloudfront/originAccessControl:OriginAccessControl", "{}", "E[A-Z0-9]{13}")]
    [TestCase("aws:secretsmanager/secret:Secret", "{\"name\":\"s\"}", "arn:aws:secretsmanager:" + Place + ":secret:s-[A-Za-z0-9]{6}")]
    [TestCase("aws:kms/key:Key", "{}", Uuid)]
    [TestCase("aws:kms/alias:Alias", "{}", "alias/thing-[0-9a-f]{7}")]
    [TestCase("aws:apprunner/service:Service", "{\"serviceName\":\"s\"}", "arn:aws:apprunner:" + Place + ":service/s/[0-9a-f]{32}")]
    [TestCase("aws:eks/cluster:Cluster", "{\"name\":\"c\"}", "c")]
    [TestCase("aws:eks/nodeGroup:NodeGroup", "{\"clusterName\":\"c\",\"nodeGroupName\":\"n\"}", "c:n")]
    [TestCase("aws:appautoscaling/target:Target", "{\"resourceId\":\"service/c/s\"}", "service/c/s")]
    [TestCase("aws:scheduler/schedule:Schedule", "{\"name\":\"s\"}", "default/s")]
    [TestCase("random:index/randomPassword:RandomPassword", "{\"length\":20}", "none")]
    [TestCase("random:index/randomUuid:RandomUuid", "{}", Uuid)]
    [TestCase("kubernetes:core/v1:Namespace", "{}", "thing-[0-9a-f]{8}")]
    [TestCase("kubernetes:core/v1:ConfigMap", "{\"metadata\":{\"name\":\"c\",\"namespace\":\"n\"}}", "n/c")]
    [TestCase("other:index:Thing", "{}", "thing-" + Hex17)]
    public void An_id_is_what_the_provider_would_give(string type, string inputs, string pattern) =>
        Assert.That(Nodes.Made(type, "thing", inputs, Nodes.Provider()).Id, Does.Match($"^{pattern}$"));

    [Test]
    public void A_listener_and_its_rule_continue_their_load_balancers_arn()
    {
        var balancer = Nodes.Made("aws:lb/loadBalancer:LoadBalancer", "web");
        var listener = Nodes.Made("aws:lb/listener:Listener", "http", $"{{\"loadBalancerArn\":\"{balancer.Id}\"}}");
        var rule = Nodes.Made("aws:lb/listenerRule:ListenerRule", "api", $"{{\"listenerArn\":\"{listener.Id}\"}}");
        Assert.Multiple(() =>
        {
            Assert.That(listener.Id, Does.StartWith(balancer.Id!.Replace(":loadbalancer/", ":listener/", StringComparison.Ordinal) + "/"));
            Assert.That(rule.Id, Does.StartWith(listener.Id!.Replace(":listener/", ":listener-rule/", StringComparison.Ordinal) + "/"));
            Assert.That(balancer.Outputs["arn"].AsText, Is.EqualTo(balancer.Id));
            Assert.That(balancer.Id, Does.EndWith(balancer.Outputs["arnSuffix"].AsText!));
        });
    }
}
