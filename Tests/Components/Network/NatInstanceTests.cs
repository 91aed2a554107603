using Infra.Components.Network;
using NUnit.Framework;

namespace Infra.Tests.Components.Network;

public sealed class NatInstanceTests
{
    private const string InstanceType = "aws:ec2/instance:Instance";

    [Test]
    public async Task It_is_an_instance_with_its_group_role_and_profile_and_an_alarm()
    {
        var run = await Create();
        Assert.That(run.Registrations.Select(registration => registration.Type), Is.EquivalentTo(new[]
        {
            "aws:ec2/securityGroup:SecurityGroup",
            "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
            "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
            "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
            "aws:iam/role:Role",
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
            "aws:iam/instanceProfile:InstanceProfile",
            InstanceType,
            "aws:cloudwatch/metricAlarm:MetricAlarm",
        }));
    }

    [Test]
    public async Task It_forwards_what_its_subnets_send_and_nothing_of_the_internets()
    {
        var run = await Create();
        var instance = run.Only(InstanceType);
        Assert.Multiple(() =>
        {
            Assert.That(instance["sourceDestCheck"], Is.EqualTo(false));
            Assert.That(instance["associatePublicIpAddress"], Is.EqualTo(true));
            Assert.That(instance["userData"], Does.StartWith("#!/bin/bash\n").And.Contain("ip_forward = 1").And.Contain("-j MASQUERADE"));
            Assert.That(
                run.OfType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule").Select(rule => (rule["ipProtocol"], rule["fromPort"], rule["cidrIpv4"])),
                Is.EquivalentTo(new (object?, object?, object?)[] { ("-1", null, "10.0.10.0/24"), ("-1", null, "10.0.11.0/24") }));
        });
    }

    // The image empties dnf's cache at its start, and the smallest types have half a GiB of memory.
    [Test]
    public async Task Its_setup_has_memory_to_spare_and_repeats_an_installation_that_fails()
    {
        var setup = (string?)(await Create()).Only(InstanceType)["userData"];
        Assert.That(setup, Does.Match(@"swapon /swapfile\n(.*\n)*until dnf install [^\n]*iptables-services; do sleep \d+; done\n(.*\n)*iptables "));
    }

    [Test]
    public async Task It_is_hardened()
    {
        var run = await Create();
        var instance = run.Only(InstanceType);
        Assert.Multiple(() =>
        {
            Assert.That(instance["keyName"], Is.Null);
            Assert.That((instance["metadataOptions.httpTokens"], instance["metadataOptions.httpPutResponseHopLimit"]), Is.EqualTo(("required", 1)));
            Assert.That((instance["rootBlockDevice.encrypted"], instance["rootBlockDevice.volumeType"]), Is.EqualTo((true, "gp3")));
            Assert.That(
                run.Only("aws:iam/rolePolicyAttachment:RolePolicyAttachment")["policyArn"],
                Is.EqualTo("arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"));
        });
    }

    [Test]
    public async Task A_newer_image_does_not_replace_it()
    {
        var run = await Create();
        Assert.That(run.Options(run.Only(InstanceType)).IgnoreChanges, Is.EqualTo(new[] { "ami", "userData" }));
    }

    [TestCase("us-east-1", "arn:aws:automate:us-east-1:ec2:recover")]
    [TestCase("cn-north-1", "arn:aws-cn:automate:cn-north-1:ec2:recover")]
    public async Task Failing_hardware_is_left_by_itself(string region, string action)
    {
        var alarm = (await Create(region)).Only("aws:cloudwatch/metricAlarm:MetricAlarm");
        Assert.Multiple(() =>
        {
            Assert.That((alarm["namespace"], alarm["metricName"], alarm["statistic"]), Is.EqualTo(("AWS/EC2", "StatusCheckFailed_System", "Maximum")));
            Assert.That(alarm["dimensions.InstanceId"], Is.EqualTo("nat-id"));
            Assert.That((alarm["period"], alarm["evaluationPeriods"]), Is.EqualTo((60, 2)));
            Assert.That(alarm.Texts("alarmActions"), Is.EqualTo(new[] { action }));
        });
    }

    private static Task<ComponentRun> Create(string region = "us-east-1") => ComponentRun.Of(options =>
    {
        _ = new NatInstance("nat", new NatInstanceArgs
        {
            VpcId = "vpc-1",
            SubnetId = "subnet-1",
            Region = region,
            ClientCidrs = ["10.0.10.0/24", "10.0.11.0/24"],
            PhysicalName = "flows-nat",
            CreateAfter = [],
        }, options);
    });
}
