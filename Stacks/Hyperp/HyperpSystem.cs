using Infra.Components;
using Infra.Components.Hyperp;
using Infra.Components.Network;
using Pulumi;

namespace Infra.Stacks.Hyperp;

/// <summary>Turns Hyperp's settings into its resources.</summary>
public static class HyperpSystem
{
    private const string Name = "hyperp";

    /// <summary>Deploys Hyperp.</summary>
    public static async Task<SystemOutputs> DeployAsync(SystemContext context, HyperpSettings settings)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(settings);
        var zones = await AvailabilityZones.ChooseAsync(settings.AzCount, settings.ExcludedZoneIds, context.InvokeOptions);
        var hyperp = new Components.Hyperp.Hyperp(Name, Arguments(context, settings, zones), context.Options);
        return new SystemOutputs { Values = Outputs(settings, hyperp), Pending = [.. Pending(settings, hyperp)] };
    }

    private static HyperpArgs Arguments(SystemContext context, HyperpSettings settings, IReadOnlyList<string> zones) => new()
    {
        DataProtection = DataProtection.For(context.Environment, settings.ProtectData),
        AvailabilityZones = zones,
        GithubAppWebhookSecret = settings.GithubAppWebhookSecret is { } secret ? (Input<string>)secret : null,
        GithubAppPrivateKey = settings.GithubAppPrivateKey is { } privateKey ? (Input<string>)privateKey : null,
        VpcCidr = settings.VpcCidr,
        SubnetPrefixLength = settings.SubnetPrefixLength,
        LogRetentionDays = settings.LogRetentionDays,
        ImagesToKeep = settings.EcrImagesToKeep,
        KeepLostEvents = settings.KeepLostEvents,
        Functions = new HyperpFunctionSettings
        {
            GithubAppId = settings.GithubAppId,
            Runtime = settings.LambdaRuntime,
            DownloadableCreatorImage = settings.DownloadableCreatorImage,
            UsageCalculatorImage = settings.UsageCalculatorImage,
            FargateVcpuPricePerHour = settings.FargateVcpuPricePerHour,
            FargateGbPricePerHour = settings.FargateGbPricePerHour,
            Code = new HyperpCode
            {
                WebhookHandler = settings.Code.WebhookHandler,
                TaskStateChangeHandler = settings.Code.TaskStateChangeHandler,
                EfsController = settings.Code.EfsController,
                CliRestApi = settings.Code.CliRestApi,
            },
        },
    };

    private static OrderedDictionary<string, object?> Outputs(HyperpSettings settings, Components.Hyperp.Hyperp hyperp)
    {
        var outputs = new OrderedDictionary<string, object?>
        {
            ["githubWebhookHandlerUrl"] = hyperp.WebhookUrl,
            ["cliRestApiUrl"] = hyperp.CliRestApiUrl,
            ["pemUploadCommand"] = hyperp.PemUploadCommand,
            ["vpcId"] = hyperp.VpcId,
            ["publicSubnetIds"] = hyperp.PublicSubnetIds,
            ["clusterArn"] = hyperp.ClusterArn,
            ["ecrRepositoryUri"] = hyperp.RepositoryUri,
            ["dynamoDbTableName"] = hyperp.TableName,
            ["s3BucketName"] = hyperp.BucketName,
            ["efsFileSystemId"] = hyperp.FileSystemId,
            ["githubWebhookHandlerArn"] = hyperp.WebhookHandlerArn,
            ["taskStateChangeHandlerArn"] = hyperp.TaskStateChangeHandlerArn,
        };
        if (settings.GithubAppWebhookSecret is null)
        {
            // Nobody but the stack knows a secret that it made up.
            outputs["webhookSecret"] = hyperp.WebhookSecret;
        }

        return outputs;
    }

    private static IEnumerable<Input<string>> Pending(HyperpSettings settings, Components.Hyperp.Hyperp hyperp)
    {
        foreach (var (function, setting, path) in Code(settings))
        {
            if (path is null)
            {
                yield return $"{function} runs the placeholder; give it its code: pulumi config set --path infra:hyperp.code.{setting} PATH";
            }
        }

        if (settings.GithubAppPrivateKey is null)
        {
            yield return Output.Format($"The GitHub App's private key is missing; upload it: {hyperp.PemUploadCommand}");
        }

        var secret = settings.GithubAppWebhookSecret is null
            ? "the output webhookSecret (pulumi stack output hyperp --show-secrets)"
            : "the setting githubAppWebhookSecret";
        yield return Output.Format($"GitHub does not call yet; enter {hyperp.WebhookUrl} as the GitHub App's webhook URL and {secret} as its webhook secret.");
    }

    private static IEnumerable<(string Function, string Setting, string? Path)> Code(HyperpSettings settings) =>
    [
        ("hyperp-github-webhook-handler", "webhookHandler", settings.Code.WebhookHandler),
        ("hyperp-task-state-change-handler", "taskStateChangeHandler", settings.Code.TaskStateChangeHandler),
        ("hyperp-efs-controller", "efsController", settings.Code.EfsController),
        ("hyperp-cli-rest-api", "cliRestApi", settings.Code.CliRestApi),
    ];
}
