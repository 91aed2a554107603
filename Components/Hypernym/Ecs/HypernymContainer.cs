using System.Globalization;
using Infra.Components.Containers;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Hypernym.Ecs;

/// <summary>Hypernym's container as ECS runs it.</summary>
internal static class HypernymContainer
{
    public static ContainerDefinition Define(HypernymFoundation foundation, EcsCompute compute, Aws.CloudWatch.LogGroup logs)
    {
        var application = foundation.Application;
        return new ContainerDefinition
        {
            Name = compute.ServiceName,
            Image = application.Image,
            Ports = [application.Port],
            Environment = new Dictionary<string, string>(application.Variables(foundation.Inference)),
            Secrets = Secrets(foundation.Inference),
            User = string.Create(CultureInfo.InvariantCulture, $"{HypernymApplication.UserId}:{HypernymApplication.UserId}"),
            DropsAllCapabilities = true,
            // Python does not reap the children that its workers leave behind.
            InitProcess = true,
            ReadOnlyRootFilesystem = application.ReadOnlyRootFilesystem,
            MemoryFolders = application.ReadOnlyRootFilesystem ? [HypernymApplication.TemporaryFolder] : [],
            HealthCheck = compute.ChecksContainerHealth ? CheckHealth(application) : null,
            Log = new ContainerLog(logs.Name, foundation.Region),
        };
    }

    // `ARN:key::` names a key of the secret's JSON, in its current version.
    private static InputMap<string> Secrets(HypernymInference inference)
    {
        var secrets = new InputMap<string>();
        if (inference.SecretArn is { } arn)
        {
            foreach (var (variable, key) in HypernymInference.SecretKeys)
            {
                secrets.Add(variable, Output.Format($"{arn}:{key}::"));
            }
        }

        return secrets;
    }

    // The image holds Python, but perhaps no curl; an answer of 400 and more raises an error, and the command fails with it.
    private static ContainerHealthCheck CheckHealth(HypernymApplication application) => new(
        "CMD",
        "python",
        "-c",
        string.Create(
            CultureInfo.InvariantCulture,
            $"from urllib.request import urlopen; urlopen('http://localhost:{application.Port}{application.HealthCheckPath}', timeout=4)"));
}
