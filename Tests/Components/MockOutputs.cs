using System.Collections.Immutable;
using System.Globalization;
using Pulumi.Testing;

namespace Infra.Tests.Components;

/// <summary>What a provider would answer: the inputs, and of the computed outputs those that components use.</summary>
internal static class MockOutputs
{
    private const string Account = "123456789012";
    private const string Region = "us-east-1";

    public static ImmutableDictionary<string, object> Of(MockResourceArgs args)
    {
        var name = args.Inputs.GetValueOrDefault("name") as string ?? args.Name!;
        var outputs = args.Inputs.SetItem("name", name);
        return args.Type switch
        {
            "aws:acm/certificate:Certificate" => Certificate(Arn(outputs, "acm", $"certificate/{args.Name}")),
            "aws:ecs/cluster:Cluster" => Arn(outputs, "ecs", $"cluster/{name}"),
            "aws:ecr/repository:Repository" => Arn(outputs, "ecr", $"repository/{name}")
                .SetItem("repositoryUrl", $"{Account}.dkr.ecr.{Region}.amazonaws.com/{name}"),
            "aws:cloudwatch/logGroup:LogGroup" => Arn(outputs, "logs", $"log-group:{name}"),
            "aws:cloudwatch/eventRule:EventRule" => Arn(outputs, "events", $"rule/{name}"),
            "aws:dynamodb/table:Table" => Arn(outputs, "dynamodb", $"table/{name}"),
            "aws:efs/fileSystem:FileSystem" => Arn(outputs, "elasticfilesystem", $"file-system/{args.Name}-id"),
            "aws:efs/accessPoint:AccessPoint" => Arn(outputs, "elasticfilesystem", $"access-point/{args.Name}-id"),
            "aws:iam/role:Role" => outputs.SetItem("arn", $"arn:aws:iam::{Account}:role/{name}"),
            "aws:lambda/function:Function" => Arn(outputs, "lambda", $"function:{name}"),
            "aws:lambda/functionUrl:FunctionUrl" => outputs.SetItem("functionUrl", $"https://{args.Name}.lambda-url.{Region}.on.aws/"),
            "aws:s3/bucket:Bucket" => outputs
                .SetItem("bucket", $"{args.Inputs["bucketPrefix"]}unique")
                .SetItem("arn", $"arn:aws:s3:::{args.Inputs["bucketPrefix"]}unique")
                .SetItem("region", Region),
            "aws:ec2/eip:Eip" => outputs.SetItem("allocationId", $"{args.Name}-allocation"),
            "aws:ec2/natGateway:NatGateway" => outputs.SetItem("publicIp", "198.51.100.1"),
            "aws:ec2/vpcEndpoint:VpcEndpoint" => outputs.SetItem("prefixListId", $"pl-{args.Name}"),
            "aws:ecs/service:Service" => Arn(outputs, "ecs", $"service/cluster/{name}"),
            "aws:ecs/taskDefinition:TaskDefinition" => Arn(outputs, "ecs", $"task-definition/{args.Inputs["family"]}:1"),
            "aws:lb/listener:Listener" => Arn(outputs, "elasticloadbalancing", $"listener/{name}"),
            "aws:lb/loadBalancer:LoadBalancer" => Arn(outputs, "elasticloadbalancing", $"loadbalancer/app/{name}/1")
                .SetItem("arnSuffix", $"app/{name}/1")
                .SetItem("dnsName", $"internal-{name}-1.{Region}.elb.amazonaws.com")
                .SetItem("zoneId", "Z1"),
            "aws:lb/targetGroup:TargetGroup" => Arn(outputs, "elasticloadbalancing", $"targetgroup/{name}/1"),
            "aws:lb/listenerRule:ListenerRule" => Arn(outputs, "elasticloadbalancing", $"listener-rule/{name}"),
            "aws:route53/record:Record" => outputs.SetItem("fqdn", outputs["name"]),
            "aws:secretsmanager/secretVersion:SecretVersion" => outputs.SetItem("versionId", "version-1"),
            "aws:ec2/instance:Instance" => outputs.SetItem("primaryNetworkInterfaceId", $"eni-{args.Name}"),
            "aws:rds/instance:Instance" => Arn(outputs, "rds", $"db:{args.Inputs["identifier"]}")
                .SetItem("address", $"{args.Inputs["identifier"]}.example.{Region}.rds.amazonaws.com")
                .SetItem("endpoint", $"{args.Inputs["identifier"]}.example.{Region}.rds.amazonaws.com:5432"),
            "aws:secretsmanager/secret:Secret" => Arn(outputs, "secretsmanager", $"secret:{name}-AbCdEf"),
            "aws:sqs/queue:Queue" => Arn(outputs, "sqs", name).SetItem("url", $"https://sqs.{Region}.amazonaws.com/{Account}/{name}"),
            "aws:sns/topic:Topic" => Arn(outputs, "sns", name),
            "awsx:ec2:Vpc" => Vpc(outputs),
            "aws:ec2/launchTemplate:LaunchTemplate" => outputs.SetItem("latestVersion", 1),
            "aws:eks/cluster:Cluster" => Cluster(Arn(outputs, "eks", $"cluster/{name}")),
            "aws:iam/openIdConnectProvider:OpenIdConnectProvider" => outputs
                .SetItem("arn", $"arn:aws:iam::{Account}:oidc-provider/{((string)outputs["url"])["https://".Length..]}"),
            "aws:kms/key:Key" => Arn(outputs, "kms", $"key/{args.Name}"),
            "kubernetes:networking.k8s.io/v1:Ingress" => outputs.SetItem("status", Map(
                ("loadBalancer", Map(("ingress", ImmutableArray.Create<object>(Map(("hostname", $"internal-{args.Name}.{Region}.elb.amazonaws.com")))))))),
            "random:index/randomPassword:RandomPassword" => outputs.SetItem("result", "generated-secret"),
            _ => outputs,
        };
    }

    public static object Answer(MockCallArgs call) => call.Token switch
    {
        "aws:index/getAvailabilityZones:getAvailabilityZones" => call.Args
            .SetItem("names", ImmutableArray.Create<object>("us-east-1b", "us-east-1a", "us-east-1d", "us-east-1c"))
            .SetItem("zoneIds", ImmutableArray.Create<object>("use1-az2", "use1-az1", "use1-az4", "use1-az6"))
            .SetItem("groupNames", ImmutableArray.Create<object>("us-east-1-zg-1"))
            .SetItem("id", Region)
            .SetItem("region", Region),
        "aws:ec2/getVpcEndpointService:getVpcEndpointService" => call.Args
            .SetItem("availabilityZones", ((string)call.Args["serviceName"]).EndsWith("rare", StringComparison.Ordinal)
                ? ImmutableArray.Create<object>("us-east-1b", "us-east-1c")
                : ImmutableArray.Create<object>("us-east-1a", "us-east-1b", "us-east-1c"))
            .SetItem("id", call.Args["serviceName"]),
        "aws:ec2/getVpcs:getVpcs" => call.Args
            .SetItem("ids", VpcsNamed((string)((IReadOnlyDictionary<string, object>)call.Args["tags"])["Name"]))
            .SetItem("id", Region)
            .SetItem("region", Region),
        "aws:ec2/getSubnets:getSubnets" => call.Args
            .SetItem("ids", SubnetsMatching((IReadOnlyDictionary<string, object>)((IReadOnlyList<object>)call.Args["filters"])[1]))
            .SetItem("id", Region)
            .SetItem("region", Region),
        "aws:eks/getAddonVersion:getAddonVersion" => call.Args
            .SetItem("version", $"v9.{call.Args["kubernetesVersion"]}-{call.Args["addonName"]}")
            .SetItem("id", call.Args["addonName"]),
        "aws:secretsmanager/getSecretVersion:getSecretVersion" => call.Args
            .SetItem("secretString", """{"api_key":"stored-key","model_name":"m","provider_url":"https://p.example"}""")
            .SetItem("id", call.Args["secretId"]),
        "aws:ssm/getParameter:getParameter" => call.Args
            .SetItem("insecureValue", $"value of {call.Args["name"]}")
            .SetItem("id", call.Args["name"]),
        _ => throw new InvalidOperationException($"No answer is prepared for {call.Token}."),
    };

    private static ImmutableArray<object> VpcsNamed(string name) => name switch
    {
        "no-vpc" => [],
        "two-vpcs" => ["vpc-b", "vpc-a"],
        _ => [$"vpc-{name}"],
    };

    // Every VPC has the two subnets `subnet-b` and `subnet-a`, named main-subnet-public and a number.
    private static ImmutableArray<object> SubnetsMatching(IReadOnlyDictionary<string, object> filter)
    {
        var values = ((IReadOnlyList<object>)filter["values"]).Cast<string>().ToList();
        return filter["name"] is "subnet-id"
            ? [.. values.Where(id => id is "subnet-a" or "subnet-b")]
            : values.Contains("main-subnet-public*") ? ["subnet-b", "subnet-a"] : [];
    }

    private static ImmutableDictionary<string, object> Arn(ImmutableDictionary<string, object> outputs, string service, string resource) =>
        outputs.SetItem("arn", $"arn:aws:{service}:{Region}:{Account}:{resource}");

    // ACM asks for one record for a name and its wildcard, and lists it under both.
    private static ImmutableDictionary<string, object> Certificate(ImmutableDictionary<string, object> outputs)
    {
        var names = (outputs.GetValueOrDefault("subjectAlternativeNames") as IEnumerable<object> ?? []).Cast<string>().Prepend((string)outputs["domainName"]);
        return outputs.SetItem("domainValidationOptions", names.Select(name => (object)Map(
            ("domainName", name),
            ("resourceRecordName", $"_proof.{name.Replace("*.", "", StringComparison.Ordinal)}."),
            ("resourceRecordType", "CNAME"),
            ("resourceRecordValue", "_proof.acm-validations.aws."))).ToImmutableArray());
    }

    private static ImmutableDictionary<string, object> Cluster(ImmutableDictionary<string, object> outputs) => outputs
        .SetItem("endpoint", $"https://ISSUER.gr7.{Region}.eks.amazonaws.com")
        .SetItem("certificateAuthority", Map(("data", "Y2VydGlmaWNhdGU=")))
        .SetItem("identities", ImmutableArray.Create<object>(
            Map(("oidcs", ImmutableArray.Create<object>(Map(("issuer", $"https://oidc.eks.{Region}.amazonaws.com/id/ISSUER")))))))
        .SetItem("vpcConfig", ((IReadOnlyDictionary<string, object>)outputs["vpcConfig"]).ToImmutableDictionary().SetItem("clusterSecurityGroupId", "sg-cluster"));

    private static ImmutableDictionary<string, object> Map(params (string Key, object Value)[] members) =>
        members.ToImmutableDictionary(member => member.Key, member => member.Value);

    private static ImmutableDictionary<string, object> Vpc(ImmutableDictionary<string, object> outputs)
    {
        var tiers = ((IEnumerable<object>)outputs["subnetSpecs"]).Cast<IReadOnlyDictionary<string, object>>().ToDictionary(
            tier => (string)tier["type"],
            tier => ((IEnumerable<object>)tier["cidrBlocks"]).Count());
        return outputs
            .SetItem("vpcId", "vpc-1")
            // References to resources that no mock registered cannot be made: the tables are checked in previews.
            .SetItem("routeTables", ImmutableArray<object>.Empty)
            .SetItem("publicSubnetIds", Ids("public", tiers.GetValueOrDefault("Public")))
            .SetItem("privateSubnetIds", Ids("private", tiers.GetValueOrDefault("Private")))
            .SetItem("isolatedSubnetIds", Ids("isolated", tiers.GetValueOrDefault("Isolated")));
    }

    private static ImmutableArray<object> Ids(string tier, int count) =>
        [.. Enumerable.Range(1, count).Select(number => (object)string.Create(CultureInfo.InvariantCulture, $"subnet-{tier}-{number}"))];
}
