using System.Globalization;
using System.Text.Json;
using Infra.Preview.Engine;
using Infra.Preview.Stacks;

namespace Infra.Preview.Guests;

/// <summary>The environment variables that the CLI gives a program.</summary>
internal static class GuestEnvironment
{
    public static Dictionary<string, string> Of(DeploymentSettings settings, StackConfig config, string address, string rootDirectory, string workingDirectory) => new()
    {
        ["PULUMI_MONITOR"] = address,
        ["PULUMI_ENGINE"] = address,
        ["PULUMI_PROJECT"] = settings.Project,
        ["PULUMI_STACK"] = settings.Stack,
        ["PULUMI_ORGANIZATION"] = settings.Organization,
        ["PULUMI_ROOT_DIRECTORY"] = rootDirectory,
        ["PULUMI_PWD"] = workingDirectory,
        ["PULUMI_DRY_RUN"] = "true",
        ["PULUMI_QUERY_MODE"] = "false",
        ["PULUMI_PARALLEL"] = settings.Parallel.ToString(CultureInfo.InvariantCulture),
        ["PULUMI_CONFIG"] = JsonSerializer.Serialize(config.Values, ConfigJson.Default.SortedDictionaryStringString),
        ["PULUMI_CONFIG_SECRET_KEYS"] = JsonSerializer.Serialize([.. config.SecretKeys], ConfigJson.Default.StringArray),
    };
}
