using Infra.Components;
using Infra.Components.Hypernym;
using Infra.Components.Network;
using Pulumi;

namespace Infra.Stacks.Hypernym;

/// <summary>Turns Hypernym's settings into its resources.</summary>
public static class HypernymSystem
{
    private const string Name = "hypernym";
    private const string SetKey = "pulumi config set --secret --path infra:hypernym.byopApiKey";

    /// <summary>Deploys Hypernym.</summary>
    public static async Task<SystemOutputs> DeployAsync(SystemContext context, HypernymSettings settings)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(settings);
        var zones = await HypernymZones.ChooseAsync(context, settings);
        var hypernym = new Components.Hypernym.Hypernym(Name, Arguments(context, settings, zones), context.Options);
        return new SystemOutputs { Values = hypernym.Outputs, Pending = [.. Pending(settings, hypernym)] };
    }

    private static HypernymArgs Arguments(SystemContext context, HypernymSettings settings, IReadOnlyList<string> zones) => new()
    {
        NamePrefix = settings.Name ?? Components.Hypernym.Hypernym.DefaultNamePrefix(context.StackName),
        Region = settings.Region,
        DataProtection = DataProtection.For(context.Environment, settings.ProtectData),
        CredentialsSecretName = $"hypernym-byop-credentials-{context.StackName}",
        Network = Layout(settings, zones),
        FrontDoor = FrontDoor(settings),
        Application = Application(settings),
        Provider = Provider(settings),
        Compute = HypernymComputeSettings.Of(settings, context.Tags),
        LogRetentionDays = settings.LogRetentionDays,
        ContainerInsights = settings.ContainerInsights,
    };

    private static HypernymNetworkLayout Layout(HypernymSettings settings, IReadOnlyList<string> zones) => new()
    {
        VpcCidr = settings.VpcCidr,
        PrivateSubnets = [.. zones.Zip(settings.PrivateSubnetCidrs, (zone, cidr) => new SubnetPlace(zone, cidr))],
        NatSubnet = settings.EnableNatGateway ? new SubnetPlace(zones[0], settings.NatPublicSubnetCidr) : null,
        MeteringEndpoint = settings.EnableMeteringEndpoint,
    };

    private static HypernymFrontDoor FrontDoor(HypernymSettings settings) => new()
    {
        ClientCidrs = settings.AdditionalClientCidrs,
        IdleTimeoutSeconds = settings.AlbIdleTimeoutSeconds,
        CertificateArn = settings.CertificateArn is { } arn ? (Input<string>)arn : null,
        DeletionProtection = settings.ProtectData,
    };

    private static HypernymApplication Application(HypernymSettings settings) => new()
    {
        Image = settings.ContainerImage,
        MarketplaceProductCode = settings.MarketplaceProductCode,
        Port = settings.ContainerPort,
        HealthCheckPath = settings.HealthCheckPath,
        Environment = settings.AppEnvironment,
        LogLevel = settings.LogLevel,
        Workers = settings.Workers,
        ReadOnlyRootFilesystem = settings.ReadOnlyRootFilesystem,
    };

    private static InferenceProvider Provider(HypernymSettings settings) => settings.InferenceProvider == InferenceMode.Managed
        ? new ManagedInference(settings.ManagedApiUrl, settings.ManagedApiCidrs is { Count: > 0 } cidrs ? cidrs : [settings.VpcCidr])
        : new ByopInference
        {
            SecretArn = settings.ByopSecretArn,
            ProviderUrl = settings.ByopProviderUrl,
            ModelName = settings.ByopModelName,
            ApiKey = settings.ByopApiKey is { } key ? (Input<string>)key : null,
            KmsKeyArn = settings.ByopSecretKmsKeyArn,
            EgressCidrs = settings.ByopEgressCidrs,
        };

    private static IEnumerable<Input<string>> Pending(HypernymSettings settings, Components.Hypernym.Hypernym hypernym)
    {
        if (hypernym.AwaitedCredentials is { } secret)
        {
            var put = Output.Format(
                $"aws secretsmanager put-secret-value --region {settings.Region} --secret-id {secret.SecretArn} --secret-string file://credentials.json");
            yield return Output.Format(
                $"The secret {secret.SecretName} holds no API key; set it: {SetKey}, or put the whole JSON object into the secret: {put}");
        }
    }
}
