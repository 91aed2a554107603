using Infra.Components.Network;
using NUnit.Framework;

namespace Infra.Tests.Components.Network;

public sealed class FirewallTests
{
    private const string IngressType = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    private const string EgressType = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

    [Test]
    public async Task Without_rules_there_is_the_group_alone_and_it_has_none_inline()
    {
        var run = await Create();

        var group = run.Only("aws:ec2/securityGroup:SecurityGroup");
        Assert.Multiple(() =>
        {
            Assert.That(run.Registrations, Has.Count.EqualTo(1));
            Assert.That(group.Inputs.Keys, Is.EquivalentTo(new[] { "vpcId", "description" }));
        });
    }

    [Test]
    public async Task A_rule_from_the_group_itself_names_the_group_on_both_ends()
    {
        var run = await Create(FirewallRule.IngressFromSelf("nfs", 2049, "EFS"));

        var rule = run.Only(IngressType);
        Assert.Multiple(() =>
        {
            Assert.That(rule.Name, Is.EqualTo("tasks-nfs"));
            Assert.That(rule["securityGroupId"], Is.EqualTo("tasks-id"));
            Assert.That(rule["referencedSecurityGroupId"], Is.EqualTo("tasks-id"));
            Assert.That(rule["ipProtocol"], Is.EqualTo("tcp"));
            Assert.That(rule["fromPort"], Is.EqualTo(2049));
            Assert.That(rule["toPort"], Is.EqualTo(2049));
            Assert.That(rule["cidrIpv4"], Is.Null);
        });
    }

    [Test]
    public async Task Each_rule_has_exactly_one_other_end()
    {
        var run = await Create(
            FirewallRule.IngressFromCidr("http", 80, "10.0.0.0/16", "clients"),
            FirewallRule.IngressFromGroup("app", 8000, "sg-alb", "load balancer"),
            FirewallRule.EgressToCidr("api", 443, "10.1.0.0/16", "api"),
            FirewallRule.EgressToGroup("db", 5432, "sg-db", "database"),
            FirewallRule.EgressToPrefixList("s3", 443, "pl-1", "S3"),
            FirewallRule.EgressToAnywhere("internet", "everything"));

        Assert.That(run.OfType(IngressType), Has.Count.EqualTo(2));
        Assert.That(run.OfType(EgressType), Has.Count.EqualTo(4));
        Assert.Multiple(() =>
        {
            foreach (var rule in run.OfType(IngressType).Concat(run.OfType(EgressType)))
            {
                var ends = new[] { "cidrIpv4", "referencedSecurityGroupId", "prefixListId" }.Count(end => rule[end] is not null);
                Assert.That(ends, Is.EqualTo(1), rule.Name);
            }

            var everything = run.OfType(EgressType).Single(rule => rule.Name == "tasks-internet");
            Assert.That(everything["ipProtocol"], Is.EqualTo("-1"));
            Assert.That(everything["cidrIpv4"], Is.EqualTo("0.0.0.0/0"));
            Assert.That(everything["fromPort"] ?? everything["toPort"], Is.Null);
        });
    }

    [Test]
    public void Descriptions_that_EC2_refuses_are_refused_first() => Assert.That(
        () => Create(FirewallRule.IngressFromSelf("nfs", 2049, "the group's members"), FirewallRule.EgressToAnywhere("all", "")),
        Throws.Exception.With.Message.Contains("rule 'nfs' is 'the group's members'").And.Message.Contains("rule 'all' is ''"));

    private static Task<ComponentRun> Create(params FirewallRule[] rules) => ComponentRun.Of(options =>
    {
        _ = new Firewall("tasks", new FirewallArgs { VpcId = "vpc-1", Description = "Tasks", Rules = rules }, options);
    });
}
