using Infra.Sdks.Generator;
using NUnit.Framework;

namespace Infra.Tests.Sdks.Generator;

/// <summary>
/// Compares what the generator writes for the small schemas with the files beside this test. The files are compiled into the
/// tests, so every construct is known to compile. A wanted difference is recorded with
/// <c>dotnet run --project sdks/generator -- --schemas Tests/Sdks/Generator/Schemas --root Tests/Sdks/Generator/Golden</c>.
/// </summary>
[TestFixture]
public sealed class GoldenTests
{
    private static readonly string[] Packages = ["acme", "acmex", "fleet"];

    [TestCaseSource(nameof(Packages))]
    public void Each_file_is_written_as_recorded(string package)
    {
        var folder = Path.Combine(Schemas.GoldenRoot, "sdks", package);
        var written = Generate().Write(package);
        var recorded = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'));

        Assert.That(recorded, Is.EquivalentTo(written.Keys));
        Assert.Multiple(() =>
        {
            foreach (var (path, text) in written)
            {
                Assert.That(text.Split('\n'), Is.EqualTo(File.ReadAllText(Path.Combine(folder, path)).Split('\n')), path);
            }
        });
    }

    [Test]
    public void The_table_of_shapes_is_written_as_recorded()
    {
        var recorded = File.ReadAllLines(Path.Combine(Schemas.GoldenRoot, "Preview", "Synthesis", "shapes.txt"));
        var written = Generate().Shapes.ToString();

        Assert.That(written.TrimEnd('\n').Split('\n'), Is.EqualTo(recorded));
        Assert.That(recorded, Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
    }

    [Test]
    public void Writing_twice_gives_the_same_bytes()
    {
        var first = Generate();
        var second = Generate();

        Assert.That(Packages.Select(first.Write), Is.EqualTo(Packages.Select(second.Write)));
    }

    private static Generation Generate() => new(Packages.Select(package => (
        Schemas.Read(package),
        TokenList.Read(Path.Combine(Schemas.GoldenRoot, "sdks", "generator", "tokens", package + ".txt")))));
}
