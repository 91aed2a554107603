using Infra.Components;
using Infra.Components.Secrets;
using NUnit.Framework;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Components.Secrets;

public sealed class StoredSecretTests
{
    private const string SecretType = "aws:secretsmanager/secret:Secret";
    private const string VersionType = "aws:secretsmanager/secretVersion:SecretVersion";

    [Test]
    public async Task A_given_value_is_stored_and_kept_current()
    {
        bool? awaits = null;
        var run = await Create("given", DataProtection.Off, secret => awaits = secret.AwaitsValue);
        Assert.Multiple(() =>
        {
            Assert.That(run.Only(VersionType)["secretString"], Is.EqualTo("given"));
            Assert.That(run.Options(run.Only(VersionType)).IgnoreChanges, Is.Empty);
            Assert.That(awaits, Is.False);
        });
    }

    [Test]
    public async Task A_placeholder_is_stored_once_and_then_left_to_the_operator()
    {
        bool? awaits = null;
        var run = await Create(null, DataProtection.Off, secret => awaits = secret.AwaitsValue);
        Assert.Multiple(() =>
        {
            Assert.That(run.Only(VersionType)["secretString"], Is.EqualTo("REPLACE"));
            Assert.That(run.Options(run.Only(VersionType)).IgnoreChanges, Is.EqualTo(new[] { "secretString" }));
            Assert.That(awaits, Is.True);
        });
    }

    [Test]
    public async Task A_protected_secret_can_be_restored_and_an_unprotected_one_frees_its_name()
    {
        var kept = await Create(null, DataProtection.On);
        var dropped = await Create(null, DataProtection.Off);
        Assert.Multiple(() =>
        {
            Assert.That(kept.Only(SecretType)["recoveryWindowInDays"], Is.EqualTo(30));
            Assert.That(kept.Options(kept.Only(SecretType)).Protect, Is.True);
            Assert.That(dropped.Only(SecretType)["recoveryWindowInDays"], Is.EqualTo(0));
            Assert.That(dropped.Options(dropped.Only(SecretType)).Protect, Is.Null);
        });
    }

    [TestCase("given", "password", "arn:aws:secretsmanager:us-east-1:123456789012:secret:api-key-AbCdEf:password::version-1")]
    [TestCase("given", "", "arn:aws:secretsmanager:us-east-1:123456789012:secret:api-key-AbCdEf:::version-1")]
    [TestCase(null, "password", "arn:aws:secretsmanager:us-east-1:123456789012:secret:api-key-AbCdEf:password::")]
    [TestCase(null, "", "arn:aws:secretsmanager:us-east-1:123456789012:secret:api-key-AbCdEf")]
    public async Task Tasks_get_the_programs_own_value_by_its_version_and_the_operators_as_it_is(string? value, string key, string expected)
    {
        Output<string>? reference = null;
        await Create(value, DataProtection.Off, secret => reference = secret.TaskReference(key));
        Assert.That(await OutputUtilities.GetValueAsync(reference!), Is.EqualTo(expected));
    }

    private static Task<ComponentRun> Create(string? value, DataProtection protection, Action<StoredSecret>? inspect = null) => ComponentRun.Of(options =>
    {
        var secret = new StoredSecret("key", new StoredSecretArgs
        {
            PhysicalName = "api-key",
            Description = "Key",
            DataProtection = protection,
            Placeholder = "REPLACE",
            Value = value is null ? null : (Input<string>)value,
        }, options);
        inspect?.Invoke(secret);
    });
}
