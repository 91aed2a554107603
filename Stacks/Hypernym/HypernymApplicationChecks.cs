using System.Globalization;
using System.Reflection;
using Infra.Components;
using Infra.Components.Containers;
using Infra.Components.Hypernym;
using Infra.Components.Identity;
using Infra.Stacks.Settings;

namespace Infra.Stacks.Hypernym;

/// <summary>Rules between Hypernym's settings that hold whatever it runs on.</summary>
internal static class HypernymApplicationChecks
{
    public static void Run(HypernymSettings settings, SettingsCheck check)
    {
        CheckImage(settings, check);
        CheckScaling(settings, check);
        CheckRegionOf(settings, check, nameof(settings.CertificateArn), settings.CertificateArn);
        WarnOfSettingsOfTheOther(settings, check);
        WarnOfUnprotected(settings, check);
    }

    /// <summary>Refuses the ARN of something in another region.</summary>
    public static void CheckRegionOf(HypernymSettings settings, SettingsCheck check, string property, string? arn)
    {
        if (arn is null || !check.Sound(property, nameof(settings.Region)))
        {
            return;
        }

        var region = Arn.Parse(arn).Region;
        if (region != settings.Region)
        {
            check.Refuse(
                property,
                $"{arn}, which is in {region}",
                $"one in {settings.Region}, as region says",
                check.SetCommand(property, arn.Replace($":{region}:", $":{settings.Region}:", StringComparison.Ordinal)));
        }
    }

    /// <summary>Refuses an image in another region: an endpoint serves the registries of its own region alone.</summary>
    public static void CheckRegionOfImage(HypernymSettings settings, SettingsCheck check, string property, string? image)
    {
        if (image is null || settings.EnableNatGateway || !check.Sound(property, nameof(settings.Region), nameof(settings.EnableNatGateway)))
        {
            return;
        }

        var region = EcrImage.Parse(image).Region;
        if (region != settings.Region)
        {
            check.Refuse(
                property,
                $"{image}, which is in {region}",
                $"an image in {settings.Region}, whose registry is all that the network's endpoints reach, or any with enableNatGateway",
                $"copy the image to a repository in {settings.Region} and set that, or: "
                + $"{check.SetCommand(nameof(settings.EnableNatGateway), "true")}");
        }
    }

    private static void CheckImage(HypernymSettings settings, SettingsCheck check)
    {
        CheckRegionOfImage(settings, check, nameof(settings.ContainerImage), settings.ContainerImage);
        if (!check.Sound(nameof(settings.ContainerImage)))
        {
            return;
        }

        if (settings.ContainerImage.Contains("TODO", StringComparison.OrdinalIgnoreCase))
        {
            check.Refuse(
                nameof(settings.ContainerImage),
                settings.ContainerImage,
                "an image that exists, not a reminder to name one",
                check.SetCommand(nameof(settings.ContainerImage), $"123456789012.dkr.ecr.{settings.Region}.amazonaws.com/hypernym-api:1.0.0"));
        }
        else if (EcrImage.Parse(settings.ContainerImage).Moves)
        {
            check.Warn(
                nameof(settings.ContainerImage),
                $"{settings.ContainerImage} can become another image at any time, and tasks started later then run another version. "
                + "Name a version, or a digest (NAME@sha256:…).");
        }
    }

    private static void CheckScaling(HypernymSettings settings, SettingsCheck check)
    {
        if (!check.Sound(nameof(settings.MinCapacity), nameof(settings.MaxCapacity)))
        {
            return;
        }

        if (settings.MinCapacity > settings.MaxCapacity)
        {
            check.Refuse(
                nameof(settings.MinCapacity),
                string.Create(CultureInfo.InvariantCulture, $"{settings.MinCapacity} while maxCapacity is {settings.MaxCapacity}"),
                string.Create(CultureInfo.InvariantCulture, $"a whole number from 1 to {settings.MaxCapacity}, or a larger maxCapacity"),
                check.SetCommand(nameof(settings.MinCapacity), settings.MaxCapacity));
        }
        else if (settings.MinCapacity < 2)
        {
            check.Warn(
                nameof(settings.MinCapacity),
                "A single task or pod is no high availability: the service is away while it is replaced or its zone fails. Use 2 or more.");
        }
    }

    // Which variant a setting concerns follows from the record that declares it.
    private static void WarnOfSettingsOfTheOther(HypernymSettings settings, SettingsCheck check)
    {
        if (!check.Sound(nameof(settings.Compute)))
        {
            return;
        }

        var (other, chosen) = settings.Compute == HypernymVariant.Ecs ? (typeof(HypernymEksSettings), "ecs") : (typeof(HypernymEcsSettings), "eks");
        foreach (var property in other.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        {
            if (property.IsDefined(typeof(SettingAttribute)) && check.Given(property.Name))
            {
                check.Warn(property.Name, $"The setting has no effect while compute is {chosen}. Remove it.");
            }
        }
    }

    private static void WarnOfUnprotected(HypernymSettings settings, SettingsCheck check)
    {
        if (check.Environment == DeploymentEnvironment.Prod && check.Sound(nameof(settings.ProtectData)) && !settings.ProtectData)
        {
            check.Warn(
                nameof(settings.ProtectData),
                "In production nothing keeps the load balancer and the credentials' secret from being deleted.");
        }
    }
}
