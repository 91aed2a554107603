using System.Text.Json;
using Infra.Preview.Model;
using Infra.Tests.Support;
using NUnit.Framework;

namespace Infra.Tests.Systems.Hebo;

[TestFixtureSource(typeof(HeboStack), nameof(HeboStack.Names))]
internal sealed class HeboOutputPromises(string stackName) : HeboPromises(stackName)
{
    private IReadOnlyList<string> Pending =>
        [.. Texts(Stack.Result.Outputs["pending"]).Where(sentence => sentence.StartsWith("Hebo: ", StringComparison.Ordinal))];

    [Test]
    public void Outputs_tell_what_operators_need()
    {
        var expected = new List<string>
        {
            "frontendUrl", "apiUrl", "gatewayUrl", "distributionId", "dbWriterEndpoint", "dbReaderEndpoint", "vpcId",
        };
        expected.AddRange(Stack.IsProduction ? ["proxyEndpoint", "replicaEndpoint", "globalClusterId"] : ["bastionInstanceId"]);
        Assert.Multiple(() =>
        {
            Assert.That(Stack.Outputs.Keys, Is.SupersetOf(expected));
            Assert.That(Stack.Outputs.Keys, Has.None.AnyOf(Stack.IsProduction ? ["bastionInstanceId"] : new[] { "proxyEndpoint", "replicaEndpoint", "globalClusterId" }));
            Assert.That(Stack.Outputs["dbWriterEndpoint"].AsText, Is.EqualTo(Stack.Cluster.Output("endpoint").AsText));
            Assert.That(Stack.Outputs["dbReaderEndpoint"].AsText, Is.EqualTo(Stack.Cluster.Output("readerEndpoint").AsText));
            Assert.That(Stack.Outputs["apiUrl"].AsText, Does.StartWith("https://"));
            Assert.That(Stack.Outputs["vpcId"].AsText, Does.StartWith("vpc-"));
        });
    }

    // Promise 16.
    [Test]
    public void No_output_holds_a_secret() => Assert.That(Stack.Outputs.ContainsSecrets, Is.False);

    // Promise 16: what is secret in the configuration, or generated, is encrypted wherever it goes.
    [Test]
    public void Passwords_and_keys_are_encrypted_in_the_state()
    {
        var versions = Stack.OfType("aws:secretsmanager/secretVersion:SecretVersion");
        Assert.That(versions, Is.Not.Empty);
        Assert.That(versions.Where(version => version.Inputs["secretString"] is not SecretValue).Select(version => version.Urn), Is.Empty);
        var plain = versions.Select(version => version.Inputs["secretString"].AsText).Append(Stack.Cluster.Inputs["masterPassword"].AsText).OfType<string>().ToList();
        Assert.That(
            Stack.Nodes.Where(node => plain.Any(secret => PropertyJson.Text(node.Inputs, showSecrets: false).Contains(secret, StringComparison.Ordinal))).Select(node => node.Urn),
            Is.Empty);
    }

    // What only a third party can issue starts as a placeholder and is named until it is set.
    [Test]
    public void What_still_waits_is_told_with_what_ends_the_wait() => Assert.Multiple(() =>
    {
        foreach (var setting in new[] { "stackProjectId", "stackPublishableClientKey", "stackSecretServerKey" })
        {
            var given = Stack.Settings.TryGetProperty(setting, out _);
            Assert.That(Pending, Has.Exactly(given ? 0 : 1).Contains($"infra:hebo.{setting}"), setting);
        }
    });

    // Promise 25: without its value the key is a recognisable placeholder, which the program never writes again.
    [Test]
    public void A_server_key_that_is_not_set_is_a_placeholder_that_the_operator_may_replace()
    {
        var secret = Stack.OfType("aws:secretsmanager/secret:Secret").Single(node => node.Inputs["name"].AsText == $"{Stack.Prefix}/StackSecretServerKey");
        var version = Stack.OfType("aws:secretsmanager/secretVersion:SecretVersion").Single(node => node.Inputs["secretId"].AsText == Id(secret));
        var given = Stack.Settings.TryGetProperty("stackSecretServerKey", out _);
        Assert.That(version.IgnoreChanges, Is.EqualTo(given ? [] : new[] { "secretString" }));
        Assert.That(version.Inputs["secretString"].AsText, Does.Contain("placeholder"));
    }

    // Promise 22.
    [Test]
    public void Everything_carries_the_tags_of_app_and_stage()
    {
        var providers = Stack.Nodes.Where(node => node.Package == "aws").Select(node => node.ProviderNode!).Distinct().ToList();
        Assert.That(providers.Select(provider => provider.Name), Is.EquivalentTo(Stack.IsProduction ? ["hebo-aws", "hebo-aws-secondary"] : new[] { "hebo-aws" }));
        foreach (var provider in providers)
        {
            // The engine takes a provider's nested settings as JSON texts.
            using var given = JsonDocument.Parse(provider.Inputs["defaultTags"].AsText!);
            Assert.That(
                given.RootElement.GetProperty("tags").EnumerateObject().ToDictionary(tag => tag.Name, tag => tag.Value.GetString()),
                Is.EquivalentTo(new Dictionary<string, string?> { ["App"] = "hebo", ["Stage"] = Stack.Stage, ["ManagedBy"] = "Pulumi" }));
        }
    }

    // Promise 24.
    [Test]
    public void No_policy_allows_every_action_or_needlessly_every_resource()
    {
        var statements = Stack.OfType("aws:iam/rolePolicy:RolePolicy").SelectMany(policy => PolicyText.Parse(policy.Inputs["policy"].AsText)).ToList();
        Assert.That(statements, Is.Not.Empty);
        Assert.Multiple(() =>
        {
            Assert.That(statements.SelectMany(statement => statement.Actions).Where(action => action == "*" || action.EndsWith(":*", StringComparison.Ordinal)), Is.Empty);
            Assert.That(statements.Where(statement => statement.Resources.Contains("*") && statement.Sid != "LogInToRegistry").Select(statement => statement.Sid), Is.Empty);
        });
    }

    [Test]
    public async Task Unknown_outputs_change_nothing_about_which_resources_there_are()
    {
        var unknown = await Scenario.Of(Stack.Result.Stack, unknowns: true);
        Assert.That(unknown.Graph.Nodes.Select(node => node.Urn), Is.EqualTo(Stack.Result.Graph.Nodes.Select(node => node.Urn)));
    }
}
