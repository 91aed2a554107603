using Infra.Components;
using Infra.Stacks.Settings;
using Infra.Stacks.Settings.Constraints;

namespace Infra.Stacks.FlowBuilder;

/// <summary>Flow Builder's settings that concern the ultra-cost-optimised variant alone.</summary>
public abstract record FlowBuilderUltraSettings() : SystemSettings("us-east-1")
{
    /// <summary>The existing VPC.</summary>
    [Setting(
        "Ultra: the id of the existing VPC.",
        defaultText: "the VPC whose `Name` tag is main-vpc",
        example: "vpc-0123456789abcdef0")]
    [Pattern("^vpc-[0-9a-f]{8,17}$", "a VPC's id, such as vpc-0123456789abcdef0")]
    public string? VpcId { get; init; }

    /// <summary>The existing public subnets.</summary>
    [Setting(
        "Ultra: the ids of the VPC's public subnets that tasks run in; one suffices.",
        defaultText: "the VPC's subnets whose `Name` tag starts with main-subnet-public",
        example: "subnet-0123456789abcdef0")]
    [Pattern("^subnet-[0-9a-f]{8,17}$", "a subnet's id, such as subnet-0123456789abcdef0")]
    [Count(0, 16)]
    public IReadOnlyList<string> PublicSubnetIds { get; init; } = [];

    /// <summary>The external database's host.</summary>
    [Setting("Ultra, required there: the host name of the external database.", defaultText: "none", example: "db.example.com")]
    [Pattern("^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$", "a host name or address, such as db.example.com")]
    public string? DbHost { get; init; }

    /// <summary>The external database's port.</summary>
    [Setting("Ultra: the port of the external database.")]
    [Between(1, 65535)]
    public int DbPort { get; init; } = 5432;

    /// <summary>A task's processor.</summary>
    [Setting("Ultra: CPU units of a worker's task; 1024 are a vCPU.")]
    [OneOf(256, 512, 1024, 2048, 4096, 8192, 16384)]
    public int TaskCpu { get; init; } = 1024;

    /// <summary>A task's memory.</summary>
    [Setting("Ultra: memory of a worker's task in MiB; Fargate offers certain amounts beside each `taskCpu`.")]
    [Between(512, 122880)]
    public int TaskMemory { get; init; } = 2048;

    /// <summary>How often the scheduler runs.</summary>
    [Setting("Ultra: when the scheduler runs, as EventBridge writes it.")]
    [Pattern(
        "^(rate\\((1 (minute|hour|day)|([2-9]|[1-9][0-9]{1,4}) (minutes|hours|days))\\)|cron\\([^ ()]+( [^ ()]+){5}\\))$",
        "rate(…) or cron(…), such as rate(5 minutes)")]
    public string ScheduleExpression { get; init; } = "rate(5 minutes)";

    /// <summary>How many messages a task gets.</summary>
    [Setting("Ultra: how many messages the pipe gives to a task.", note: "Pipes start ECS tasks one message at a time; nothing else can be set.")]
    [OneOf(1)]
    public int PipeBatchSize { get; init; } = 1;

    /// <summary>Whether failed tasks are collected.</summary>
    [Setting(
        "Ultra: whether tasks that stop before their workflow is done are collected in a queue for 14 days: the queue of workflows no longer "
        + "holds their messages.")]
    [DefaultIn(DeploymentEnvironment.Staging, true)]
    [DefaultIn(DeploymentEnvironment.Prod, true)]
    public bool CollectFailedTasks { get; init; }
}
