using Infra.Tests.Support;
using NUnit.Framework;

namespace Infra.Tests.Stacks;

/// <summary>A faulty stack, previewed with the built program: one error without a stack trace, and nothing is registered.</summary>
internal sealed class RefusedPreviewTests
{
    [TestCase("infra:hyperp.azCont=3", "infra:hyperp.azCont\n  got      the unknown setting \"azCont\"")]
    [TestCase("infra:hyperp.azCount=three", "infra:hyperp.azCount\n  got      \"three\"")]
    [TestCase("infra:hyperp.azCount=9", "infra:hyperp.azCount\n  got      9")]
    [TestCase("infra:hyperp.vpcCidr=10.0.0.0/22", "infra:hyperp.subnetPrefixLength\n  got      /20, of which 10.0.0.0/22 holds 0 while azCount is 3")]
    [TestCase("infra:hyperp.githubAppWebhookSecret=0123456789abcdef", "infra:hyperp.githubAppWebhookSecret\n  got      a value that is not encrypted (not shown)")]
    [TestCase("infra:hyperp=[1]", "infra:hyperp\n  got      a list of 1 element")]
    [TestCase("infra:systems[0]=hyprep", "infra:systems[0]\n  got      \"hyprep\"")]
    [TestCase("infra:environment=test", "infra:environment\n  got      \"test\"")]
    public async Task Fault_ends_the_preview_before_anything_is_registered(string set, string fault)
    {
        var scenario = await Scenario.Failing("dev", set);
        Assert.That(scenario.Result.ExitCode, Is.EqualTo(1));
        Assert.That(scenario.Graph.Nodes.Select(node => node.Type), Is.EqualTo(new[] { "pulumi:pulumi:Stack" }));
        var error = scenario.Result.Diagnostics.Single().Message.TrimEnd();
        Assert.That(error, Does.StartWith($"The configuration of stack dev has a fault. Nothing was registered.\n\n{fault}\n"));
        Assert.That(error, Does.Not.Contain("   at "));
    }

    [Test]
    public async Task Region_with_too_few_zones_ends_the_preview_with_one_error_without_a_stack_trace()
    {
        var scenario = await Scenario.Failing("prod", "infra:hyperp.azCount=5", "infra:hyperp.region=us-west-2");
        var error = scenario.Result.Diagnostics.Single(diagnostic => diagnostic.Message.Contains("zones", StringComparison.Ordinal)).Message.TrimEnd();
        Assert.That(scenario.Result.ExitCode, Is.EqualTo(1));
        Assert.That(error, Does.StartWith("The network does not fit into region us-west-2.\n  got      5 availability zones to span"));
        Assert.That(error, Does.Not.Contain("   at "));
        Assert.That(scenario.Graph.Nodes.Select(node => node.Type), Is.EqualTo(new[] { "pulumi:pulumi:Stack", "pulumi:providers:aws" }));
    }
}
