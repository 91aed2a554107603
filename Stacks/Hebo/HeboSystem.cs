using Infra.Components;
using Infra.Components.Hebo;
using Infra.Components.Network;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Stacks.Hebo;

/// <summary>Turns Hebo's settings into its resources.</summary>
public static class HeboSystem
{
    private const string Name = "hebo";
    private const int Zones = 2;
    private const string NoProject = "00000000-0000-0000-0000-000000000000";
    private const string NoClientKey = "pck_placeholder";

    /// <summary>Deploys Hebo.</summary>
    public static async Task<SystemOutputs> DeployAsync(SystemContext context, HeboSettings settings)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(settings);
        var zones = await AvailabilityZones.ChooseAsync(Zones, settings.ExcludedZoneIds, context.InvokeOptions);
        var second = settings.Replicates ? await SecondRegionAsync(context, settings) : null;
        var hebo = new Components.Hebo.Hebo(Name, Arguments(context, settings, zones, second), context.Options);
        return new SystemOutputs { Values = hebo.Outputs, Pending = [.. hebo.Pending, .. Pending(settings)] };
    }

    // A provider rather than a region on each resource: nothing of the second region can then end up in the first by omission.
    private static async Task<HeboSecondRegion> SecondRegionAsync(SystemContext context, HeboSettings settings)
    {
        var args = new Aws.ProviderArgs
        {
            Region = settings.SecondaryRegion,
            DefaultTags = new Aws.Inputs.ProviderDefaultTagsArgs { Tags = context.Tags.ToDictionary(StringComparer.Ordinal) },
        };
        if (settings.AllowedAccountIds.Count > 0)
        {
            args.AllowedAccountIds = settings.AllowedAccountIds.ToArray();
        }

        var provider = new Aws.Provider($"{Name}-aws-secondary", args);
        var zones = await AvailabilityZones.ChooseAsync(Zones, settings.ExcludedZoneIds, new InvokeOptions { Provider = provider });
        return new HeboSecondRegion(provider, zones);
    }

    private static HeboArgs Arguments(SystemContext context, HeboSettings settings, IReadOnlyList<string> zones, HeboSecondRegion? second)
    {
        return new HeboArgs
        {
            Stage = settings.StageOf(context.Environment, context.StackName),
            Region = settings.Region,
            AvailabilityZones = zones,
            DataProtection = DataProtection.For(context.Environment, settings.ProtectData),
            NatGateways = settings.NatGateways switch { 0 => NatGateways.None, 1 => NatGateways.Shared, _ => NatGateways.OnePerZone },
            Bastion = settings.EnableBastion,
            Database = Database(settings, second),
            Services = Services(settings),
            StackAuth = new HeboStackAuth(
                settings.StackProjectId ?? NoProject, settings.StackPublishableClientKey ?? NoClientKey, Given(settings.StackSecretServerKey)),
            ProviderKeys = ProviderKeys(settings),
            Domain = settings.EnableCustomDomain ? Domain(context, settings) : null,
            FrontendBuildDirectory = settings.FrontendBuildDir,
            LogRetentionDays = settings.LogRetentionDays,
            AlarmEmail = settings.AlarmEmail,
        };
    }

    private static Components.Hebo.HeboDatabaseSettings Database(HeboSettings settings, HeboSecondRegion? second) => new()
    {
        Username = Given(settings.HeboDbUsername),
        Password = Given(settings.HeboDbPassword),
        EngineVersion = settings.DbEngineVersion,
        MinimumAcu = (double)settings.DbMinAcu,
        MaximumAcu = (double)settings.DbMaxAcu,
        PauseMinutes = settings.DbPauseMinutes,
        Readers = settings.DbReplicas,
        BackupDays = settings.DbBackupDays,
        Proxy = settings.EnableDbProxy,
        Global = settings.EnableGlobalCluster,
        SecondRegion = second,
    };

    private static Components.Hebo.HeboServiceSettings Services(HeboSettings settings) => new()
    {
        Runtime = settings.ServiceRuntime switch
        {
            HeboRuntime.AppRunner => HeboServiceRuntime.AppRunner,
            HeboRuntime.Fargate => HeboServiceRuntime.Fargate,
            _ => HeboServiceRuntime.None,
        },
        ApiImage = settings.ApiImage,
        GatewayImage = settings.GatewayImage,
        ApiPort = settings.ApiPort,
        GatewayPort = settings.GatewayPort,
        Cpu = settings.AppCpu,
        MemoryMiB = settings.AppMemory,
        MinimumInstances = settings.AppMinInstances,
        MaximumInstances = settings.AppMaxInstances,
        MaximumConcurrency = settings.AppMaxConcurrency,
    };

    private static Dictionary<string, Input<string>> ProviderKeys(HeboSettings settings)
    {
        var keys = new Dictionary<string, Input<string>>(StringComparer.Ordinal);
        if (settings.GroqApiKey is { } groq)
        {
            keys["GROQ_API_KEY"] = groq;
        }

        if (settings.VoyageApiKey is { } voyage)
        {
            keys["VOYAGE_API_KEY"] = voyage;
        }

        return keys;
    }

    private static HeboDomain Domain(SystemContext context, HeboSettings settings)
    {
        var zoneId = settings.HostedZoneId is { } given
            ? Output.Create(given)
            : Aws.Route53.GetZone.Invoke(
                new Aws.Route53.GetZoneInvokeArgs { Name = settings.HostedZoneName, PrivateZone = false }, context.InvokeOptions).Apply(zone => zone.ZoneId);
        return new HeboDomain(settings.HostOf(context.Environment, context.StackName), zoneId);
    }

    private static IEnumerable<Input<string>> Pending(HeboSettings settings)
    {
        if (settings.StackProjectId is null)
        {
            yield return "Nobody can sign in: name the project of Stack Auth: pulumi config set --path infra:hebo.stackProjectId ID";
        }

        if (settings.StackPublishableClientKey is null)
        {
            yield return "The frontend has no publishable key of Stack Auth; set it: pulumi config set --path infra:hebo.stackPublishableClientKey KEY";
        }

        if (settings.ServiceRuntime == HeboRuntime.None)
        {
            yield return "API and Gateway do not exist; once their images do: pulumi config set --path infra:hebo.serviceRuntime appRunner (or fargate)";
        }
    }

    private static Input<string>? Given(Output<string>? secret) => secret is null ? null : (Input<string>)secret;
}
