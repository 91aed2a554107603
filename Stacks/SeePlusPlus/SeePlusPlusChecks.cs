using System.Globalization;
using Infra.Components;
using Infra.Components.Containers;
using Infra.Components.Identity;
using Infra.Components.SeePlusPlus;
using Infra.Stacks.Settings;
using Infra.Stacks.Settings.Constraints;

namespace Infra.Stacks.SeePlusPlus;

/// <summary>Rules between the settings of See++.</summary>
internal static class SeePlusPlusChecks
{
    private static readonly string[] ProgramVariables =
        ["ALLOWED_ORIGIN_REGEX", "AWS_REGION", "EXEC_MODE", "LAMBDA_FUNCTION_NAME", "LAMBDA_MEMORY", "LAMBDA_TIMEOUT", "PORT"];

    public static void Run(SeePlusPlusSettings settings, SettingsCheck check)
    {
        CheckDomain(settings, check);
        CheckCodeRunner(settings, check);
        CheckReplication(settings, check);
        CheckScaling(settings, check);
        CheckBackendSecrets(settings, check);
        WarnOfImages(settings, check);
        WarnOfWhatHasNoEffect(settings, check);
        WarnOfUnprotected(settings, check);
    }

    private static void CheckDomain(SeePlusPlusSettings settings, SettingsCheck check)
    {
        if (!check.Sound(nameof(settings.DomainName)))
        {
            return;
        }

        if (settings.DomainName is null)
        {
            foreach (var (property, given) in new[] { (nameof(settings.HostedZoneId), settings.HostedZoneId), (nameof(settings.CertificateArn), settings.CertificateArn) })
            {
                if (given is not null && check.Sound(property))
                {
                    check.RefuseMissing(nameof(settings.DomainName), $"{char.ToLowerInvariant(property[0])}{property[1..]} is set");
                    return;
                }
            }

            check.Warn(
                nameof(settings.DomainName),
                "Without a domain the load balancer speaks plain HTTP: whoever is on the way reads and changes what visitors send and get. "
                + $"For more than a try: {check.SetCommand(nameof(settings.DomainName), "example.com")}");
            return;
        }

        CheckRegion(settings, check, nameof(settings.CertificateArn), settings.CertificateArn, arn => Arn.Parse(arn).Region);
    }

    private static void CheckRegion(SeePlusPlusSettings settings, SettingsCheck check, string property, string? value, Func<string, string> regionOf)
    {
        if (value is null || !check.Sound(property, nameof(settings.Region)))
        {
            return;
        }

        var region = regionOf(value);
        if (region != settings.Region)
        {
            check.Refuse(
                property,
                $"{value}, which is in {region}",
                $"one in {settings.Region}, as region says",
                check.SetCommand(property, value.Replace(region, settings.Region, StringComparison.Ordinal)));
        }
    }

    private static void CheckCodeRunner(SeePlusPlusSettings settings, SettingsCheck check)
    {
        CheckRegion(settings, check, nameof(settings.CodeRunnerImageUri), settings.CodeRunnerImageUri, uri => EcrImage.Parse(uri).Region);
        if (check.Sound(nameof(settings.CodeRunnerImageTag), nameof(settings.CodeRunnerImageUri))
            && settings is { CodeRunnerImageTag: { } tag, CodeRunnerImageUri: not null })
        {
            check.Refuse(
                nameof(settings.CodeRunnerImageTag),
                $"{tag} while codeRunnerImageUri is set",
                "one of the two",
                "remove one of them from the stack file");
        }
    }

    private static void CheckReplication(SeePlusPlusSettings settings, SettingsCheck check)
    {
        if (settings.EcrReplicationRegion is not { } destination || !check.Sound(nameof(settings.EcrReplicationRegion)))
        {
            return;
        }

        if (check.Sound(nameof(settings.Region)) && destination == settings.Region)
        {
            check.Refuse(
                nameof(settings.EcrReplicationRegion),
                $"{destination}, where the images are",
                $"a region other than {settings.Region}",
                check.SetCommand(nameof(settings.EcrReplicationRegion), settings.Region == "us-east-1" ? "us-west-2" : "us-east-1"));
        }
        else if (check.Sound(nameof(settings.CreateCodeRunnerRepository)) && !settings.CreateCodeRunnerRepository)
        {
            check.Refuse(
                nameof(settings.EcrReplicationRegion),
                $"{destination} while createCodeRunnerRepository is false",
                "the setting in the stack that creates the repository",
                "remove it from the stack file");
        }
        else
        {
            check.Warn(
                nameof(settings.EcrReplicationRegion),
                "The account's replication configuration of the region is replaced: rules that others have made there are lost.");
        }
    }

    private static void CheckScaling(SeePlusPlusSettings settings, SettingsCheck check)
    {
        if (check.Sound(nameof(settings.MinTasks), nameof(settings.MaxTasks)) && settings.MinTasks > settings.MaxTasks)
        {
            check.Refuse(
                nameof(settings.MinTasks),
                string.Create(CultureInfo.InvariantCulture, $"{settings.MinTasks} while maxTasks is {settings.MaxTasks}"),
                string.Create(CultureInfo.InvariantCulture, $"a whole number from 1 to {settings.MaxTasks}, or a larger maxTasks"),
                check.SetCommand(nameof(settings.MinTasks), settings.MaxTasks));
        }
    }

    private static void CheckBackendSecrets(SeePlusPlusSettings settings, SettingsCheck check)
    {
        if (check.Sound(nameof(settings.BackendSecrets)) && settings.BackendSecrets.Keys.Intersect(ProgramVariables, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } taken)
        {
            check.Refuse(
                nameof(settings.BackendSecrets),
                $"the keys {string.Join(", ", taken)}",
                $"keys other than {string.Join(", ", ProgramVariables)}, which the program sets",
                "rename or remove them in the stack file");
        }
    }

    private static void WarnOfImages(SeePlusPlusSettings settings, SettingsCheck check)
    {
        foreach (var (property, image) in new[]
        {
            (nameof(settings.BackendImage), settings.BackendImage),
            (nameof(settings.FrontendLegacyImage), settings.FrontendLegacyImage),
            (nameof(settings.FrontendImage), settings.FrontendImage),
            (nameof(settings.CodeRunnerImageUri), settings.CodeRunnerImageUri),
        })
        {
            if (image is not null && check.Sound(property) && ImageReference.Moves(image))
            {
                check.Warn(
                    property,
                    $"{image} can become another image at any time, and tasks started later then run another version. "
                    + "Name a version, or a digest (NAME@sha256:…).");
            }
        }
    }

    private static void WarnOfWhatHasNoEffect(SeePlusPlusSettings settings, SettingsCheck check)
    {
        if (check.Environment is { } environment && SeePlusPlusSettings.StageOf(environment) == SeePlusPlusStage.Test)
        {
            foreach (var property in new[] { nameof(settings.MinTasks), nameof(settings.MaxTasks), nameof(settings.CpuTarget), nameof(settings.AlarmEmail) })
            {
                if (check.Given(property) && check.Sound(property))
                {
                    check.Warn(property, "The setting has an effect in production alone. Remove it.");
                }
            }
        }

        if (check.Sound(nameof(settings.DeployBetaFrontend)) && !settings.DeployBetaFrontend && check.Given(nameof(settings.FrontendImage)))
        {
            check.Warn(nameof(settings.FrontendImage), "The setting has no effect while deployBetaFrontend is false. Remove it.");
        }
    }

    private static void WarnOfUnprotected(SeePlusPlusSettings settings, SettingsCheck check)
    {
        if (check.Environment == DeploymentEnvironment.Prod && check.Sound(nameof(settings.ProtectData)) && !settings.ProtectData)
        {
            check.Warn(
                nameof(settings.ProtectData),
                "In production nothing keeps the load balancer from being deleted, and destroying the stack deletes bucket and repository with all they hold.");
        }
    }
}
