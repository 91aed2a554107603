using NUnit.Framework;

namespace Infra.Tests.Systems.Hebo.Frontend;

/// <summary>Previews beside each other, and the way into them.</summary>
[Parallelizable]
internal sealed class HeboPreviewsPromises
{
    private static readonly string[] NameProperties = ["name", "bucketPrefix", "aliases", "domainName"];

    // Promise 42.
    [Test]
    public async Task The_frontends_of_two_previews_share_no_physical_name()
    {
        var one = Names(await HeboStack.Of("hebo-preview"));
        var other = Names(await HeboStack.Of("hebo-preview", "infra:hebo.stage=pr43"));
        Assert.Multiple(() =>
        {
            Assert.That(one, Has.Count.GreaterThan(5));
            Assert.That(one.Intersect(other), Is.Empty);
        });
    }

    [TestCaseSource(typeof(HeboStack), nameof(HeboStack.Previews))]
    public async Task A_preview_has_a_bastion_that_Session_Manager_alone_reaches(string name)
    {
        var stack = await HeboStack.Of(name);
        var instance = stack.Only("aws:ec2/instance:Instance");
        var group = stack.Maker("aws:ec2/securityGroup:SecurityGroup", "id", instance.Inputs["vpcSecurityGroupIds"][0].AsText);
        var profile = stack.Maker("aws:iam/instanceProfile:InstanceProfile", "name", instance.Inputs["iamInstanceProfile"].AsText);
        var policies = stack.OfType("aws:iam/rolePolicyAttachment:RolePolicyAttachment")
            .Where(attachment => attachment.Inputs["role"].AsText == profile.Inputs["role"].AsText)
            .Select(attachment => attachment.Inputs["policyArn"].AsText);
        Assert.Multiple(() =>
        {
            Assert.That(instance.Inputs["instanceType"].AsText, Is.EqualTo("t4g.nano"));
            Assert.That(instance.Inputs["metadataOptions"]["httpTokens"].AsText, Is.EqualTo("required"));
            Assert.That(instance.Inputs["rootBlockDevice"]["encrypted"].AsBool, Is.True);
            Assert.That(instance.Inputs["associatePublicIpAddress"].AsBool, Is.False);
            Assert.That(instance.Inputs["keyName"].IsNull, Is.True);
            Assert.That(stack.Rules("Ingress", group.Output("id").AsText), Is.Empty);
            Assert.That(
                stack.Rules("Egress", group.Output("id").AsText).Select(rule => (rule.Inputs["cidrIpv4"].AsText, rule.Inputs["toPort"].AsNumber)),
                Is.EquivalentTo(new (string?, double?)[] { ("0.0.0.0/0", 443), ("10.0.0.0/16", 5432) }));
            Assert.That(policies, Is.EqualTo(new[] { "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore" }));
            Assert.That(stack.Outputs["bastionInstanceId"].AsText, Is.EqualTo(instance.Output("id").AsText));
        });
    }

    // Promise 37.
    [TestCaseSource(typeof(HeboStack), nameof(HeboStack.Previews))]
    public async Task The_bastion_stands_in_a_private_subnet_and_the_database_admits_it(string name)
    {
        var stack = await HeboStack.Of(name);
        var instance = stack.Only("aws:ec2/instance:Instance");
        var subnet = stack.Result.Graph.OfType("aws:ec2/subnet:Subnet").Single(subnet => subnet.Output("id").AsText == instance.Inputs["subnetId"].AsText);
        var admitting = stack.OfType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")
            .Where(rule => rule.Inputs["referencedSecurityGroupId"].AsText == instance.Inputs["vpcSecurityGroupIds"][0].AsText)
            .ToList();
        Assert.Multiple(() =>
        {
            Assert.That(subnet.Inputs["mapPublicIpOnLaunch"].AsBool, Is.Not.True);
            Assert.That(admitting.Select(rule => rule.Inputs["fromPort"].AsNumber).Distinct(), Is.EqualTo(new double?[] { 5432 }));
            Assert.That(
                stack.Cluster.Inputs["vpcSecurityGroupIds"].AsList!.Texts,
                Is.SubsetOf(admitting.Select(rule => rule.Inputs["securityGroupId"].AsText)));
        });
    }

    // Promise 32.
    [TestCaseSource(typeof(HeboStack), nameof(HeboStack.Names))]
    public async Task There_is_no_key_pair(string name) => Assert.That((await HeboStack.Of(name)).OfType("aws:ec2/keyPair:KeyPair"), Is.Empty);

    // Promise 32.
    [TestCaseSource(typeof(HeboStack), nameof(HeboStack.Productions))]
    public async Task Production_has_no_bastion(string name) => Assert.That((await HeboStack.Of(name)).OfType("aws:ec2/instance:Instance"), Is.Empty);

    private static HashSet<string> Names(HeboStack stack) => new HeboFrontendParts(stack).Nodes
        .SelectMany(node => NameProperties.Select(property => node.Inputs[property]))
        .SelectMany(value => value.AsText is { } text ? [text] : value.AsList?.Texts ?? [])
        .ToHashSet(StringComparer.Ordinal);
}
