using Infra.Tests.Support;
using NUnit.Framework;

namespace Infra.Tests.Components.Architecture;

/// <summary>What the source of components keeps to.</summary>
public sealed class ComponentSourceTests
{
    private const int MostLines = 250;

    private static IEnumerable<string> Files => Directory
        .EnumerateFiles(Path.Combine(Scenario.RepositoryDirectory, "Components"), "*.cs", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Scenario.RepositoryDirectory, file))
        .Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Files))]
    public void A_file_is_short_enough_to_read(string file) =>
        Assert.That(File.ReadAllLines(Full(file)), Has.Length.AtMost(MostLines));

    [TestCaseSource(nameof(Files))]
    public void A_component_reads_no_configuration_and_blocks_on_no_output(string file) => Assert.That(
        File.ReadAllText(Full(file)),
        Does.Not.Contain("new Config(").And.Not.Contain(".GetAwaiter()").And.Not.Contain(".Wait()"));

    [TestCaseSource(nameof(Files))]
    public void A_component_registers_its_outputs_once_at_the_end_of_its_constructor(string file)
    {
        var text = File.ReadAllText(Full(file));
        var components = Count(text, ": ComponentResource\n");
        Assert.That(Count(text, "RegisterOutputs();\n    }\n"), Is.EqualTo(components));
        Assert.That(Count(text, "RegisterOutputs("), Is.EqualTo(components));
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static string Full(string file) => Path.Combine(Scenario.RepositoryDirectory, file);
}
