using System.Text;
using Infra.Preview;
using Infra.Preview.Cost;
using Infra.Preview.Cost.Reports;
using Infra.Preview.Diagrams;
using Infra.Preview.Diff;
using Infra.Preview.Diff.Rendering;
using Infra.Preview.Diff.Versions;
using Infra.Preview.Findings;
using Infra.Preview.Fingerprints;
using Infra.Preview.Rendering;
using Infra.Preview.Reports;
using Infra.Tests.Support;
using NUnit.Framework;

namespace Infra.Tests.Preview.Secrets;

/// <summary>A canary in every secret setting of every system is in no output of any command, unless secrets are asked for.</summary>
public sealed class PlantedSecretTests
{
    private static readonly DateOnly Today = new(2026, 1, 1);

    private static readonly Dictionary<string, Func<PlantedStack, byte[]>> Outputs = new(StringComparer.Ordinal)
    {
        ["preview text"] = stack => PreviewText.Write(stack.Result, showSecrets: false, Terminal.Plain),
        ["preview json"] = stack => PreviewJson.Write(stack.Result, showSecrets: false),
        ["fingerprint"] = stack => Encoding.UTF8.GetBytes(Fingerprint.Of(stack.Result)),
        ["diff text"] = stack => DiffText.Write(Difference(stack), "dev", Earlier(stack), all: true, Terminal.Plain),
        ["diff json"] = stack => DiffJson.Write(Difference(stack), "dev", Earlier(stack), all: true),
        ["diff markdown"] = stack => Encoding.UTF8.GetBytes(DiffMarkdown.Write(Difference(stack))),
        ["check text"] = stack => FindingsText.Write(Findings(stack), stack.Result, SuppressionFile.None, FindingSeverity.Low, all: true, Terminal.Plain),
        ["check json"] = stack => FindingsJson.Write(Findings(stack), stack.Result, FindingSeverity.Low),
        ["check sarif"] = stack => FindingsSarif.Write(Findings(stack), stack.Result, "Pulumi.dev.yaml", SuppressionFile.DefaultName),
        ["check markdown"] = stack => Encoding.UTF8.GetBytes(FindingsMarkdown.Write(Findings(stack))),
        ["cost text"] = stack => CostText.Write(Cost(stack), "dev", explain: true, Terminal.Plain, ("earlier.json", CostEstimator.Estimate(Earlier(stack).Graph))),
        ["cost json"] = stack => CostJson.Write(Cost(stack), "dev", ("earlier.json", CostEstimator.Estimate(Earlier(stack).Graph))),
        ["cost markdown"] = stack => Encoding.UTF8.GetBytes(CostMarkdown.Write(Cost(stack), CostEstimator.Estimate(Earlier(stack).Graph))),
        ["diagram svg"] = stack => Encoding.UTF8.GetBytes(SvgWriter.Write(Drawing(stack))),
        ["diagram mermaid"] = stack => Encoding.UTF8.GetBytes(MermaidWriter.Write(Drawing(stack))),
        ["report markdown"] = stack => ReportMarkdown.Write(Report(stack), int.MaxValue),
        ["report html"] = stack => ReportHtml.Write(Report(stack)),
    };

    private static IEnumerable<string> OutputNames => Outputs.Keys;

    private static IEnumerable<string> FirstFiles => PlantedStack.Files(SecretSetting.All).DistinctBy(entry => entry.Secrets[0].System).Select(entry => entry.File);

    [Test]
    public void Every_declared_secret_is_planted() => Assert.That(SecretSetting.All, Has.Count.EqualTo(SecretSetting.Declared).And.Count.GreaterThanOrEqualTo(4));

    [TestCaseSource(nameof(OutputNames))]
    public async Task No_output_shows_a_secret(string output)
    {
        foreach (var stack in await PlantedStack.All)
        {
            var text = Encoding.UTF8.GetString(Outputs[output](stack));
            Assert.That(text, Is.Not.Empty);
            Assert.That(Seen(stack, text), Is.Empty, $"{output} of {stack.File} shows secrets.");
        }
    }

    [Test]
    public async Task Asked_for_the_secrets_are_shown()
    {
        var shown = new StringBuilder();
        foreach (var stack in await PlantedStack.All)
        {
            shown.Append(PlantedStack.Json(stack.Result, showSecrets: true));
        }

        var text = shown.ToString();
        Assert.That(SecretSetting.All.Where(secret => !text.Contains(secret.Canary('a').Needle, StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task A_changed_secret_is_a_difference()
    {
        // Not in every stack: where the operator replaces a secret by hand, the program ignores what became of it.
        var stacks = await PlantedStack.All;
        Assert.That(stacks.Where(stack => Difference(stack).HasDifferences), Is.Not.Empty);
    }

    [TestCaseSource(nameof(FirstFiles))]
    public async Task A_secret_of_a_wrong_form_is_refused_without_being_shown(string file)
    {
        var wrong = PlantedStack.Files(SecretSetting.All).Single(entry => entry.File == file).Secrets
            .Select(secret => (Secret: secret, Canary: secret.WrongCanary()))
            .Where(entry => entry.Canary is not null)
            .ToList();
        var result = await PlantedStack.PreviewAsync(file, wrong.Select(entry => (entry.Secret, entry.Canary!.Value.Value)));
        var text = PlantedStack.Text(result);

        Assert.That(wrong, Is.Not.Empty);
        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(text, Does.Contain(string.Join('.', wrong[0].Secret.Path.Take(2))), "The setting is named.");
        Assert.That(text, Does.Not.Contain(wrong[0].Canary!.Value.Needle));
    }

    [TestCaseSource(nameof(FirstFiles))]
    public async Task A_secret_that_is_not_encrypted_is_refused_without_being_shown(string file)
    {
        var secret = PlantedStack.Files(SecretSetting.All).Single(entry => entry.File == file).Secrets[0];
        var (value, needle) = secret.Canary('a');
        var result = await PreviewRunner.RunAsync(new PreviewRequest { Stack = file, Set = [$"{secret.Key}={value}"], CurrentDirectory = Scenario.RepositoryDirectory });
        var text = PlantedStack.Text(result);

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(text, Does.Not.Contain(needle).And.Contain("--secret"));
    }

    [TestCase("=canary_secret")]
    [TestCase("infra:hyperp.githubAppId.x=canary_secret")]
    [TestCase("infra:hyperp[7]=canary_secret")]
    public void A_faulty_override_is_refused_without_its_value(string set) => Assert.That(
        () => Scenario.Failing("hyperp-dev", set),
        Throws.InstanceOf<PreviewException>().With.Message.Not.Contains("canary_secret"));

    private static IEnumerable<string> Seen(PlantedStack stack, string text) => stack.Secrets
        .Where(secret => "ab".Any(mark => text.Contains(secret.Canary(mark).Needle, StringComparison.Ordinal)))
        .Select(secret => secret.Key);

    // The same stack with other secrets, so that there is a difference to tell of.
    private static Baseline Earlier(PlantedStack stack)
    {
        var json = PlantedStack.Json(stack.Result, showSecrets: true);
        foreach (var secret in stack.Secrets)
        {
            json = json.Replace(secret.Canary('a').Needle, secret.Canary('b').Needle, StringComparison.Ordinal);
        }

        return new Baseline("earlier.json", PreviewDocument.Parse(Encoding.UTF8.GetBytes(json), "earlier.json"));
    }

    private static GraphDifference Difference(PlantedStack stack) => GraphDifference.Compare(Earlier(stack).Graph, stack.Result.Graph);

    private static FindingReport Findings(PlantedStack stack) => Checker.Check(stack.Result.Graph, SuppressionFile.None, Today);

    private static CostEstimate Cost(PlantedStack stack) => CostEstimator.Estimate(stack.Result.Graph);

    private static Diagram Drawing(PlantedStack stack) => DiagramBuilder.Build(stack.Result.Graph, new DiagramOptions { Difference = Difference(stack) });

    private static StackReport Report(PlantedStack stack)
    {
        var earlier = Earlier(stack);
        return new ReportParts
        {
            Result = stack.Result,
            Findings = Findings(stack),
            Cost = Cost(stack),
            CostBefore = CostEstimator.Estimate(earlier.Graph),
            FindingsBefore = Checker.Check(earlier.Graph, SuppressionFile.None, Today),
            Difference = GraphDifference.Compare(earlier.Graph, stack.Result.Graph),
            Baseline = earlier,
        }.Compose();
    }
}
