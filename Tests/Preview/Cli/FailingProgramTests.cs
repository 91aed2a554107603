using Infra.Preview;
using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Preview.Cli;

/// <summary>Programs that are none, end early or never begin. They are shell commands, so that no SDK is involved.</summary>
[Platform(Exclude = "Win", Reason = "The commands are for a POSIX shell.")]
public sealed class FailingProgramTests
{
    [TestCase("exit 3", "The program exited with non-zero exit code: 3")]
    [TestCase("exit 32", "exit code 32, which says that it reported an error, but none arrived")]
    [TestCase("exit 0", "ended without a call to the engine")]
    public async Task A_program_that_ends_early_is_one_error(string command, string says)
    {
        var result = await RunAsync($"echo said; echo complained >&2; {command}");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Diagnostics.Single().Severity, Is.EqualTo(Severity.Error));
        Assert.That(result.Diagnostics.Single().Message, Does.Contain(says));
        Assert.That(result.ProgramOutput, Is.EquivalentTo(new[] { "said", "complained" }));
    }

    [Test]
    public void A_program_that_never_calls_is_ended()
    {
        var fault = Assert.ThrowsAsync<PreviewException>(() => RunAsync("echo waiting; sleep 600", connectTimeout: TimeSpan.FromMilliseconds(300)));

        Assert.That(fault.Message, Does.StartWith("The program made no call within").And.Contain("PULUMI_MONITOR"));
    }

    [Test]
    public void Cancelling_ends_the_program_and_what_it_started()
    {
        using var project = new TemporaryProject();
        project.Write("Pulumi.dev.yaml", "");
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var request = new PreviewRequest { Stack = "dev", Exec = "(sleep 600 & echo $! > child; wait)", CurrentDirectory = project.Directory };

        Assert.That(() => PreviewRunner.RunAsync(request, cancellation.Token), Throws.InstanceOf<OperationCanceledException>());

        var child = int.Parse(File.ReadAllText(Path.Combine(project.Directory, "child")), System.Globalization.CultureInfo.InvariantCulture);
        Assert.That(() => IsRunning(child), Is.False.After(2000, 20));
    }

    [Test]
    public async Task The_program_gets_the_environment_of_the_cli()
    {
        using var project = new TemporaryProject();
        project.Write("Pulumi.dev.yaml", "config:\n  proj:a: 1\n  proj:b: { secure: AAAA }\n");
        var result = await PreviewRunner.RunAsync(new PreviewRequest
        {
            Stack = "dev",
            Exec = "env | grep ^PULUMI_ | sort; echo {stack} {project} {directory}; echo {monitor}; pwd",
            CurrentDirectory = project.Directory,
        });

        var address = result.ProgramOutput[^2];
        Assert.That(address, Does.Match(@"^127\.0\.0\.1:\d+$"));
        Assert.That(result.ProgramOutput, Is.EqualTo(new[]
        {
            """PULUMI_CONFIG={"proj:a":"1","proj:b":"placeholder-of-a-secret"}""",
            """PULUMI_CONFIG_SECRET_KEYS=["proj:b"]""",
            "PULUMI_DRY_RUN=true",
            $"PULUMI_ENGINE={address}",
            $"PULUMI_MONITOR={address}",
            "PULUMI_ORGANIZATION=organization",
            "PULUMI_PARALLEL=16",
            "PULUMI_PROJECT=proj",
            $"PULUMI_PWD={project.Directory}",
            "PULUMI_QUERY_MODE=false",
            $"PULUMI_ROOT_DIRECTORY={project.Directory}",
            "PULUMI_STACK=dev",
            $"dev proj {project.Directory}",
            address,
            project.Directory,
        }));
    }

    [Test]
    public void A_program_that_is_not_there_is_refused()
    {
        using var project = new TemporaryProject();
        project.Write("Pulumi.dev.yaml", "");

        Assert.That(
            () => PreviewRunner.RunAsync(new PreviewRequest { Stack = "dev", Program = "nowhere", CurrentDirectory = project.Directory }),
            Throws.TypeOf<PreviewException>().With.Message.Contains("nowhere' does not exist"));
        Assert.That(
            () => PreviewRunner.RunAsync(new PreviewRequest { Stack = "dev", Program = ".", Exec = "true", CurrentDirectory = project.Directory }),
            Throws.TypeOf<PreviewException>().With.Message.Contains("give one of them"));
    }

    private static async Task<PreviewResult> RunAsync(string command, TimeSpan? connectTimeout = null)
    {
        using var project = new TemporaryProject();
        project.Write("Pulumi.dev.yaml", "");
        return await PreviewRunner.RunAsync(new PreviewRequest
        {
            Stack = "dev",
            Exec = command,
            CurrentDirectory = project.Directory,
            ConnectTimeout = connectTimeout ?? TimeSpan.FromMinutes(1),
        });
    }

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
