using Infra.Tests.Sdks.Pulumi.Support;
using Infra.Tests.Sdks.Pulumi.Values;
using NUnit.Framework;
using Pulumi;

namespace Infra.Tests.Sdks.Pulumi.Protocol;

/// <summary>Merging of options, and the rule of bindings that an empty id is none.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class MergeTests
{
    [Test]
    public async Task Single_values_of_the_second_win_and_lists_are_appended()
    {
        var (one, two) = (Outputs.Resource("one"), Outputs.Resource("two"));
        var first = new CustomResourceOptions
        {
            Version = "1",
            Protect = true,
            ImportId = "i1",
            DependsOn = { one },
            IgnoreChanges = { "a" },
            AdditionalSecretOutputs = { "s" },
            Aliases = { new Alias { Name = "x" } },
            EnvVarMappings = { ["A"] = "1", ["B"] = "1" },
        };
        var second = new CustomResourceOptions
        {
            Version = "2",
            Protect = false,
            DeleteBeforeReplace = true,
            DependsOn = { two },
            IgnoreChanges = { "b" },
            EnvVarMappings = { ["B"] = "2" },
        };

        var merged = CustomResourceOptions.Merge(first, second);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((merged.Version, merged.Protect, merged.ImportId, merged.DeleteBeforeReplace), Is.EqualTo(("2", (bool?)false, "i1", (bool?)true)));
            Assert.That(merged.IgnoreChanges, Is.EqualTo(new[] { "a", "b" }));
            Assert.That(merged.AdditionalSecretOutputs, Is.EqualTo(new[] { "s" }));
            Assert.That(merged.Aliases, Has.Count.EqualTo(1));
            Assert.That(merged.EnvVarMappings, Is.EqualTo(new Dictionary<string, string> { ["A"] = "1", ["B"] = "2" }));
            Assert.That(await merged.DependsOn.ToOutput().ValueAsync(), Is.EqualTo(new[] { one, two }));
        }
    }

    [Test]
    public async Task Merging_changes_neither_of_the_two()
    {
        var (first, second) = (new CustomResourceOptions { IgnoreChanges = { "a" } }, new CustomResourceOptions { IgnoreChanges = { "b" } });

        var merged = CustomResourceOptions.Merge(first, second);
        merged.IgnoreChanges.Add("c");
        merged.DependsOn.Add(Outputs.Resource("x"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((first.IgnoreChanges.Count, second.IgnoreChanges.Count), Is.EqualTo((1, 1)));
            Assert.That((await first.DependsOn.ToOutput().ValueAsync()).Length, Is.Zero);
            Assert.That(merged, Is.Not.SameAs(first).And.Not.SameAs(second));
        }
    }

    [Test]
    public void Merging_nothing_gives_empty_options()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(CustomResourceOptions.Merge(null, null).Version, Is.Null);
            Assert.That(ComponentResourceOptions.Merge(null, null).Providers, Is.Empty);
        }
    }

    [Test]
    public async Task Of_two_providers_of_a_package_the_later_one_stays()
    {
        await using var engine = await RecordingEngine.StartAsync();
        List<ProviderResource>? merged = null;

        await engine.RunAsync(() =>
        {
            var other = new TestProvider("other", package: "other");
            merged = ComponentResourceOptions.Merge(
                new ComponentResourceOptions { Providers = { new TestProvider("first"), other } },
                new ComponentResourceOptions { Providers = { new TestProvider("second") } }).Providers;
        });

        Assert.That(merged!.Select(provider => provider.GetResourceName()), Is.EquivalentTo(new[] { "second", "other" }));
    }

    [Test]
    public async Task An_empty_id_is_none_lists_are_appended_to_those_of_the_bindings_and_the_version_is_always_sent()
    {
        await using var engine = await RecordingEngine.StartAsync();

        await engine.RunAsync(() =>
        {
            _ = new Thing("plain", null, new CustomResourceOptions { IgnoreChanges = { "a" } });
            _ = new Thing("pinned", null, new CustomResourceOptions { Version = "5.0.0" });
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(engine.Methods, Has.No.Member("ReadResource"));
            Assert.That((engine.Registered("plain").Version, engine.Registered("pinned").Version), Is.EqualTo(("1.2.3", "5.0.0")));
            Assert.That(engine.Registered("plain").IgnoreChanges, Is.EqualTo(new[] { "a" }));
        }
    }
}
