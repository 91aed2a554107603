using System.Diagnostics;
using System.Text.Json;
using Infra.Preview.Guests;
using Infra.Tests.Support;
using NUnit.Framework;

namespace Infra.Tests.Preview.Cli;

/// <summary>The tool as a process, as users start it, with nothing in its environment.</summary>
public sealed class CommandLineTests
{
    private readonly TemporaryProject _project = new();

    [OneTimeSetUp]
    public void WriteStacks() => _project.Write("Pulumi.dev.yaml", "config:\n  proj:guest: tree\n  proj:password: { secure: AAAA }\n");

    [OneTimeTearDown]
    public void RemoveStacks() => _project.Dispose();

    [Test]
    public async Task A_preview_needs_no_environment_at_all()
    {
        var (exitCode, output, error) = await RunAsync("dev", "--program", GuestPath);

        Assert.That((exitCode, error), Is.EqualTo((0, "")));
        Assert.That(output, Does.Contain(" +   ├─ ").Or.Contain(" +   └─ "));
        Assert.That(output, Does.Contain("+ 25 to create").And.Contain("[secret]").And.Contain("Push an image."));
        Assert.That(output, Does.Not.Contain("\e["), "A pipe gets no colours.");
        Assert.That(output, Does.Not.Contain("placeholder-of-a-secret"));
    }

    [Test]
    public async Task A_diagram_is_text_for_a_pipe_and_refuses_a_system_that_is_not_there()
    {
        var (exitCode, output, _) = await RunAsync("diagram", "dev", "--cwd", ".", "--program", GuestPath);
        var (refused, _, error) = await RunAsync("diagram", "dev", "--cwd", ".", "--program", GuestPath, "--system", "nothing-of-the-kind");

        Assert.That((exitCode, refused), Is.EqualTo((0, 1)));
        Assert.That(output, Does.StartWith("flowchart LR\n").And.Not.Contain("placeholder-of-a-secret"));
        Assert.That(error, Does.StartWith("error: The stack has no system 'nothing-of-the-kind'. It has: "));
    }

    [Test]
    public async Task Json_is_one_document()
    {
        var (exitCode, output, _) = await RunAsync("dev", "--program", GuestPath, "--json");

        using var document = JsonDocument.Parse(output);
        Assert.That(exitCode, Is.Zero);
        Assert.That(document.RootElement.GetProperty("changeSummary").GetProperty("create").GetInt32(), Is.EqualTo(25));
        Assert.That(output, Does.Not.Contain("placeholder-of-a-secret"));
    }

    [Test]
    public async Task Colours_come_when_asked_for()
    {
        var (_, output, _) = await RunAsync("dev", "--program", GuestPath, "--color", "always");

        Assert.That(output, Does.Contain("\e[32m + \e[0m"));
    }

    [Test]
    public async Task A_setting_can_be_overridden()
    {
        var (exitCode, output, _) = await RunAsync("dev", "--program", GuestPath, "--set", "guest=many", "--set", "count=3");

        Assert.That(exitCode, Is.Zero);
        Assert.That(output, Does.Contain("+ 5 to create"));
    }

    [TestCase(new[] { "dve" }, "Did you mean 'dev'?")]
    [TestCase(new string[0], "No stack is given")]
    [TestCase(new[] { "dev", "--stack", "prod" }, "The stack is given twice")]
    [TestCase(new[] { "--unknown" }, "Did you mean '--unknowns'?")]
    [TestCase(new[] { "dev", "--set" }, "--set")]
    [TestCase(new[] { "dev", "--color", "blue" }, "blue")]
    [TestCase(new[] { "dev", "--lookups", "none.json" }, "recorded lookups cannot be read from")]
    [TestCase(new[] { "dev", "--config", "none.yaml" }, "'none.yaml' does not exist")]
    public async Task A_faulty_command_line_is_refused_in_a_few_words(string[] arguments, string says)
    {
        var (exitCode, output, error) = await RunAsync(["--program", GuestPath, .. arguments]);

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(error, Does.Contain(says));
        Assert.That(error.Split('\n'), Has.Length.LessThanOrEqualTo(6));
        Assert.That(output, Is.Empty);
    }

    private static string GuestPath => typeof(GuestPrograms).Assembly.Location;

    private async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(GuestFinder.DotnetPath)
        {
            WorkingDirectory = _project.Directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment.Clear();
        start.ArgumentList.Add(typeof(Infra.Preview.PreviewRunner).Assembly.Location);
        foreach (var argument in arguments.Prepend(".").Prepend("--cwd"))
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
