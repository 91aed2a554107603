using Infra.Components;
using Infra.Components.Containers;
using Infra.Components.FlowBuilder;
using Infra.Components.FlowBuilder.Ultra;
using Infra.Components.Network;
using Pulumi;

namespace Infra.Stacks.FlowBuilder;

/// <summary>Turns Flow Builder's settings into the resources of its ultra-cost-optimised variant.</summary>
internal static class FlowBuilderUltraSystem
{
    private const string VpcName = "main-vpc";
    private const string SubnetNamePattern = "main-subnet-public*";
    private const string Set = "pulumi config set --path infra:flowBuilder.";

    public static async Task<SystemOutputs> DeployAsync(SystemContext context, FlowBuilderSettings settings)
    {
        var network = await ExistingNetwork.FindAsync(
            new ExistingNetworkQuery
            {
                VpcId = settings.VpcId,
                VpcName = VpcName,
                SubnetIds = settings.PublicSubnetIds,
                SubnetNamePattern = SubnetNamePattern,
                VpcFix = $"{Set}vpcId VPC-ID",
                SubnetFix = $"{Set}publicSubnetIds[0] SUBNET-ID",
            },
            context.InvokeOptions);
        var flowBuilder = new FlowBuilderUltra(FlowBuilderSystem.Name, Arguments(context, settings, network), context.Options);
        return new SystemOutputs { Values = Outputs(flowBuilder), Pending = [.. Pending(settings, context.Environment, flowBuilder)] };
    }

    private static FlowBuilderUltraArgs Arguments(SystemContext context, FlowBuilderSettings settings, ExistingNetwork network) => new()
    {
        Names = new FlowBuilderNames(settings.NamePrefix),
        Region = settings.Region,
        DataProtection = DataProtection.For(context.Environment, settings.ProtectData),
        Network = network,
        Database = Database(settings),
        TaskSize = new FargateSize(settings.TaskCpu, settings.TaskMemory),
        WorkerImageTag = settings.WorkerImageTag,
        SchedulerImageTag = settings.SchedulerImageTag,
        CleanupImageTag = settings.CleanupImageTag,
        ScheduleExpression = settings.ScheduleExpression,
        UsesDatabaseSecrets = settings.UseDbSecrets,
        EncryptionKey = Given(settings.SecretEncryptionKey),
        EncryptionSalt = Given(settings.SecretEncryptionSalt),
        EncryptionPassword = Given(settings.SecretEncryptionPassword),
        LogRetentionDays = settings.LogRetentionDays,
        CollectsFailedTasks = settings.CollectFailedTasks,
        HasAlarms = settings.WantsAlarms(context.Environment),
        AlarmEmail = settings.AlarmEmail,
        AlarmActions = settings.AlarmActions,
    };

    private static ExternalDatabase Database(FlowBuilderSettings settings) => new()
    {
        Host = settings.DbHost!,
        Port = settings.DbPort,
        Name = settings.DbName,
        User = settings.DbUsername,
        Password = Given(settings.DbPassword),
    };

    private static Input<string>? Given(Output<string>? secret) => secret is null ? null : (Input<string>)secret;

    private static OrderedDictionary<string, object?> Outputs(FlowBuilderUltra flowBuilder)
    {
        var outputs = new OrderedDictionary<string, object?>
        {
            ["workflowQueueUrl"] = flowBuilder.QueueUrl,
            ["ecrWorkerRepositoryUrl"] = flowBuilder.WorkerRepositoryUrl,
            ["ecrSchedulerRepositoryUrl"] = flowBuilder.SchedulerRepositoryUrl,
            ["ecsClusterName"] = flowBuilder.ClusterName,
            ["lambdaFunctionName"] = flowBuilder.SchedulerName,
            ["pipeArn"] = flowBuilder.PipeArn,
        };
        if (flowBuilder.FailedTasksQueueUrl is { } failedTasks)
        {
            outputs["failedTasksQueueUrl"] = failedTasks;
        }

        return outputs;
    }

    private static IEnumerable<Input<string>> Pending(FlowBuilderSettings settings, DeploymentEnvironment environment, FlowBuilderUltra flowBuilder)
    {
        if (settings.WorkerImageTag is null)
        {
            yield return FlowBuilderPending.Image("The pipe stands still and workflows wait in the queue", flowBuilder.WorkerRepositoryUrl, "workerImageTag");
        }

        if (settings.SchedulerImageTag is null)
        {
            yield return FlowBuilderPending.Image("The scheduler runs a placeholder", flowBuilder.SchedulerRepositoryUrl, "schedulerImageTag");
        }

        if (settings.CleanupImageTag is null)
        {
            yield return FlowBuilderPending.Image("The cleanup runs a placeholder", flowBuilder.SchedulerRepositoryUrl, "cleanupImageTag");
        }

        if (settings.DbPassword is null)
        {
            yield return "The database's password is a placeholder; set it: pulumi config set --secret --path infra:flowBuilder.dbPassword";
        }

        if (settings.WantsAlarms(environment) && settings.AlarmEmail is { } address)
        {
            yield return $"{address} gets no alarms until its owner follows the link in the confirmation message.";
        }
    }
}
