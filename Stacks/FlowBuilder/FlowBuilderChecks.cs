using System.Reflection;
using Infra.Components;
using Infra.Components.Containers;
using Infra.Stacks.Settings;

namespace Infra.Stacks.FlowBuilder;

/// <summary>Rules between Flow Builder's settings that hold for both variants.</summary>
internal static class FlowBuilderChecks
{
    private static readonly Type[] StandardOnly = [typeof(FlowBuilderServiceSettings), typeof(FlowBuilderNetworkSettings), typeof(FlowBuilderDatabaseSettings)];
    private static readonly Type[] UltraOnly = [typeof(FlowBuilderUltraSettings)];

    public static void Run(FlowBuilderSettings settings, SettingsCheck check)
    {
        WarnOfSettingsOfTheOther(settings, check);
        WarnOfMovingTags(settings, check);
        WarnOfReadableSecrets(settings, check);
        WarnOfSilentAlarms(settings, check);
        WarnOfUnprotected(settings, check);
    }

    /// <summary>Refuses a pair of processor and memory that Fargate does not offer.</summary>
    public static void CheckSize(SettingsCheck check, string cpuProperty, int cpu, string memoryProperty, int memory)
    {
        if (check.Sound(cpuProperty, memoryProperty) && !FargateSizes.Offers(cpu, memory))
        {
            check.Refuse(
                memoryProperty,
                FormattableString.Invariant($"{memory} while {Names.CamelCase(cpuProperty)} is {cpu}"),
                FormattableString.Invariant($"{FargateSizes.MemoryInWords(cpu)}, which Fargate offers beside {cpu} CPU units"),
                check.SetCommand(memoryProperty, FargateSizes.NearestMemory(cpu, memory)));
        }
    }

    // Which variant a setting concerns follows from the record that declares it.
    private static void WarnOfSettingsOfTheOther(FlowBuilderSettings settings, SettingsCheck check)
    {
        if (!check.Sound(nameof(settings.Variant)))
        {
            return;
        }

        foreach (var property in (settings.IsUltra ? StandardOnly : UltraOnly).SelectMany(record => record.GetProperties(
            BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)))
        {
            if (property.IsDefined(typeof(SettingAttribute)) && check.Given(property.Name))
            {
                check.Warn(property.Name, $"The setting has no effect while variant is {Names.CamelCase(settings.Variant.ToString())}. Remove it.");
            }
        }
    }

    private static void WarnOfMovingTags(FlowBuilderSettings settings, SettingsCheck check)
    {
        foreach (var (property, tag) in new[]
        {
            (nameof(settings.ApiImageTag), settings.ApiImageTag),
            (nameof(settings.WorkerImageTag), settings.WorkerImageTag),
            (nameof(settings.SchedulerImageTag), settings.SchedulerImageTag),
            (nameof(settings.CleanupImageTag), settings.CleanupImageTag),
        })
        {
            if (tag == "latest" && check.Sound(property))
            {
                check.Warn(
                    property,
                    "latest names no version: the repository takes a tag once, and an update sees no difference. Push each build under a tag of its own.");
            }
        }
    }

    private static void WarnOfReadableSecrets(FlowBuilderSettings settings, SettingsCheck check)
    {
        if (check.Sound(nameof(settings.UseDbSecrets)) && !settings.UseDbSecrets)
        {
            check.Warn(
                nameof(settings.UseDbSecrets),
                "The application then names secrets as its users choose, so its roles may create, read and delete every secret of the account "
                + "in the region. Leave it true, or give Flow Builder an account of its own.");
        }
    }

    private static void WarnOfSilentAlarms(FlowBuilderSettings settings, SettingsCheck check)
    {
        if (check.Environment is { } environment
            && check.Sound(nameof(settings.Variant), nameof(settings.CreateAlarms), nameof(settings.AlarmEmail), nameof(settings.AlarmActions))
            && settings.WantsAlarms(environment)
            && settings.AlarmEmail is null
            && settings.AlarmActions.Count == 0)
        {
            check.Warn(
                nameof(settings.AlarmEmail),
                $"Nobody is told of alarms. Name an address: {check.SetCommand(nameof(settings.AlarmEmail), "on-call@example.com")}");
        }
    }

    private static void WarnOfUnprotected(FlowBuilderSettings settings, SettingsCheck check)
    {
        if (check.Environment == DeploymentEnvironment.Prod && check.Sound(nameof(settings.ProtectData)) && !settings.ProtectData)
        {
            check.Warn(
                nameof(settings.ProtectData),
                "Production data is not protected: destroying the stack deletes database, secrets and images, and takes no last snapshot.");
        }
    }
}
