using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Systems.Hypernym;

[TestFixtureSource(typeof(HypernymStack), nameof(HypernymStack.OnEcs))]
internal sealed class HypernymInferencePromises(string stackName) : HypernymPromises(stackName)
{
    private ResourceNode RuntimeRole => Stack.Only("aws:iam/role:Role", $"{Stack.Prefix}-task-role");

    // Promise 15.
    [Test]
    public void The_application_meters_its_use_in_either_mode()
    {
        var metering = Stack.Statements(RuntimeRole).Single(statement => statement.Actions.Any(action => action.StartsWith("aws-marketplace:", StringComparison.Ordinal)));
        Assert.Multiple(() =>
        {
            Assert.That(metering.Actions, Is.EquivalentTo(new[] { "aws-marketplace:MeterUsage", "aws-marketplace:RegisterUsage" }));
            Assert.That(metering.Resources, Is.EqualTo(new[] { "*" }));
        });
    }

    // Promise 16.
    [Test]
    public void The_application_reads_the_providers_credentials_in_byop_only_and_nothing_else_there_is()
    {
        var secrets = Stack.Statements(RuntimeRole).Where(statement => statement.Actions.Any(action => action.StartsWith("secretsmanager:", StringComparison.Ordinal))).ToList();
        Assert.That(
            secrets.SelectMany(statement => statement.Actions),
            Is.EqualTo(Stack.Byop ? ["secretsmanager:GetSecretValue"] : Array.Empty<string>()));
        Assert.That(
            secrets.SelectMany(statement => statement.Resources),
            Is.EqualTo(Stack.Byop ? [Stack.SecretArn] : Array.Empty<string>()));
    }

    // Promise 20.
    [Test]
    public void Only_a_provider_out_of_reach_is_warned_of()
    {
        var warnings = Stack.Result.Diagnostics.Where(entry => entry.Message.Contains("no way to the internet", StringComparison.Ordinal)).ToList();
        Assert.That(warnings, Has.Count.EqualTo(Stack.Byop ? 1 : 0));
    }

    [Test]
    public void An_existing_secret_is_used_and_none_is_made() => Assert.That(Stack.OfType("aws:secretsmanager/secret:Secret"), Is.Empty);
}
