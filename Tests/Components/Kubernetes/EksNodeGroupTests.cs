using Infra.Components.Kubernetes;
using NUnit.Framework;

namespace Infra.Tests.Components.Kubernetes;

public sealed class EksNodeGroupTests
{
    [TestCase(true, 2)]
    [TestCase(false, 1)]
    public async Task Pods_are_a_hop_too_far_from_the_instances_metadata_unless_they_need_it(bool podsReadMetadata, int hops)
    {
        var template = (await Create(podsReadMetadata: podsReadMetadata)).Only("aws:ec2/launchTemplate:LaunchTemplate");
        Assert.Multiple(() =>
        {
            Assert.That(template["metadataOptions.httpTokens"], Is.EqualTo("required"));
            Assert.That(template["metadataOptions.httpPutResponseHopLimit"], Is.EqualTo(hops));
        });
    }

    [Test]
    public async Task Instances_volumes_and_interfaces_carry_the_tags_that_the_group_would_keep_to_itself()
    {
        var template = (await Create()).Only("aws:ec2/launchTemplate:LaunchTemplate");
        Assert.That(
            Enumerable.Range(0, 3).Select(index => (template[$"tagSpecifications.{index}.resourceType"], template[$"tagSpecifications.{index}.tags.Product"])),
            Is.EqualTo(new[] { ((object?)"instance", (object?)"P"), ("volume", "P"), ("network-interface", "P") }));
    }

    [Test]
    public async Task The_template_leaves_to_the_group_what_EKS_refuses_in_it()
    {
        var template = (await Create()).Only("aws:ec2/launchTemplate:LaunchTemplate");
        Assert.That(template.Inputs.Keys, Has.None.AnyOf("instanceType", "iamInstanceProfile", "networkInterfaces", "imageId", "userData"));
    }

    [Test]
    public async Task The_number_of_nodes_is_left_to_whoever_scales()
    {
        var run = await Create();
        Assert.That(run.Options(run.Only("aws:eks/nodeGroup:NodeGroup")).IgnoreChanges, Is.EqualTo(new[] { "scalingConfig.desiredSize" }));
    }

    [TestCase("")]
    [TestCase("a-prefix-that-leaves-no-room-for-more-")]
    public void A_prefix_that_leaves_no_room_is_refused(string prefix) =>
        Assert.That(() => Create(prefix), Throws.Exception.With.Message.Contains("1 to 37 characters"));

    private static Task<ComponentRun> Create(string prefix = "nodes-", bool podsReadMetadata = false) => ComponentRun.Of(options => _ = new EksNodeGroup("n", new EksNodeGroupArgs
    {
        NamePrefix = prefix,
        RoleName = "node-role",
        TemplateName = "node",
        Region = "us-east-1",
        ClusterName = "c",
        KubernetesVersion = "1.35",
        SubnetIds = ["subnet-1"],
        SecurityGroupIds = ["sg-1"],
        AmiType = "AL2023_x86_64_STANDARD",
        InstanceType = "t3.medium",
        MinSize = 1,
        DesiredSize = 1,
        MaxSize = 1,
        InstanceTags = new Dictionary<string, string> { ["Product"] = "P" },
        PodsReadMetadata = podsReadMetadata,
        CreateAfter = [],
    }, options));
}
