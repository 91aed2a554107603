using Infra.Components;
using Infra.Stacks.Settings;
using Infra.Stacks.Settings.Shapes;
using NUnit.Framework;

namespace Infra.Tests.Stacks;

/// <summary>The order in which schema and reference list settings does not depend on the order in which files are compiled.</summary>
internal sealed class SettingsOrderTests
{
    [Test]
    public void A_records_own_settings_come_before_those_it_inherits_and_nearer_ones_before_farther_ones() => Assert.That(
        new RecordShape(typeof(Child)).Settings.Select(setting => setting.Name).Take(5),
        Is.EqualTo(new[] { "own", "ownToo", "nearer", "farther", "region" }));

    // Declared in this order, so that the order of metadata is another than the expected one.
    internal abstract record Grandparent() : SystemSettings("us-east-1")
    {
        [Setting("Farther.")]
        public string Farther { get; init; } = "";
    }

    internal abstract record Parent : Grandparent
    {
        [Setting("Nearer.")]
        public string Nearer { get; init; } = "";
    }

    internal sealed record Child : Parent
    {
        [Setting("Own.")]
        public string Own { get; init; } = "";

        [Setting("Own, too.")]
        public string OwnToo { get; init; } = "";

        public override IReadOnlyDictionary<string, string> IdentityTags(DeploymentEnvironment environment, string stack) =>
            ProductTags("Product", "child", environment);
    }
}
