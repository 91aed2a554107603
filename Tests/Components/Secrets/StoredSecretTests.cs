using Infra.Components;
using Infra.Components.Secrets;
using NUnit.Framework;
using Pulumi;

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
