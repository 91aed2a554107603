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

    [Test]
    public async Task Untagged_images_expire_by_age_and_before_the_count_of_all()
    {
        var run = await Create(DataProtection.Off, 7, TagMutability.Mutable, untaggedDays: 3);
        var rules = JsonDocument.Parse((string)run.Only("aws:ecr/lifecyclePolicy:LifecyclePolicy")["policy"]!).RootElement.GetProperty("rules");
        Assert.Multiple(() =>
        {
            Assert.That(rules.EnumerateArray().Select(rule => rule.GetProperty("rulePriority").GetInt32()), Is.EqualTo(new[] { 1, 2 }));
            Assert.That(rules[0].GetProperty("selection").GetProperty("tagStatus").GetString(), Is.EqualTo("untagged"));
            Assert.That(rules[0].GetProperty("selection").GetProperty("countType").GetString(), Is.EqualTo("sinceImagePushed"));
            Assert.That(rules[0].GetProperty("selection").GetProperty("countUnit").GetString(), Is.EqualTo("days"));
            Assert.That(rules[0].GetProperty("selection").GetProperty("countNumber").GetInt32(), Is.EqualTo(3));
            Assert.That(rules[1].GetProperty("selection").GetProperty("tagStatus").GetString(), Is.EqualTo("any"));
        });
    }

    [Test]
    public void Expiring_nothing_is_refused() => Assert.That(
        () => Create(DataProtection.Off, null, TagMutability.Immutable),
        Throws.Exception.With.Message.Contains("at least one rule"));

    private static Task<ComponentRun> Create(DataProtection protection, int? imagesToKeep, TagMutability mutability, int? untaggedDays = null) => ComponentRun.Of(options =>
        _ = new ImageRepository("api", new ImageRepositoryArgs
        {
            PhysicalName = "api",
            DataProtection = protection,
            ImagesToKeep = imagesToKeep,
            UntaggedImageDays = untaggedDays,
            TagMutability = mutability,
        }, options));
}
