using Infra.Components;
using Infra.Stacks.Settings;

namespace Infra.Stacks.FlowBuilder;

/// <summary>Rules between Flow Builder's settings that hold for the ultra-cost-optimised variant.</summary>
internal static class FlowBuilderUltraChecks
{
    public static void Run(FlowBuilderSettings settings, SettingsCheck check)
    {
        if (!check.Sound(nameof(settings.Variant)) || !settings.IsUltra)
        {
            return;
        }

        if (check.Sound(nameof(settings.DbHost)) && settings.DbHost is null)
        {
            check.RefuseMissing(nameof(settings.DbHost), "variant is ultraCostOptimized, whose database is external");
        }

        FlowBuilderChecks.CheckSize(check, nameof(settings.TaskCpu), settings.TaskCpu, nameof(settings.TaskMemory), settings.TaskMemory);
        if (check.Environment is DeploymentEnvironment.Staging or DeploymentEnvironment.Prod)
        {
            check.Warn(
                nameof(settings.Variant),
                "The ultra-cost-optimised variant is meant for development: Spot tasks can be taken away in the middle of a workflow, whose "
                + "message is then lost, and nothing stands by in a second zone.");
        }
    }
}
