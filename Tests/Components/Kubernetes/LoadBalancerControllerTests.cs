using Infra.Components.Kubernetes;
using Infra.Tests.Systems;
using NUnit.Framework;
using Pulumi;

namespace Infra.Tests.Components.Kubernetes;

public sealed class LoadBalancerControllerTests
{
    private const string Cluster = "StringEquals aws:ResourceTag/elbv2.k8s.aws/cluster production";
    private const string Requested = "StringEquals aws:RequestTag/elbv2.k8s.aws/cluster production";

    // IAM, quotas: the inline policies of a role have 10,240 characters together.
    private const int MostCharacters = 10_240;

    private IReadOnlyList<string> _policies = [];

    private IReadOnlyList<PolicyText.Statement> _statements = [];

    [OneTimeSetUp]
    public async Task ReadThePolicies()
    {
        var run = await ComponentRun.Of(_ =>
        {
            foreach (var policy in LoadBalancerControllerPolicy.For(
                Output.Create("production"), Output.Create("arn:aws:eks:us-east-1:123456789012:cluster/production"), Output.Create("vpc-1")))
            {
                policy.Value.ToJson().Apply(text => _policies = [.. _policies, text]);
            }
        });
        Assert.That(run.Registrations, Is.Empty);
        _statements = [.. _policies.SelectMany(PolicyText.Parse)];
    }

    [Test]
    public void The_policies_fit_into_a_role() => Assert.Multiple(() =>
    {
        Assert.That(_policies, Has.Count.EqualTo(3));
        Assert.That(_policies.Sum(policy => policy.Length), Is.LessThan(MostCharacters));
    });

    [Test]
    public void Only_what_reads_and_the_service_linked_role_hold_for_every_resource() => Assert.That(
        _statements.Where(statement => statement.Resources.Contains("*")).SelectMany(statement => statement.Actions),
        Is.All.Match("^(ec2:(Describe|Get)|elasticloadbalancing:Describe|iam:CreateServiceLinkedRole$)"));

    [Test]
    public void The_one_role_that_may_be_made_is_that_of_load_balancing() => Assert.That(
        _statements.Single(statement => statement.Actions.Contains("iam:CreateServiceLinkedRole")).Conditions,
        Is.EqualTo(new[] { "StringEquals iam:AWSServiceName elasticloadbalancing.amazonaws.com" }));

    [Test]
    public void Everything_else_is_of_the_clusters_region_and_account() => Assert.That(
        _statements.Where(statement => !statement.Resources.Contains("*")).SelectMany(statement => statement.Resources),
        Is.All.Match("^arn:aws:(ec2|elasticloadbalancing):us-east-1:123456789012:[a-z-]+/"));

    [TestCase("elasticloadbalancing:CreateLoadBalancer", Requested)]
    [TestCase("elasticloadbalancing:CreateTargetGroup", Requested)]
    [TestCase("elasticloadbalancing:DeleteLoadBalancer", Cluster)]
    [TestCase("elasticloadbalancing:SetSecurityGroups", Cluster)]
    [TestCase("elasticloadbalancing:RemoveTags", Cluster, true)]
    [TestCase("ec2:DeleteSecurityGroup", Cluster)]
    [TestCase("ec2:AuthorizeSecurityGroupIngress", Cluster)]
    [TestCase("ec2:DeleteTags", Cluster)]
    public void Load_balancers_and_groups_of_other_clusters_are_out_of_reach(string action, string condition, bool exceptListeners = false)
    {
        var statements = _statements.Where(statement => statement.Actions.Contains(action)
            && !(exceptListeners && statement.Resources.All(resource => resource.Contains(":listener", StringComparison.Ordinal)))).ToList();
        Assert.That(statements, Is.Not.Empty);
        Assert.That(statements.Select(statement => statement.Conditions), Is.All.Contains(condition));
    }

    [Test]
    public void Services_that_its_switches_turn_off_are_not_allowed() => Assert.That(
        _statements.SelectMany(statement => statement.Actions).Select(action => action.Split(':')[0]).Distinct(),
        Is.EquivalentTo(new[] { "ec2", "elasticloadbalancing", "iam" }));

    // Version 3.5 reconciles no load balancer without these.
    [TestCase("ec2:GetSecurityGroupsForVpc")]
    [TestCase("ec2:DescribeIpamPools")]
    [TestCase("ec2:DescribeRouteTables")]
    [TestCase("elasticloadbalancing:DescribeListenerAttributes")]
    [TestCase("elasticloadbalancing:ModifyListenerAttributes")]
    [TestCase("elasticloadbalancing:DescribeCapacityReservation")]
    [TestCase("elasticloadbalancing:ModifyCapacityReservation")]
    [TestCase("elasticloadbalancing:ModifyIpPools")]
    [TestCase("elasticloadbalancing:SetRulePriorities")]
    public void What_the_pinned_version_needs_is_allowed(string action) =>
        Assert.That(_statements.SelectMany(statement => statement.Actions), Does.Contain(action));
}
