using System.Globalization;
using Infra.Components.Containers;
using Infra.Components.Hypernym;
using Infra.Stacks.Settings;

namespace Infra.Stacks.Hypernym;

/// <summary>Rules between Hypernym's settings that hold on ECS.</summary>
internal static class HypernymEcsChecks
{
    public static void Run(HypernymSettings settings, SettingsCheck check)
    {
        if (!check.Sound(nameof(settings.Compute)) || settings.Compute != HypernymVariant.Ecs)
        {
            return;
        }

        CheckTaskSize(settings, check);
        CheckDesiredCount(settings, check);
    }

    private static void CheckTaskSize(HypernymSettings settings, SettingsCheck check)
    {
        if (check.Sound(nameof(settings.TaskCpu), nameof(settings.TaskMemory))
            && !FargateSizes.Offers(settings.TaskCpu, settings.TaskMemory))
        {
            check.Refuse(
                nameof(settings.TaskMemory),
                string.Create(CultureInfo.InvariantCulture, $"{settings.TaskMemory} while taskCpu is {settings.TaskCpu}"),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{FargateSizes.MemoryInWords(settings.TaskCpu)}, which Fargate offers beside {settings.TaskCpu} CPU units"),
                check.SetCommand(nameof(settings.TaskMemory), FargateSizes.NearestMemory(settings.TaskCpu, settings.TaskMemory)));
        }
    }

    private static void CheckDesiredCount(HypernymSettings settings, SettingsCheck check)
    {
        if (check.Sound(nameof(settings.DesiredCount), nameof(settings.MinCapacity), nameof(settings.MaxCapacity))
            && settings.MinCapacity <= settings.MaxCapacity
            && (settings.DesiredCount < settings.MinCapacity || settings.DesiredCount > settings.MaxCapacity))
        {
            check.Refuse(
                nameof(settings.DesiredCount),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{settings.DesiredCount} while minCapacity is {settings.MinCapacity} and maxCapacity is {settings.MaxCapacity}"),
                string.Create(CultureInfo.InvariantCulture, $"a whole number from {settings.MinCapacity} to {settings.MaxCapacity}"),
                check.SetCommand(nameof(settings.DesiredCount), Math.Clamp(settings.DesiredCount, settings.MinCapacity, settings.MaxCapacity)));
        }
    }
}
