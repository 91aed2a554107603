using Infra.Preview;
using Infra.Preview.Stacks;
using NUnit.Framework;

namespace Infra.Tests.Preview.Cli;

public sealed class StackSelectionTests
{
    private readonly TemporaryProject _project = new();

    [OneTimeSetUp]
    public void WriteStacks()
    {
        _project.Write("Pulumi.dev.yaml", "");
        _project.Write("Pulumi.prod.yaml", "");
        _project.Write("examples/Pulumi.hyperp-dev.yaml", "");
    }

    [OneTimeTearDown]
    public void RemoveStacks() => _project.Dispose();

    [TestCase("dev", null, "dev", "Pulumi.dev.yaml")]
    [TestCase("org/proj/dev", null, "dev", "Pulumi.dev.yaml")]
    [TestCase("examples/Pulumi.hyperp-dev.yaml", null, "hyperp-dev", "examples/Pulumi.hyperp-dev.yaml")]
    [TestCase("new", "examples/Pulumi.hyperp-dev.yaml", "new", "examples/Pulumi.hyperp-dev.yaml")]
    [TestCase(null, "examples/Pulumi.hyperp-dev.yaml", "hyperp-dev", "examples/Pulumi.hyperp-dev.yaml")]
    public void A_stack_is_found_by_name_or_file(string? stack, string? config, string name, string file) =>
        Assert.That(
            StackSelection.Find(stack, config, _project.Directory, Path.GetTempPath()),
            Is.EqualTo(new StackSelection(name, Path.Combine(_project.Directory, file))));

    [TestCase("dve", null, "Did you mean 'dev'?")]
    [TestCase("staging", null, "Stacks of this project: dev, prod")]
    [TestCase("a b", null, "is not a stack name")]
    [TestCase("Pulumi.no.yaml", null, "'Pulumi.no.yaml' does not exist")]
    [TestCase("dev", "no.yaml", "'no.yaml' does not exist")]
    [TestCase(null, null, "No stack is given. Stacks of this project: dev, prod")]
    public void An_unknown_stack_is_refused_with_those_there_are(string? stack, string? config, string says) =>
        Assert.That(
            () => StackSelection.Find(stack, config, _project.Directory, Path.GetTempPath()),
            Throws.TypeOf<PreviewException>().With.Message.Contains(says));
}
