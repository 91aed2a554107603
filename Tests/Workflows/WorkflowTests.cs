using System.Text.RegularExpressions;
using Infra.Tests.Support;
using NUnit.Framework;
using YamlDotNet.RepresentationModel;

namespace Infra.Tests.Workflows;

/// <summary>The rules that keep the workflows safe to run on pull requests of strangers.</summary>
public sealed partial class WorkflowTests
{
    private static IEnumerable<Workflow> All => Workflow.All;

    [Test]
    public void There_are_six() => Assert.That(
        All.Select(workflow => workflow.Name),
        Is.EquivalentTo(new[] { "ci", "deploy", "drift", "preview", "report", "report-comment" }));

    [TestCaseSource(nameof(All))]
    public void Nothing_is_permitted_that_a_job_does_not_ask_for(object workflow)
    {
        var read = (Workflow)workflow;
        Assert.That(Workflow.Map(read.Root, "permissions"), Is.Not.Null.And.Empty);
        foreach (var (job, body) in read.Jobs)
        {
            Assert.That(Workflow.Map(body, "permissions"), Is.Not.Null, job);
        }
    }

    [TestCaseSource(nameof(All))]
    public void Every_job_ends_in_time(object workflow) => Assert.That(
        ((Workflow)workflow).Jobs.Select(job => int.Parse(Workflow.Scalar(job.Value, "timeout-minutes") ?? "0", System.Globalization.CultureInfo.InvariantCulture)),
        Has.All.InRange(1, 240));

    [TestCaseSource(nameof(All))]
    public void Actions_are_pinned_by_commit_and_name_their_version(object workflow)
    {
        var lines = ((Workflow)workflow).Text.Split('\n').Where(line => line.Contains("uses:", StringComparison.Ordinal)).ToList();
        Assert.That(lines, Is.Not.Empty);
        Assert.That(lines, Has.All.Match(@"uses: [A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$"));
    }

    [Test]
    public void An_action_has_one_version_everywhere() => Assert.That(
        All.SelectMany(workflow => UsesLine().Matches(workflow.Text).Select(match => (Action: match.Groups[1].Value, Commit: match.Groups[2].Value)))
            .GroupBy(use => use.Action)
            .Where(uses => uses.Select(use => use.Commit).Distinct().Count() > 1),
        Is.Empty);

    // Text of an event in a script is code that its author wrote.
    [TestCaseSource(nameof(All))]
    public void Scripts_hold_no_expressions(object workflow) => Assert.That(
        ((Workflow)workflow).Steps.Select(step => Workflow.Scalar(step, "run")).OfType<string>(),
        Has.None.Contain("${{"));

    [TestCaseSource(nameof(All))]
    public void A_checkout_leaves_no_token_behind(object workflow) => Assert.That(
        ((Workflow)workflow).Steps
            .Where(step => Workflow.Scalar(step, "uses")?.StartsWith("actions/checkout@", StringComparison.Ordinal) == true)
            .Select(step => Workflow.Map(step, "with") is { } with ? Workflow.Scalar(with, "persist-credentials") : null),
        Is.Not.Empty.And.All.EqualTo("false"));

    [TestCaseSource(nameof(All))]
    public void Runs_for_pull_requests_cancel_each_other_and_others_wait(object workflow)
    {
        var read = (Workflow)workflow;
        var concurrency = Workflow.Map(read.Root, "concurrency")!;
        var cancels = Workflow.Scalar(concurrency, "cancel-in-progress");
        Assert.That(Workflow.Scalar(concurrency, "group"), Is.Not.Null.And.Not.Empty);
        Assert.That(cancels, Is.EqualTo(read.Name switch
        {
            "ci" => "${{ github.event_name == 'pull_request' }}",
            "deploy" or "drift" => "false",
            _ => "true",
        }));
    }

    [Test]
    public void No_workflow_runs_a_pull_request_with_the_rights_of_its_target() =>
        Assert.That(All.SelectMany(workflow => workflow.Events), Has.None.EqualTo("pull_request_target"));

    [Test]
    public void Reports_and_checks_of_pull_requests_may_only_read() => Assert.Multiple(() =>
    {
        foreach (var workflow in new[] { Workflow.Of("ci"), Workflow.Of("report") })
        {
            Assert.That(Permissions(workflow), Is.EqualTo(new[] { "contents: read" }), workflow.Name);
            Assert.That(workflow.Text, Does.Not.Contain("secrets.").And.Not.Contain("github.token"), workflow.Name);
        }
    });

    [Test]
    public void The_workflow_that_comments_runs_the_main_branch_only()
    {
        var workflow = Workflow.Of("report-comment");
        var checkout = workflow.Steps.Single(step => Workflow.Scalar(step, "uses")?.StartsWith("actions/checkout@", StringComparison.Ordinal) == true);
        Assert.Multiple(() =>
        {
            Assert.That(workflow.Events, Is.EqualTo(new[] { "workflow_run" }));
            Assert.That(Workflow.Scalar(Workflow.Map(checkout, "with")!, "ref"), Is.EqualTo("${{ github.event.repository.default_branch }}"));
            Assert.That(Permissions(workflow), Is.EquivalentTo(new[] { "contents: read", "actions: read", "pull-requests: write" }));
            Assert.That(workflow.Text, Does.Not.Contain("dotnet").And.Not.Contain("id-token"));
        });
    }

    [Test]
    public void Only_workflows_that_assume_a_role_may_ask_for_an_identity() => Assert.That(
        All.Where(workflow => Permissions(workflow).Contains("id-token: write")).Select(workflow => workflow.Name),
        Is.EquivalentTo(All.Where(workflow => workflow.Text.Contains("configure-aws-credentials@", StringComparison.Ordinal)).Select(workflow => workflow.Name))
            .And.EquivalentTo(new[] { "deploy", "drift", "preview" }));

    [Test]
    public void No_workflow_keeps_keys_of_AWS() => Assert.That(
        All.Select(workflow => workflow.Text),
        Has.None.Contain("aws-access-key-id").And.None.Contain("AWS_SECRET_ACCESS_KEY"));

    [Test]
    public void Credentials_are_withheld_from_forks() => Assert.That(
        Workflow.Of("preview").Jobs.Select(job => Workflow.Scalar(job.Value, "if")),
        Has.All.Contain("github.event.pull_request.head.repo.full_name == github.repository"));

    [Test]
    public void A_deployment_stands_behind_its_environment_and_its_reviewed_report()
    {
        var job = Workflow.Of("deploy").Jobs.Single().Value;
        var steps = ((YamlSequenceNode)job["steps"]).Cast<YamlMappingNode>().ToList();
        var review = steps.FindIndex(step => Workflow.Scalar(step, "run") == ".github/scripts/require-reviewed.sh");
        var credentials = steps.FindIndex(step => Workflow.Scalar(step, "uses")?.StartsWith("aws-actions/configure-aws-credentials@", StringComparison.Ordinal) == true);
        Assert.Multiple(() =>
        {
            Assert.That(Workflow.Scalar(job, "environment"), Is.EqualTo("${{ matrix.stack }}"));
            Assert.That(Workflow.Scalar(Workflow.Map(job, "strategy")!, "max-parallel"), Is.EqualTo("1"));
            Assert.That(review, Is.GreaterThanOrEqualTo(0).And.LessThan(credentials));
            Assert.That(Workflow.Of("deploy").Events, Is.EquivalentTo(new[] { "push", "workflow_dispatch" }));
        });
    }

    [TestCase("preview")]
    [TestCase("deploy")]
    [TestCase("drift")]
    public void Every_shipped_stack_is_covered(string name)
    {
        var stacks = (YamlSequenceNode)Workflow.Map(Workflow.Map(Workflow.Of(name).Jobs.Single().Value, "strategy")!, "matrix")!["stack"];
        Assert.That(
            stacks.Cast<YamlScalarNode>().Select(stack => stack.Value),
            Is.EquivalentTo(Directory.EnumerateFiles(Scenario.RepositoryDirectory, "Pulumi.*.yaml").Select(file => Path.GetFileName(file).Split('.')[1])));
    }

    [Test]
    public void Scripts_that_workflows_call_exist() => Assert.That(
        All.SelectMany(workflow => ScriptPath().Matches(workflow.Text).Select(match => match.Value)).Distinct(),
        Is.Not.Empty.And.All.Matches<string>(path => File.Exists(Path.Combine(Scenario.RepositoryDirectory, path))));

    private static IEnumerable<string> Permissions(Workflow workflow) =>
        workflow.Jobs.SelectMany(job => Workflow.Map(job.Value, "permissions")!).Select(entry => $"{entry.Key}: {entry.Value}").Distinct();

    [GeneratedRegex(@"uses: ([^@\s]+)@([0-9a-f]+)")]
    private static partial Regex UsesLine();

    [GeneratedRegex(@"\.github/scripts/[a-z-]+\.sh")]
    private static partial Regex ScriptPath();
}
