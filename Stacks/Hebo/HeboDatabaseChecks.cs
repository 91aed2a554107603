using System.Globalization;
using Infra.Components;
using Infra.Stacks.Settings;

namespace Infra.Stacks.Hebo;

/// <summary>Rules between Hebo's settings of the database.</summary>
internal static class HeboDatabaseChecks
{
    private const decimal Step = 0.5m;

    public static void Run(HeboSettings settings, SettingsCheck check)
    {
        CheckStep(nameof(settings.DbMinAcu), settings.DbMinAcu, check);
        CheckStep(nameof(settings.DbMaxAcu), settings.DbMaxAcu, check);
        CheckRange(settings, check);
        CheckLeastInProduction(settings, check);
        CheckPause(settings, check);
        CheckSecondaryRegion(settings, check);
        WarnOfNoFailover(settings, check);
    }

    private static void CheckStep(string property, decimal acu, SettingsCheck check)
    {
        if (check.Sound(property) && acu % Step != 0)
        {
            check.Refuse(property, Text(acu), "a multiple of 0.5", check.SetCommand(property, Math.Ceiling(acu / Step) * Step));
        }
    }

    private static void CheckRange(HeboSettings settings, SettingsCheck check)
    {
        if (check.Sound(nameof(settings.DbMinAcu), nameof(settings.DbMaxAcu)) && settings.DbMinAcu > settings.DbMaxAcu)
        {
            check.Refuse(
                nameof(settings.DbMinAcu),
                $"{Text(settings.DbMinAcu)} while dbMaxAcu is {Text(settings.DbMaxAcu)}",
                $"at most {Text(settings.DbMaxAcu)}, or a larger dbMaxAcu",
                check.SetCommand(nameof(settings.DbMaxAcu), settings.DbMinAcu));
        }
    }

    private static void CheckLeastInProduction(HeboSettings settings, SettingsCheck check)
    {
        if (check.Environment == DeploymentEnvironment.Prod && check.Sound(nameof(settings.DbMinAcu)) && settings.DbMinAcu < Step)
        {
            check.Refuse(
                nameof(settings.DbMinAcu),
                $"{Text(settings.DbMinAcu)} while infra:environment is prod",
                "at least 0.5: production's database does not pause",
                check.SetCommand(nameof(settings.DbMinAcu), Step));
        }
    }

    private static void CheckPause(HeboSettings settings, SettingsCheck check)
    {
        if (!check.Sound(nameof(settings.DbMinAcu)))
        {
            return;
        }

        if (settings.DbMinAcu > 0)
        {
            if (check.Given(nameof(settings.DbPauseMinutes)) && check.Sound(nameof(settings.DbPauseMinutes)))
            {
                check.Refuse(
                    nameof(settings.DbPauseMinutes),
                    string.Create(CultureInfo.InvariantCulture, $"{settings.DbPauseMinutes} while dbMinAcu is {Text(settings.DbMinAcu)}"),
                    "nothing: only a database whose dbMinAcu is 0 pauses",
                    "remove the line from the stack file");
            }

            return;
        }

        WarnOfWakefulness(check, nameof(settings.EnableDbProxy), settings.EnableDbProxy, "an RDS Proxy keeps connections open");
        WarnOfWakefulness(check, nameof(settings.EnableGlobalCluster), settings.EnableGlobalCluster, "the writer of a global cluster is never idle");
    }

    private static void WarnOfWakefulness(SettingsCheck check, string property, bool enabled, string reason)
    {
        if (check.Sound(property) && enabled && check.Environment != DeploymentEnvironment.Prod)
        {
            check.Warn(property, $"The database never pauses: {reason}. Set it to false, or accept that the preview is billed around the clock.");
        }
    }

    private static void CheckSecondaryRegion(HeboSettings settings, SettingsCheck check)
    {
        if (!check.Sound(nameof(settings.SecondaryRegion), nameof(settings.Region), nameof(settings.EnableGlobalCluster)))
        {
            return;
        }

        if (settings.SecondaryRegion == settings.Region)
        {
            check.Refuse(
                nameof(settings.SecondaryRegion),
                $"{settings.SecondaryRegion}, which is the system's own region",
                "another region, or none",
                check.SetCommand(nameof(settings.SecondaryRegion), settings.Region == "us-west-2" ? "us-east-1" : "us-west-2"));
        }
        else if (settings.EnableGlobalCluster && settings.SecondaryRegion == HeboDatabaseSettings.NoRegion)
        {
            check.Warn(nameof(settings.SecondaryRegion), "A global cluster of one region replicates nothing. Name a second region.");
        }
        else if (!settings.EnableGlobalCluster && settings.SecondaryRegion != HeboDatabaseSettings.NoRegion && check.Given(nameof(settings.SecondaryRegion)))
        {
            check.Warn(nameof(settings.SecondaryRegion), "The setting has no effect while enableGlobalCluster is false. Remove it.");
        }
    }

    private static void WarnOfNoFailover(HeboSettings settings, SettingsCheck check)
    {
        if (check.Environment == DeploymentEnvironment.Prod && check.Sound(nameof(settings.DbReplicas)) && settings.DbReplicas == 0)
        {
            check.Warn(nameof(settings.DbReplicas), "Without a reader nothing takes over when the writer or its zone fails: recovery takes minutes. Use 1 or more.");
        }
    }

    private static string Text(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
