using System.Text;
using Infra.Preview.Diagrams;
using Infra.Tests.Support;
using NUnit.Framework;

namespace Infra.Tests.Preview.Diagrams;

/// <summary>The pictures in docs/diagrams are those of the shipped stacks. RECORD_DIAGRAMS=1 in the environment draws them anew.</summary>
public sealed class RecordedDiagramTests
{
    private static readonly string Folder = Path.Combine(Scenario.RepositoryDirectory, "docs", "diagrams");

    private static readonly string[] Stacks = ["dev", "prod"];

    [Test]
    public async Task The_committed_pictures_are_current()
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var page = new StringBuilder(
            """
            # What the shipped stacks look like

            Drawn from the program by `dotnet run --project Preview -- diagram`; do not edit. A test compares these files with the program:
            `RECORD_DIAGRAMS=1 dotnet test Tests --filter "FullyQualifiedName~RecordedDiagramTests"` draws them anew.

            Solid arrows are network traffic with its ports and events; dotted ones are configuration (addresses, secrets, images, mounts) and
            permissions of roles. Each picture is also there as SVG, to be read at full size.

            """);
        foreach (var stack in Stacks)
        {
            var graph = (await Scenario.Of(stack)).Graph;
            foreach (var system in DiagramBuilder.Systems(graph))
            {
                var diagram = DiagramBuilder.Build(graph, new DiagramOptions { System = system });
                files.Add($"{stack}-{system}.svg", SvgWriter.Write(diagram));
                page.Append($"\n## {diagram.Title}\n\n[SVG]({stack}-{system}.svg)\n\n{MermaidMarkdown.Fenced(diagram)}");
            }
        }

        files.Add("README.md", page.ToString());
        if (Environment.GetEnvironmentVariable("RECORD_DIAGRAMS") == "1")
        {
            Directory.CreateDirectory(Folder);
            foreach (var old in Directory.GetFiles(Folder).Where(old => !files.ContainsKey(Path.GetFileName(old))))
            {
                File.Delete(old);
            }

            foreach (var (name, text) in files)
            {
                await File.WriteAllTextAsync(Path.Combine(Folder, name), text);
            }

            Assert.Inconclusive("The diagrams were drawn anew; look at them before they are committed.");
        }

        Assert.That(Directory.GetFiles(Folder).Select(Path.GetFileName), Is.EquivalentTo(files.Keys), Stale);
        foreach (var (name, text) in files)
        {
            Assert.That(await File.ReadAllTextAsync(Path.Combine(Folder, name)) == text, Is.True, $"docs/diagrams/{name}: {Stale}");
        }
    }

    private const string Stale = "The pictures are not current. RECORD_DIAGRAMS=1 dotnet test Tests --filter \"FullyQualifiedName~RecordedDiagramTests\" draws them anew.";
}
