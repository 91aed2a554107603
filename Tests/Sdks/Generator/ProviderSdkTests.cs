using System.Reflection;
using System.Text.Json;
using System.Xml.Linq;
using Infra.Sdks.Generator;
using Infra.Sdks.Generator.Naming;
using NUnit.Framework;
using Pulumi;

namespace Infra.Tests.Sdks.Generator;

/// <summary>Holds the provider SDKs to what the real engine and the published packages expect.</summary>
[TestFixture]
public sealed class ProviderSdkTests
{
    private static readonly object[] Sdks =
    [
        new object[] { "aws", "Pulumi.Aws", typeof(global::Pulumi.Aws.Ecs.Cluster) },
        new object[] { "awsx", "Pulumi.Awsx", typeof(global::Pulumi.Awsx.Ec2.Vpc) },
        new object[] { "kubernetes", "Pulumi.Kubernetes", typeof(global::Pulumi.Kubernetes.Apps.V1.Deployment) },
        new object[] { "random", "Pulumi.Random", typeof(global::Pulumi.Random.RandomPassword) },
    ];

    [TestCaseSource(nameof(Sdks))]
    public void The_engine_is_told_the_version_of_the_published_package(string name, string package, Type resource)
    {
        var published = XDocument.Load(Path.Combine(Schemas.RepositoryRoot, "Directory.Packages.props"))
            .Descendants("PackageVersion").Single(item => item.Attribute("Include")!.Value == package).Attribute("Version")!.Value;
        var plugin = JsonDocument.Parse(File.ReadAllText(Path.Combine(Schemas.RepositoryRoot, "sdks", name, "pulumi-plugin.json"))).RootElement;

        Assert.That(resource.GetCustomAttribute<ResourceTypeAttribute>()!.Version, Is.EqualTo(published));
        Assert.That(plugin.GetProperty("version").GetString(), Is.EqualTo(published));
        Assert.That(plugin.GetProperty("name").GetString(), Is.EqualTo(name));
        Assert.That(plugin.GetProperty("resource").GetBoolean(), Is.True);
    }

    [TestCaseSource(nameof(Sdks))]
    public void No_two_properties_of_a_class_share_a_wire_name(string name, string package, Type resource)
    {
        const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var clashes = from type in resource.Assembly.GetTypes()
                      from wireName in type.GetMembers(Members).Select(member => member.GetCustomAttribute<InputAttribute>()?.Name).OfType<string>()
                      group wireName by (type, wireName) into uses
                      where uses.Count() > 1
                      select $"{uses.Key.type}.{uses.Key.wireName}";

        Assert.That(clashes, Is.Empty, $"{package} ({name})");
    }

    [Test]
    public void The_table_of_shapes_holds_what_the_token_lists_ask_for_and_the_sdks_have()
    {
        var table = File.ReadLines(Path.Combine(Schemas.RepositoryRoot, "Preview", "Synthesis", "shapes.txt"))
            .ToLookup(line => line[0], line => line[2..line.IndexOf('\t', StringComparison.Ordinal)]);
        var asked = Directory.EnumerateFiles(Path.Combine(Schemas.RepositoryRoot, "sdks", "generator", "tokens"), "*.txt")
            .SelectMany(TokenList.Read)
            .Select(entry => entry.Token)
            .Where(token => !IsEnum(token));
        var classes = Sdks.Cast<object[]>()
            .SelectMany(sdk => ((Type)sdk[2]).Assembly.GetTypes())
            .Select(type => type.GetCustomAttribute<ResourceTypeAttribute>()?.Type)
            .OfType<string>();

        Assert.That(asked, Is.SubsetOf(table['R'].Concat(table['F'])));
        Assert.That(table['R'], Is.SubsetOf(classes));
    }

    // The tokens of bridged types repeat their name, capital letter included; those of resources and functions begin small.
    private static bool IsEnum(string token) => Token.Parse(token) is var parts && parts.Module.EndsWith("/" + parts.Member, StringComparison.Ordinal)
        && char.IsUpper(parts.Member[0]);
}
