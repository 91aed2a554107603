using Infra.Components.Hebo.Frontend.OpenNext;
using Infra.Tests.Support;
using NUnit.Framework;

namespace Infra.Tests.Components.Hebo.Frontend;

public sealed class OpenNextBuildTests
{
    private const string Output = "open-next.output.json";

    private static readonly string Sample = Path.Combine(Scenario.RepositoryDirectory, "Tests", "Systems", "Hebo", "Frontend", "Build");

    private string _build = "";

    [SetUp]
    public void CopyTheSample()
    {
        _build = Directory.CreateTempSubdirectory("open-next-").FullName;
        foreach (var file in Directory.EnumerateFiles(Sample, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_build, Path.GetRelativePath(Sample, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    [TearDown]
    public void RemoveTheCopy() => Directory.Delete(_build, recursive: true);

    [Test]
    public void A_sound_build_tells_its_parts()
    {
        var build = OpenNextBuild.Read(_build);
        Assert.Multiple(() =>
        {
            Assert.That(build.ServerBundle, Is.EqualTo(Path.Combine(_build, "server-functions/default")));
            Assert.That(build.ImageBundle, Is.EqualTo(Path.Combine(_build, "image-optimization-function")));
            Assert.That(build.RevalidationBundle, Is.EqualTo(Path.Combine(_build, "revalidation-function")));
            Assert.That(build.SeederBundle, Is.EqualTo(Path.Combine(_build, "dynamodb-provider")));
            Assert.That(build.Streams && build.KeepsTags, Is.True);
            Assert.That(build.AssetsFolder, Is.EqualTo("_assets"));
        });
    }

    [Test]
    public void Files_come_in_the_order_of_their_keys() => Assert.That(
        OpenNextBuild.Read(_build).Files.Select(file => file.Key),
        Is.EqualTo(new[]
        {
            "_assets/BUILD_ID", "_assets/_next/static/chunks/main-0a1b2c.js", "_assets/_next/static/css/app-3d4e5f.css", "_assets/images/logo.svg",
            "_assets/robots.txt", "_cache/sample-build/index.cache",
        }));

    [Test]
    public void The_fingerprint_follows_contents_and_not_where_the_build_lies()
    {
        var sample = OpenNextBuild.Read(Sample).Fingerprint;
        var copy = OpenNextBuild.Read(_build).Fingerprint;
        File.WriteAllText(Path.Combine(_build, "assets", "BUILD_ID"), "another");
        var changed = OpenNextBuild.Read(_build).Fingerprint;
        Assert.Multiple(() =>
        {
            Assert.That(copy, Is.EqualTo(sample));
            Assert.That(changed, Is.Not.EqualTo(sample));
        });
    }

    [Test]
    public void Parts_that_the_application_does_without_are_left_out()
    {
        Directory.Delete(Path.Combine(_build, "image-optimization-function"), recursive: true);
        Replace("\"additionalProps\": {", "\"additionalProps\": { \"disableIncrementalCache\": true, \"disableTagCache\": true,");
        var build = OpenNextBuild.Read(_build);
        Assert.Multiple(() =>
        {
            Assert.That(build.ImageBundle ?? build.RevalidationBundle ?? build.SeederBundle, Is.Null);
            Assert.That(build.KeepsTags, Is.False);
        });
    }

    [TestCase("dynamodb-nextMode", true)]
    [TestCase("fs-dev", false)]
    public void A_table_is_for_tags_in_DynamoDB_alone(string tagCache, bool keeps)
    {
        Replace("\"tagCache\": \"dynamodb\"", $"\"tagCache\": \"{tagCache}\"");
        Assert.That(OpenNextBuild.Read(_build).KeepsTags, Is.EqualTo(keeps));
    }

    [TestCase("\"edgeFunctions\": {}", "\"edgeFunctions\": { \"middleware\": { \"handler\": \"handler.handler\", \"bundle\": \".open-next/middleware\" } }", "Lambda@Edge (middleware)")]
    [TestCase("\"default\": {", "\"api\": { \"type\": \"function\", \"handler\": \"index.handler\", \"bundle\": \".open-next/server-functions/default\" }, \"default\": {", "further origins (api)")]
    [TestCase("\"type\": \"function\",\n      \"handler\": \"index.handler\",\n      \"bundle\": \".open-next/server-functions/default\"", "\"type\": \"ecs\", \"bundle\": \".open-next/server-functions/default\"", "of the type 'ecs'")]
    [TestCase("\".open-next/server-functions/default\"", "\"../outside\"", "in '../outside'")]
    [TestCase("\"from\": \".open-next/assets\"", "\"from\": \".open-next/../../etc\"", "'.open-next/../../etc'")]
    [TestCase("\"from\": \".open-next/assets\"", "\"from\": \".open-next/missing\"", "no folder .open-next/missing")]
    [TestCase("\"pattern\": \"images/*\", \"origin\": \"s3\"", "\"pattern\": \"images/*\", \"origin\": \"elsewhere\"", "origin 'elsewhere'")]
    [TestCase("\"s3\": {", "\"bucket\": {", "no origin s3")]
    [TestCase("\"edgeFunctions\": {}", "\"edgeFunctions\": null", "cannot be read")]
    [TestCase("{\n  \"edge", "[\n  \"edge", "cannot be read")]
    public void What_cannot_be_deployed_is_named_with_a_way_out(string sound, string faulty, string named)
    {
        Replace(sound, faulty);
        Assert.That(
            () => OpenNextBuild.Read(_build),
            Throws.ArgumentException.With.Message.Contains(named).And.Message.Contains("It must have").And.Message.Contains("To fix it"));
    }

    [Test]
    public void A_server_without_its_entry_is_refused()
    {
        File.Delete(Path.Combine(_build, "server-functions", "default", "index.mjs"));
        Assert.That(() => OpenNextBuild.Read(_build), Throws.ArgumentException.With.Message.Contains("no .open-next/server-functions/default/index.mjs"));
    }

    [Test]
    public void A_folder_without_the_output_is_refused()
    {
        File.Delete(Path.Combine(_build, Output));
        Assert.That(() => OpenNextBuild.Read(_build), Throws.ArgumentException.With.Message.Contains($"no {Output}"));
    }

    [Test]
    public void More_public_files_than_CloudFront_has_patterns_for_are_refused()
    {
        var patterns = string.Join(", ", Enumerable.Range(0, 75).Select(number => $"{{ \"pattern\": \"{number}.txt\", \"origin\": \"s3\" }}"));
        Replace("{ \"pattern\": \"robots.txt\", \"origin\": \"s3\" }", patterns);
        Assert.That(() => OpenNextBuild.Read(_build), Throws.ArgumentException.With.Message.Contains("80 path patterns").And.Message.Contains("public/"));
    }

    [TestCase("page.html", "text/html; charset=utf-8")]
    [TestCase("LOGO.PNG", "image/png")]
    [TestCase("BUILD_ID", "application/octet-stream")]
    public void The_extension_decides_over_the_media_type(string name, string type) => Assert.That(ContentTypes.Of(name), Is.EqualTo(type));

    private void Replace(string old, string with)
    {
        var path = Path.Combine(_build, Output);
        var text = File.ReadAllText(path);
        Assert.That(text, Does.Contain(old));
        File.WriteAllText(path, text.Replace(old, with, StringComparison.Ordinal));
    }
}
