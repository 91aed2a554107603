using Infra.Components.Containers;
using NUnit.Framework;

namespace Infra.Tests.Components.Containers;

public sealed class FargateServiceTests
{
    private const string ServiceType = "aws:ecs/service:Service";
    private const string TargetType = "aws:appautoscaling/target:Target";
    private const string PolicyType = "aws:appautoscaling/policy:Policy";

    [Test]
    public async Task A_service_that_neither_scales_nor_answers_is_task_and_service_alone()
    {
        var run = await Create();
        var service = run.Only(ServiceType);
        Assert.Multiple(() =>
        {
            Assert.That(run.Registrations, Has.Count.EqualTo(2));
            Assert.That(service["taskDefinition"], Is.EqualTo("arn:aws:ecs:us-east-1:123456789012:task-definition/worker:1"));
            Assert.That(service["launchType"], Is.EqualTo("FARGATE"));
            Assert.That(service["capacityProviderStrategies"], Is.Null);
            Assert.That(service["loadBalancers"], Is.Null);
            Assert.That(service["healthCheckGracePeriodSeconds"], Is.Null);
            Assert.That(service["networkConfiguration.assignPublicIp"], Is.EqualTo(false));
            Assert.That(service["deploymentCircuitBreaker.enable"], Is.EqualTo(true));
            Assert.That(service["deploymentCircuitBreaker.rollback"], Is.EqualTo(true));
            Assert.That(service["waitForSteadyState"], Is.EqualTo(true));
            Assert.That(service["enableExecuteCommand"], Is.EqualTo(false));
            Assert.That(run.Options(service).IgnoreChanges, Is.Empty);
        });
    }

    [Test]
    public async Task A_task_is_registered_with_its_size_and_roles()
    {
        var task = (await Create()).Only("aws:ecs/taskDefinition:TaskDefinition");
        Assert.Multiple(() =>
        {
            Assert.That(task["family"], Is.EqualTo("worker"));
            Assert.That(task["cpu"], Is.EqualTo("256"));
            Assert.That(task["memory"], Is.EqualTo("512"));
            Assert.That(task["networkMode"], Is.EqualTo("awsvpc"));
            Assert.That(task.Texts("requiresCompatibilities"), Is.EqualTo(new[] { "FARGATE" }));
            Assert.That(task["runtimePlatform.cpuArchitecture"], Is.EqualTo("ARM64"));
            Assert.That(task["runtimePlatform.operatingSystemFamily"], Is.EqualTo("LINUX"));
            Assert.That(task["executionRoleArn"], Is.EqualTo("arn:execution"));
            Assert.That(task["taskRoleArn"], Is.EqualTo("arn:task"));
        });
    }

    [Test]
    public async Task A_strategy_takes_the_launch_types_place()
    {
        var service = (await Create(capacity: [new(FargateCapacity.OnDemand, 50, 1), new(FargateCapacity.Spot, 50)])).Only(ServiceType);
        Assert.Multiple(() =>
        {
            Assert.That(service["launchType"], Is.Null);
            Assert.That(service["capacityProviderStrategies.0.capacityProvider"], Is.EqualTo("FARGATE"));
            Assert.That(service["capacityProviderStrategies.0.base"], Is.EqualTo(1));
            Assert.That(service["capacityProviderStrategies.1.capacityProvider"], Is.EqualTo("FARGATE_SPOT"));
            Assert.That(service["capacityProviderStrategies.1.weight"], Is.EqualTo(50));
        });
    }

    [Test]
    public async Task A_service_behind_a_load_balancer_gets_a_grace_period()
    {
        var service = (await Create(targets: [new("arn:tg", "api", 8000)])).Only(ServiceType);
        Assert.Multiple(() =>
        {
            Assert.That(service["loadBalancers.0.targetGroupArn"], Is.EqualTo("arn:tg"));
            Assert.That(service["loadBalancers.0.containerName"], Is.EqualTo("api"));
            Assert.That(service["loadBalancers.0.containerPort"], Is.EqualTo(8000));
            Assert.That(service["healthCheckGracePeriodSeconds"], Is.EqualTo(60));
        });
    }

    [Test]
    public async Task Scaling_tracks_each_load_and_leaves_the_count_to_AWS()
    {
        var run = await Create(scaling: new ServiceScaling(1, 4) { Loads = [new(ServiceLoad.Cpu, 60), new(ServiceLoad.Memory, 90)], ScaleOutSeconds = 20, ScaleInSeconds = 200 });
        var target = run.Only(TargetType);
        var policies = run.OfType(PolicyType).ToDictionary(policy => policy.Name);
        Assert.Multiple(() =>
        {
            Assert.That(target["resourceId"], Is.EqualTo("service/cluster/worker"));
            Assert.That(target["minCapacity"], Is.EqualTo(1));
            Assert.That(target["maxCapacity"], Is.EqualTo(4));
            Assert.That(policies.Keys, Is.EquivalentTo(new[] { "service-cpu", "service-memory" }));
            Assert.That(
                policies["service-cpu"]["targetTrackingScalingPolicyConfiguration.predefinedMetricSpecification.predefinedMetricType"],
                Is.EqualTo("ECSServiceAverageCPUUtilization"));
            Assert.That(policies["service-cpu"]["targetTrackingScalingPolicyConfiguration.targetValue"], Is.EqualTo(60));
            Assert.That(
                policies["service-memory"]["targetTrackingScalingPolicyConfiguration.predefinedMetricSpecification.predefinedMetricType"],
                Is.EqualTo("ECSServiceAverageMemoryUtilization"));
            Assert.That(policies["service-memory"]["targetTrackingScalingPolicyConfiguration.scaleOutCooldown"], Is.EqualTo(20));
            Assert.That(policies["service-memory"]["targetTrackingScalingPolicyConfiguration.scaleInCooldown"], Is.EqualTo(200));
            Assert.That(run.Options(run.Only(ServiceType)).IgnoreChanges, Is.EqualTo(new[] { "desiredCount" }));
        });
    }

    [Test]
    public void A_start_outside_the_scale_is_refused() => Assert.That(
        () => Create(scaling: new ServiceScaling(3, 4)),
        Throws.Exception.With.Message.Contains("It must be from 3 to 4"));

    private static Task<ComponentRun> Create(
        IReadOnlyList<ServiceTarget>? targets = null, ServiceScaling? scaling = null, IReadOnlyList<CapacityShare>? capacity = null) => ComponentRun.Of(options =>
        {
            _ = new FargateService("service", new FargateServiceArgs
            {
                PhysicalName = "worker",
                ClusterArn = "arn:cluster",
                ClusterName = "cluster",
                Task = new FargateTask
                {
                    Family = "worker",
                    Size = new FargateSize(256, 512),
                    ExecutionRoleArn = "arn:execution",
                    TaskRoleArn = "arn:task",
                    Arm64 = true,
                    Containers = [new ContainerDefinition { Name = "api", Image = "nginx:1", Log = new ContainerLog("/ecs/api", "us-east-1") }],
                },
                SubnetIds = "subnet-1",
                SecurityGroupIds = "sg-1",
                DesiredCount = 1,
                Targets = targets ?? [],
                Scaling = scaling,
                CapacityStrategy = capacity ?? [],
            }, options);
        });
}
