using NUnit.Framework;
using static Infra.Tests.Stacks.Configuration;

namespace Infra.Tests.Stacks;

/// <summary>What a refused stack file is told as a whole: everything at once, and where to begin when there is nothing.</summary>
internal sealed class FaultReportTests
{
    [Test]
    public void No_configuration_at_all_is_answered_with_a_stack_file()
    {
        var refusal = Refusal(Of(("aws:region", "eu-west-1")), HyperpAlone);
        Assert.That(refusal.Message, Is.EqualTo("""
            Stack test has no configuration of this program: no key starts with infra:. Nothing was registered.
            Write a file Pulumi.test.yaml that names the environment (dev, staging or prod) and the systems (hyperp), at least:

            # yaml-language-server: $schema=Stacks/config.schema.json
            config:
              infra:environment: dev
              infra:systems: [hyperp]
              infra:hyperp:
                githubAppId: "123456"

            """));
    }

    [Test]
    public void All_faults_are_reported_together_and_sorted()
    {
        var refusal = Refusal(Of(
            ("infra:environment", "production"),
            ("infra:systems", """["hyprep"]"""),
            ("infra:hyperp", """{"azCount":1,"vpcCidr":"ten","Region":"us-east-1","githubAppWebhookSecret":"plain-plain-plain-plain"}""")));
        Assert.That(refusal.Faults.Select(fault => fault.Key), Is.EqualTo(new[]
        {
            "infra:environment",
            "infra:hyperp.Region",
            "infra:hyperp.azCount",
            "infra:hyperp.githubAppId",
            "infra:hyperp.githubAppWebhookSecret",
            "infra:hyperp.vpcCidr",
            "infra:systems[0]",
        }));
        Assert.That(refusal.Message, Does.StartWith("""
            The configuration of stack test has 7 faults. Nothing was registered.

            infra:environment
              got      "production"
              allowed  dev, staging or prod
              fix      pulumi config set infra:environment prod

            infra:hyperp.Region
            """));
    }

    [Test]
    public void Sections_are_checked_even_when_the_list_of_systems_is_missing()
    {
        var refusal = Refusal(Of(("infra:environment", "dev"), ("infra:hyperp", Section("\"azCount\":0"))));
        Assert.That(refusal.Faults.Select(fault => fault.Key), Is.EqualTo(new[] { "infra:hyperp.azCount", "infra:systems" }));
    }
}
