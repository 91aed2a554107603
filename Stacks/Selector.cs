using Infra.Components;
using Infra.Stacks.Settings;
using Infra.Stacks.Settings.Reading;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Stacks;

/// <summary>Deploys what a stack's configuration selects.</summary>
public static class Selector
{
    private const string PendingOutput = "pending";

    /// <summary>Deploys the systems of the running stack. The whole configuration is checked before the first resource is registered.</summary>
    /// <returns>The stack's outputs: an object by each system's key, and `pending`.</returns>
    public static Task<IDictionary<string, object?>> DeployAsync() =>
        DeployAsync(ConfigurationSource.FromEnvironment(Deployment.Instance.StackName), SystemCatalog.All);

    /// <summary>Deploys the systems that the configuration selects from the catalogue.</summary>
    public static async Task<IDictionary<string, object?>> DeployAsync(ConfigurationSource source, IReadOnlyList<SystemDefinition> catalog)
    {
        var stack = StackSettings.Read(source, catalog);
        foreach (var warning in stack.Warnings)
        {
            Log.Warn(warning.ToString());
        }

        var outputs = new Dictionary<string, object?>(StringComparer.Ordinal);
        var pending = new List<Input<string>>();
        foreach (var (system, settings) in stack.Systems)
        {
            var deployed = await system.DeployAsync(Context(system, settings, stack.Environment, source.Stack), settings);
            outputs[system.Key] = new Dictionary<string, object?>(deployed.Values, StringComparer.Ordinal);
            pending.AddRange(deployed.Pending.Select(sentence => (Input<string>)Output.Format($"{system.Title}: {sentence}")));
        }

        outputs[PendingOutput] = Output.All(pending);
        return outputs;
    }

    private static SystemContext Context(SystemDefinition system, SystemSettings settings, DeploymentEnvironment environment, string stack)
    {
        var tags = Tags(settings, environment, stack);
        return new SystemContext
        {
            Environment = environment,
            Provider = Provider(system, settings, tags),
            StackName = stack,
            Tags = tags,
        };
    }

    private static Dictionary<string, string> Tags(SystemSettings settings, DeploymentEnvironment environment, string stack)
    {
        var tags = new Dictionary<string, string>(settings.IdentityTags(environment, stack), StringComparer.Ordinal)
        {
            [SystemSettings.ManagerTag] = "Pulumi",
        };
        foreach (var (key, value) in settings.Tags)
        {
            tags[key] = value;
        }

        return tags;
    }

    private static Aws.Provider Provider(SystemDefinition system, SystemSettings settings, Dictionary<string, string> tags)
    {
        var args = new Aws.ProviderArgs
        {
            Region = settings.Region,
            DefaultTags = new Aws.Inputs.ProviderDefaultTagsArgs { Tags = tags },
        };
        if (settings.AllowedAccountIds.Count > 0)
        {
            args.AllowedAccountIds = settings.AllowedAccountIds.ToArray();
        }

        return new Aws.Provider($"{Names.KebabCase(system.Key)}-aws", args);
    }
}
