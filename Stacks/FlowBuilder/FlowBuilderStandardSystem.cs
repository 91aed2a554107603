using Infra.Components;
using Infra.Components.Containers;
using Infra.Components.FlowBuilder;
using Infra.Components.FlowBuilder.Standard;
using Infra.Components.Network;
using Pulumi;

namespace Infra.Stacks.FlowBuilder;

/// <summary>Turns Flow Builder's settings into the resources of its standard variant.</summary>
internal static class FlowBuilderStandardSystem
{
    private const string LocalFrontend = "http://localhost:3000";

    /// <summary>Deploys the standard variant.</summary>
    public static async Task<SystemOutputs> DeployAsync(SystemContext context, FlowBuilderSettings settings)
    {
        var zones = await ChooseZonesAsync(context, settings);
        var system = new FlowBuilderStandard(FlowBuilderSystem.Name, Arguments(context, settings, zones), context.Options);
        return new SystemOutputs { Values = Outputs(system), Pending = [.. Pending(context, settings, system)] };
    }

    private static async Task<IReadOnlyList<string>> ChooseZonesAsync(SystemContext context, FlowBuilderSettings settings)
    {
        var offered = await EndpointZones.ByServiceAsync(FlowBuilderNetwork.Endpoints, settings.Region, context.InvokeOptions);
        var able = await AvailabilityZones.SuitableAsync(AvailabilityZones.WithoutFargate, context.InvokeOptions);
        return AvailabilityZones.First(
            [.. able.Intersect(EndpointZones.Common(offered), StringComparer.Ordinal)], settings.AzCount, settings.Region, AvailabilityZones.WithoutFargate);
    }

    private static FlowBuilderStandardArgs Arguments(SystemContext context, FlowBuilderSettings settings, IReadOnlyList<string> zones) => new()
    {
        Names = new FlowBuilderNames(settings.NamePrefix),
        Region = settings.Region,
        Environment = context.Environment,
        DataProtection = DataProtection.For(context.Environment, settings.ProtectData),
        Network = Network(context, settings, zones),
        Database = Database(context, settings),
        Api = new(new FargateSize(settings.ApiCpu, settings.ApiMemory), settings.ApiDesiredCount, settings.ApiMaxCapacity, settings.ApiImageTag),
        Worker = new(new FargateSize(settings.WorkerCpu, settings.WorkerMemory), settings.WorkerMinCapacity, settings.WorkerMaxCapacity, settings.WorkerImageTag),
        ClerkFrontendUrl = settings.ClerkFrontendUrl ?? LocalFrontend,
        ClerkSecretKey = Given(settings.ClerkSecretKey),
        CertificateArn = settings.CertificateArn is { } arn ? (Input<string>)arn : null,
        UsesDatabaseSecrets = settings.UseDbSecrets,
        EncryptionKey = Given(settings.SecretEncryptionKey),
        EncryptionSalt = Given(settings.SecretEncryptionSalt),
        EncryptionPassword = Given(settings.SecretEncryptionPassword),
        FurtherVariables = settings.AppEnvironment,
        SchedulerImageTag = settings.SchedulerImageTag,
        CleanupImageTag = settings.CleanupImageTag,
        CreatesAlarms = settings.WantsAlarms(context.Environment),
        CreatesDashboard = settings.CreateDashboard,
        AlarmEmail = settings.AlarmEmail,
        AlarmActions = settings.AlarmActions,
        LogRetentionDays = settings.LogRetentionDays,
    };

    private static FlowBuilderNetworkLayout Network(SystemContext context, FlowBuilderSettings settings, IReadOnlyList<string> zones) => new()
    {
        AvailabilityZones = zones,
        Nat = settings.NatType,
        NatGatewayCount = settings.NatGatewayCount ?? (context.Environment == DeploymentEnvironment.Prod ? zones.Count : 1),
        NatInstanceType = settings.NatInstanceType,
        Bastion = settings.EnableBastion,
    };

    private static FlowBuilderDatabaseLayout Database(SystemContext context, FlowBuilderSettings settings) => new()
    {
        EngineVersion = settings.DbEngineVersion,
        InstanceClass = settings.DbInstanceClass,
        StorageGiB = settings.DbAllocatedStorage,
        MaximumStorageGiB = settings.DbMaxAllocatedStorage,
        MultiAz = settings.DbMultiAz,
        BackupDays = settings.BackupRetentionPeriod,
        BackupRegion = context.Environment == DeploymentEnvironment.Prod ? FlowBuilderStandardChecks.BackupRegion(settings) : null,
        Name = settings.DbName,
        Username = settings.DbUsername,
        Password = Given(settings.DbPassword),
    };

    private static OrderedDictionary<string, object?> Outputs(FlowBuilderStandard system)
    {
        var outputs = new OrderedDictionary<string, object?>
        {
            ["apiUrl"] = system.ApiUrl,
            ["queueUrl"] = system.QueueUrl,
            ["dbEndpoint"] = system.DatabaseEndpoint,
            ["clusterName"] = system.ClusterName,
            ["apiServiceName"] = system.ApiServiceName,
            ["workerServiceName"] = system.WorkerServiceName,
            ["schedulerName"] = system.SchedulerName,
            ["ecrApiRepositoryUrl"] = system.ApiRepositoryUrl,
            ["ecrWorkerRepositoryUrl"] = system.WorkerRepositoryUrl,
            ["ecrSchedulerRepositoryUrl"] = system.SchedulerRepositoryUrl,
        };
        if (system.DashboardName is { } dashboard)
        {
            outputs["dashboardName"] = dashboard;
        }

        if (system.DatabaseForwardingCommand is { } command)
        {
            outputs["dbForwardingCommand"] = command;
        }

        return outputs;
    }

    private static IEnumerable<Input<string>> Pending(SystemContext context, FlowBuilderSettings settings, FlowBuilderStandard system)
    {
        if (settings.ApiImageTag is null)
        {
            yield return FlowBuilderPending.Image("The API runs a placeholder", system.ApiRepositoryUrl, "apiImageTag");
        }

        if (settings.WorkerImageTag is null)
        {
            yield return FlowBuilderPending.Image("No worker starts", system.WorkerRepositoryUrl, "workerImageTag");
        }

        if (settings.SchedulerImageTag is null)
        {
            yield return FlowBuilderPending.Image("The scheduler runs a placeholder", system.SchedulerRepositoryUrl, "schedulerImageTag");
        }

        if (settings.CleanupImageTag is null)
        {
            yield return FlowBuilderPending.Image("The cleanup runs a placeholder", system.SchedulerRepositoryUrl, "cleanupImageTag");
        }

        if (system.AwaitsClerkKey)
        {
            var restart = Output.Format(
                $"aws ecs update-service --region {settings.Region} --cluster {system.ClusterName} --service {system.ApiServiceName} --force-new-deployment");
            yield return Output.Format(
                $"The API has no key of Clerk; set it: pulumi config set --secret --path infra:flowBuilder.clerkSecretKey, or store it and restart the API: aws secretsmanager put-secret-value --region {settings.Region} --secret-id {system.ClerkSecretArn} --secret-string file://clerk-key.txt, then {restart}");
        }

        if (settings.WantsAlarms(context.Environment) && settings.AlarmEmail is { } address)
        {
            yield return $"{address} gets no alarms until its owner follows the link in the confirmation message.";
        }
    }

    private static Input<string>? Given(Output<string>? secret) => secret is null ? null : (Input<string>)secret;
}
