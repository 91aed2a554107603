using Infra.Sdks.Generator;
using NUnit.Framework;

namespace Infra.Tests.Sdks.Generator;

[TestFixture]
public sealed class CommandLineTests
{
    private string _root = "";

    [SetUp]
    public void Prepare()
    {
        _root = Directory.CreateTempSubdirectory("generator-").FullName;
        Directory.CreateDirectory(Path.Combine(_root, "sdks", "generator", "tokens"));
        File.WriteAllText(Path.Combine(_root, "sdks", "generator", "tokens", "fleet.txt"), "fleet:core/v1:Pod\n");
    }

    [TearDown]
    public void Clean() => Directory.Delete(_root, recursive: true);

    [Test]
    public void Files_are_written_and_gone_ones_removed_and_others_kept()
    {
        var sdk = Path.Combine(_root, "sdks", "fleet");
        Write(Path.Combine(sdk, "Old", "Gone.cs"), "// from an older schema");
        Write(Path.Combine(sdk, "obj", "Kept.cs"), "// build output");
        Write(Path.Combine(sdk, "Pulumi.Fleet.csproj"), "<Project />");

        Assert.That(Run(out _, "--schemas", Schemas.Folder, "--root", _root), Is.Zero);
        Assert.That(Path.Combine(sdk, "Core", "V1", "Pod.cs"), Does.Exist);
        Assert.That(Path.Combine(sdk, "Old", "Gone.cs"), Does.Not.Exist);
        Assert.That(Path.Combine(sdk, "obj", "Kept.cs"), Does.Exist);
        Assert.That(Path.Combine(sdk, "Pulumi.Fleet.csproj"), Does.Exist);
        Assert.That(File.ReadAllText(Path.Combine(sdk, "version.txt")), Is.EqualTo("1.0.0\n"));
        Assert.That(Path.Combine(_root, "Preview", "Synthesis", "shapes.txt"), Does.Exist);
    }

    [Test]
    public void A_check_writes_nothing_and_names_what_would_change()
    {
        Assert.That(Run(out var before, "--schemas", Schemas.Folder, "--root", _root, "--check"), Is.EqualTo(1));
        Assert.That(before, Does.Contain("sdks/fleet/Core/V1/Pod.cs").And.Contain("Preview/Synthesis/shapes.txt"));
        Assert.That(Path.Combine(_root, "sdks", "fleet"), Does.Not.Exist);

        Run(out _, "--schemas", Schemas.Folder, "--root", _root);
        Assert.That(Run(out _, "--schemas", Schemas.Folder, "--root", _root, "--check"), Is.Zero);
    }

    [TestCase("--speed", "'--speed' is unknown")]
    [TestCase("--schemas", "lacks its value")]
    [TestCase("--check", "--schemas is missing")]
    public void A_wrong_command_is_refused_with_the_usage(string argument, string message)
    {
        Assert.That(Run(out var text, argument), Is.EqualTo(1));
        Assert.That(text, Does.Contain(message).And.Contain("--schemas DIR"));
    }

    [Test]
    public void An_absent_schema_is_named_with_the_command_that_writes_it()
    {
        Assert.That(Run(out var text, "--schemas", _root, "--root", _root), Is.EqualTo(1));
        Assert.That(text, Does.Contain("fleet.json").And.Contain("pulumi package get-schema"));
    }

    private static int Run(out string text, params string[] args)
    {
        using var output = new StringWriter();
        var code = CommandLine.Run(args, output, output);
        text = output.ToString();
        return code;
    }

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
