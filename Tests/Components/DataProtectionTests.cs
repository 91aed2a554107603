using Infra.Components;
using NUnit.Framework;

namespace Infra.Tests.Components;

public sealed class DataProtectionTests
{
    [TestCase(DeploymentEnvironment.Dev, false)]
    [TestCase(DeploymentEnvironment.Staging, false)]
    [TestCase(DeploymentEnvironment.Prod, true)]
    public void Only_production_protects_its_data(DeploymentEnvironment environment, bool expected) =>
        Assert.That(DataProtection.For(environment).Enabled, Is.EqualTo(expected));

    [TestCase(DeploymentEnvironment.Dev, true)]
    [TestCase(DeploymentEnvironment.Prod, false)]
    public void A_setting_overrides_the_environment(DeploymentEnvironment environment, bool wanted) =>
        Assert.That(DataProtection.For(environment, wanted).Enabled, Is.EqualTo(wanted));

    [Test]
    public void Protected_data_survives_and_unprotected_data_needs_no_manual_step()
    {
        Assert.Multiple(() =>
        {
            Assert.That(DataProtection.On.DeletionProtection, Is.True);
            Assert.That(DataProtection.On.SkipFinalSnapshot, Is.False);
            Assert.That(DataProtection.On.DeleteContents, Is.False);
            Assert.That(DataProtection.On.SecretRecoveryDays, Is.InRange(7, 30));
            Assert.That(DataProtection.On.FinalSnapshotIdentifier("orders"), Is.EqualTo("orders-final"));
            Assert.That(DataProtection.Off.DeletionProtection, Is.False);
            Assert.That(DataProtection.Off.SkipFinalSnapshot, Is.True);
            Assert.That(DataProtection.Off.DeleteContents, Is.True);
            Assert.That(DataProtection.Off.SecretRecoveryDays, Is.Zero);
            Assert.That(DataProtection.Off.FinalSnapshotIdentifier("orders"), Is.Null);
        });
    }
}
