using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Systems.Hypernym.Ecs;

[TestFixtureSource(typeof(HypernymStack), nameof(HypernymStack.OnEcs))]
internal sealed class HypernymServicePromises(string stackName) : HypernymPromises(stackName)
{
    private ResourceNode Service => Stack.Only("aws:ecs/service:Service");

    // Promise 29.
    [Test]
    public void The_service_runs_two_tasks_without_public_addresses_and_rolls_back() => Assert.Multiple(() =>
    {
        var network = Service.Inputs["networkConfiguration"];
        Assert.That(Service.Inputs["name"].AsText, Is.EqualTo("hypernym-api"));
        Assert.That(Service.Inputs["launchType"].AsText, Is.EqualTo("FARGATE"));
        Assert.That(Service.Inputs["platformVersion"].AsText, Is.EqualTo("LATEST"));
        Assert.That(Service.Inputs["desiredCount"].AsNumber, Is.EqualTo(2));
        Assert.That(network["assignPublicIp"].AsBool, Is.False);
        Assert.That(Texts(network["subnets"]), Is.EquivalentTo(Stack.OfType("aws:ec2/subnet:Subnet").Select(Id)));
        Assert.That(
            Texts(network["securityGroups"]),
            Is.EqualTo(new[] { Id(Stack.Only("aws:ec2/securityGroup:SecurityGroup", $"{Stack.Prefix}-ecs-task-sg")) }));
        Assert.That(Service.Inputs["healthCheckGracePeriodSeconds"].AsNumber, Is.EqualTo(60));
        Assert.That(Service.Inputs["deploymentMinimumHealthyPercent"].AsNumber, Is.EqualTo(100));
        Assert.That(Service.Inputs["deploymentMaximumPercent"].AsNumber, Is.EqualTo(200));
        Assert.That(Service.Inputs["deploymentCircuitBreaker"]["enable"].AsBool, Is.True);
        Assert.That(Service.Inputs["deploymentCircuitBreaker"]["rollback"].AsBool, Is.True);
        Assert.That(Service.Inputs["propagateTags"].AsText, Is.EqualTo("SERVICE"));
        Assert.That(Service.Inputs["enableEcsManagedTags"].AsBool, Is.True);
        Assert.That(Service.Inputs["waitForSteadyState"].AsBool, Is.True);
        Assert.That(Service.IgnoreChanges, Is.EqualTo(new[] { "desiredCount" }));
    });

    [Test]
    public void The_service_stands_behind_the_target_group()
    {
        var targets = Service.Inputs["loadBalancers"].AsList!;
        Assert.That(targets, Has.Count.EqualTo(1));
        Assert.Multiple(() =>
        {
            Assert.That(targets[0]["targetGroupArn"].AsText, Is.EqualTo(Arn(Stack.Only("aws:lb/targetGroup:TargetGroup"))));
            Assert.That(targets[0]["containerName"].AsText, Is.EqualTo("hypernym-api"));
            Assert.That(targets[0]["containerPort"].AsNumber, Is.EqualTo(8000));
        });
    }

    // Promises 29 and 35.
    [Test]
    public void The_service_waits_for_everything_that_a_starting_task_needs()
    {
        string[] types =
        [
            "aws:lb/listener:Listener",
            "aws:ec2/vpcEndpoint:VpcEndpoint",
            "aws:ec2/routeTableAssociation:RouteTableAssociation",
            "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
            "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
            "aws:iam/rolePolicy:RolePolicy",
            "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders",
            "aws:cloudwatch/logGroup:LogGroup",
        ];
        var waitsFor = Stack.WaitsFor(Service);
        var needed = types.SelectMany(Stack.OfType).ToList();
        Assert.That(needed, Has.Count.GreaterThan(types.Length));
        Assert.That(needed.Select(node => node.Urn).Where(urn => !waitsFor.Contains(urn)), Is.Empty);
    }

    // Promise 30.
    [Test]
    public void Scaling_keeps_two_to_ten_tasks_near_the_documented_loads()
    {
        var target = Stack.Only("aws:appautoscaling/target:Target").Inputs;
        var policies = Stack.OfType("aws:appautoscaling/policy:Policy").Select(policy => policy.Inputs).ToList();
        var tracking = policies.Select(policy => policy["targetTrackingScalingPolicyConfiguration"]).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(target["resourceId"].AsText, Is.EqualTo($"service/{Stack.Text("clusterName", "hypernym-cluster")}/hypernym-api"));
            Assert.That(target["serviceNamespace"].AsText, Is.EqualTo("ecs"));
            Assert.That(target["scalableDimension"].AsText, Is.EqualTo("ecs:service:DesiredCount"));
            Assert.That(target["minCapacity"].AsNumber, Is.EqualTo(2));
            Assert.That(target["maxCapacity"].AsNumber, Is.EqualTo(10));
            Assert.That(
                policies.Select(policy => policy["policyType"].AsText),
                Is.EqualTo(new[] { "TargetTrackingScaling", "TargetTrackingScaling" }));
            Assert.That(policies.Select(policy => policy["resourceId"].AsText), Is.All.EqualTo(target["resourceId"].AsText));
            Assert.That(
                tracking.Select(policy => (policy["predefinedMetricSpecification"]["predefinedMetricType"].AsText, policy["targetValue"].AsNumber)),
                Is.EquivalentTo(new (string?, double?)[] { ("ECSServiceAverageCPUUtilization", 70), ("ECSServiceAverageMemoryUtilization", 80) }));
            Assert.That(tracking.Select(policy => policy["scaleOutCooldown"].AsNumber), Is.All.EqualTo(30));
            Assert.That(tracking.Select(policy => policy["scaleInCooldown"].AsNumber), Is.All.EqualTo(300));
        });
    }

    // Promises 31 and 34.
    [Test]
    public void ECS_may_pull_the_one_image_write_the_one_log_group_and_read_credentials_in_byop_only()
    {
        var statements = Stack.Statements(Stack.Only("aws:iam/role:Role", $"{Stack.Prefix}-task-execution-role"));
        var logs = Arn(Stack.Only("aws:cloudwatch/logGroup:LogGroup"));
        var expected = new List<string>
        {
            "ecr:GetAuthorizationToken on *",
            "ecr:BatchCheckLayerAvailability, ecr:BatchGetImage, ecr:GetDownloadUrlForLayer on "
            + $"arn:aws:ecr:{Stack.Region}:123456789012:repository/hypernym-api",
            $"logs:CreateLogStream, logs:PutLogEvents on {logs}:*",
        };
        if (Stack.Byop)
        {
            expected.Add($"secretsmanager:GetSecretValue on {Stack.SecretArn}");
        }

        Assert.That(
            statements.Select(statement => $"{string.Join(", ", statement.Actions.Order(StringComparer.Ordinal))} on {string.Join(", ", statement.Resources)}"),
            Is.EquivalentTo(expected));
        Assert.That(Stack.OfType("aws:iam/rolePolicyAttachment:RolePolicyAttachment"), Is.Empty);
    }

    [Test]
    public void Both_roles_are_for_tasks_of_this_account_alone()
    {
        var account = Arn(Stack.Only("aws:ecs/cluster:Cluster"))!.Split(':')[4];
        var trusts = Stack.OfType("aws:iam/role:Role").Select(role => PolicyText.Parse(role.Inputs["assumeRolePolicy"].AsText).Single()).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(trusts.Select(trust => trust.Principals), Is.All.EqualTo(new[] { "Service:ecs-tasks.amazonaws.com" }));
            Assert.That(trusts.Select(trust => trust.Conditions), Is.All.EquivalentTo(new[]
            {
                $"ArnLike aws:SourceArn arn:aws:ecs:{Stack.Region}:{account}:*", $"StringEquals aws:SourceAccount {account}",
            }));
        });
    }

    // Promises 11, 12 and 13.
    [Test]
    public void Tasks_are_reached_from_the_load_balancer_alone_and_reach_endpoints_image_layers_and_their_provider_alone() => Assert.Multiple(() =>
    {
        Assert.That(Rules(IngressType, Group("ecs-task")), Is.EqualTo(new[] { $"tcp 8000 {Group("alb")}" }));
        Assert.That(Rules(EgressType, Group("ecs-task")), Has.Count.EqualTo(2 + (Stack.Byop ? Stack.Texts("byopEgressCidrs").Count : 1)));
    });
}
