using System.Globalization;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Containers;

/// <summary>A task that Fargate runs: its size, its roles and its containers.</summary>
public sealed record FargateTask
{
    /// <summary>The family of its task definitions: the name that all revisions share.</summary>
    public required string Family { get; init; }

    /// <summary>What it gets.</summary>
    public required FargateSize Size { get; init; }

    /// <summary>The ARN of the role that ECS pulls images, reads secrets and writes logs with.</summary>
    public required Input<string> ExecutionRoleArn { get; init; }

    /// <summary>
    /// The ARN of the role that the containers run as. Another than the execution role: code must not read what only ECS needs.
    /// </summary>
    public required Input<string> TaskRoleArn { get; init; }

    /// <summary>The containers.</summary>
    public required IReadOnlyList<ContainerDefinition> Containers { get; init; }

    /// <summary>Whether it runs on 64-bit ARM. Default: on x86.</summary>
    public bool Arm64 { get; init; }

    /// <summary>Registers a revision as a child of <paramref name="parent"/>.</summary>
    public Aws.Ecs.TaskDefinition Register(string name, Resource parent) => new(name, new Aws.Ecs.TaskDefinitionArgs
    {
        Family = Family,
        RequiresCompatibilities = "FARGATE",
        NetworkMode = "awsvpc",
        Cpu = Size.CpuUnits.ToString(CultureInfo.InvariantCulture),
        Memory = Size.MemoryMiB.ToString(CultureInfo.InvariantCulture),
        ExecutionRoleArn = ExecutionRoleArn,
        TaskRoleArn = TaskRoleArn,
        RuntimePlatform = new Aws.Ecs.Inputs.TaskDefinitionRuntimePlatformArgs
        {
            OperatingSystemFamily = "LINUX",
            CpuArchitecture = Arm64 ? "ARM64" : "X86_64",
        },
        ContainerDefinitions = ContainerDefinitions.ToJson(Containers),
    }, new CustomResourceOptions { Parent = parent });
}
