using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Systems.Hypernym.Eks;

internal sealed class HypernymNodePromises(string stackName) : HypernymEksPromises(stackName)
{
    private ResourceNode Template => Stack.Only("aws:ec2/launchTemplate:LaunchTemplate");

    private string Node => Group("node");

    private string LoadBalancer => Group("alb");

    private string ControlPlane => Cluster.Output("vpcConfig")["clusterSecurityGroupId"].AsText!;

    // Promise 42.
    [Test]
    public void Nodes_are_as_documented_on_the_system_that_AWS_still_builds()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Nodes.Inputs["amiType"].AsText, Is.EqualTo("AL2023_x86_64_STANDARD"));
            Assert.That(Texts(Nodes.Inputs["instanceTypes"]), Is.EqualTo(new[] { Stack.Text("nodeInstanceType", "t3.medium") }));
            Assert.That(Nodes.Inputs["capacityType"].AsText, Is.EqualTo("ON_DEMAND"));
            Assert.That(Nodes.Inputs["scalingConfig"]["minSize"].AsNumber, Is.EqualTo(Stack.Number("nodeMin", 2)));
            Assert.That(Nodes.Inputs["scalingConfig"]["desiredSize"].AsNumber, Is.EqualTo(Stack.Number("nodeDesired", 2)));
            Assert.That(Nodes.Inputs["scalingConfig"]["maxSize"].AsNumber, Is.EqualTo(Stack.Number("nodeMax", 10)));
            Assert.That(Nodes.Inputs["updateConfig"]["maxUnavailable"].AsNumber, Is.EqualTo(1));
            Assert.That(Nodes.Inputs["nodeGroupNamePrefix"].AsText, Is.EqualTo("hypernym-cluster-node-group-"));
            Assert.That(Nodes.Inputs["version"].AsText, Is.EqualTo(Cluster.Inputs["version"].AsText));
            Assert.That(Texts(Nodes.Inputs["subnetIds"]), Is.EquivalentTo(Stack.OfType("aws:ec2/subnet:Subnet").Select(Id)));
            Assert.That(Nodes.Inputs["launchTemplate"]["id"].AsText, Is.EqualTo(Id(Template)));
            Assert.That(Nodes.IgnoreChanges, Is.EqualTo(new[] { "scalingConfig.desiredSize" }));
        });
    }

    // Promise 42.
    [Test]
    public void Nodes_wait_for_everything_without_which_they_never_become_ready()
    {
        var waits = Stack.WaitsFor(Nodes);
        var role = Role("node-role");
        var needed = new[] { "ec2", "ecr.api", "ecr.dkr", "logs", "s3", "sts" }.Select(service => Stack.Endpoint(service)!)
            .Concat(Stack.OfType("aws:iam/rolePolicyAttachment:RolePolicyAttachment").Where(policy => policy.Inputs["role"].AsText == role.Output("name").AsText))
            .Concat(Stack.OfType("aws:ec2/routeTableAssociation:RouteTableAssociation"))
            .Concat(Stack.OfType(IngressType)).Concat(Stack.OfType(EgressType))
            .Append(Addon("vpc-cni")).Append(Addon("kube-proxy"))
            .ToList();
        Assert.That(needed, Has.Count.GreaterThan(20));
        Assert.That(needed.Where(node => !waits.Contains(node.Urn)).Select(node => node.Name), Is.Empty);
    }

    // Promise 43.
    [Test]
    public void Instances_use_metadata_tokens_encrypted_volumes_the_nodes_group_and_the_systems_tags()
    {
        var template = Template.Inputs;
        Assert.Multiple(() =>
        {
            Assert.That(template["metadataOptions"]["httpTokens"].AsText, Is.EqualTo("required"));
            Assert.That(template["metadataOptions"]["httpPutResponseHopLimit"].AsNumber, Is.EqualTo(2));
            Assert.That(template["blockDeviceMappings"][0]["ebs"]["encrypted"].AsText, Is.EqualTo("true"));
            Assert.That(template["blockDeviceMappings"][0]["ebs"]["volumeType"].AsText, Is.EqualTo("gp3"));
            Assert.That(Texts(template["vpcSecurityGroupIds"]), Is.EqualTo(new[] { Node }));
            Assert.That(
                template["tagSpecifications"].AsList!.Select(tags => (tags["resourceType"].AsText, tags["tags"]["Product"].AsText, tags["tags"]["ManagedBy"].AsText)),
                Is.EqualTo(new[] { ("instance", "Hypernym", "Pulumi"), ("volume", "Hypernym", "Pulumi"), ("network-interface", "Hypernym", "Pulumi") }));
            Assert.That(template["tagSpecifications"].AsList!.Select(tags => tags["tags"]["Environment"].AsText), Is.All.EqualTo(Stack.Result.Config["infra:environment"].AsText));
        });
    }

    // Promises 11 and 43.
    [Test]
    public void Nodes_are_reached_by_each_other_the_load_balancer_and_the_control_plane_only() => Assert.That(
        Rules(IngressType, Node),
        Is.EquivalentTo(new[]
        {
            $"-1  {Node}", $"tcp 8000 {LoadBalancer}", $"tcp 443 {ControlPlane}", $"tcp 9443 {ControlPlane}", $"tcp 10250 {ControlPlane}", $"tcp 10251 {ControlPlane}",
        }));

    // Promises 12, 13 and 43.
    [Test]
    public void Nodes_reach_each_other_the_control_plane_endpoints_image_layers_and_the_provider_only()
    {
        string[] provider = Stack.Byop ? [.. Stack.Texts("byopEgressCidrs").Select(cidr => $"tcp 443 {cidr}")] : [$"tcp 8080 {Stack.VpcCidr}"];
        Assert.That(
            Rules(EgressType, Node),
            Is.EquivalentTo(new[]
            {
                $"-1  {Node}", $"tcp 443 {ControlPlane}", $"tcp 443 {Group("vpce")}", $"tcp 443 {Stack.Endpoint("s3")!.Output("prefixListId").AsText}",
            }.Concat(provider)));
    }

    // Promise 43.
    [Test]
    public void The_control_plane_admits_nodes_to_its_api() => Assert.Multiple(() =>
    {
        Assert.That(Rules(IngressType, ControlPlane), Is.EqualTo(new[] { $"tcp 443 {Node}" }));
        Assert.That(Rules(EgressType, ControlPlane), Is.Empty);
    });
}
