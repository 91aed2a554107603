using Infra.Components.Hebo.Frontend.OpenNext;
using Infra.Stacks.Settings;

namespace Infra.Stacks.Hebo;

/// <summary>Looks into the frontend's build before anything is registered.</summary>
internal static class HeboBuildChecks
{
    public static void Run(HeboSettings settings, SettingsCheck check)
    {
        if (settings.FrontendBuildDir is not { } directory || !check.Sound(nameof(settings.FrontendBuildDir)))
        {
            return;
        }

        foreach (var fault in OpenNextRules.Check(new OpenNextFolder(Path.Combine(check.Directory, directory)), out _))
        {
            check.Refuse(nameof(settings.FrontendBuildDir), $"{directory}, which has {fault.Got}", $"a build that has {fault.Allowed}", fault.Fix);
        }
    }
}
