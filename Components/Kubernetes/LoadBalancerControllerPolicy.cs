using Infra.Components.Identity;
using Pulumi;

namespace Infra.Components.Kubernetes;

/// <summary>
/// What the AWS Load Balancer Controller may do, after the policy of its version 3.5: application load balancers of one cluster, without
/// WAF, Shield, Cognito and certificates, which its switches turn off.
/// </summary>
internal static class LoadBalancerControllerPolicy
{
    private const string RequestTag = "aws:RequestTag/" + ClusterTag;
    private const string ResourceTag = "aws:ResourceTag/" + ClusterTag;

    // The controller puts it on every load balancer, target group and security group that it makes, with the cluster's name.
    private const string ClusterTag = "elbv2.k8s.aws/cluster";

    /// <summary>The policies, by their names within the role; one alone would be longer than a role may hold in readable form.</summary>
    /// <param name="clusterName">The cluster's name.</param>
    /// <param name="clusterArn">The cluster's ARN: load balancers are of its region and account.</param>
    /// <param name="vpcId">The id of the cluster's VPC.</param>
    public static IReadOnlyDictionary<string, PolicyDocument> For(Output<string> clusterName, Output<string> clusterArn, Output<string> vpcId) =>
        new Scope(clusterName, clusterArn.Apply(Arn.Parse), vpcId).Policies();

    private sealed class Scope(Output<string> clusterName, Output<Arn> cluster, Output<string> vpcId)
    {
        private PolicyCondition RequestsThisCluster => PolicyCondition.StringEquals(RequestTag, clusterName);

        private PolicyCondition IsOfThisCluster => PolicyCondition.StringEquals(ResourceTag, clusterName);

        // The tag stays as it is: neither moved to another cluster nor removed.
        private static PolicyCondition LeavesClusterTag => new("Null", RequestTag, "true");

        public Dictionary<string, PolicyDocument> Policies() => new()
        {
            ["balancing"] = new([.. LoadBalancers(), .. Listeners(), .. Tags(), .. Targets()]),
            ["discovery"] = new(ServiceLinkedRole(), Discovery()),
            ["firewalls"] = new(SecurityGroups()),
        };

        private Input<string> LoadBalancing(string resource) =>
            cluster.Apply(arn => (arn with { Service = "elasticloadbalancing" }).Sibling(resource).ToString());

        private Input<string> Network(string resource) => cluster.Apply(arn => (arn with { Service = "ec2" }).Sibling(resource).ToString());

        private static PolicyStatement ServiceLinkedRole() => new()
        {
            Sid = "CreateServiceLinkedRole",
            Actions = ["iam:CreateServiceLinkedRole"],
            WhyAnyResource = "The condition names the one service whose role may be made; an account's first load balancer needs it.",
            Conditions = [PolicyCondition.StringEquals("iam:AWSServiceName", "elasticloadbalancing.amazonaws.com")],
        };

        private static PolicyStatement Discovery() => new()
        {
            Sid = "Discover",
            Actions =
            [
                "ec2:DescribeAccountAttributes",
                "ec2:DescribeAddresses",
                "ec2:DescribeAvailabilityZones",
                "ec2:DescribeCoipPools",
                "ec2:DescribeInstances",
                "ec2:DescribeInternetGateways",
                "ec2:DescribeIpamPools",
                "ec2:DescribeNetworkInterfaces",
                "ec2:DescribeRouteTables",
                "ec2:DescribeSecurityGroups",
                "ec2:DescribeSubnets",
                "ec2:DescribeTags",
                "ec2:DescribeVpcPeeringConnections",
                "ec2:DescribeVpcs",
                "ec2:GetCoipPoolUsage",
                "ec2:GetSecurityGroupsForVpc",
                "elasticloadbalancing:DescribeCapacityReservation",
                "elasticloadbalancing:DescribeListenerAttributes",
                "elasticloadbalancing:DescribeListenerCertificates",
                "elasticloadbalancing:DescribeListeners",
                "elasticloadbalancing:DescribeLoadBalancerAttributes",
                "elasticloadbalancing:DescribeLoadBalancers",
                "elasticloadbalancing:DescribeRules",
                "elasticloadbalancing:DescribeSSLPolicies",
                "elasticloadbalancing:DescribeTags",
                "elasticloadbalancing:DescribeTargetGroupAttributes",
                "elasticloadbalancing:DescribeTargetGroups",
                "elasticloadbalancing:DescribeTargetHealth",
                "elasticloadbalancing:DescribeTrustStores",
            ],
            WhyAnyResource = "Describing has no resource-level permission.",
        };

        private PolicyStatement[] LoadBalancers() =>
        [
            new()
            {
                Sid = "CreateLoadBalancers",
                Actions = ["elasticloadbalancing:CreateLoadBalancer", "elasticloadbalancing:CreateTargetGroup"],
                Resources = [LoadBalancing("loadbalancer/app/*"), LoadBalancing("targetgroup/*")],
                Conditions = [RequestsThisCluster],
            },
            new()
            {
                Sid = "ChangeLoadBalancers",
                Actions =
                [
                    "elasticloadbalancing:DeleteLoadBalancer",
                    "elasticloadbalancing:DeleteTargetGroup",
                    "elasticloadbalancing:ModifyCapacityReservation",
                    "elasticloadbalancing:ModifyIpPools",
                    "elasticloadbalancing:ModifyListenerAttributes",
                    "elasticloadbalancing:ModifyLoadBalancerAttributes",
                    "elasticloadbalancing:ModifyTargetGroup",
                    "elasticloadbalancing:ModifyTargetGroupAttributes",
                    "elasticloadbalancing:SetIpAddressType",
                    "elasticloadbalancing:SetSecurityGroups",
                    "elasticloadbalancing:SetSubnets",
                ],
                Resources = [LoadBalancing("loadbalancer/app/*"), LoadBalancing("targetgroup/*"), LoadBalancing("listener/app/*")],
                Conditions = [IsOfThisCluster],
            },
        ];

        // Not every listener and rule carries the cluster's tag: a condition on it stops the controller from changing its own.
        private PolicyStatement[] Listeners() =>
        [
            new()
            {
                Sid = "ManageListeners",
                Actions =
                [
                    "elasticloadbalancing:AddListenerCertificates",
                    "elasticloadbalancing:CreateListener",
                    "elasticloadbalancing:CreateRule",
                    "elasticloadbalancing:DeleteListener",
                    "elasticloadbalancing:DeleteRule",
                    "elasticloadbalancing:ModifyListener",
                    "elasticloadbalancing:ModifyRule",
                    "elasticloadbalancing:RemoveListenerCertificates",
                    "elasticloadbalancing:SetRulePriorities",
                ],
                Resources = [LoadBalancing("loadbalancer/app/*"), LoadBalancing("listener/app/*"), LoadBalancing("listener-rule/app/*")],
            },
        ];

        private PolicyStatement[] Tags() =>
        [
            new()
            {
                Sid = "TagWhatItCreates",
                Actions = ["elasticloadbalancing:AddTags"],
                Resources = [LoadBalancing("loadbalancer/app/*"), LoadBalancing("targetgroup/*")],
                Conditions =
                [
                    PolicyCondition.StringEquals("elasticloadbalancing:CreateAction", (string[])["CreateLoadBalancer", "CreateTargetGroup"]),
                    RequestsThisCluster,
                ],
            },
            new()
            {
                Sid = "TagItsLoadBalancers",
                Actions = ["elasticloadbalancing:AddTags", "elasticloadbalancing:RemoveTags"],
                Resources = [LoadBalancing("loadbalancer/app/*"), LoadBalancing("targetgroup/*")],
                Conditions = [IsOfThisCluster, LeavesClusterTag],
            },
            new()
            {
                Sid = "TagListeners",
                Actions = ["elasticloadbalancing:AddTags", "elasticloadbalancing:RemoveTags"],
                Resources = [LoadBalancing("listener/app/*"), LoadBalancing("listener-rule/app/*")],
            },
        ];

        private PolicyStatement[] Targets() =>
        [
            new()
            {
                Sid = "RegisterTargets",
                Actions = ["elasticloadbalancing:DeregisterTargets", "elasticloadbalancing:RegisterTargets"],
                Resources = LoadBalancing("targetgroup/*"),
            },
        ];

        private PolicyStatement[] SecurityGroups() =>
        [
            new()
            {
                Sid = "CreateSecurityGroups",
                Actions = ["ec2:CreateSecurityGroup"],
                Resources = Network("security-group/*"),
                Conditions = [RequestsThisCluster],
            },
            new()
            {
                Sid = "CreateThemInTheVpc",
                Actions = ["ec2:CreateSecurityGroup"],
                Resources = vpcId.Apply(id => cluster.Apply(arn => (arn with { Service = "ec2" }).Sibling($"vpc/{id}").ToString())),
            },
            new()
            {
                Sid = "TagThemAtCreation",
                Actions = ["ec2:CreateTags"],
                Resources = Network("security-group/*"),
                Conditions = [PolicyCondition.StringEquals("ec2:CreateAction", "CreateSecurityGroup"), RequestsThisCluster],
            },
            new()
            {
                Sid = "TagItsSecurityGroups",
                Actions = ["ec2:CreateTags", "ec2:DeleteTags"],
                Resources = Network("security-group/*"),
                Conditions = [IsOfThisCluster, LeavesClusterTag],
            },
            new()
            {
                Sid = "ChangeItsSecurityGroups",
                Actions = ["ec2:AuthorizeSecurityGroupIngress", "ec2:DeleteSecurityGroup", "ec2:RevokeSecurityGroupIngress"],
                Resources = Network("security-group/*"),
                Conditions = [IsOfThisCluster],
            },
        ];
    }
}
