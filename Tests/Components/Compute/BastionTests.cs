using Infra.Components.Compute;
using Infra.Components.Network;
using Infra.Tests.Systems;
using NUnit.Framework;
using Pulumi.Utilities;

namespace Infra.Tests.Components.Compute;

public sealed class BastionTests
{
    private const string InstanceType = "aws:ec2/instance:Instance";

    [Test]
    public async Task A_bastion_is_an_instance_with_its_group_role_and_profile_and_no_key_pair()
    {
        var run = await Create();
        Assert.That(run.Registrations.Select(registration => registration.Type), Is.EquivalentTo(new[]
        {
            "aws:ec2/securityGroup:SecurityGroup",
            "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
            "aws:iam/role:Role",
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
            "aws:iam/instanceProfile:InstanceProfile",
            InstanceType,
        }));
        Assert.That(run.Only(InstanceType)["keyName"], Is.Null);
    }

    [Test]
    public async Task Nothing_comes_in_and_nothing_but_HTTPS_and_the_named_traffic_goes_out()
    {
        var run = await Create(egress: [FirewallRule.EgressToCidr("database", 5432, "10.0.0.0/16", "Database")]);
        Assert.Multiple(() =>
        {
            Assert.That(run.OfType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"), Is.Empty);
            Assert.That(run.Only("aws:ec2/securityGroup:SecurityGroup")["ingress"], Is.Null);
            Assert.That(
                run.OfType("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule").Select(rule => (rule["cidrIpv4"], rule["fromPort"], rule["toPort"])),
                Is.EquivalentTo(new (object?, object?, object?)[] { ("0.0.0.0/0", 443, 443), ("10.0.0.0/16", 5432, 5432) }));
        });
    }

    [Test]
    public async Task It_has_no_public_address_answers_metadata_by_session_token_only_and_encrypts_its_disk()
    {
        var instance = (await Create()).Only(InstanceType);
        Assert.Multiple(() =>
        {
            Assert.That(instance["associatePublicIpAddress"], Is.EqualTo(false));
            Assert.That(instance["metadataOptions.httpTokens"], Is.EqualTo("required"));
            Assert.That(instance["metadataOptions.httpPutResponseHopLimit"], Is.EqualTo(1));
            Assert.That(instance["rootBlockDevice.encrypted"], Is.EqualTo(true));
            Assert.That(instance["subnetId"], Is.EqualTo("subnet-1"));
            Assert.That(instance.Texts("vpcSecurityGroupIds"), Is.EqualTo(new[] { "bastion-sg-id" }));
        });
    }

    [Test]
    public async Task Its_role_is_for_Session_Manager_alone()
    {
        var run = await Create();
        Assert.Multiple(() =>
        {
            Assert.That(
                PolicyText.Parse((string?)run.Only("aws:iam/role:Role")["assumeRolePolicy"]).Single().Principals,
                Is.EqualTo(new[] { "Service:ec2.amazonaws.com" }));
            Assert.That(
                run.Only("aws:iam/rolePolicyAttachment:RolePolicyAttachment")["policyArn"],
                Is.EqualTo("arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"));
            Assert.That(run.Only("aws:iam/instanceProfile:InstanceProfile")["role"], Is.EqualTo("bastion-role"));
            Assert.That(run.Only(InstanceType)["iamInstanceProfile"], Is.EqualTo("bastion-profile"));
        });
    }

    [TestCase("t4g.nano", "arm64")]
    [TestCase("t3.nano", "x86_64")]
    public async Task Its_image_is_the_newest_Amazon_Linux_of_its_instruction_set(string type, string architecture)
    {
        var instance = (await Create(type)).Only(InstanceType);
        Assert.Multiple(() =>
        {
            Assert.That(instance["instanceType"], Is.EqualTo(type));
            Assert.That(instance["ami"], Is.EqualTo($"value of /aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-{architecture}"));
        });
    }

    [Test]
    public async Task The_command_leads_a_local_port_to_the_database()
    {
        var command = "";
        await ComponentRun.Of(async options =>
        {
            var bastion = new Bastion("bastion", new BastionArgs { PhysicalName = "app-bastion", VpcId = "vpc-1", SubnetId = "subnet-1" }, options);
            command = await OutputUtilities.GetValueAsync(bastion.ForwardingCommand("us-east-1", "db.example", 5432));
        });
        Assert.That(command, Is.EqualTo(
            "aws ssm start-session --region us-east-1 --target bastion-id --document-name AWS-StartPortForwardingSessionToRemoteHost "
            + "--parameters host=db.example,portNumber=5432,localPortNumber=5432"));
    }

    private static Task<ComponentRun> Create(string? type = null, IReadOnlyList<FirewallRule>? egress = null) => ComponentRun.Of(options =>
    {
        _ = new Bastion("bastion", new BastionArgs
        {
            PhysicalName = "app-bastion",
            VpcId = "vpc-1",
            SubnetId = "subnet-1",
            InstanceType = type ?? "t4g.nano",
            Egress = egress ?? [],
        }, options);
    });
}
