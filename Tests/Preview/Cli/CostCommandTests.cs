using System.Diagnostics;
using System.Text.Json;
using Infra.Preview.Guests;
using Infra.Tests.Support;
using NUnit.Framework;

namespace Infra.Tests.Preview.Cli;

/// <summary>The command as users start it, with nothing in its environment but a day.</summary>
public sealed class CostCommandTests
{
    private const string Stack = "Stacks/Examples/Pulumi.hyperp-dev.yaml";
    private readonly TemporaryProject _project = new();

    [OneTimeTearDown]
    public void Remove() => _project.Dispose();

    [Test]
    public async Task An_estimate_within_its_limit_passes_and_shows_formulas_when_asked()
    {
        var (exitCode, output, error) = await RunAsync(Stack, "--explain", "--max-monthly", "10000");

        Assert.That((exitCode, error), Is.EqualTo((0, "")));
        Assert.That(output, Does.StartWith("Monthly cost of stack hyperp-dev in USD").And.Contain(" × ").And.Contain("69 resources"));
        Assert.That(output, Does.Not.Contain("more than a year old"));
    }

    [Test]
    public async Task A_limit_that_is_passed_ends_with_two_and_one_line()
    {
        var (exitCode, output, error) = await RunAsync(Stack, "--max-monthly", "0.50", "--json");

        Assert.That(exitCode, Is.EqualTo(2));
        Assert.That(error.TrimEnd('\n'), Does.Contain("--max-monthly allows 0.50").And.Not.Contain("\n"));
        using var document = JsonDocument.Parse(output);
        Assert.That(document.RootElement.GetProperty("counts").EnumerateObject().Sum(count => count.Value.GetInt32()), Is.EqualTo(69));
    }

    [Test]
    public async Task An_increase_is_measured_against_a_document()
    {
        _project.Write("empty.json", """{ "steps": [] }""");
        var arguments = new[] { Stack, "--against", Path.Combine(_project.Directory, "empty.json"), "--max-increase" };
        var refused = await RunAsync([.. arguments, "1"]);
        var accepted = await RunAsync([.. arguments, "5000"]);

        Assert.That((refused.ExitCode, accepted.ExitCode), Is.EqualTo((2, 0)), refused.Error + accepted.Error);
        Assert.That(refused.Error, Does.Contain("--max-increase allows 1.00"));
        Assert.That(refused.Output, Does.Contain("Change: +"));
    }

    [TestCase(new[] { Stack, "--max-increase", "5" }, "needs the version to compare with")]
    [TestCase(new[] { Stack, "--max-monthly", "ten" }, "expected an amount in US dollars")]
    [TestCase(new[] { Stack, "--profile", "huge" }, "huge")]
    [TestCase(new[] { Stack, "--usage", "none.yaml" }, "none.yaml")]
    public async Task A_faulty_command_line_is_refused(string[] arguments, string says)
    {
        var (exitCode, output, error) = await RunAsync(arguments);

        Assert.That((exitCode, output), Is.EqualTo((1, "")));
        Assert.That(error, Does.Contain(says));
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(GuestFinder.DotnetPath)
        {
            WorkingDirectory = Scenario.RepositoryDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment.Clear();
        start.Environment["SOURCE_DATE_EPOCH"] = "1795219200";
        foreach (var argument in (string[])[typeof(Infra.Preview.PreviewRunner).Assembly.Location, "cost", .. arguments])
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
