using Infra.Components;
using Infra.Components.Network;
using Infra.Components.SeePlusPlus;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Stacks.SeePlusPlus;

/// <summary>Turns the settings of See++ into its resources.</summary>
public static class SeePlusPlusSystem
{
    // Short: AWS takes 32 characters for a target group's name, which begins with it.
    private const string Name = "spp";
    private const string Set = "pulumi config set --path infra:seePlusPlus.";
    private const int Zones = 2;

    /// <summary>Deploys See++.</summary>
    public static async Task<SystemOutputs> DeployAsync(SystemContext context, SeePlusPlusSettings settings)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(settings);
        var zones = await AvailabilityZones.ChooseAsync(Zones, AvailabilityZones.WithoutFargate, context.InvokeOptions);
        var system = new Components.SeePlusPlus.SeePlusPlus(Name, Arguments(context, settings, zones), context.Options);
        return new SystemOutputs { Values = system.Outputs, Pending = [.. Pending(context, settings, system)] };
    }

    private static SeePlusPlusArgs Arguments(SystemContext context, SeePlusPlusSettings settings, IReadOnlyList<string> zones) => new()
    {
        Stage = SeePlusPlusSettings.StageOf(context.Environment),
        Region = settings.Region,
        DataProtection = DataProtection.For(context.Environment, settings.ProtectData),
        AvailabilityZones = zones,
        NatGateways = settings.NatGateways == 1 ? NatGateways.Shared : NatGateways.OnePerZone,
        VpcCidr = settings.VpcCidr,
        Domain = Domain(context, settings),
        DeploysBeta = settings.DeployBetaFrontend,
        Images = new SeePlusPlusImages(settings.BackendImage, settings.FrontendLegacyImage, settings.FrontendImage),
        BackendSecrets = settings.BackendSecrets,
        CodeRunner = new CodeRunnerSettings
        {
            MemoryMiB = settings.CodeRunnerMemory,
            TimeoutSeconds = settings.CodeRunnerTimeout,
            CreatesRepository = settings.CreateCodeRunnerRepository,
            ImageTag = settings.CodeRunnerImageTag,
            ImageUri = settings.CodeRunnerImageUri,
            ReplicationRegion = settings.EcrReplicationRegion,
        },
        CachesTraces = settings.EnableTraceCache,
        TraceDays = settings.TraceExpirationDays,
        Scaling = SeePlusPlusArgs.ScaleBy(settings.MinTasks, settings.MaxTasks, settings.CpuTarget),
        ContainerInsights = settings.ContainerInsights,
        LogRetentionDays = settings.LogRetentionDays,
        AlarmEmail = settings.AlarmEmail,
    };

    private static SeePlusPlusDomain? Domain(SystemContext context, SeePlusPlusSettings settings) => settings.DomainName is not { } name
        ? null
        : new SeePlusPlusDomain(name, settings.HostedZoneId is { } id ? (Input<string>)id : FindZone(context, name)) { CertificateArn = settings.CertificateArn };

    private static Output<string> FindZone(SystemContext context, string domain) => Aws.Route53.GetZone.Invoke(
        new Aws.Route53.GetZoneInvokeArgs { Name = domain, PrivateZone = false },
        context.InvokeOptions).Apply(zone => zone.ZoneId);

    private static IEnumerable<Input<string>> Pending(SystemContext context, SeePlusPlusSettings settings, Components.SeePlusPlus.SeePlusPlus system)
    {
        foreach (var (service, setting, image) in Images(settings))
        {
            if (image is null)
            {
                yield return $"{service} runs a placeholder that answers its health check alone; push its image and set it: {Set}{setting} IMAGE";
            }
        }

        var stage = SeePlusPlusSettings.StageOf(context.Environment);
        if (settings.CodeRunnerImageTag is null && settings.CodeRunnerImageUri is null)
        {
            var tag = stage == SeePlusPlusStage.Prod ? "prod" : "test";
            yield return Output.Format(
                $"The code runner runs a placeholder; push its image to {system.CodeRunnerRepositoryUrl}:{tag} and set the tag: {Set}codeRunnerImageTag {tag}");
        }

        if (stage == SeePlusPlusStage.Prod && settings.AlarmEmail is { } address)
        {
            yield return $"Alarms are mailed to {address} only after the link in the mail from AWS Notifications has been followed once.";
        }
    }

    private static IEnumerable<(string Service, string Setting, string? Image)> Images(SeePlusPlusSettings settings)
    {
        yield return ("backend", "backendImage", settings.BackendImage);
        yield return ("frontend-legacy", "frontendLegacyImage", settings.FrontendLegacyImage);
        if (settings.DeployBetaFrontend)
        {
            yield return ("frontend", "frontendImage", settings.FrontendImage);
        }
    }
}
