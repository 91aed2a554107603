using System.Diagnostics;
using Infra.Preview.Guests;
using Infra.Preview.Rendering;
using Infra.Tests.Support;
using NUnit.Framework;

namespace Infra.Tests.Preview.Cli;

/// <summary>The report command as the workflow calls it.</summary>
public sealed class ReportCommandTests
{
    private const string Example = "Stacks/Examples/Pulumi.hyperp-dev.yaml";

    private readonly TemporaryProject _folder = new();

    private string Markdown => Path.Combine(_folder.Directory, "report.md");

    private string Html => Path.Combine(_folder.Directory, "report.html");

    [OneTimeSetUp]
    public async Task WriteEarlierVersions()
    {
        foreach (var (name, stack) in new[] { ("hyperp-dev", "hyperp-dev"), ("hyperp-and-more", "dev") })
        {
            var scenario = await Scenario.Of(stack);
            await File.WriteAllBytesAsync(Path.Combine(_folder.Directory, $"{name}.json"), PreviewJson.Write(scenario.Result, showSecrets: false));
        }
    }

    [OneTimeTearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public async Task A_report_on_what_a_stack_is_ends_with_0_and_its_fingerprint_is_that_of_the_command()
    {
        var (exitCode, output, error) = await RunAsync("report", Example, "--html", Html);
        var (_, fingerprint, _) = await RunAsync("fingerprint", Example);

        Assert.That((exitCode, error), Is.EqualTo((0, "")));
        Assert.That(output, Does.StartWith($"<!-- infra-report stack=hyperp-dev fingerprint={fingerprint.Trim()} -->\n## Stack hyperp-dev: "));
        Assert.That(await File.ReadAllTextAsync(Html), Does.StartWith("<!doctype html>\n").And.Contain(fingerprint.Trim()));
    }

    [TestCase(0, "no differences, ", "hyperp-dev")]
    [TestCase(2, "+0 ~0 ±1 −0, ", "hyperp-dev", "--set", "infra:hyperp.ecrImagesToKeep=7")]
    [TestCase(3, "+0 ", "hyperp-and-more")]
    public async Task The_exit_code_says_what_a_change_does(int expected, string headline, string before, params string[] change)
    {
        var (exitCode, output, error) = await RunAsync(["report", Example, "--against", Path.Combine(_folder.Directory, $"{before}.json"), "--markdown", Markdown, .. change]);
        var text = await File.ReadAllTextAsync(Markdown);

        Assert.That((exitCode, output, error), Is.EqualTo((expected, "", "")));
        Assert.That(text.Split('\n')[1], Does.StartWith($"## Stack hyperp-dev: {headline}"));
        Assert.That(text.Contains("[!CAUTION]", StringComparison.Ordinal), Is.EqualTo(expected == 3));
    }

    [TestCase("cannot be written", "--html", "none/report.html")]
    [TestCase("fix", "--set", "infra:hyperp.azCount=99")]
    [TestCase("cannot be read", "--against", "none.json")]
    public async Task A_failure_ends_with_1_and_leaves_no_comment_behind(string says, params string[] arguments)
    {
        File.Delete(Markdown);
        var (exitCode, _, error) = await RunAsync(["report", Example, "--markdown", Markdown, .. arguments]);

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(error, Does.Contain(says));
        Assert.That(File.Exists(Markdown), Is.False);
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(GuestFinder.DotnetPath, [typeof(Infra.Preview.PreviewRunner).Assembly.Location, .. arguments])
        {
            WorkingDirectory = Scenario.RepositoryDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
