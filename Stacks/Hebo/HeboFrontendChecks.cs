using System.Globalization;
using Infra.Stacks.Settings;

namespace Infra.Stacks.Hebo;

/// <summary>Rules between Hebo's settings of the frontend and its address.</summary>
internal static class HeboFrontendChecks
{
    private const string TrustedDomain = "hebo.ai";
    private const int LongestHost = 60;
    private const string CertificateRegion = "us-east-1";

    public static void Run(HeboSettings settings, SettingsCheck check)
    {
        if (!check.Sound(nameof(settings.EnableCustomDomain)))
        {
            return;
        }

        if (settings.EnableCustomDomain)
        {
            CheckDomain(settings, check);
            CheckRegion(settings, check);
        }
        else
        {
            WarnOfNoDomain(settings, check);
        }
    }

    private static void CheckDomain(HeboSettings settings, SettingsCheck check)
    {
        if (!check.Sound(nameof(settings.DomainName), nameof(settings.HostedZoneName)))
        {
            return;
        }

        if (settings.DomainName is { } domain && !Lies(domain, settings.HostedZoneName))
        {
            check.Refuse(
                nameof(settings.DomainName),
                $"{domain} while hostedZoneName is {settings.HostedZoneName}",
                $"a name inside {settings.HostedZoneName}",
                check.SetCommand(nameof(settings.DomainName), $"cloud.{settings.HostedZoneName}"));
        }
        else if (check.Environment is { } environment && settings.HostOf(environment, check.Stack) is { Length: > LongestHost } host)
        {
            check.Refuse(
                nameof(settings.DomainName),
                string.Create(CultureInfo.InvariantCulture, $"{host}, which has {host.Length} characters"),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"at most {LongestHost} characters: a certificate's first name has 64, with api. before it"),
                check.SetCommand(nameof(settings.DomainName), $"cloud.{settings.HostedZoneName}"));
        }
        else if (!Lies(settings.DomainName ?? settings.HostedZoneName, TrustedDomain))
        {
            check.Warn(
                settings.DomainName is null ? nameof(settings.HostedZoneName) : nameof(settings.DomainName),
                $"The published API and Gateway answer browsers from {TrustedDomain} and its sub-domains only: from elsewhere the frontend's calls are refused. "
                + "Deploy changed images.");
        }
    }

    // CloudFront takes certificates of us-east-1 alone, and the system's certificate lies in its region.
    private static void CheckRegion(HeboSettings settings, SettingsCheck check)
    {
        if (check.Sound(nameof(settings.Region)) && settings.Region != CertificateRegion)
        {
            check.Refuse(
                nameof(settings.Region),
                $"{settings.Region} while enableCustomDomain is true",
                $"{CertificateRegion}, where CloudFront's certificates lie; any region without a custom domain",
                check.SetCommand(nameof(settings.Region), CertificateRegion));
        }
    }

    private static void WarnOfNoDomain(HeboSettings settings, SettingsCheck check)
    {
        check.Warn(
            nameof(settings.EnableCustomDomain),
            $"The published API and Gateway answer browsers from {TrustedDomain} and its sub-domains only: from CloudFront's own name the frontend's calls are "
            + $"refused.{(OnFargate(settings, check) ? " The load balancer, without a certificate, speaks plain HTTP, which browsers refuse to a page of HTTPS." : "")}"
            + " Use it to try the infrastructure out.");
        foreach (var property in new[] { nameof(settings.DomainName), nameof(settings.HostedZoneName), nameof(settings.HostedZoneId) }.Where(check.Given))
        {
            check.Warn(property, "The setting has no effect while enableCustomDomain is false. Remove it.");
        }
    }

    private static bool OnFargate(HeboSettings settings, SettingsCheck check) =>
        check.Sound(nameof(settings.ServiceRuntime)) && settings.ServiceRuntime == HeboRuntime.Fargate;

    private static bool Lies(string domain, string zone) => domain == zone || domain.EndsWith($".{zone}", StringComparison.Ordinal);
}
