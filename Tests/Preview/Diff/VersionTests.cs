using System.Diagnostics;
using System.Text;
using Infra.Preview;
using Infra.Preview.Diff;
using Infra.Preview.Diff.Rendering;
using Infra.Preview.Diff.Versions;
using Infra.Preview.Rendering;
using Infra.Tests.Preview.Cli;
using Infra.Tests.Support;
using NUnit.Framework;

namespace Infra.Tests.Preview.Diff;

/// <summary>Where the old version comes from.</summary>
[Parallelizable]
public sealed class VersionTests
{
    [TestCase(true)]
    [TestCase(false)]
    public async Task A_document_reads_back_as_the_graph_it_was_written_from(bool showSecrets)
    {
        var result = (await Scenario.Of("dev")).Result;
        var graph = PreviewDocument.Parse(PreviewJson.Write(result, showSecrets), "dev.json");
        var difference = GraphDifference.Compare(graph, result.Graph);
        Assert.That(difference.Different.Select(change => $"{change.Kind} {change.Node.Urn} {string.Join(' ', change.Paths())}"), Is.Empty);
        Assert.That(difference.Outputs.Select(output => output.Path), Is.Empty);
        Assert.That(difference.Changes.Any(change => change.Uncompared.Count > 0), Is.Not.EqualTo(showSecrets));
        Assert.That(graph.Nodes.Select(node => (node.Urn, node.System)), Is.EqualTo(result.Graph.Nodes.Select(node => (node.Urn, node.System))));
    }

    [TestCase("{}", "steps")]
    [TestCase("[", "cannot be read")]
    [TestCase("""{"steps":[{"newState":{}}]}""", "cannot be read")]
    public void What_is_no_previewed_stack_is_refused(string text, string words) => Assert.That(
        () => PreviewDocument.Parse(Encoding.UTF8.GetBytes(text), "x.json"),
        Throws.TypeOf<PreviewException>().With.Message.Contains("x.json").And.Message.Contains(words));

    [Test]
    public async Task A_commit_is_previewed_in_a_checkout_that_is_gone_afterwards()
    {
        using var project = Repository("tree");
        project.Write("Pulumi.dev.yaml", "config:\n  proj:guest: many\n  proj:count: 3\n");
        var (difference, _) = await CompareAsync(project, "git:HEAD");

        Assert.That(difference.Count(ChangeKind.Create), Is.EqualTo(3));
        Assert.That(difference.Count(ChangeKind.Delete), Is.Positive);
        Assert.That(Run(project.Directory, "worktree", "list").Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task A_stack_file_that_the_commit_lacks_makes_everything_new()
    {
        using var project = Repository("tree");
        project.Write("Pulumi.late.yaml", "config:\n  proj:guest: many\n  proj:count: 3\n");
        var (difference, baseline) = await CompareAsync(project, "git:HEAD", "late");

        Assert.That(difference.Changes.Select(change => change.Kind), Is.All.EqualTo(ChangeKind.Create));
        Assert.That(baseline.Note, Does.Contain("Pulumi.late.yaml does not exist at HEAD"));
    }

    [Test]
    public void A_commit_that_does_not_preview_says_why_and_leaves_nothing_behind()
    {
        using var project = Repository("throws");
        project.Write("Pulumi.dev.yaml", "config:\n  proj:guest: many\n  proj:count: 3\n");

        Assert.That(async () => await CompareAsync(project, "git:HEAD"), Throws.TypeOf<PreviewException>().With.Message.Contains("HEAD").And.Message.Contains("thrown on purpose"));
        Assert.That(Run(project.Directory, "worktree", "list").Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(1));
    }

    [TestCase("nowhere")]
    [TestCase("--help")]
    public void An_unknown_commit_is_named(string reference)
    {
        using var project = Repository("tree");
        Assert.That(async () => await CompareAsync(project, $"git:{reference}"), Throws.TypeOf<PreviewException>().With.Message.Contains($"no commit '{reference}'"));
    }

    [Test]
    public void A_folder_outside_of_git_is_named()
    {
        using var project = new TemporaryProject();
        project.Write("Pulumi.dev.yaml", "config:\n  proj:guest: many\n  proj:count: 1\n");
        Assert.That(async () => await CompareAsync(project, "git:main"), Throws.TypeOf<PreviewException>().With.Message.Contains("needs a git repository"));
    }

    [Test]
    public async Task The_same_comparison_gives_the_same_bytes()
    {
        var (dev, prod) = ((await Scenario.Of("hyperp-dev")).Graph, (await Scenario.Of("hyperp-prod")).Graph);
        var baseline = new Baseline("dev", dev);
        var documents = Enumerable.Range(0, 3).Select(_ => GraphDifference.Compare(dev, prod))
            .Select(difference => Encoding.UTF8.GetString(DiffText.Write(difference, "prod", baseline, true, Terminal.Plain))
                + Encoding.UTF8.GetString(DiffJson.Write(difference, "prod", baseline, true)) + DiffMarkdown.Write(difference));
        Assert.That(documents.Distinct().Count(), Is.EqualTo(1));
    }

    private static async Task<(GraphDifference Difference, Baseline Baseline)> CompareAsync(TemporaryProject project, string against, string stack = "dev")
    {
        var request = new PreviewRequest
        {
            Stack = stack,
            Program = typeof(GuestPrograms).Assembly.Location,
            ProjectDirectory = project.Directory,
            CurrentDirectory = project.Directory,
        };
        var result = await PreviewRunner.RunAsync(request);
        Assert.That(result.ExitCode, Is.Zero, () => string.Join('\n', result.Diagnostics));
        return await DiffRunner.CompareAsync(against, request, result);
    }

    private static TemporaryProject Repository(string guest)
    {
        var project = new TemporaryProject();
        project.Write("Pulumi.dev.yaml", $"config:\n  proj:guest: {guest}\n  proj:password: {{ secure: AAAA }}\n");
        Run(project.Directory, "init", "--quiet");
        Run(project.Directory, "add", ".");
        Run(project.Directory, "-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false", "commit", "--quiet", "--no-verify", "-m", "first");
        return project;
    }

    private static string Run(string directory, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = directory, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, () => $"git {string.Join(' ', arguments)}");
        return output;
    }
}
