using System.Text.Json;
using Infra.Components;
using Infra.Components.Containers;
using NUnit.Framework;

namespace Infra.Tests.Components.Containers;

public sealed class ImageRepositoryTests
{
    [Test]
    public async Task A_repository_scans_encrypts_and_keeps_its_tags()
    {
        var run = await Create(DataProtection.On, 10, TagMutability.Immutable);
        var repository = run.Only("aws:ecr/repository:Repository");
        Assert.Multiple(() =>
        {
            Assert.That(run.Registrations, Has.Count.EqualTo(2));
            Assert.That(repository["name"], Is.EqualTo("api"));
            Assert.That(repository["imageTagMutability"], Is.EqualTo("IMMUTABLE"));
            Assert.That(repository["imageScanningConfiguration.scanOnPush"], Is.EqualTo(true));
            Assert.That(repository["encryptionConfigurations.0.encryptionType"], Is.EqualTo("AES256"));
            Assert.That(repository["forceDelete"], Is.EqualTo(false));
            Assert.That(run.Options(repository).Protect, Is.True);
        });
    }

    [Test]
    public async Task An_unprotected_repository_goes_with_its_images()
    {
        var run = await Create(DataProtection.Off, 10, TagMutability.Mutable);
        var repository = run.Only("aws:ecr/repository:Repository");
        Assert.Multiple(() =>
        {
            Assert.That(repository["forceDelete"], Is.EqualTo(true));
            Assert.That(repository["imageTagMutability"], Is.EqualTo("MUTABLE"));
            Assert.That(run.Options(repository).Protect, Is.Null);
        });
    }

    [Test]
    public async Task The_lifecycle_rule_counts_all_images()
    {
        var run = await Create(DataProtection.Off, 7, TagMutability.Immutable);
        var policy = run.Only("aws:ecr/lifecyclePolicy:LifecyclePolicy");
        var selection = JsonDocument.Parse((string)policy["policy"]!).RootElement.GetProperty("rules")[0].GetProperty("selection");
        Assert.Multiple(() =>
        {
            Assert.That(policy["repository"], Is.EqualTo("api"));
            Assert.That(selection.GetProperty("tagStatus").GetString(), Is.EqualTo("any"));
            Assert.That(selection.GetProperty("countNumber").GetInt32(), Is.EqualTo(7));
        });
    }

    [Test]
    public void Keeping_no_image_is_refused() => Assert.That(
        () => Create(DataProtection.Off, 0, TagMutability.Immutable),
        Throws.Exception.With.Message.Contains("must be 1 or more"));

    private static Task<ComponentRun> Create(DataProtection protection, int imagesToKeep, TagMutability mutability) => ComponentRun.Of(options =>
        _ = new ImageRepository("api", new ImageRepositoryArgs
        {
            PhysicalName = "api",
            DataProtection = protection,
            ImagesToKeep = imagesToKeep,
            TagMutability = mutability,
        }, options));
}
