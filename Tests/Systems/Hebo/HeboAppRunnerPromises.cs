using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Systems.Hebo;

/// <summary>API and Gateway on App Runner.</summary>
[TestFixtureSource(typeof(HeboStack), nameof(HeboStack.OnAppRunner))]
internal sealed class HeboAppRunnerPromises(string stackName) : HeboPromises(stackName)
{
    private const string ServiceType = "aws:apprunner/service:Service";

    private ResourceNode Api => Service("api");

    private ResourceNode Gateway => Service("gateway");

    private ResourceNode[] Both => [Api, Gateway];

    // Promises 4, 33 and 39.
    [Test]
    public void There_are_an_API_and_a_Gateway_of_the_documents_images_ports_and_names()
    {
        Assert.That(Stack.OfType(ServiceType), Has.Count.EqualTo(2));
        Assert.Multiple(() =>
        {
            Assert.That(Api.Inputs["serviceName"].AsText, Is.EqualTo($"{Stack.Prefix}-api"));
            Assert.That(Gateway.Inputs["serviceName"].AsText, Is.EqualTo($"{Stack.Prefix}-gateway"));
            Assert.That(Image(Api)["imageIdentifier"].AsText, Does.StartWith("public.ecr.aws/m1o3d3n5/hebo-api"));
            Assert.That(Image(Gateway)["imageIdentifier"].AsText, Does.StartWith("public.ecr.aws/m1o3d3n5/hebo-gateway"));
            Assert.That(Image(Api)["imageConfiguration"]["port"].AsText, Is.EqualTo("3001"));
            Assert.That(Image(Gateway)["imageConfiguration"]["port"].AsText, Is.EqualTo("3002"));
        });
    }

    // Promises 5 and 6.
    [Test]
    public void Images_of_ECR_Public_are_neither_deployed_by_pushes_nor_pulled_with_a_role() => Assert.Multiple(() =>
    {
        foreach (var service in Both)
        {
            var source = service.Inputs["sourceConfiguration"];
            Assert.That(Image(service)["imageRepositoryType"].AsText, Is.EqualTo("ECR_PUBLIC"));
            Assert.That(source["autoDeploymentsEnabled"], Is.EqualTo((PropertyValue)false));
            Assert.That(source["authenticationConfiguration"].IsNull, Is.True);
        }
    });

    // Promises 3 and 7.
    [Test]
    public void Each_service_leaves_through_its_own_connector_into_private_subnets()
    {
        var connectors = Stack.OfType("aws:apprunner/vpcConnector:VpcConnector");
        Assert.That(connectors, Has.Count.EqualTo(2));
        foreach (var service in Both)
        {
            var egress = service.Inputs["networkConfiguration"]["egressConfiguration"];
            var connector = connectors.Single(node => node.Inputs["vpcConnectorName"].AsText == service.Inputs["serviceName"].AsText);
            var group = connector.Inputs["securityGroups"][0].AsText;
            Assert.Multiple(() =>
            {
                Assert.That(egress["egressType"].AsText, Is.EqualTo("VPC"));
                Assert.That(egress["vpcConnectorArn"].AsText, Is.EqualTo(Arn(connector)));
                Assert.That(
                    Texts(connector.Inputs["subnets"]).Select(id => Stack.Maker("aws:ec2/subnet:Subnet", "id", id).Inputs["cidrBlock"].AsText),
                    Is.EquivalentTo(new[] { "10.0.4.0/22", "10.0.12.0/22" }));
                Assert.That(Texts(connector.Inputs["securityGroups"]), Has.Count.EqualTo(1));
                Assert.That(Stack.Rules("Ingress", group), Is.Empty);
            });
        }
    }

    // App Runner refuses a connector whose combination of security groups another one has already.
    [Test]
    public void No_two_connectors_wear_the_same_security_groups() => Assert.That(
        Stack.OfType("aws:apprunner/vpcConnector:VpcConnector").Select(connector => string.Join(' ', Texts(connector.Inputs["securityGroups"]).Order(StringComparer.Ordinal))),
        Is.Unique);

    // Promise 8. App Runner reserves PORT and sets it to the service's port: giving it is refused.
    [Test]
    public void Plain_variables_are_what_is_no_secret()
    {
        var common = new Dictionary<string, string?>
        {
            ["LOG_LEVEL"] = Stack.IsProduction ? "info" : "debug",
            ["NODE_ENV"] = "production",
            ["PGSSLMODE"] = "require",
            ["PG_DATABASE"] = "hebo",
            ["PG_HOST"] = Host,
            ["PG_PORT"] = "5432",
            ["VITE_STACK_PROJECT_ID"] = Stack.Text("stackProjectId", "00000000-0000-0000-0000-000000000000"),
        };
        Assert.That(
            Variables(Api), Is.EquivalentTo(new Dictionary<string, string?>(common) { ["SECRETS_VERSION_ID"] = Variables(Api)["SECRETS_VERSION_ID"] }));
        Assert.That(
            Variables(Gateway),
            Is.EquivalentTo(new Dictionary<string, string?>(common) { ["GATEWAY_PORT"] = "3002", ["SECRETS_VERSION_ID"] = Variables(Gateway)["SECRETS_VERSION_ID"] }));
    }

    // App Runner reads secrets while it deploys, so a new value must change a service.
    [Test]
    public void A_new_value_of_any_of_its_secrets_deploys_a_service() => Assert.Multiple(() =>
    {
        foreach (var service in Both)
        {
            var secrets = Secrets(service).Values.Select(SecretOf).Distinct().ToList();
            Assert.That(secrets, Has.Count.AtLeast(2));
            Assert.That(
                Variables(service)["SECRETS_VERSION_ID"]!.Split(' '), Is.EquivalentTo(secrets.Select(secret => VersionOf(secret).Output("versionId").AsText)));
        }
    });

    // Promise 9.
    [Test]
    public void Secrets_are_named_by_ARN_alone()
    {
        var database = SecretArn("db");
        var common = new Dictionary<string, string?>
        {
            ["PG_PASSWORD"] = $"{database}:password::",
            ["PG_USER"] = $"{database}:username::",
            ["STACK_SECRET_SERVER_KEY"] = SecretArn("StackSecretServerKey"),
        };
        var gateway = new Dictionary<string, string?>(common);
        foreach (var (setting, variable, secret) in ProviderKeys.Where(key => Stack.Settings.TryGetProperty(key.Setting, out _)))
        {
            gateway[variable] = SecretArn(secret);
        }

        Assert.That(Secrets(Api), Is.EquivalentTo(common));
        Assert.That(Secrets(Gateway), Is.EquivalentTo(gateway));
        Assert.That(Both.SelectMany(service => Variables(service).Keys).Intersect(gateway.Keys), Is.Empty);
        Assert.That(database, Does.StartWith("arn:aws:secretsmanager:us-east-1:"));
    }

    // Promise 10.
    [Test]
    public void Its_role_reads_exactly_the_secrets_that_a_service_gets()
    {
        foreach (var service in Both)
        {
            var role = Role(service);
            var trust = PolicyText.Parse(role.Inputs["assumeRolePolicy"].AsText).Single();
            var statement = Stack.Statements(role).Single();
            Assert.Multiple(() =>
            {
                Assert.That(trust.Principals, Is.EqualTo(new[] { "Service:tasks.apprunner.amazonaws.com" }));
                Assert.That(statement.Actions, Is.EqualTo(new[] { "secretsmanager:GetSecretValue" }));
                Assert.That(statement.Resources, Is.EquivalentTo(Secrets(service).Values.Select(SecretOf).Distinct()));
            });
        }
    }

    // Promise 11.
    [Test]
    public void Each_service_scales_by_its_load_and_is_checked_by_HTTP()
    {
        foreach (var service in Both)
        {
            var scaling = Stack.Maker("aws:apprunner/autoScalingConfigurationVersion:AutoScalingConfigurationVersion", "arn", service.Inputs["autoScalingConfigurationArn"].AsText);
            var check = service.Inputs["healthCheckConfiguration"];
            Assert.Multiple(() =>
            {
                Assert.That(scaling.Inputs["autoScalingConfigurationName"].AsText, Has.Length.AtMost(32));
                Assert.That(scaling.Inputs["minSize"].AsNumber, Is.EqualTo(Stack.IsProduction ? 2 : 1));
                Assert.That(scaling.Inputs["maxSize"].AsNumber, Is.EqualTo(Stack.IsProduction ? 25 : 2));
                Assert.That(scaling.Inputs["maxConcurrency"].AsNumber, Is.EqualTo(100));
                Assert.That(check["protocol"].AsText, Is.EqualTo("HTTP"));
                Assert.That(check["path"].AsText, Is.EqualTo("/"));
                Assert.That(service.Inputs["instanceConfiguration"]["cpu"].AsText, Is.EqualTo(Stack.IsProduction ? "1024" : "256"));
                Assert.That(service.Inputs["instanceConfiguration"]["memory"].AsText, Is.EqualTo(Stack.IsProduction ? "2048" : "512"));
            });
        }
    }

    // Promise 23, and the order of bootstrapping: secrets, policies and rules before the services that use them.
    [Test]
    public void Services_come_after_all_that_they_need_from_their_first_second()
    {
        var needed = Stack.Nodes.Where(node => node.Type is "aws:rds/proxyTarget:ProxyTarget" or "aws:secretsmanager/secretVersion:SecretVersion")
            .Concat(Stack.OfType("aws:rds/clusterInstance:ClusterInstance").Where(node => node.Inputs["clusterIdentifier"].AsText == Id(Stack.Cluster)))
            .Concat(Stack.OfType("aws:apprunner/vpcConnector:VpcConnector").SelectMany(connector => Stack.Rules("Egress", connector.Inputs["securityGroups"][0].AsText)))
            .ToList();
        Assert.That(needed.Select(node => node.Type).Distinct().Count(), Is.EqualTo(Stack.IsProduction ? 4 : 3));
        foreach (var service in Both)
        {
            var policy = Stack.OfType("aws:iam/rolePolicy:RolePolicy").Single(node => node.Inputs["role"].AsText == Role(service).Output("name").AsText);
            Assert.That(Stack.WaitsFor(service), Is.SupersetOf(needed.Append(policy).Select(node => node.Urn)));
        }
    }

    [Test]
    public void Their_addresses_are_outputs_with_a_scheme() => Assert.Multiple(() =>
    {
        Assert.That(Stack.Outputs["apiUrl"].AsText, Is.EqualTo($"https://{Api.Output("serviceUrl").AsText}"));
        Assert.That(Stack.Outputs["gatewayUrl"].AsText, Is.EqualTo($"https://{Gateway.Output("serviceUrl").AsText}"));
    });

    [Test]
    public void The_preview_says_that_App_Runner_is_closed_to_newcomers() => Assert.That(
        Stack.Result.Diagnostics.Select(diagnostic => diagnostic.Message),
        Has.Exactly(1).StartsWith("infra:hebo.serviceRuntime: App Runner has admitted no new AWS customers"));

    private static IEnumerable<(string Setting, string Variable, string Secret)> ProviderKeys =>
        [("groqApiKey", "GROQ_API_KEY", "GroqApiKey"), ("voyageApiKey", "VOYAGE_API_KEY", "VoyageApiKey")];

    // Where there is a proxy, it stands for the database.
    private string? Host => Stack.IsProduction
        ? Stack.Only("aws:rds/proxy:Proxy").Output("endpoint").AsText
        : Stack.Cluster.Output("endpoint").AsText;

    private ResourceNode Service(string key) => Stack.OfType(ServiceType).Single(node => node.Inputs["serviceName"].AsText == $"{Stack.Prefix}-{key}");

    private ResourceNode Role(ResourceNode service) => Stack.Maker("aws:iam/role:Role", "arn", service.Inputs["instanceConfiguration"]["instanceRoleArn"].AsText);

    private string? SecretArn(string name) =>
        Arn(Stack.OfType("aws:secretsmanager/secret:Secret").Single(secret => secret.Inputs["name"].AsText == $"{Stack.Prefix}/{name}"));

    private ResourceNode VersionOf(string secretArn) => Stack.OfType("aws:secretsmanager/secretVersion:SecretVersion")
        .Single(version => version.Inputs["secretId"].AsText == Id(Stack.Maker("aws:secretsmanager/secret:Secret", "arn", secretArn)));

    // A reference is the secret's ARN, or ARN:KEY:: for a key of its JSON.
    private static string SecretOf(string? reference) => string.Join(':', reference!.Split(':').Take(7));

    private static PropertyValue Image(ResourceNode service) => service.Inputs["sourceConfiguration"]["imageRepository"];

    private static Dictionary<string, string?> Variables(ResourceNode service) => Map(Image(service)["imageConfiguration"]["runtimeEnvironmentVariables"]);

    private static Dictionary<string, string?> Secrets(ResourceNode service) => Map(Image(service)["imageConfiguration"]["runtimeEnvironmentSecrets"]);

    private static Dictionary<string, string?> Map(PropertyValue value) => value.AsMap!.ToDictionary(entry => entry.Key, entry => entry.Value.AsText);
}
