using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Systems.Hypernym.Eks;

internal sealed class HypernymEksInferencePromises(string stackName) : HypernymEksPromises(stackName)
{
    private const string ClassType = "kubernetes:secrets-store.csi.x-k8s.io/v1:SecretProviderClass";

    private static readonly Dictionary<string, string> SecretVariables = new()
    {
        ["UPSTREAM_API_KEY"] = "api_key",
        ["UPSTREAM_MODEL_NAME"] = "model_name",
        ["UPSTREAM_PROVIDER_URL"] = "provider_url",
    };

    // Promise 15.
    [Test]
    public void Pods_meter_their_use_in_either_mode()
    {
        var metering = Stack.Statements(Role("pod-role")).Single(statement => statement.Actions.Any(action => action.StartsWith("aws-marketplace:", StringComparison.Ordinal)));
        Assert.Multiple(() =>
        {
            Assert.That(metering.Actions, Is.EquivalentTo(new[] { "aws-marketplace:MeterUsage", "aws-marketplace:RegisterUsage" }));
            Assert.That(metering.Resources, Is.EqualTo(new[] { "*" }));
        });
    }

    // Promises 16 and 58.
    [Test]
    public void Pods_read_the_providers_credentials_in_byop_only_and_nothing_else_there_is()
    {
        var statements = Stack.Statements(Role("pod-role")).Where(statement => statement.Actions.Any(action => !action.StartsWith("aws-marketplace:", StringComparison.Ordinal))).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(
                statements.SelectMany(statement => statement.Actions),
                Is.EquivalentTo(Stack.Byop ? ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"] : Array.Empty<string>()));
            Assert.That(statements.SelectMany(statement => statement.Resources).Distinct(), Is.EqualTo(Stack.Byop ? [Stack.SecretArn] : Array.Empty<string>()));
            Assert.That(Managed(Role("pod-role")), Is.Empty);
        });
    }

    // Promises 23, 49 and 57.
    [Test]
    public void Pods_have_the_variables_of_their_mode()
    {
        var variables = Container["env"].AsList!;
        var plain = variables.Where(variable => variable["valueFrom"].IsNull).ToDictionary(variable => variable["name"].AsText!, variable => variable["value"].AsText!);
        var expected = new Dictionary<string, string>
        {
            ["ENVIRONMENT"] = "production",
            ["INFERENCE_PROVIDER_MODE"] = Stack.Byop ? "byop" : "managed",
            ["LOG_LEVEL"] = "info",
            ["MARKETPLACE_PRODUCT_CODE"] = Stack.Text("marketplaceProductCode", ""),
            ["PORT"] = "8000",
            ["WORKERS"] = "1",
        };
        if (!Stack.Byop)
        {
            expected["MANAGED_API_URL"] = "http://one-api-service:8080";
        }

        Assert.Multiple(() =>
        {
            Assert.That(plain, Is.EquivalentTo(expected));
            Assert.That(
                variables.Where(variable => !variable["valueFrom"].IsNull)
                    .ToDictionary(variable => variable["name"].AsText!, variable => variable["valueFrom"]["secretKeyRef"]["key"].AsText!),
                Is.EquivalentTo(Stack.Byop ? SecretVariables : []));
            Assert.That(
                variables.Where(variable => !variable["valueFrom"].IsNull).Select(variable => variable["valueFrom"]["secretKeyRef"]["name"].AsText),
                Is.All.EqualTo("hypernym-byop-credentials"));
        });
    }

    // Promises 55 and 56.
    [Test]
    public void The_secrets_store_is_there_in_byop_only_and_reads_the_three_keys_of_the_one_secret()
    {
        Assert.That(Stack.OfType("kubernetes:core/v1:Secret"), Is.Empty);
        if (!Stack.Byop)
        {
            Assert.That(Stack.OfType(ClassType), Is.Empty);
            Assert.That(Stack.Endpoint("secretsmanager"), Is.Null);
            Assert.That(Stack.OfType("aws:eks/addon:Addon").Select(addon => addon.Inputs["addonName"].AsText), Has.None.Contains("secrets-store"));
            return;
        }

        var provider = Stack.Only(ClassType);
        var addon = Addon("aws-secrets-store-csi-driver-provider");
        var spec = provider.Inputs["spec"];
        Assert.Multiple(() =>
        {
            Assert.That(addon.Inputs["configurationValues"].AsText, Does.Contain("\"syncSecret\":{\"enabled\":true}"));
            Assert.That(provider.Inputs["metadata"]["name"].AsText, Is.EqualTo("hypernym-byop"));
            Assert.That(spec["provider"].AsText, Is.EqualTo("aws"));
            Assert.That(spec["parameters"]["region"].AsText, Is.EqualTo(Stack.Region));
            Assert.That(spec["parameters"]["objects"].AsText, Does.Contain($"\"objectName\":\"{Stack.SecretArn}\""));
            Assert.That(SecretVariables.Values.Where(key => !spec["parameters"]["objects"].AsText!.Contains($"\"path\":\"{key}\"", StringComparison.Ordinal)), Is.Empty);
            Assert.That(spec["secretObjects"][0]["secretName"].AsText, Is.EqualTo("hypernym-byop-credentials"));
            Assert.That(spec["secretObjects"][0]["data"].AsList!.Select(entry => entry["key"].AsText), Is.EquivalentTo(SecretVariables.Values));
            Assert.That(provider.Dependencies, Does.Contain(addon.Urn));
        });
    }

    // Promise 57.
    [Test]
    public void Pods_mount_the_credentials_so_that_the_driver_makes_the_secret()
    {
        var mount = Container["volumeMounts"].AsList!.SingleOrDefault(entry => entry["name"].AsText == "provider-credentials");
        var volume = Pod["volumes"].AsList!.SingleOrDefault(entry => entry["name"].AsText == "provider-credentials");
        if (!Stack.Byop)
        {
            Assert.That((mount, volume), Is.EqualTo(((PropertyValue?)null, (PropertyValue?)null)));
            return;
        }

        Assert.Multiple(() =>
        {
            Assert.That(mount!["readOnly"].AsBool, Is.True);
            Assert.That(volume!["csi"]["driver"].AsText, Is.EqualTo("secrets-store.csi.k8s.io"));
            Assert.That(volume["csi"]["readOnly"].AsBool, Is.True);
            Assert.That(volume["csi"]["volumeAttributes"]["secretProviderClass"].AsText, Is.EqualTo("hypernym-byop"));
            Assert.That(Waits(Deployment, Stack.Only(ClassType)), Is.True);
        });
    }

    // Promise 58.
    [Test]
    public void Pods_wait_for_their_policies_and_in_byop_for_the_endpoint_of_their_secret()
    {
        var policies = Stack.OfType("aws:iam/rolePolicy:RolePolicy").Where(policy => policy.Inputs["role"].AsText == Role("pod-role").Output("name").AsText).ToList();
        Assert.That(policies, Has.Count.EqualTo(Stack.Byop ? 3 : 1));
        Assert.That(policies.Where(policy => !Waits(Deployment, policy)), Is.Empty);
        if (Stack.Byop)
        {
            Assert.That(Waits(Deployment, Stack.Endpoint("secretsmanager")!), Is.True);
        }
    }

    // Promise 20.
    [Test]
    public void Only_a_provider_out_of_reach_is_warned_of()
    {
        var warnings = Stack.Result.Diagnostics.Where(entry => entry.Message.Contains("no way to the internet", StringComparison.Ordinal)).ToList();
        Assert.That(warnings, Has.Count.EqualTo(Stack.Byop ? 1 : 0));
    }
}
