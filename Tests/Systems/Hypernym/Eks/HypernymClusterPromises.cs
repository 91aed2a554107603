using NUnit.Framework;

namespace Infra.Tests.Systems.Hypernym.Eks;

internal sealed class HypernymClusterPromises(string stackName) : HypernymEksPromises(stackName)
{
    // Promise 37.
    [Test]
    public void There_is_nothing_of_ecs_and_no_load_balancer_but_the_controllers() => Assert.Multiple(() =>
    {
        Assert.That(Stack.Nodes.Where(node => node.Type.StartsWith("aws:ecs/", StringComparison.Ordinal)), Is.Empty);
        Assert.That(Stack.Nodes.Where(node => node.Type.StartsWith("aws:lb/", StringComparison.Ordinal)), Is.Empty);
        Assert.That(Stack.Nodes.Where(node => node.Type.StartsWith("aws:appautoscaling/", StringComparison.Ordinal)), Is.Empty);
    });

    // Promise 38.
    [Test]
    public void The_control_plane_is_private_and_reached_from_named_networks_only()
    {
        var network = Cluster.Inputs["vpcConfig"];
        Assert.Multiple(() =>
        {
            Assert.That(Cluster.Inputs["name"].AsText, Is.EqualTo(Stack.Text("clusterName", "hypernym-cluster")));
            Assert.That(Texts(network["subnetIds"]), Is.EquivalentTo(Stack.OfType("aws:ec2/subnet:Subnet").Select(Id)));
            Assert.That(network["endpointPrivateAccess"].AsBool, Is.True);
            Assert.That(network["endpointPublicAccess"].AsBool, Is.True);
            Assert.That(Texts(network["publicAccessCidrs"]), Is.EqualTo(Stack.Texts("eksPublicAccessCidrs")).And.Not.Empty);
            Assert.That(Texts(network["publicAccessCidrs"]), Has.None.EqualTo("0.0.0.0/0"));
            Assert.That(Texts(Cluster.Inputs["enabledClusterLogTypes"]), Is.EquivalentTo(new[] { "api", "audit", "authenticator", "controllerManager", "scheduler" }));
            Assert.That(Cluster.Inputs["accessConfig"]["authenticationMode"].AsText, Is.EqualTo("API"));
            Assert.That(Cluster.Inputs["accessConfig"]["bootstrapClusterCreatorAdminPermissions"].AsBool, Is.True);
            Assert.That(Version.Parse(Cluster.Inputs["version"].AsText!), Is.GreaterThanOrEqualTo(new Version(1, 34)));
            Assert.That(Cluster.Inputs["bootstrapSelfManagedAddons"].AsBool, Is.False);
            Assert.That(Cluster.Inputs["upgradePolicy"]["supportType"].AsText, Is.EqualTo("STANDARD"));
            Assert.That(Cluster.Inputs["kubernetesNetworkConfig"]["serviceIpv4Cidr"].AsText, Is.EqualTo("172.20.0.0/16"));
        });
    }

    [Test]
    public void Secrets_in_the_cluster_are_encrypted_with_a_key_of_the_stack_that_rotates()
    {
        var key = Stack.Only("aws:kms/key:Key");
        Assert.Multiple(() =>
        {
            Assert.That(Cluster.Inputs["encryptionConfig"]["provider"]["keyArn"].AsText, Is.EqualTo(Arn(key)));
            Assert.That(Texts(Cluster.Inputs["encryptionConfig"]["resources"]), Is.EqualTo(new[] { "secrets" }));
            Assert.That(key.Inputs["enableKeyRotation"].AsBool, Is.True);
        });
    }

    // Promise 39.
    [Test]
    public void The_control_planes_log_group_is_there_before_it_and_forgets_after_a_month()
    {
        var group = Stack.Only("aws:cloudwatch/logGroup:LogGroup", $"/aws/eks/{Cluster.Inputs["name"].AsText}/cluster");
        Assert.Multiple(() =>
        {
            Assert.That(group.Inputs["retentionInDays"].AsNumber, Is.EqualTo(Stack.Number("logRetentionDays", 30)));
            Assert.That(Cluster.Dependencies, Does.Contain(group.Urn));
        });
    }

    [Test]
    public void The_log_groups_of_container_insights_are_there_before_the_agent()
    {
        var groups = new[] { "application", "dataplane", "host", "performance" }
            .Select(kind => Stack.Only("aws:cloudwatch/logGroup:LogGroup", $"/aws/containerinsights/{Cluster.Inputs["name"].AsText}/{kind}")).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(groups.Select(group => group.Inputs["retentionInDays"].AsNumber), Is.All.EqualTo(Stack.Number("logRetentionDays", 30)));
            Assert.That(groups.Select(group => Waits(Addon("amazon-cloudwatch-observability"), group)), Is.All.True);
        });
    }

    // Promise 40.
    [Test]
    public void Subnets_are_marked_for_internal_load_balancers_and_for_the_cluster()
    {
        var cluster = $"kubernetes.io/cluster/{Cluster.Inputs["name"].AsText}";
        var subnets = Stack.OfType("aws:ec2/subnet:Subnet");
        Assert.Multiple(() =>
        {
            Assert.That(subnets, Has.Count.EqualTo(2));
            Assert.That(subnets.Select(subnet => subnet.Inputs["tags"]["kubernetes.io/role/internal-elb"].AsText), Is.All.EqualTo("1"));
            Assert.That(subnets.Append(Stack.Only("aws:ec2/vpc:Vpc")).Select(node => node.Inputs["tags"][cluster].AsText), Is.All.EqualTo("shared"));
            Assert.That(Stack.OfType("aws:ec2/securityGroup:SecurityGroup").Where(group => group.Inputs["tags"][cluster].AsText is not null), Is.Empty);
        });
    }

    // Promise 44.
    [Test]
    public void The_cluster_vouches_for_the_applications_service_account_alone()
    {
        var provider = Stack.Only("aws:iam/openIdConnectProvider:OpenIdConnectProvider");
        Assert.That(provider.Inputs["url"].AsText, Is.EqualTo(Cluster.Output("identities")[0]["oidcs"][0]["issuer"].AsText));
        Assert.That(Texts(provider.Inputs["clientIdLists"]), Is.EqualTo(new[] { "sts.amazonaws.com" }));
        AssertTrustsOnly(Role("pod-role"), $"{Stack.Text("namespace", "hypernym")}:{Stack.Text("serviceAccountName", "hypernym-api")}");
    }

    // Promise 45.
    [Test]
    public void Add_ons_come_before_the_nodes_that_need_them_and_after_the_nodes_they_need()
    {
        string[] before = ["vpc-cni", "kube-proxy"];
        string[] after = ["coredns", "metrics-server", "amazon-cloudwatch-observability", .. Stack.Byop ? new[] { "aws-secrets-store-csi-driver-provider" } : []];
        Assert.Multiple(() =>
        {
            Assert.That(Stack.OfType("aws:eks/addon:Addon").Select(addon => addon.Inputs["addonName"].AsText), Is.EquivalentTo(before.Concat(after)));
            Assert.That(Addon("kube-proxy").Inputs["addonVersion"].AsText, Does.StartWith($"v{Cluster.Inputs["version"].AsText}."));
            Assert.That(Stack.OfType("aws:eks/addon:Addon").Select(addon => addon.Inputs["addonVersion"].AsText), Is.All.Match("^v[0-9]+[.][0-9]+[.][0-9]+-eksbuild[.][0-9]+$"));
            Assert.That(Stack.OfType("aws:eks/addon:Addon").Select(addon => addon.Inputs["resolveConflictsOnCreate"].AsText), Is.All.EqualTo("OVERWRITE"));
            Assert.That(before.Select(addon => Waits(Nodes, Addon(addon))), Is.All.True);
            Assert.That(before.Select(addon => Waits(Addon(addon), Nodes)), Is.All.False);
            Assert.That(after.Select(addon => Waits(Addon(addon), Nodes)), Is.All.True);
        });
    }

    [Test]
    public void The_agent_sends_metrics_and_logs_as_a_role_of_its_own()
    {
        var role = Role("cloudwatch-role");
        AssertTrustsOnly(role, "amazon-cloudwatch:cloudwatch-agent");
        Assert.Multiple(() =>
        {
            Assert.That(Addon("amazon-cloudwatch-observability").Inputs["serviceAccountRoleArn"].AsText, Is.EqualTo(Arn(role)));
            Assert.That(Managed(role), Is.EqualTo(new[] { "CloudWatchAgentServerPolicy" }));
        });
    }

    // Promise 46.
    [Test]
    public void The_application_is_known_by_its_service_account_and_nodes_may_do_nothing_for_it()
    {
        Assert.That(Stack.OfType("aws:eks/podIdentityAssociation:PodIdentityAssociation"), Is.Empty);
        Assert.That(Stack.Statements(Role("node-role")), Is.Empty);
        Assert.That(Managed(Role("node-role")), Is.EquivalentTo(new[] { "AmazonEKSWorkerNodePolicy", "AmazonEKS_CNI_Policy", "AmazonEC2ContainerRegistryPullOnly" }));
    }

    [Test]
    public void Administrators_are_those_that_the_settings_name() => Assert.That(
        Stack.OfType("aws:eks/accessEntry:AccessEntry").Select(entry => entry.Inputs["principalArn"].AsText),
        Is.EquivalentTo(Stack.Texts("adminPrincipalArns")));
}
