using System.Text.Json;
using Infra.Sdks.Generator.Naming;
using Infra.Sdks.Generator.Schema;
using NUnit.Framework;

namespace Infra.Tests.Sdks.Generator;

[TestFixture]
public sealed class PackageNamingTests
{
    private const string BridgeModules = "(.*)(?:/[^/]*)";

    [TestCase("aws:ecs/cluster:Cluster", "ecs")]
    [TestCase("aws:index/getRegion:getRegion", "")]
    [TestCase("aws:a/b/thing:Thing", "a/b")]
    [TestCase("pulumi:providers:aws", "")]
    [TestCase("pulumi:pulumi:Stack", "")]
    public void A_bridged_module_is_the_middle_part_without_its_last_step(string token, string module)
        => Assert.That(Naming(BridgeModules).Module(token), Is.EqualTo(module));

    [TestCase("k8s:apps/v1:Deployment", "apps/v1")]
    [TestCase("k8s:index:Tuning", "")]
    public void Without_a_format_the_module_is_the_whole_middle_part(string token, string module)
        => Assert.That(Naming(null).Module(token), Is.EqualTo(module));

    [TestCase("", "Pulumi.Aws")]
    [TestCase("lb", "Pulumi.Aws.LB")]
    [TestCase("ecs", "Pulumi.Aws.Ecs")]
    [TestCase("long-term/cold-store", "Pulumi.Aws.LongTerm.ColdStore")]
    public void A_namespace_is_the_given_one_or_the_module_in_pascal_case(string module, string expected)
        => Assert.That(Naming(BridgeModules, """{ "namespaces": { "lb": "LB" } }""").Namespace(module), Is.EqualTo(expected));

    [Test]
    public void Nested_types_have_a_namespace_below_the_module()
        => Assert.That(Naming(BridgeModules).Namespace("ecs", "Inputs"), Is.EqualTo("Pulumi.Aws.Ecs.Inputs"));

    [Test]
    public void Nested_types_of_Kubernetes_have_a_tree_of_their_own()
        => Assert.That(
            Naming(null, """{ "compatibility": "kubernetes20", "namespaces": { "apps/v1": "Apps.V1" } }""").Namespace("apps/v1", "Outputs"),
            Is.EqualTo("Pulumi.Aws.Types.Outputs.Apps.V1"));

    [Test]
    public void A_root_namespace_replaces_Pulumi()
        => Assert.That(Naming(null, """{ "rootNamespace": "Acme.Cloud" }""").PackageNamespace, Is.EqualTo("Acme.Cloud.Aws"));

    private static PackageNaming Naming(string? moduleFormat, string csharp = "{}") => new(new PackageSpec
    {
        Name = "aws",
        Meta = new MetaSpec { ModuleFormat = moduleFormat },
        Language = new Dictionary<string, JsonElement> { ["csharp"] = JsonDocument.Parse(csharp).RootElement },
    });
}
