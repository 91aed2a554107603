using Infra.Components.Hypernym;
using Infra.Stacks.Settings;

namespace Infra.Stacks.Hypernym;

/// <summary>Rules between Hypernym's settings of the inference provider.</summary>
internal static class HypernymInferenceChecks
{
    public static void Run(HypernymSettings settings, SettingsCheck check)
    {
        HypernymApplicationChecks.CheckRegionOf(settings, check, nameof(settings.ByopSecretArn), settings.ByopSecretArn);
        HypernymApplicationChecks.CheckRegionOf(settings, check, nameof(settings.ByopSecretKmsKeyArn), settings.ByopSecretKmsKeyArn);
        CheckPort(check, nameof(settings.ManagedApiUrl), settings.ManagedApiUrl);
        CheckPort(check, nameof(settings.ByopProviderUrl), settings.ByopProviderUrl);
        if (!check.Sound(nameof(settings.InferenceProvider)))
        {
            return;
        }

        if (settings.InferenceProvider == InferenceMode.Byop)
        {
            CheckCredentials(settings, check);
            WarnOfUnused(check, "byop", "managed", nameof(settings.ManagedApiUrl), nameof(settings.ManagedApiCidrs));
            WarnOfUnreachableProvider(settings, check);
        }
        else
        {
            WarnOfUnused(
                check,
                "managed",
                "byop",
                nameof(settings.ByopSecretArn),
                nameof(settings.ByopProviderUrl),
                nameof(settings.ByopModelName),
                nameof(settings.ByopApiKey),
                nameof(settings.ByopSecretKmsKeyArn),
                nameof(settings.ByopEgressCidrs));
            WarnOfUnusedDelivery(settings, check);
            WarnOfUnresolvableAddress(settings, check);
        }
    }

    private static void CheckPort(SettingsCheck check, string property, string? address)
    {
        if (address is not null && check.Sound(property) && new Uri(address).Port is < 1)
        {
            check.Refuse(
                property,
                address,
                "an address whose port is from 1 to 65535",
                check.SetCommand(property, new UriBuilder(address) { Port = -1 }.Uri.ToString()));
        }
    }

    // Exactly one source: a secret that exists, or a secret that the stack makes.
    private static void CheckCredentials(HypernymSettings settings, SettingsCheck check)
    {
        string[] parts = [nameof(settings.ByopProviderUrl), nameof(settings.ByopModelName), nameof(settings.ByopApiKey)];
        var given = parts.Where(check.Given).ToList();
        if (check.Given(nameof(settings.ByopSecretArn)))
        {
            foreach (var property in given)
            {
                check.Refuse(
                    property,
                    "a value beside byopSecretArn",
                    "one source of credentials: byopSecretArn, or byopProviderUrl with byopModelName and byopApiKey",
                    "remove one of the two from the stack file");
            }

            return;
        }

        if (given.Count == 0)
        {
            check.RefuseMissing(
                nameof(settings.ByopSecretArn),
                "inferenceProvider is byop; byopProviderUrl with byopModelName and byopApiKey may stand in its place");
            return;
        }

        foreach (var property in parts[..2].Except(given))
        {
            check.RefuseMissing(property, "the stack makes the credentials' secret, as byopSecretArn is not given");
        }
    }

    private static void WarnOfUnreachableProvider(HypernymSettings settings, SettingsCheck check)
    {
        if (check.Sound(nameof(settings.EnableNatGateway), nameof(settings.ByopEgressCidrs))
            && !settings.EnableNatGateway
            && settings.ByopEgressCidrs.Count == 0)
        {
            check.Warn(
                nameof(settings.InferenceProvider),
                "The network has no way to the internet, so that a public provider such as OpenAI or Anthropic cannot be reached. "
                + $"Let it out ({check.SetCommand(nameof(settings.EnableNatGateway), "true")}), or name the networks of a private "
                + "provider in byopEgressCidrs.");
        }
    }

    private static void WarnOfUnused(SettingsCheck check, string mode, string other, params IEnumerable<string> properties)
    {
        foreach (var property in properties.Where(check.Given))
        {
            check.Warn(property, $"The setting has no effect while inferenceProvider is {mode}. Remove it, or choose {other}.");
        }
    }

    // On ECS the setting is warned of as one of EKS.
    private static void WarnOfUnusedDelivery(HypernymSettings settings, SettingsCheck check)
    {
        if (check.Sound(nameof(settings.Compute)) && settings.Compute == HypernymVariant.Eks)
        {
            WarnOfUnused(check, "managed", "byop", nameof(settings.ByopSecretDelivery));
        }
    }

    private static void WarnOfUnresolvableAddress(HypernymSettings settings, SettingsCheck check)
    {
        if (check.Sound(nameof(settings.Compute), nameof(settings.ManagedApiUrl))
            && settings.Compute == HypernymVariant.Ecs
            && new Uri(settings.ManagedApiUrl).Host is var host
            && !host.Contains('.', StringComparison.Ordinal))
        {
            check.Warn(
                nameof(settings.ManagedApiUrl),
                $"The name {host} has no dot: it resolves as a service inside Kubernetes, but not for tasks on ECS. Give the service's "
                + "full name in a private hosted zone of the VPC.");
        }
    }
}
