using System.Xml.Linq;
using NUnit.Framework;

namespace Infra.Tests.Sdks.Pulumi.Protocol;

/// <summary>What the CLI's language host finds when it lists the program's packages.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class HostDiscoveryTests
{
    [Test]
    public void A_program_on_the_local_sdks_still_lists_a_package_because_the_core_sdk_passes_one_on()
    {
        // The host refuses a program whose `dotnet list package --include-transitive` shows no package at all.
        var project = XDocument.Load(Path.Combine(Repository(), "sdks", "pulumi", "Pulumi.csproj"));

        var passedOn = project.Descendants("PackageReference")
            .Where(reference => (string?)reference.Attribute("PrivateAssets") != "all" && reference.Attribute("Condition") is null)
            .Select(reference => (string?)reference.Attribute("Include"));

        Assert.That(passedOn, Is.EqualTo(new[] { "Google.Protobuf" }));
    }

    private static string Repository()
    {
        var directory = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(directory!.FullName, "Pulumi.yaml")))
        {
            directory = directory.Parent;
        }

        return directory.FullName;
    }
}
