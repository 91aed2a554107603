using System.Text;
using Infra.Preview.Lookups;
using Infra.Preview.Model;

namespace Infra.Preview.Synthesis;

/// <summary>Outputs of the other AWS services.</summary>
internal static class ServiceOutputs
{
    private static readonly string[] TopLevels = ["com", "net", "org", "co.uk"];

    public static PropertyValue? Value(string name, Synthesis synthesis) => name switch
    {
        "lambdaVersion" => synthesis.Node.Inputs["publish"].AsBool is true ? "1" : "$LATEST",
        "clusterCertificate" => MapValue.Of(("data", Certificate(synthesis))),
        "clusterNetwork" => ClusterNetwork(synthesis),
        "scalingRole" => ScalingRole(synthesis),
        "bucketZone" => RegionFacts.Of(synthesis.Region).BucketZone,
        "rdsZone" => RegionFacts.Of(synthesis.Region).DatabaseZone,
        "oidcProviderArn" => $"arn:aws:iam::{synthesis.Account}:oidc-provider/{WithoutScheme(Text(synthesis, "url"))}",
        "parameterArn" => $"arn:aws:ssm:{synthesis.Region}:{synthesis.Account}:parameter/{synthesis.Name.TrimStart('/')}",
        "validationOptions" => new ListValue(Domains(synthesis).Select(domain => ValidationOption(domain, synthesis))),
        "alternativeNames" => new ListValue(Domains(synthesis).Select(domain => (PropertyValue)domain)),
        "queueEncryption" => Text(synthesis, "kmsMasterKeyId").Length == 0,
        "eventRuleArn" => EventRuleArn(synthesis),
        "wafArn" => WafArn(synthesis),
        "engineVersion" => EngineVersion(Text(synthesis, "engine")),
        "databasePort" => Text(synthesis, "engine").Contains("mysql", StringComparison.Ordinal) || Text(synthesis, "engine") is "mariadb" ? 3306 : 5432,
        "databaseKey" => synthesis.Node.Inputs["storageEncrypted"].AsBool is true ? Key(synthesis, "aws/rds") : "",
        "masterUserSecrets" => MasterUserSecrets(synthesis),
        "tableStreamArn" => Streams(synthesis) ? $"arn:aws:dynamodb:{synthesis.Region}:{synthesis.Account}:table/{synthesis.Name}/stream/{StreamLabel}" : "",
        "tableStreamLabel" => Streams(synthesis) ? StreamLabel : "",
        "nameServers" => new ListValue(NameServers(synthesis).Select(server => (PropertyValue)server)),
        "primaryNameServer" => NameServers(synthesis)[0],
        "recordFqdn" => Text(synthesis, "name").TrimEnd('.'),
        _ => null,
    };

    private const string StreamLabel = "2024-01-01T00:00:00.000";

    private static string Text(Synthesis synthesis, string input) => synthesis.Node.Inputs[input].AsText ?? "";

    private static string WithoutScheme(string url) => url.Contains("://", StringComparison.Ordinal) ? url[(url.IndexOf("://", StringComparison.Ordinal) + 3)..] : url;

    private static string Key(Synthesis synthesis, string purpose) =>
        $"arn:aws:kms:{synthesis.Region}:{synthesis.Account}:key/{Digest.Uuid(synthesis.Seed(purpose))}";

    // Base64 of a PEM frame: programs pass it on, none verifies it.
    private static string Certificate(Synthesis synthesis)
    {
        var body = Convert.ToBase64String(Digest.Bytes(synthesis.Seed("certificate"), 96));
        return Convert.ToBase64String(Encoding.ASCII.GetBytes($"-----BEGIN CERTIFICATE-----\n{body}\n-----END CERTIFICATE-----\n"));
    }

    // The security group is EKS's own, however many others are given.
    private static MapValue ClusterNetwork(Synthesis synthesis) =>
        (synthesis.Node.Inputs["vpcConfig"].AsMap ?? MapValue.Empty).With("clusterSecurityGroupId", $"sg-{Digest.Hex(synthesis.Seed("clusterSecurityGroup"), 17)}");

    private static string ScalingRole(Synthesis synthesis)
    {
        var (service, suffix) = Text(synthesis, "serviceNamespace") switch
        {
            "ecs" => ("ecs", "ECSService"),
            "dynamodb" => ("dynamodb", "DynamoDBTable"),
            "lambda" => ("lambda", "LambdaConcurrency"),
            "rds" => ("rds", "RDSCluster"),
            var other => (other, "CustomResource"),
        };
        return $"arn:aws:iam::{synthesis.Account}:role/aws-service-role/{service}.application-autoscaling.amazonaws.com/"
            + $"AWSServiceRoleForApplicationAutoScaling_{suffix}";
    }

    private static List<string> Domains(Synthesis synthesis)
    {
        var names = new List<string> { Text(synthesis, "domainName") };
        names.AddRange(synthesis.Node.Inputs["subjectAlternativeNames"].AsList?.Texts ?? []);
        return [.. names.Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    // A wildcard is proved by the same record as its parent.
    private static MapValue ValidationOption(string domain, Synthesis synthesis)
    {
        var proved = domain.StartsWith("*.", StringComparison.Ordinal) ? domain[2..] : domain;
        return MapValue.Of(
            ("domainName", domain),
            ("resourceRecordName", $"_{Digest.Hex(synthesis.Seed("record|" + proved), 32)}.{proved}."),
            ("resourceRecordType", "CNAME"),
            ("resourceRecordValue",
                $"_{Digest.Hex(synthesis.Seed("value|" + proved), 32)}.{Digest.Lower(synthesis.Seed("zone"), 10)}.acm-validations.aws."));
    }

    private static string EventRuleArn(Synthesis synthesis)
    {
        var bus = Text(synthesis, "eventBusName");
        bus = bus[(bus.LastIndexOf('/') + 1)..];
        return $"arn:aws:events:{synthesis.Region}:{synthesis.Account}:rule/{(bus is "" or "default" ? "" : bus + "/")}{synthesis.Name}";
    }

    private static string WafArn(Synthesis synthesis)
    {
        var type = synthesis.Node.Type[(synthesis.Node.Type.LastIndexOf(':') + 1)..].ToLowerInvariant();
        var global = Text(synthesis, "scope") == "CLOUDFRONT";
        return $"arn:aws:wafv2:{(global ? "us-east-1" : synthesis.Region)}:{synthesis.Account}:{(global ? "global" : "regional")}/{type}/{synthesis.Name}/{synthesis.Id()}";
    }

    private static string EngineVersion(string engine) => engine switch
    {
        "aurora-mysql" => "8.0.mysql_aurora.3.08.0",
        "mysql" => "8.0.40",
        "mariadb" => "11.4.4",
        _ => "17.4",
    };

    private static ListValue MasterUserSecrets(Synthesis synthesis) => synthesis.Node.Inputs["manageMasterUserPassword"].AsBool is true
        ? ListValue.Of(MapValue.Of(
            ("kmsKeyId", Text(synthesis, "masterUserSecretKmsKeyId") is { Length: > 0 } own ? own : Key(synthesis, "aws/secretsmanager")),
            ("secretArn",
                $"arn:aws:secretsmanager:{synthesis.Region}:{synthesis.Account}:secret:rds!{(synthesis.Node.Type.EndsWith(":Cluster", StringComparison.Ordinal) ? "cluster" : "db")}"
                + $"-{Digest.Uuid(synthesis.Seed("secret"))}-{Digest.Mixed(synthesis.Seed("secretsuffix"), 6)}"),
            ("secretStatus", "active")))
        : ListValue.Empty;

    private static bool Streams(Synthesis synthesis) => synthesis.Node.Inputs["streamEnabled"].AsBool is true;

    private static List<string> NameServers(Synthesis synthesis) =>
    [
        .. TopLevels.Select((top, index) => $"ns-{1 + Digest.Number(synthesis.Seed("ns" + index), 2047)}.awsdns-{Digest.Number(synthesis.Seed("zone" + index), 64):00}.{top}"),
    ];
}
