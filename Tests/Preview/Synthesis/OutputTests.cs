using System.Text;
using Infra.Preview.Engine;
using Infra.Preview.Model;
using Infra.Preview.Synthesis;
using NUnit.Framework;

namespace Infra.Tests.Preview.Synthesis;

public sealed class OutputTests
{
    [TestCase("aws:lambda/functionUrl:FunctionUrl", "functionUrl", "https://[a-z0-9]{32}\\.lambda-url\\.eu-west-1\\.on\\.aws/")]
    [TestCase("aws:ecr/repository:Repository", "repositoryUrl", "123456789012\\.dkr\\.ecr\\.eu-west-1\\.amazonaws\\.com/thing-[0-9a-f]{7}")]
    [TestCase("aws:lb/loadBalancer:LoadBalancer", "dnsName", "thing-[0-9a-f]{7}-[0-9]{10}\\.eu-west-1\\.elb\\.amazonaws\\.com")]
    [TestCase("aws:lb/loadBalancer:LoadBalancer", "zoneId", "Z32O12XQLNTSW2")]
    [TestCase("aws:cloudfront/distribution:Distribution", "domainName", "d[a-z0-9]{13}\\.cloudfront\\.net")]
    [TestCase("aws:cloudfront/distribution:Distribution", "hostedZoneId", "Z2FDTNDATAQYW2")]
    [TestCase("aws:rds/cluster:Cluster", "endpoint", "thing-[0-9a-f]{7}\\.cluster-[a-z0-9]{12}\\.eu-west-1\\.rds\\.amazonaws\\.com")]
    [TestCase("aws:rds/cluster:Cluster", "readerEndpoint", "thing-[0-9a-f]{7}\\.cluster-ro-[a-z0-9]{12}\\.eu-west-1\\.rds\\.amazonaws\\.com")]
    [TestCase("aws:rds/instance:Instance", "endpoint", ".*\\.eu-west-1\\.rds\\.amazonaws\\.com:5432")]
    [TestCase("aws:apprunner/service:Service", "serviceUrl", "[a-z0-9]{10}\\.eu-west-1\\.awsapprunner\\.com")]
    [TestCase("aws:eks/cluster:Cluster", "endpoint", "https://[A-Z0-9]{32}\\.gr7\\.eu-west-1\\.eks\\.amazonaws\\.com")]
    [TestCase("aws:efs/fileSystem:FileSystem", "dnsName", "fs-[0-9a-f]{17}\\.efs\\.eu-west-1\\.amazonaws\\.com")]
    [TestCase("aws:s3/bucket:Bucket", "bucketRegionalDomainName", "thing-[0-9a-f]{7}\\.s3\\.eu-west-1\\.amazonaws\\.com")]
    [TestCase("aws:ec2/vpc:Vpc", "region", "eu-west-1")]
    public void An_output_has_its_services_form(string type, string property, string pattern) =>
        Assert.That(Nodes.Made(type, "thing", provider: Nodes.Provider()).Outputs[property].AsText, Does.Match($"^{pattern}$"));

    [Test]
    public void Inputs_are_echoed_and_absent_ones_are_null_or_empty()
    {
        var function = Nodes.Made("aws:lambda/function:Function", "f", """{"memorySize":512,"environment":{"variables":{"A":"b"}}}""");
        Assert.Multiple(() =>
        {
            Assert.That(function.Outputs["memorySize"].AsNumber, Is.EqualTo(512));
            Assert.That(function.Outputs["environment"]["variables"]["A"].AsText, Is.EqualTo("b"));
            Assert.That(function.Outputs["description"].IsNull, Is.True);
            Assert.That(function.Outputs["layers"], Is.EqualTo(ListValue.Empty));
            Assert.That(function.Outputs["version"].AsText, Is.EqualTo("$LATEST"));
            Assert.That(function.Outputs["invokeArn"].AsText, Does.EndWith($"functions/{function.Outputs["arn"].AsText}/invocations"));
        });
    }

    [Test]
    public void A_resources_own_region_wins_over_its_providers() => Assert.That(
        Nodes.Made("aws:sqs/queue:Queue", "q", """{"region":"us-west-2"}""", Nodes.Provider()).Id,
        Does.StartWith("https://sqs.us-west-2."));

    [Test]
    public void The_account_is_the_first_that_the_provider_allows() => Assert.That(
        Nodes.Made("aws:sns/topic:Topic", "t", provider: Nodes.Provider("""{"allowedAccountIds":"[\"210987654321\"]"}""")).Id,
        Does.Contain(":210987654321:"));

    [TestCase("""{"region":"eu-west-1","defaultTags":"{\"tags\":{\"a\":\"1\",\"b\":\"2\"}}"}""")]
    [TestCase("""{"region":"eu-west-1","defaultTags":{"tags":{"a":"1","b":"2"}}}""")]
    public void All_tags_are_the_providers_and_the_resources(string provider) => Assert.That(
        Nodes.Made("aws:ec2/vpc:Vpc", "v", """{"tags":{"b":"3","c":"4"}}""", Nodes.Provider(provider)).Outputs["tagsAll"].ToString(),
        Is.EqualTo("""{"a":"1","b":"3","c":"4"}"""));

    [Test]
    public void A_certificate_is_validated_per_name_and_a_wildcard_by_its_parents_record()
    {
        var options = Nodes.Made(
            "aws:acm/certificate:Certificate",
            "c",
            """{"domainName":"a.example","subjectAlternativeNames":["*.a.example","b.example"]}""").Outputs["domainValidationOptions"];
        Assert.Multiple(() =>
        {
            Assert.That(options.AsList!.Select(option => option["domainName"].AsText), Is.EqualTo(new[] { "a.example", "*.a.example", "b.example" }));
            Assert.That(options[0]["resourceRecordName"].AsText, Does.Match("^_[0-9a-f]{32}\\.a\\.example\\.$"));
            Assert.That(options[1]["resourceRecordName"], Is.EqualTo(options[0]["resourceRecordName"]));
            Assert.That(options[2]["resourceRecordValue"].AsText, Does.Match("^_[0-9a-f]{32}\\.[a-z0-9]{10}\\.acm-validations\\.aws\\.$"));
        });
    }

    [Test]
    public void A_kubernetes_cluster_has_an_issuer_and_a_readable_certificate()
    {
        var outputs = Nodes.Made("aws:eks/cluster:Cluster", "c", provider: Nodes.Provider()).Outputs;
        Assert.Multiple(() =>
        {
            Assert.That(outputs["identities"][0]["oidcs"][0]["issuer"].AsText, Does.Match("^https://oidc\\.eks\\.eu-west-1\\.amazonaws\\.com/id/[A-Z0-9]{32}$"));
            Assert.That(
                Encoding.ASCII.GetString(Convert.FromBase64String(outputs["certificateAuthority"]["data"].AsText!)),
                Does.StartWith("-----BEGIN CERTIFICATE-----"));
        });
    }

    [Test]
    public void A_kubernetes_cluster_has_a_security_group_of_its_own_beside_the_network_given()
    {
        var network = Nodes.Made("aws:eks/cluster:Cluster", "c", """{"vpcConfig":{"subnetIds":["subnet-1"]}}""", Nodes.Provider()).Outputs["vpcConfig"];
        Assert.Multiple(() =>
        {
            Assert.That(network["clusterSecurityGroupId"].AsText, Does.Match("^sg-[0-9a-f]{17}$"));
            Assert.That(network["subnetIds"].AsList!.Texts, Is.EqualTo(new[] { "subnet-1" }));
        });
    }

    [TestCase("aws:s3/bucket:Bucket", "Thing", "{}", "bucket", "thing-[0-9a-f]{7}")]
    [TestCase("aws:s3/bucket:Bucket", "thing", """{"bucketPrefix":"logs-"}""", "bucket", "logs-[0-9]{18}[0-9a-f]{8}")]
    [TestCase("aws:iam/role:Role", "Thing", "{}", "name", "Thing-[0-9a-f]{7}")]
    [TestCase("aws:iam/role:Role", "thing", """{"namePrefix":"app-"}""", "name", "app-[0-9]{18}[0-9a-f]{8}")]
    [TestCase("aws:sqs/queue:Queue", "thing", """{"fifoQueue":true}""", "name", "thing-[0-9a-f]{7}\\.fifo")]
    [TestCase("aws:rds/cluster:Cluster", "Main", "{}", "clusterIdentifier", "main-[0-9a-f]{7}")]
    [TestCase("aws:eks/nodeGroup:NodeGroup", "ng", """{"clusterName":"c"}""", "nodeGroupName", "ng-[0-9a-f]{7}")]
    [TestCase("aws:lambda/permission:Permission", "url", "{}", "statementId", "url-[0-9a-f]{7}")]
    public void A_name_not_given_is_made_as_pulumi_makes_it(string type, string name, string inputs, string property, string pattern) =>
        Assert.That(Nodes.Made(type, name, inputs).Outputs[property].AsText, Does.Match($"^{pattern}$"));

    [Test]
    public void A_made_name_beyond_the_limit_fails_as_creation_would() => Assert.That(
        () => Nodes.Made("aws:lb/targetGroup:TargetGroup", "a-target-group-with-a-long-name"),
        Throws.InstanceOf<PhysicalNameException>().With.Message.Contains("39 characters. Allowed: 32."));

    [TestCase("""{"length":32,"special":false}""", "^[a-zA-Z0-9]{32}$")]
    [TestCase("""{"length":8,"upper":false,"special":false,"numeric":false}""", "^[a-z]{8}$")]
    [TestCase("""{"length":16,"lower":false,"upper":false,"numeric":false,"overrideSpecial":"!-"}""", "^[!-]{16}$")]
    public void A_password_has_the_length_and_letters_asked_for_and_is_secret(string inputs, string pattern)
    {
        var result = Nodes.Made("random:index/randomPassword:RandomPassword", "p", inputs).Outputs["result"];
        Assert.That(result, Is.InstanceOf<SecretValue>());
        Assert.That(result.AsText, Does.Match(pattern));
    }

    [Test]
    public void A_password_has_the_least_counts_asked_for()
    {
        var text = Nodes.Made("random:index/randomPassword:RandomPassword", "p", """{"length":8,"minNumeric":3,"minUpper":3,"minSpecial":2}""").Outputs["result"].AsText!;
        Assert.That((text.Length, text.Count(char.IsAsciiDigit), text.Count(char.IsAsciiLetterUpper)), Is.EqualTo((8, 3, 3)));
    }

    [Test]
    public void Random_ids_agree_in_all_their_forms()
    {
        var outputs = Nodes.Made("random:index/randomId:RandomId", "i", """{"byteLength":4,"prefix":"p-"}""").Outputs;
        var hex = outputs["hex"].AsText![2..];
        Assert.Multiple(() =>
        {
            Assert.That(hex, Does.Match("^[0-9a-f]{8}$"));
            Assert.That(outputs["dec"].AsText, Is.EqualTo("p-" + Convert.ToUInt32(hex, 16)));
            Assert.That(Convert.ToHexStringLower(Convert.FromBase64String(outputs["b64Std"].AsText![2..])), Is.EqualTo(hex));
        });
    }

    [Test]
    public void A_random_integer_lies_in_its_range() => Assert.That(
        Nodes.Made("random:index/randomInteger:RandomInteger", "i", """{"min":5,"max":7}""").Outputs["result"].AsNumber,
        Is.InRange(5, 7));

    [Test]
    public void Kubernetes_metadata_is_completed()
    {
        var metadata = Nodes.Made("kubernetes:core/v1:ConfigMap", "settings", """{"metadata":{"labels":{"a":"b"}}}""").Outputs["metadata"];
        Assert.Multiple(() =>
        {
            Assert.That(metadata["name"].AsText, Does.Match("^settings-[0-9a-f]{8}$"));
            Assert.That(metadata["namespace"].AsText, Is.EqualTo("default"));
            Assert.That(metadata["labels"]["a"].AsText, Is.EqualTo("b"));
        });
    }

    [Test]
    public void Secret_inputs_make_secret_outputs()
    {
        var node = Nodes.Node("aws:ssm/parameter:Parameter", "p");
        node = new ResourceNode
        {
            Urn = node.Urn,
            Type = node.Type,
            Name = node.Name,
            Custom = true,
            Inputs = MapValue.Of(("value", new SecretValue("s")), ("type", "SecureString"), ("name", new SecretValue("/a/b"))),
            AdditionalSecretOutputs = ["dataType"],
        };
        var outputs = Nodes.Complete(node).Outputs;
        Assert.Multiple(() =>
        {
            Assert.That(outputs["value"], Is.InstanceOf<SecretValue>());
            Assert.That(outputs["dataType"], Is.InstanceOf<SecretValue>());
            Assert.That(outputs["version"].AsNumber, Is.EqualTo(1));
        });
    }

    [Test]
    public void A_type_that_is_not_in_the_table_has_its_inputs() => Assert.That(
        Nodes.Made("other:index:Thing", "t", """{"a":1}""").Outputs.ToString(), Is.EqualTo("""{"a":1}"""));

    [Test]
    public void Two_resources_share_no_made_up_text()
    {
        var one = Texts(Nodes.Made("aws:ec2/instance:Instance", "one").Outputs).Where(text => text.Length > 20);
        var two = Texts(Nodes.Made("aws:ec2/instance:Instance", "two").Outputs);
        Assert.That(one.Intersect(two), Is.Empty);
    }

    [TestCase("s", ShapeKind.Text)]
    [TestCase("[s]?", ShapeKind.List)]
    [TestCase("{[@aws:a/B:B]}!", ShapeKind.Map)]
    [TestCase("@aws:a/B:B?", ShapeKind.Object)]
    public void A_shape_is_read(string text, object kind)
    {
        var shape = Shape.Parse(text);
        Assert.That((shape.Kind, shape.Optional, shape.Secret), Is.EqualTo(((ShapeKind)kind, text.EndsWith('?'), text.EndsWith('!'))));
    }

    [TestCase("")]
    [TestCase("x")]
    [TestCase("[s")]
    public void Anything_else_is_no_shape(string text) => Assert.That(() => Shape.Parse(text), Throws.InstanceOf<FormatException>());

    [Test]
    public void A_table_finds_first_middle_and_last_lines()
    {
        var table = new ShapeTable("F a:b:c\tx:s\nR a:b:C\ty:i;z:[s]?\nR a:b:D\t\nT a:b:E\tq:b");
        Assert.Multiple(() =>
        {
            Assert.That(table.Function("a:b:c")!.Keys, Is.EqualTo(new[] { "x" }));
            Assert.That(table.Resource("a:b:C")!.Keys, Is.EqualTo(new[] { "y", "z" }));
            Assert.That(table.Resource("a:b:D"), Is.Empty);
            Assert.That(table.Object("a:b:E")!["q"].Kind, Is.EqualTo(ShapeKind.Bool));
            Assert.That(table.Resource("a:b:X"), Is.Null);
            Assert.That(table.Resource("a:b"), Is.Null);
        });
    }

    private static IEnumerable<string> Texts(PropertyValue value) => value.Unwrapped switch
    {
        TextValue text => [text.Value],
        ListValue list => list.SelectMany(Texts),
        MapValue map => map.Values.SelectMany(Texts),
        _ => [],
    };
}
