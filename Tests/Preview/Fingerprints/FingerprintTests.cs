using Infra.Preview;
using Infra.Preview.Fingerprints;
using Infra.Preview.Model;
using Infra.Tests.Preview.Cli;
using Infra.Tests.Support;
using NUnit.Framework;

namespace Infra.Tests.Preview.Fingerprints;

public sealed class FingerprintTests
{
    private TemporaryProject _project = null!;

    [SetUp]
    public void WriteFiles()
    {
        _project = new TemporaryProject();
        _project.Write("code/index.js", "one");
    }

    [TearDown]
    public void RemoveFiles() => _project.Dispose();

    [Test]
    public async Task A_shipped_stack_has_one_fingerprint()
    {
        var scenario = await Scenario.Of("hyperp-dev");
        Assert.That(Fingerprint.Of(scenario.Result), Does.Match("^sha256:[0-9a-f]{64}$"));
    }

    [Test]
    public void Another_input_is_another_stack() => Assert.That(Of(MapValue.Of(("size", 3))), Is.Not.EqualTo(Of(MapValue.Of(("size", 4)))));

    [Test]
    public void A_secrets_value_cannot_be_guessed_from_it() =>
        Assert.That(Of(MapValue.Of(("password", new SecretValue("a")))), Is.EqualTo(Of(MapValue.Of(("password", new SecretValue("b"))))));

    [Test]
    public void Other_content_of_an_uploaded_file_is_another_stack()
    {
        var code = MapValue.Of(("code", new ArchiveValue(AssetSource.Path, "", MapValue.Of((".", new SecretValue(new ArchiveValue(AssetSource.Path, "code")))))));
        var before = Of(code);
        Assert.That(Of(code), Is.EqualTo(before));

        _project.Write("code/index.js", "two");
        Assert.That(Of(code), Is.Not.EqualTo(before));
    }

    [Test]
    public void A_file_moved_within_an_uploaded_folder_is_another_stack()
    {
        var code = MapValue.Of(("code", new ArchiveValue(AssetSource.Path, "code")));
        var before = Of(code);
        File.Move(Path.Combine(_project.Directory, "code", "index.js"), Path.Combine(_project.Directory, "code", "main.js"));
        Assert.That(Of(code), Is.Not.EqualTo(before));
    }

    [Test]
    public void A_file_that_does_not_exist_is_named() => Assert.That(
        () => Of(MapValue.Of(("code", new AssetValue(AssetSource.Path, "dist/app.zip")))),
        Throws.TypeOf<PreviewException>().With.Message.Contains("dist/app.zip"));

    private string Of(MapValue inputs) => Fingerprint.Of(new PreviewResult
    {
        ExitCode = 0,
        Project = "proj",
        Stack = "dev",
        Unknowns = false,
        Diagnostics = [],
        ProgramOutput = [],
        ProgramDirectory = _project.Directory,
        Config = MapValue.Empty,
        Graph = new ResourceGraph([new ResourceNode { Urn = "urn:pulumi:dev::proj::a:b:C::c", Type = "a:b:C", Name = "c", Custom = true, Inputs = inputs }]),
    });
}
