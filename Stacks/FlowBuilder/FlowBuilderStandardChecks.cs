using Infra.Components;
using Infra.Components.FlowBuilder;
using Infra.Components.Identity;
using Infra.Components.Network;
using Infra.Stacks.Settings;

namespace Infra.Stacks.FlowBuilder;

/// <summary>Rules between Flow Builder's settings that hold for the standard variant.</summary>
internal static class FlowBuilderStandardChecks
{
    private const string OtherRegion = "us-west-2";

    public static void Run(FlowBuilderSettings settings, SettingsCheck check)
    {
        if (!check.Sound(nameof(settings.Variant)) || settings.IsUltra)
        {
            return;
        }

        FlowBuilderChecks.CheckSize(check, nameof(settings.ApiCpu), settings.ApiCpu, nameof(settings.ApiMemory), settings.ApiMemory);
        FlowBuilderChecks.CheckSize(check, nameof(settings.WorkerCpu), settings.WorkerCpu, nameof(settings.WorkerMemory), settings.WorkerMemory);
        CheckAtMost(check, nameof(settings.ApiDesiredCount), settings.ApiDesiredCount, nameof(settings.ApiMaxCapacity), settings.ApiMaxCapacity);
        CheckAtMost(check, nameof(settings.WorkerMinCapacity), settings.WorkerMinCapacity, nameof(settings.WorkerMaxCapacity), settings.WorkerMaxCapacity);
        CheckStorage(settings, check);
        CheckFrontend(settings, check);
        CheckCertificate(settings, check);
        CheckNat(settings, check);
        CheckBackups(settings, check);
        CheckVariables(settings, check);
        WarnOfProduction(settings, check);
    }

    /// <summary>The region that production's backups are copied to.</summary>
    public static string BackupRegion(FlowBuilderSettings settings) =>
        settings.DrRegion ?? (settings.Region == OtherRegion ? "us-east-1" : OtherRegion);

    private static void CheckAtMost(SettingsCheck check, string lowProperty, int low, string highProperty, int high)
    {
        if (check.Sound(lowProperty, highProperty) && low > high)
        {
            check.Refuse(
                lowProperty,
                FormattableString.Invariant($"{low} while {Names.CamelCase(highProperty)} is {high}"),
                FormattableString.Invariant($"at most {high}, or a larger {Names.CamelCase(highProperty)}"),
                check.SetCommand(lowProperty, high));
        }
    }

    // RDS refuses a limit that is less than a tenth above what it starts with.
    private static void CheckStorage(FlowBuilderSettings settings, SettingsCheck check)
    {
        if (check.Sound(nameof(settings.DbAllocatedStorage), nameof(settings.DbMaxAllocatedStorage))
            && settings.DbMaxAllocatedStorage * 10L < settings.DbAllocatedStorage * 11L)
        {
            var least = ((settings.DbAllocatedStorage * 11) + 9) / 10;
            check.Refuse(
                nameof(settings.DbMaxAllocatedStorage),
                FormattableString.Invariant($"{settings.DbMaxAllocatedStorage} while dbAllocatedStorage is {settings.DbAllocatedStorage}"),
                FormattableString.Invariant($"at least {least}, a tenth above it"),
                check.SetCommand(nameof(settings.DbMaxAllocatedStorage), least));
        }
    }

    private static void CheckFrontend(FlowBuilderSettings settings, SettingsCheck check)
    {
        if (check.Environment is null or DeploymentEnvironment.Dev || !check.Sound(nameof(settings.ClerkFrontendUrl)))
        {
            return;
        }

        var environment = Names.CamelCase(check.Environment.Value.ToString());
        if (settings.ClerkFrontendUrl is not { } url)
        {
            check.RefuseMissing(nameof(settings.ClerkFrontendUrl), $"environment is {environment}, and only development has a frontend on localhost");
        }
        else if (!url.StartsWith("https://", StringComparison.Ordinal))
        {
            check.Refuse(
                nameof(settings.ClerkFrontendUrl),
                $"{url} while environment is {environment}",
                "an address that starts with https://",
                check.SetCommand(nameof(settings.ClerkFrontendUrl), $"https://{url["http://".Length..]}"));
        }
    }

    private static void CheckCertificate(FlowBuilderSettings settings, SettingsCheck check)
    {
        if (!check.Sound(nameof(settings.CertificateArn), nameof(settings.Region)))
        {
            return;
        }

        if (settings.CertificateArn is not { } arn)
        {
            if (check.Environment is DeploymentEnvironment.Staging or DeploymentEnvironment.Prod)
            {
                check.Warn(
                    nameof(settings.CertificateArn),
                    "The API speaks plain HTTP on the internet, sessions included. Give it a certificate of ACM.");
            }
        }
        else if (Arn.Parse(arn).Region is var region && region != settings.Region)
        {
            check.Refuse(
                nameof(settings.CertificateArn),
                $"{arn}, which is in {region}",
                $"one in {settings.Region}, as region says",
                check.SetCommand(nameof(settings.CertificateArn), arn.Replace($":{region}:", $":{settings.Region}:", StringComparison.Ordinal)));
        }
    }

    private static void CheckNat(FlowBuilderSettings settings, SettingsCheck check)
    {
        if (!check.Sound(nameof(settings.NatType), nameof(settings.NatGatewayCount), nameof(settings.AzCount)))
        {
            return;
        }

        if (settings.NatType == NatKind.Instance)
        {
            WarnIfGiven(check, nameof(settings.NatGatewayCount), "natType is instance");
        }
        else
        {
            WarnIfGiven(check, nameof(settings.NatInstanceType), "natType is gateway");
            if (settings.NatGatewayCount > settings.AzCount)
            {
                check.Refuse(
                    nameof(settings.NatGatewayCount),
                    FormattableString.Invariant($"{settings.NatGatewayCount} while azCount is {settings.AzCount}"),
                    FormattableString.Invariant($"1 to {settings.AzCount}, at most one per zone"),
                    check.SetCommand(nameof(settings.NatGatewayCount), settings.AzCount));
            }
        }
    }

    private static void CheckBackups(FlowBuilderSettings settings, SettingsCheck check)
    {
        if (!check.Sound(nameof(settings.DrRegion), nameof(settings.Region)))
        {
            return;
        }

        if (check.Environment is DeploymentEnvironment.Dev or DeploymentEnvironment.Staging)
        {
            WarnIfGiven(check, nameof(settings.DrRegion), "environment is not prod");
        }
        else if (settings.DrRegion == settings.Region)
        {
            check.Refuse(
                nameof(settings.DrRegion),
                $"{settings.DrRegion}, which is the system's own region",
                "another region: backups must outlive this one",
                check.SetCommand(nameof(settings.DrRegion), settings.Region == OtherRegion ? "us-east-1" : OtherRegion));
        }
    }

    private static void CheckVariables(FlowBuilderSettings settings, SettingsCheck check)
    {
        if (!check.Sound(nameof(settings.AppEnvironment)))
        {
            return;
        }

        var taken = settings.AppEnvironment.Keys.Where(FlowBuilderVariables.Own.Contains).Order(StringComparer.Ordinal).ToList();
        if (taken.Count > 0)
        {
            check.Refuse(
                nameof(settings.AppEnvironment),
                $"{string.Join(", ", taken)}, which the program sets itself",
                "other variables; settings of their own decide these",
                "remove them in the stack file");
        }
    }

    private static void WarnOfProduction(FlowBuilderSettings settings, SettingsCheck check)
    {
        if (check.Environment != DeploymentEnvironment.Prod)
        {
            return;
        }

        if (check.Sound(nameof(settings.NatType), nameof(settings.NatGatewayCount), nameof(settings.AzCount))
            && (settings.NatType == NatKind.Instance || settings.NatGatewayCount < settings.AzCount))
        {
            check.Warn(
                settings.NatType == NatKind.Instance ? nameof(settings.NatType) : nameof(settings.NatGatewayCount),
                "Production loses the internet with a single zone or instance. Use a NAT gateway per zone.");
        }

        if (check.Sound(nameof(settings.DbMultiAz)) && !settings.DbMultiAz)
        {
            check.Warn(nameof(settings.DbMultiAz), "Production's database has no standby: it is away while it is patched, replaced or restored.");
        }
    }

    private static void WarnIfGiven(SettingsCheck check, string property, string because)
    {
        if (check.Given(property))
        {
            check.Warn(property, $"The setting has no effect while {because}. Remove it.");
        }
    }
}
