using System.Text.Json;
using Infra.Preview.Engine;
using Infra.Preview.Lookups;
using Infra.Preview.Model;
using Infra.Preview.Synthesis;
using Infra.Tests.Preview.Synthesis;
using NUnit.Framework;

namespace Infra.Tests.Preview.Lookups;

public sealed class LookupTableTests
{
    [TestCase("us-east-1", 6)]
    [TestCase("us-east-2", 3)]
    [TestCase("us-west-2", 4)]
    [TestCase("eu-west-1", 3)]
    [TestCase("eu-central-1", 3)]
    public void Zones_have_names_and_ids_of_their_region(string region, int count)
    {
        var zones = Ask("aws:index/getAvailabilityZones:getAvailabilityZones", """{"state":"available"}""", region);
        Assert.Multiple(() =>
        {
            Assert.That(zones["names"].AsList!.Texts.ToList(), Has.Count.EqualTo(count).And.Unique.And.Ordered);
            Assert.That(zones["names"].AsList!.Texts, Is.All.StartsWith(region));
            Assert.That(zones["zoneIds"].AsList!.Texts.ToList(), Has.Count.EqualTo(count).And.Unique);
            Assert.That(zones["zoneIds"].AsList!.Texts, Is.All.Match("^[a-z]{3,4}[0-9]-az[0-9]$"));
            Assert.That(zones["id"].AsText, Is.EqualTo(region));
        });
    }

    [Test]
    public void Zones_are_left_out_by_id()
    {
        var zones = Ask("aws:index/getAvailabilityZones:getAvailabilityZones", """{"excludeZoneIds":["use1-az3"],"filters":[{"name":"opt-in-status","values":["opt-in-not-required"]}]}""", "us-east-1");
        Assert.That(zones["names"].AsList!.Texts, Is.EqualTo(new[] { "us-east-1a", "us-east-1b", "us-east-1c", "us-east-1d", "us-east-1f" }));
    }

    [Test]
    public void Zones_that_need_opting_in_are_none() => Assert.That(
        Ask("aws:index/getAvailabilityZones:getAvailabilityZones", """{"filters":[{"name":"opt-in-status","values":["opted-in"]}]}""", "us-east-1")["names"],
        Is.EqualTo(ListValue.Empty));

    [TestCase("""{"serviceName":"com.amazonaws.us-east-2.logs"}""")]
    [TestCase("""{"service":"logs"}""")]
    public void An_endpoint_service_is_in_all_zones_of_its_region(string args)
    {
        var service = Ask("aws:ec2/getVpcEndpointService:getVpcEndpointService", args, "us-east-2");
        Assert.That(service["serviceName"].AsText, Is.EqualTo("com.amazonaws.us-east-2.logs"));
        Assert.That(service["serviceId"].AsText, Does.StartWith("vpce-svc-"));
        Assert.That(service["availabilityZones"].AsList!.Texts, Is.EqualTo(new[] { "us-east-2a", "us-east-2b", "us-east-2c" }));
    }

    [Test]
    public void The_calls_own_region_wins() => Assert.That(
        Ask("aws:index/getRegion:getRegion", """{"region":"eu-west-2"}""", "us-east-1")["region"].AsText, Is.EqualTo("eu-west-2"));

    [TestCase("aws:index/getCallerIdentity:getCallerIdentity", "{}", "accountId", "123456789012")]
    [TestCase("aws:index/getPartition:getPartition", "{}", "partition", "aws")]
    [TestCase("aws:cloudfront/getCachePolicy:getCachePolicy", """{"name":"Managed-CachingDisabled"}""", "id", "4135ea2d-6df8-44a3-9df3-4b5a84be39ad")]
    [TestCase("aws:cloudfront/getCachePolicy:getCachePolicy", """{"id":"658327ea-f89d-4fab-a63d-7e88639e58f6"}""", "name", "Managed-CachingOptimized")]
    [TestCase("aws:cloudfront/getOriginRequestPolicy:getOriginRequestPolicy", """{"name":"Managed-AllViewerExceptHostHeader"}""", "id", "b689b0a8-53d0-40ab-baf2-68738e2966ac")]
    [TestCase("aws:cloudfront/getResponseHeadersPolicy:getResponseHeadersPolicy", """{"name":"Managed-SecurityHeadersPolicy"}""", "id", "67f7725c-6f97-4210-82d7-5512b31e9d03")]
    [TestCase("aws:ec2/getPrefixList:getPrefixList", """{"name":"com.amazonaws.us-east-1.s3"}""", "id", "pl-63a5400a")]
    [TestCase("aws:ec2/getManagedPrefixList:getManagedPrefixList", """{"name":"com.amazonaws.global.cloudfront.origin-facing"}""", "id", "pl-3b927c52")]
    [TestCase("aws:ec2/getManagedPrefixList:getManagedPrefixList", """{"filters":[{"name":"prefix-list-name","values":["com.amazonaws.us-east-1.dynamodb"]}]}""", "id", "pl-02cd2c6b")]
    [TestCase("aws:elb/getServiceAccount:getServiceAccount", "{}", "arn", "arn:aws:iam::127311923021:root")]
    [TestCase("aws:lb/getHostedZoneId:getHostedZoneId", "{}", "id", "Z35SXDOTRQ7X7K")]
    [TestCase("aws:lb/getHostedZoneId:getHostedZoneId", """{"loadBalancerType":"network"}""", "id", "Z26RNL4JYFTOTI")]
    [TestCase("aws:iam/getRole:getRole", """{"name":"r"}""", "arn", "arn:aws:iam::123456789012:role/r")]
    [TestCase("aws:iam/getPolicy:getPolicy", """{"name":"ReadOnlyAccess"}""", "arn", "arn:aws:iam::aws:policy/ReadOnlyAccess")]
    [TestCase("aws:iam/getPolicy:getPolicy", """{"arn":"arn:aws:iam::aws:policy/A"}""", "arn", "arn:aws:iam::aws:policy/A")]
    [TestCase("aws:route53/getZone:getZone", """{"name":"example.org."}""", "name", "example.org")]
    [TestCase("aws:ec2/getVpc:getVpc", """{"id":"vpc-1"}""", "arn", "arn:aws:ec2:us-east-1:123456789012:vpc/vpc-1")]
    [TestCase("aws:rds/getEngineVersion:getEngineVersion", """{"engine":"aurora-postgresql","version":"16.4"}""", "parameterGroupFamily", "aurora-postgresql16")]
    [TestCase("aws:rds/getOrderableDbInstance:getOrderableDbInstance", """{"engine":"postgres","preferredInstanceClasses":["db.t4g.micro","db.t3.micro"]}""", "instanceClass", "db.t4g.micro")]
    [TestCase("aws:ecr/getRepository:getRepository", """{"name":"a/b"}""", "repositoryUrl", "123456789012.dkr.ecr.us-east-1.amazonaws.com/a/b")]
    public void A_known_question_has_its_answer(string token, string args, string property, string expected) =>
        Assert.That(Ask(token, args, "us-east-1")[property].AsText, Is.EqualTo(expected));

    [TestCase("""{"owners":["amazon"],"mostRecent":true,"filters":[{"name":"name","values":["al2023-ami-2023.*-arm64"]}]}""", "arm64", "/dev/xvda")]
    [TestCase("""{"owners":["099720109477"],"filters":[{"name":"architecture","values":["x86_64"]}]}""", "x86_64", "/dev/sda1")]
    public void An_image_fits_the_question(string args, string architecture, string device)
    {
        var image = Ask("aws:ec2/getAmi:getAmi", args, "us-east-1");
        Assert.Multiple(() =>
        {
            Assert.That(image["id"].AsText, Does.Match("^ami-[0-9a-f]{17}$"));
            Assert.That(image["architecture"].AsText, Is.EqualTo(architecture));
            Assert.That(image["rootDeviceName"].AsText, Is.EqualTo(device));
            Assert.That(Ask("aws:ec2/getAmi:getAmi", args, "us-east-1"), Is.EqualTo(image));
            Assert.That(Ask("aws:ec2/getAmi:getAmi", args, "us-west-2")["id"], Is.Not.EqualTo(image["id"]));
        });
    }

    [TestCase("/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64", "^ami-[0-9a-f]{17}$")]
    [TestCase("/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id", "^ami-[0-9a-f]{17}$")]
    [TestCase("/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended", "^\\{\"image_id\":\"ami-[0-9a-f]{17}\",\"image_name\":\"amazon-linux-2023\"\\}$")]
    [TestCase("/aws/service/eks/optimized-ami/1.33/amazon-linux-2023/x86_64/standard/recommended/image_id", "^ami-[0-9a-f]{17}$")]
    public void A_public_image_parameter_is_answered(string name, string pattern) => Assert.That(
        Ask("aws:ssm/getParameter:getParameter", $"{{\"name\":\"{name}\"}}", "us-east-1")["value"].AsText, Does.Match(pattern));

    [Test]
    public void Every_answer_has_the_declared_shape()
    {
        foreach (var token in ShapeTable.Default.Functions)
        {
            MapValue answer;
            try
            {
                answer = Ask(token, """{"name":"n","engine":"postgres","instanceClass":"db.t3.micro"}""", "us-east-1");
            }
            catch (LookupMissingException)
            {
                continue;
            }

            Assert.That(ShapeTable.Default.Function(token)!.Keys.Except(answer.Keys), Is.Empty, token);
            Assert.That(
                ShapeTable.Default.Function(token)!.Where(property => !property.Value.Optional && property.Value.Kind != ShapeKind.Any && answer[property.Key].IsNull).Select(property => property.Key),
                Is.Empty,
                token);
        }
    }

    [Test]
    public void Every_recorded_call_is_a_function()
    {
        var calls = RegionFacts.Document.GetProperty("answers").EnumerateArray().Select(answer => answer.GetProperty("call").GetString()!).Distinct();
        Assert.That(calls.Where(call => ShapeTable.Default.Function(call) is null), Is.Empty);
    }

    [Test]
    public void Every_recorded_result_is_declared()
    {
        var stray = RegionFacts.Document.GetProperty("answers").EnumerateArray().SelectMany(answer =>
        {
            var declared = ShapeTable.Default.Function(answer.GetProperty("call").GetString()!)!;
            return answer.GetProperty("result").EnumerateObject().Where(member => !declared.ContainsKey(member.Name)).Select(member => $"{answer.GetProperty("call")} {member.Name}");
        });
        Assert.That(stray, Is.Empty);
    }

    [Test]
    public void A_missing_answer_says_how_to_record_it()
    {
        var fault = Assert.Throws<LookupMissingException>(() => Ask("aws:secretsmanager/getSecretVersion:getSecretVersion", """{"secretId":"s"}""", "eu-west-1"))!;
        Assert.Multiple(() =>
        {
            Assert.That(fault.Message, Does.Contain("""aws:secretsmanager/getSecretVersion:getSecretVersion with {"secretId":"s"} (region eu-west-1)""").And.Contain("--lookups"));
            using var snippet = JsonDocument.Parse(fault.Message[fault.Message.IndexOf("\n{", StringComparison.Ordinal)..]);
            Assert.That(snippet.RootElement.GetProperty("answers")[0].GetProperty("args").GetProperty("secretId").GetString(), Is.EqualTo("s"));
            Assert.That(snippet.RootElement.GetProperty("answers")[0].GetProperty("result").TryGetProperty("secretString", out _), Is.True);
        });
    }

    [Test]
    public void A_region_that_is_not_recorded_has_no_zones() => Assert.That(
        () => Ask("aws:index/getAvailabilityZones:getAvailabilityZones", "{}", "xx-nowhere-1"), Throws.InstanceOf<LookupMissingException>());

    [Test]
    public void A_file_answers_before_the_recorded_facts_and_its_most_specific_answer_wins()
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"lookups-{Guid.NewGuid():N}.json");
        File.WriteAllText(
            path,
            """
            { "answers": [
              { "call": "aws:iam/getRole:getRole", "result": { "arn": "any" } },
              { "call": "aws:iam/getRole:getRole", "args": { "name": "r" }, "result": { "arn": "named" } },
              { "call": "aws:iam/getRole:getRole", "args": { "name": "r", "region": "eu-west-1" }, "result": { "arn": "there" } },
              { "call": "pulumi:pulumi:StackReference", "args": { "name": "org/other/dev" }, "result": { "outputs": { "x": 1 } } }
            ] }
            """);
        try
        {
            var table = new LookupTable(path);
            Assert.Multiple(() =>
            {
                Assert.That(Arn("""{"name":"x"}""", "us-east-1"), Is.EqualTo("any"));
                Assert.That(Arn("""{"name":"r"}""", "us-east-1"), Is.EqualTo("named"));
                Assert.That(Arn("""{"name":"r"}""", "eu-west-1"), Is.EqualTo("there"));
                Assert.That(
                    table.Answer("pulumi:pulumi:StackReference", MapValue.Of(("name", "org/other/dev")), new LookupContext("p", "s", null))["outputs"]["x"].AsNumber,
                    Is.EqualTo(1));
            });

            string? Arn(string args, string region) => Ask("aws:iam/getRole:getRole", args, region, table)["arn"].AsText;
        }
        finally
        {
            File.Delete(path);
        }
    }

    [TestCase("[]")]
    [TestCase("{")]
    [TestCase("""{"answers":[{"call":1,"result":{}}]}""")]
    [TestCase("""{"answers":[{"call":"a"}]}""")]
    public void A_file_of_another_form_is_refused(string content)
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"lookups-{Guid.NewGuid():N}.json");
        File.WriteAllText(path, content);
        try
        {
            Assert.That(() => new LookupTable(path), Throws.InstanceOf<FormatException>().With.Message.Contains(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Test]
    public void A_policy_document_is_computed()
    {
        var answer = Ask(
            "aws:iam/getPolicyDocument:getPolicyDocument",
            """
            {"statements":[{"sid":"a","actions":["s3:GetObject"],"resources":["b","a"],
              "principals":[{"type":"Service","identifiers":["lambda.amazonaws.com"]}],
              "conditions":[{"test":"StringEquals","variable":"aws:SourceAccount","values":["1"]}]},
             {"effect":"Deny","actions":["*"],"resources":["*"],"principals":[{"type":"*","identifiers":["*"]}]}]}
            """,
            "us-east-1");
        Assert.That(
            answer["minifiedJson"].AsText,
            Is.EqualTo(
                """{"Statement":[{"Action":"s3:GetObject","Condition":{"StringEquals":{"aws:SourceAccount":"1"}},"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Resource":["a","b"],"Sid":"a"},{"Action":"*","Effect":"Deny","Principal":"*","Resource":"*"}],"Version":"2012-10-17"}"""));
        Assert.That(JsonDocument.Parse(answer["json"].AsText!).RootElement.GetProperty("Statement").GetArrayLength(), Is.EqualTo(2));
    }

    private static MapValue Ask(string token, string args, string region, LookupTable? table = null) => (table ?? new LookupTable()).Answer(
        token, (MapValue)JsonValues.Parse(args), new LookupContext("infra", "dev", Nodes.Provider($"{{\"region\":\"{region}\"}}")));
}
