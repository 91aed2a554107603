using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Infra.Tests.Support;
using NUnit.Framework;

namespace Infra.Tests.Systems;

/// <summary>
/// The systems' promises are numbered, and tests say above their names which of them they hold: `// Promise 7.` From that comes docs/promises.md,
/// which RECORD_PROMISES=1 in the environment writes anew.
/// </summary>
internal sealed partial class PromiseIndexTests
{
    private static readonly (string Folder, string Title, int Promises)[] Systems =
    [
        ("Hyperp", "Hyperp", 38), ("Hypernym", "Hypernym", 60), ("SeePlusPlus", "See++", 38), ("FlowBuilder", "Flow Builder", 52), ("Hebo", "Hebo", 48),
    ];

    private static readonly string Page = Path.Combine(Scenario.RepositoryDirectory, "docs", "promises.md");

    [TestCase("Hyperp")]
    [TestCase("Hypernym")]
    [TestCase("SeePlusPlus")]
    [TestCase("FlowBuilder")]
    [TestCase("Hebo")]
    public void Every_promise_of_a_system_is_held_by_a_test(string folder)
    {
        var count = Systems.Single(system => system.Folder == folder).Promises;
        Assert.That(Tests(folder).Select(entry => entry.Number).Distinct().Order(), Is.EqualTo(Enumerable.Range(1, count)));
    }

    [Test]
    public void The_page_of_promises_is_current()
    {
        if (Environment.GetEnvironmentVariable("RECORD_PROMISES") == "1")
        {
            File.WriteAllText(Page, Write());
        }

        Assert.That(File.ReadAllText(Page), Is.EqualTo(Write()), "RECORD_PROMISES=1 writes docs/promises.md anew.");
    }

    [TestCase("7", ExpectedResult = "7")]
    [TestCase("7 and 9", ExpectedResult = "7,9")]
    [TestCase("1, 2 and 4", ExpectedResult = "1,2,4")]
    [TestCase("3 to 6", ExpectedResult = "3,4,5,6")]
    public string Numbers_are_read_as_people_write_them(string text) => string.Join(',', Numbers(text));

    private static string Write()
    {
        var page = new StringBuilder("""
            # Promises

            What the document of each system promises, and the tests that hold the program to it on the previewed resource graph of every stack file
            that selects the system. A comment above a test names the promise by its number; this page is written from those comments.

            """.ReplaceLineEndings("\n"));
        foreach (var (folder, title, _) in Systems)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n| promise | held by |\n|---|---|\n");
            foreach (var promise in Tests(folder).GroupBy(entry => entry.Number).OrderBy(group => group.Key))
            {
                var names = promise.Select(entry => entry.Test.Replace('_', ' ')).Distinct().Order(StringComparer.Ordinal);
                page.Append(CultureInfo.InvariantCulture, $"| {promise.Key} | {string.Join("<br>", names)} |\n");
            }
        }

        return page.ToString();
    }

    private static IEnumerable<(int Number, string Test)> Tests(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Scenario.RepositoryDirectory, "Tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetRelativePath(Scenario.RepositoryDirectory, file).Split(Path.DirectorySeparatorChar).Contains(folder))
            .SelectMany(file => Promise().Matches(File.ReadAllText(file)))
            .SelectMany(match => Numbers(match.Groups["numbers"].Value).Select(number => (number, match.Groups["test"].Value)));

    private static IEnumerable<int> Numbers(string text) => Range().Match(text) is { Success: true } range
        ? Enumerable.Range(Number(range.Groups[1].Value), Number(range.Groups[2].Value) - Number(range.Groups[1].Value) + 1)
        : Digits().Matches(text).Select(match => Number(match.Value));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    // The comment, whatever stands between it and the test, such as attributes, and the test's name.
    [GeneratedRegex(@"// Promises? (?<numbers>\d+((, | and | to )\d+)*)[^\n]*\n(?:(?!// Promise|public )[\s\S])*?public (?:async )?[\w<>\[\], ]+ (?<test>[A-Z]\w*)\(")]
    private static partial Regex Promise();

    [GeneratedRegex(@"^(\d+) to (\d+)$")]
    private static partial Regex Range();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
