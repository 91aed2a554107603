using Infra.Components;
using Infra.Components.Databases;
using NUnit.Framework;

namespace Infra.Tests.Components.Databases;

public sealed class DatabaseKeyTests
{
    [TestCase(true, 30)]
    [TestCase(false, 7)]
    public async Task A_key_rotates_has_a_name_and_waits_before_it_is_lost(bool isProtected, int days)
    {
        var run = await ComponentRun.Of(options => _ = new DatabaseKey("key", new DatabaseKeyArgs
        {
            PhysicalName = "sample-db",
            DataProtection = isProtected ? DataProtection.On : DataProtection.Off,
        }, options));
        var key = run.Only("aws:kms/key:Key");
        Assert.Multiple(() =>
        {
            Assert.That(run.Registrations, Has.Count.EqualTo(2));
            Assert.That(key["enableKeyRotation"], Is.EqualTo(true));
            Assert.That(key["deletionWindowInDays"], Is.EqualTo(days));
            Assert.That(run.Options(key).Protect, Is.EqualTo(isProtected ? true : null));
            Assert.That(run.Only("aws:kms/alias:Alias")["name"], Is.EqualTo("alias/sample-db"));
        });
    }
}
