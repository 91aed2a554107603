using Infra.Components.Functions;
using NUnit.Framework;

namespace Infra.Tests.Components.Functions;

public sealed class PlaceholderTests
{
    private static readonly string Handler = File.ReadAllText(Path.Combine(Repository(), ((FunctionCode.ZipCode)FunctionCode.Placeholder).Path, "index.js"));

    [Test]
    public void It_exports_the_handler_that_functions_start_with() => Assert.That(Handler, Does.Contain("exports.handler = "));

    [Test]
    public void It_answers_503_with_a_sentence() => Assert.That(Handler, Does.Contain("statusCode: 503").And.Contain("body: SENTENCE"));

    [Test]
    public void It_keeps_shared_secrets_out_of_its_log() => Assert.That(Handler, Does.Contain("WITHHELD.has(key)").And.Contain("\"headers\""));

    [Test]
    public void Code_is_the_placeholder_exactly_when_no_path_is_given() => Assert.Multiple(() =>
    {
        Assert.That(FunctionCode.ZipOrPlaceholder(null), Is.SameAs(FunctionCode.Placeholder));
        Assert.That(((FunctionCode.ZipCode)FunctionCode.ZipOrPlaceholder("bundle")).Path, Is.EqualTo("bundle"));
    });

    private static string Repository()
    {
        var folder = TestContext.CurrentContext.TestDirectory;
        while (!File.Exists(Path.Combine(folder, "Pulumi.yaml")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No Pulumi.yaml is found above the tests.");
        }

        return folder;
    }
}
