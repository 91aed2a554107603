using System.Diagnostics;
using System.Text;
using Infra.Preview.Reports;
using Infra.Tests.Preview.Cli;
using Infra.Tests.Preview.Reports;
using Infra.Tests.Support;
using NUnit.Framework;

namespace Infra.Tests.Workflows;

/// <summary>
/// The scripts of the workflows, run with a `gh` that answers from files and notes what it was told to write. They need bash and jq, as GitHub's
/// runners have them; elsewhere these tests are skipped.
/// </summary>
public sealed class ScriptTests
{
    private const string Sha = "1111111111111111111111111111111111111111";
    private const string Reviewed = "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    private TemporaryProject _folder = null!;

    [SetUp]
    public void WriteTools()
    {
        Assume.That(new[] { "bash", "jq", "sed", "mktemp" }.All(IsOnPath), "bash and jq are needed.");
        _folder = new TemporaryProject();
        Tool("gh", """
            #!/usr/bin/env bash
            set -euo pipefail
            method=GET address= body=
            while [ $# -gt 0 ]; do
              case $1 in
                --method) method=$2; shift ;;
                -F) body=${2#body=@}; shift ;;
                -f) shift ;;
                repos/*) address=$1 ;;
              esac
              shift
            done
            if [ "$method" = GET ]; then
              cat "$ANSWERS/$(basename "$address").json"
            else
              echo "$method $address" >> "$ANSWERS/written.txt"
              cat "$body" >> "$ANSWERS/written.txt"
            fi
            """);
        Tool("dotnet", "#!/usr/bin/env bash\necho \"$ACTUAL\"\n");
        _folder.Write("answers/pulls.json", $$"""[{"number":7,"head":{"sha":"{{Sha}}"},"merged_at":"2026-01-01T00:00:00Z"}]""");
        _folder.Write("answers/comments.json", "[]");
    }

    [TearDown]
    public void RemoveTools() => _folder?.Dispose();

    [Test]
    public async Task A_first_report_becomes_a_comment()
    {
        Report("dev", "All good, ask @octocat.");
        var (exitCode, output) = await CommentAsync();
        Assert.That((exitCode, output), Is.EqualTo((0, "Posted the report of dev to #7.\n")));
        Assert.That(Written, Does.StartWith($"POST repos/acme/infra/issues/7/comments\n<!-- infra-report stack=dev fingerprint={Reviewed} -->\n"));
        Assert.That(Written, Does.Contain("[Run and complete report](https://example.test/run)"));
    }

    [Test]
    public async Task A_name_in_a_report_notifies_nobody()
    {
        Report("dev", "Ask @octocat.");
        await CommentAsync();
        Assert.That(Written, Does.Not.Contain("@octocat").And.Contain("@\u200boctocat"));
    }

    [Test]
    public async Task A_later_report_takes_the_place_of_its_predecessor_on_any_page_of_comments()
    {
        Report("dev", "Second.");
        // What `gh api --paginate` prints for two pages.
        _folder.Write("answers/comments.json", $$"""
            [{"id":1,"user":{"login":"stranger"},"body":"<!-- infra-report stack=dev fingerprint=x -->"}]
            [{"id":2,"user":{"login":"github-actions[bot]"},"body":"<!-- infra-report stack=prod fingerprint={{Reviewed}} -->"},
             {"id":3,"user":{"login":"github-actions[bot]"},"body":"<!-- infra-report stack=dev fingerprint={{Reviewed}} -->"}]
            """);
        await CommentAsync();
        Assert.That(Written, Does.StartWith("PATCH repos/acme/infra/issues/comments/3\n"));
    }

    [Test]
    public async Task Nothing_is_posted_once_the_pull_request_has_moved_on()
    {
        Report("dev", "Late.");
        var (exitCode, output) = await CommentAsync(sha: "2222222222222222222222222222222222222222");
        Assert.That((exitCode, output), Is.EqualTo((0, "No open pull request has the head 2222222222222222222222222222222222222222; nothing is posted.\n")));
        Assert.That(Written, Is.Empty);
    }

    [Test]
    public async Task Text_without_the_marker_is_refused()
    {
        _folder.Write("reports/dev.md", "Anything else.");
        Assert.That(await CommentAsync(), Is.EqualTo((1, "::error::The report of dev does not begin with its marker.\n")));
        Assert.That(Written, Is.Empty);
    }

    [Test]
    public async Task A_report_beyond_the_size_of_a_comment_is_refused()
    {
        Report("dev", new string('x', 65_000));
        Assert.That(await CommentAsync(), Is.EqualTo((1, "::error::The report of dev has more than 65000 bytes.\n")));
        Assert.That(Written, Is.Empty);
    }

    [Test]
    public async Task A_report_on_a_huge_change_is_not_beyond_it()
    {
        var report = SampleReports.Of(graph => SampleReports.Huge(graph, "old"), graph => SampleReports.Huge(graph, "new"));
        _folder.Write("reports/dev.md", Encoding.UTF8.GetString(ReportMarkdown.Write(report)));
        Assert.That(await CommentAsync(), Is.EqualTo((0, "Posted the report of dev to #7.\n")));
    }

    [Test]
    public async Task A_report_by_the_name_of_no_stack_is_refused()
    {
        Report("Dev$(id)", "Hm.");
        Assert.That(await CommentAsync(), Is.EqualTo((1, "::error::A report is not named after a stack.\n")));
        Assert.That(Written, Is.Empty);
    }

    [Test]
    public async Task What_was_reviewed_is_deployed()
    {
        Commented("github-actions[bot]", Reviewed);
        Assert.That(await RequireAsync(Reviewed), Is.EqualTo((0, $"Stack dev is what the report on #7 showed: {Reviewed}\n")));
    }

    [Test]
    public async Task What_differs_from_the_reviewed_report_is_refused()
    {
        Commented("github-actions[bot]", Reviewed);
        var (exitCode, output) = await RequireAsync("sha256:bbbb");
        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(output, Does.StartWith("::error::Stack dev at 1111").And.Contain("is not what the report on #7 showed"));
    }

    [Test]
    public async Task A_report_that_somebody_else_wrote_counts_for_nothing()
    {
        Commented("stranger", Reviewed);
        var (exitCode, output) = await RequireAsync(Reviewed);
        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(output, Does.StartWith("::error::Pull request #7 has no report of stack dev."));
    }

    [Test]
    public async Task A_commit_of_no_pull_request_is_refused()
    {
        _folder.Write("answers/pulls.json", """[{"number":7,"merged_at":null}]""");
        var (exitCode, output) = await RequireAsync(Reviewed);
        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(output, Does.StartWith($"::error::Commit {Sha} comes from no merged pull request."));
    }

    private string Written => File.Exists(WrittenPath) ? File.ReadAllText(WrittenPath) : "";

    private string WrittenPath => Path.Combine(_folder.Directory, "answers", "written.txt");

    private void Report(string stack, string text) =>
        _folder.Write($"reports/{stack}.md", $"<!-- infra-report stack={stack} fingerprint={Reviewed} -->\n{text}\n");

    private void Commented(string author, string fingerprint) => _folder.Write(
        "answers/comments.json", $$"""[{"id":3,"user":{"login":"{{author}}"},"body":"<!-- infra-report stack=dev fingerprint={{fingerprint}} -->\nText"}]""");

    private void Tool(string name, string text)
    {
        var path = _folder.Write($"bin/{name}", text.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private Task<(int ExitCode, string Output)> CommentAsync(string sha = Sha) => RunAsync("comment-reports.sh", ("HEAD_SHA", sha));

    private Task<(int ExitCode, string Output)> RequireAsync(string actual) => RunAsync("require-reviewed.sh", ("ACTUAL", actual), ("COMMIT", Sha), ("STACK", "dev"));

    private async Task<(int ExitCode, string Output)> RunAsync(string script, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(Scenario.RepositoryDirectory, ".github", "scripts", script)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var path = start.Environment["PATH"];
        start.Environment.Clear();
        foreach (var (name, value) in variables.Concat(
        [
            ("PATH", $"{Path.Combine(_folder.Directory, "bin")}{Path.PathSeparator}{path}"),
            ("ANSWERS", Path.Combine(_folder.Directory, "answers")),
            ("REPORTS", Path.Combine(_folder.Directory, "reports")),
            ("REPOSITORY", "acme/infra"),
            ("HEAD_OWNER", "stranger"),
            ("HEAD_BRANCH", "change"),
            ("RUN_URL", "https://example.test/run"),
        ]))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }

    private static bool IsOnPath(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, tool)));
}
