using System.Diagnostics;
using System.Text.Json;
using Infra.Preview.Guests;
using Infra.Tests.Support;
using NUnit.Framework;

namespace Infra.Tests.Preview.Cli;

/// <summary>The command as users start it, with nothing in its environment but a day.</summary>
public sealed class CheckCommandTests
{
    private readonly TemporaryProject _project = new();

    [OneTimeSetUp]
    public void WriteStacks()
    {
        _project.Write("Pulumi.dev.yaml", "config:\n  proj:guest: tree\n  proj:password: { secure: AAAA }\n");
        _project.Write("Pulumi.bad.yaml", "config:\n  proj:guest: throws\n");
    }

    [OneTimeTearDown]
    public void RemoveStacks() => _project.Dispose();

    [Test]
    public async Task A_stack_without_findings_passes()
    {
        var (exitCode, output, error) = await RunAsync(_project.Directory, "dev", "--program", GuestPath);

        Assert.That((exitCode, error), Is.EqualTo((0, "")));
        Assert.That(output, Does.Contain("as of 2026-11-21").And.Contain("Check passed"));
    }

    [Test]
    public async Task Findings_at_the_threshold_end_with_two_and_the_same_bytes()
    {
        var first = await RunAsync(Scenario.RepositoryDirectory, "hyperp-dev.yaml", "--fail-on", "low", "--json");
        var second = await RunAsync(Scenario.RepositoryDirectory, "hyperp-dev.yaml", "--fail-on", "low", "--json");

        Assert.That(first.ExitCode, Is.EqualTo(2), first.Error);
        Assert.That(second.Output, Is.EqualTo(first.Output));
        using var document = JsonDocument.Parse(first.Output);
        var summary = document.RootElement.GetProperty("summary");
        Assert.That(summary.GetProperty("failing").GetInt32(), Is.EqualTo(document.RootElement.GetProperty("findings").GetArrayLength()).And.GreaterThan(0));
        Assert.That(summary.GetProperty("accepted").GetInt32(), Is.GreaterThan(0));
    }

    [Test]
    public async Task Without_its_suppressions_a_stack_shows_what_was_accepted()
    {
        _project.Write("none.yaml", "suppressions: []\n");
        var (exitCode, output, _) = await RunAsync(
            Scenario.RepositoryDirectory, "hyperp-dev.yaml", "--suppressions", Path.Combine(_project.Directory, "none.yaml"), "--sarif");

        Assert.That(exitCode, Is.EqualTo(2));
        using var document = JsonDocument.Parse(output);
        var uris = document.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Select(result => result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.That(uris, Is.All.EqualTo("Stacks/Examples/Pulumi.hyperp-dev.yaml"));
    }

    [Test]
    public async Task A_preview_that_fails_is_a_failure_and_no_verdict()
    {
        var (exitCode, output, error) = await RunAsync(_project.Directory, "bad", "--program", GuestPath);

        Assert.That((exitCode, output), Is.EqualTo((1, "")));
        Assert.That(error, Does.Contain("there is nothing to check").And.Contain("thrown on purpose"));
    }

    [TestCase(new[] { "dev", "--json", "--sarif" }, "give one of them")]
    [TestCase(new[] { "dev", "--fail-on", "urgent" }, "urgent")]
    [TestCase(new[] { "dev", "--suppressions", "missing.yaml" }, "missing.yaml")]
    [TestCase(new[] { "dve" }, "Did you mean 'dev'?")]
    public async Task A_faulty_command_line_is_refused(string[] arguments, string says)
    {
        var (exitCode, output, error) = await RunAsync(_project.Directory, ["--program", GuestPath, .. arguments]);

        Assert.That((exitCode, output), Is.EqualTo((1, "")));
        Assert.That(error, Does.Contain(says));
    }

    private static string GuestPath => typeof(GuestPrograms).Assembly.Location;

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(string directory, params string[] arguments)
    {
        var start = new ProcessStartInfo(GuestFinder.DotnetPath)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment.Clear();
        start.Environment["SOURCE_DATE_EPOCH"] = "1795219200";
        foreach (var argument in (string[])[typeof(Infra.Preview.PreviewRunner).Assembly.Location, "check", "--cwd", ".", .. arguments.Select(Existing)])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);

        static string Existing(string argument) => argument == "hyperp-dev.yaml" ? Path.Combine("Stacks", "Examples", "Pulumi.hyperp-dev.yaml") : argument;
    }
}
