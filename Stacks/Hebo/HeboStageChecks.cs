using System.Text.RegularExpressions;
using Infra.Components;
using Infra.Stacks.Settings;

namespace Infra.Stacks.Hebo;

/// <summary>Rules about Hebo's stage, and about what protects it.</summary>
internal static class HeboStageChecks
{
    public static void Run(HeboSettings settings, SettingsCheck check)
    {
        CheckStage(settings, check);
        WarnOfNat(settings, check);
        WarnOfUnprotectedData(settings, check);
    }

    private static void CheckStage(HeboSettings settings, SettingsCheck check)
    {
        if (check.Environment is not { } environment || !check.Sound(nameof(settings.Stage)))
        {
            return;
        }

        if (environment == DeploymentEnvironment.Prod)
        {
            if (settings.Stage is { } stage && stage != HeboSettings.Production)
            {
                check.Refuse(
                    nameof(settings.Stage),
                    $"{stage} while infra:environment is prod",
                    "nothing, or production: the environment prod is Hebo's production",
                    "remove the line, or: pulumi config set infra:environment dev");
            }
        }
        else if (settings.Stage == HeboSettings.Production)
        {
            check.Refuse(
                nameof(settings.Stage),
                $"{HeboSettings.Production} while infra:environment is {environment.ToString().ToLowerInvariant()}",
                "another name: production is the environment prod",
                "rename the preview, or: pulumi config set infra:environment prod");
        }
        else if (settings.Stage is null && !Regex.IsMatch(check.Stack, HeboSettings.StagePattern, RegexOptions.CultureInvariant))
        {
            check.Refuse(
                nameof(settings.Stage),
                $"nothing, while the stack's name {check.Stack} is no legal stage",
                HeboSettings.StageAllowed,
                check.SetCommand(nameof(settings.Stage), "pr42"));
        }
    }

    private static void WarnOfNat(HeboSettings settings, SettingsCheck check)
    {
        if (!check.Sound(nameof(settings.NatGateways)))
        {
            return;
        }

        if (settings.NatGateways == 0)
        {
            check.Warn(
                nameof(settings.NatGateways),
                "Without a NAT gateway API and Gateway cannot reach the internet: signing in through Stack Auth and every model provider fail, and the "
                + "bastion is out of Session Manager's reach. Use 1 or 2.");
        }
        else if (settings.NatGateways == 1 && check.Environment == DeploymentEnvironment.Prod)
        {
            check.Warn(
                nameof(settings.NatGateways),
                "With one NAT gateway production loses the internet together with a single zone. Use 2.");
        }
    }

    private static void WarnOfUnprotectedData(HeboSettings settings, SettingsCheck check)
    {
        if (check.Environment == DeploymentEnvironment.Prod && check.Sound(nameof(settings.ProtectData)) && !settings.ProtectData)
        {
            check.Warn(
                nameof(settings.ProtectData),
                "Production data is not protected: destroying the stack deletes the database with its backups, the secrets and the bucket.");
        }
    }
}
