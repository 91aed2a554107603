using Infra.Stacks.Hypernym;
using Infra.Stacks.Settings.Reading;
using Infra.Tests.Support;
using NUnit.Framework;

namespace Infra.Tests.Stacks.Hypernym;

/// <summary>Subnets lie where AWS has capacity and every endpoint, and a choice that is not there is refused like any other setting.</summary>
[Parallelizable]
internal sealed class HypernymZonesTests
{
    private static readonly Dictionary<string, IReadOnlyCollection<string>> Offered = new()
    {
        ["logs"] = ["r-1a", "r-1b", "r-1c"],
        ["rare"] = ["r-1b", "r-1c"],
    };

    [Test]
    public void Zones_without_capacity_or_endpoint_are_refused_in_four_parts() => Assert.That(
        Faults("r-1a", "r-1b", "r-1d").Select(fault => fault.ToString()),
        Is.EqualTo(new[]
        {
            "infra:hypernym.availabilityZones\n  got      r-1a, which offers no endpoint of rare\n"
            + "  allowed  zones that have Fargate tasks and every endpoint service; in this account r-1b\n"
            + "  fix      name others in the stack file, or remove the setting",
            "infra:hypernym.availabilityZones\n  got      r-1d, which has no Fargate tasks and offers no endpoint of logs, rare\n"
            + "  allowed  zones that have Fargate tasks and every endpoint service; in this account r-1b\n"
            + "  fix      name others in the stack file, or remove the setting",
        }));

    [Test]
    public void Zones_that_suit_have_no_fault() => Assert.That(Faults("r-1b"), Is.Empty);

    // us-east-1e is use1-az3, which has neither Fargate nor EKS capacity.
    [TestCase("hypernym-ecs-managed", "Fargate tasks")]
    [TestCase("hypernym-eks-managed", "EKS control planes")]
    public async Task A_named_zone_without_capacity_is_refused_before_anything_of_the_system_is_made(string stack, string capacity)
    {
        var scenario = await Scenario.Failing(stack, "infra:hypernym.availabilityZones[0]=us-east-1a", "infra:hypernym.availabilityZones[1]=us-east-1e");
        var told = string.Join('\n', scenario.Result.Diagnostics.Select(entry => entry.Message).Concat(scenario.Result.ProgramOutput));
        Assert.Multiple(() =>
        {
            Assert.That(scenario.Result.ExitCode, Is.Not.Zero);
            Assert.That(told, Does.Contain("infra:hypernym.availabilityZones").And.Contain($"us-east-1e, which has no {capacity}"));
            Assert.That(scenario.Graph.Nodes.Where(node => !node.IsStack && !node.IsProvider), Is.Empty);
        });
    }

    [Test]
    public async Task Zones_without_capacity_are_passed_over()
    {
        var scenario = await Scenario.Of("hypernym-ecs-managed", set: Blocks(5));
        Assert.That(
            scenario.Graph.OfType("aws:ec2/subnet:Subnet").Select(subnet => subnet.Inputs["availabilityZone"].AsText),
            Is.EqualTo(new[] { "us-east-1a", "us-east-1b", "us-east-1c", "us-east-1d", "us-east-1f" }));
    }

    [Test]
    public async Task More_subnets_than_zones_are_refused_by_the_name_of_their_setting()
    {
        var scenario = await Scenario.Failing("hypernym-ecs-managed", Blocks(6));
        var told = string.Join('\n', scenario.Result.Diagnostics.Select(entry => entry.Message).Concat(scenario.Result.ProgramOutput));
        Assert.Multiple(() =>
        {
            Assert.That(scenario.Result.ExitCode, Is.Not.Zero);
            Assert.That(told, Does.Contain("infra:hypernym.privateSubnetCidrs").And.Contain("at most 5 in us-east-1"));
        });
    }

    private static string[] Blocks(int count) =>
        [.. Enumerable.Range(0, count).Select(index => $"infra:hypernym.privateSubnetCidrs[{index}]=10.0.{index + 1}.0/24")];

    private static IReadOnlyList<SettingFault> Faults(params string[] zones) =>
        HypernymZones.Unsuitable(zones, ["r-1a", "r-1b"], "Fargate tasks", Offered, ["r-1b"]);
}
