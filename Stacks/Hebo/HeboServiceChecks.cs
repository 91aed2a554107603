using System.Globalization;
using Infra.Components;
using Infra.Components.Containers;
using Infra.Stacks.Settings;
using Infra.Stacks.Settings.Constraints;

namespace Infra.Stacks.Hebo;

/// <summary>Rules between Hebo's settings of API and Gateway.</summary>
internal static class HeboServiceChecks
{
    // AWS App Runner endpoints and quotas (AWS General Reference). Closed to newcomers, it comes to no further region.
    private static readonly string[] AppRunnerRegions =
    [
        "ap-northeast-1", "ap-south-1", "ap-southeast-1", "ap-southeast-2", "eu-central-1", "eu-west-1", "eu-west-2", "eu-west-3", "us-east-1", "us-east-2", "us-west-2",
    ];

    public static void Run(HeboSettings settings, SettingsCheck check)
    {
        CheckPorts(settings, check);
        CheckInstances(settings, check);
        if (!check.Sound(nameof(settings.ServiceRuntime)) || settings.ServiceRuntime == HeboRuntime.None)
        {
            return;
        }

        CheckSize(settings, check);
        WarnOfRuntime(settings, check);
        WarnOfMovingTag(check, nameof(settings.ApiImage), settings.ApiImage);
        WarnOfMovingTag(check, nameof(settings.GatewayImage), settings.GatewayImage);
    }

    private static void CheckPorts(HeboSettings settings, SettingsCheck check)
    {
        if (check.Sound(nameof(settings.ApiPort), nameof(settings.GatewayPort)) && settings.ApiPort == settings.GatewayPort)
        {
            check.Refuse(
                nameof(settings.GatewayPort),
                string.Create(CultureInfo.InvariantCulture, $"{settings.GatewayPort}, which is apiPort too"),
                "another port than apiPort",
                check.SetCommand(nameof(settings.GatewayPort), settings.ApiPort == 3002 ? 3001 : 3002));
        }
    }

    private static void CheckInstances(HeboSettings settings, SettingsCheck check)
    {
        if (check.Sound(nameof(settings.AppMinInstances), nameof(settings.AppMaxInstances)) && settings.AppMinInstances > settings.AppMaxInstances)
        {
            check.Refuse(
                nameof(settings.AppMinInstances),
                string.Create(CultureInfo.InvariantCulture, $"{settings.AppMinInstances} while appMaxInstances is {settings.AppMaxInstances}"),
                string.Create(CultureInfo.InvariantCulture, $"a whole number from 1 to {settings.AppMaxInstances}, or a larger appMaxInstances"),
                check.SetCommand(nameof(settings.AppMaxInstances), settings.AppMinInstances));
        }
    }

    private static void CheckSize(HeboSettings settings, SettingsCheck check)
    {
        if (!check.Sound(nameof(settings.AppCpu), nameof(settings.AppMemory)))
        {
            return;
        }

        var (service, offered) = settings.ServiceRuntime == HeboRuntime.Fargate
            ? ("Fargate", FargateSizes.MemoryFor(settings.AppCpu))
            : ("App Runner", AppRunnerSizes.MemoryFor(settings.AppCpu));
        if (!offered.Contains(settings.AppMemory))
        {
            check.Refuse(
                nameof(settings.AppMemory),
                string.Create(CultureInfo.InvariantCulture, $"{settings.AppMemory} while appCpu is {settings.AppCpu}"),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Names.AnyOf([.. offered.Select(memory => memory.ToString(CultureInfo.InvariantCulture))])}, which {service} offers beside {settings.AppCpu} CPU units"),
                check.SetCommand(nameof(settings.AppMemory), offered.FirstOrDefault(memory => memory >= settings.AppMemory, offered[^1])));
        }
    }

    private static void WarnOfRuntime(HeboSettings settings, SettingsCheck check)
    {
        if (settings.ServiceRuntime == HeboRuntime.Fargate)
        {
            if (check.Given(nameof(settings.AppMaxConcurrency)))
            {
                check.Warn(nameof(settings.AppMaxConcurrency), "The setting has no effect while serviceRuntime is fargate. Remove it.");
            }

            return;
        }

        check.Warn(
            nameof(settings.ServiceRuntime),
            "App Runner has admitted no new AWS customers since 30 April 2026: an account that never used it is refused. "
            + $"For such an account: {check.SetCommand(nameof(settings.ServiceRuntime), "fargate")}");
        if (check.Sound(nameof(settings.Region)) && !AppRunnerRegions.Contains(settings.Region))
        {
            check.Warn(nameof(settings.Region), $"App Runner does not exist in {settings.Region}. Choose fargate, or one of {string.Join(", ", AppRunnerRegions)}.");
        }
    }

    private static void WarnOfMovingTag(SettingsCheck check, string property, string image)
    {
        // The documented default moves, too; only what the operator chose deserves the reminder in previews.
        if (check.Sound(property) && ImageReference.Moves(image) && (check.Given(property) || check.Environment == DeploymentEnvironment.Prod))
        {
            check.Warn(
                property,
                $"{image} moves, and new instances may start another build than the running ones. Name a tag or digest that stays: changing it is what deploys.");
        }
    }
}
