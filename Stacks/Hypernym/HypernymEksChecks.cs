using System.Globalization;
using Infra.Components.Hypernym;
using Infra.Components.Kubernetes;
using Infra.Components.Network;
using Infra.Stacks.Settings;

namespace Infra.Stacks.Hypernym;

/// <summary>Rules between Hypernym's settings that hold on EKS.</summary>
internal static class HypernymEksChecks
{
    // No single network is larger: whoever names two halves of the internet means all of it.
    private const int ShortestApiPrefix = 8;

    // EKS takes five addresses of its own besides those of nodes, pods and load balancer.
    private const int LongestSubnetPrefix = 26;

    private static readonly CidrBlock ServiceAddresses = CidrBlock.Parse("172.20.0.0/16");

    public static void Run(HypernymSettings settings, SettingsCheck check)
    {
        if (!check.Sound(nameof(settings.Compute)) || settings.Compute != HypernymVariant.Eks)
        {
            return;
        }

        CheckApiAccess(settings, check);
        CheckNodes(settings, check);
        CheckQuantities(settings, check);
        CheckAddresses(settings, check);
        WarnOfVersion(settings, check);
        HypernymApplicationChecks.CheckRegionOfImage(settings, check, nameof(settings.LbcImageRepository), settings.LbcImageRepository);
    }

    private static void CheckApiAccess(HypernymSettings settings, SettingsCheck check)
    {
        if (!check.Sound(nameof(settings.EksPublicAccessCidrs)))
        {
            return;
        }

        if (settings.EksPublicAccessCidrs.Count == 0)
        {
            check.RefuseMissing(
                nameof(settings.EksPublicAccessCidrs),
                "compute is eks, and whoever runs Pulumi must reach the cluster's API");
        }

        foreach (var block in settings.EksPublicAccessCidrs.Select(CidrBlock.Parse))
        {
            CheckApiAccess(settings, check, block);
        }
    }

    private static void CheckApiAccess(HypernymSettings settings, SettingsCheck check, CidrBlock block)
    {
        if (HypernymNetworkChecks.IsPrivate(block))
        {
            check.Refuse(
                nameof(settings.EksPublicAccessCidrs),
                $"{block}, a range for private networks",
                "addresses as they come from the internet: EKS refuses others, and the VPC's own always reach the API",
                "name the public address of your network in its place, such as 203.0.113.7/32");
        }
        else if (block.PrefixLength < ShortestApiPrefix && check.Sound(nameof(settings.AllowOpenApi)) && !settings.AllowOpenApi)
        {
            check.Refuse(
                nameof(settings.EksPublicAccessCidrs),
                $"{block}, {(block.PrefixLength == 0 ? "the whole internet" : "a large part of the internet")}",
                "the networks that use the cluster's API, /8 or smaller; larger ones only with allowOpenApi",
                $"name your own network in its place, or: {check.SetCommand(nameof(settings.AllowOpenApi), "true")}");
        }
    }

    private static void CheckNodes(HypernymSettings settings, SettingsCheck check)
    {
        if (check.Sound(nameof(settings.NodeMin), nameof(settings.NodeDesired), nameof(settings.NodeMax))
            && (settings.NodeMin > settings.NodeDesired || settings.NodeDesired > settings.NodeMax))
        {
            check.Refuse(
                nameof(settings.NodeDesired),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{settings.NodeDesired} while nodeMin is {settings.NodeMin} and nodeMax is {settings.NodeMax}"),
                "nodeMin, nodeDesired and nodeMax in ascending order",
                check.SetCommand(nameof(settings.NodeDesired), settings.NodeMin > settings.NodeMax ? settings.NodeMax : Math.Clamp(settings.NodeDesired, settings.NodeMin, settings.NodeMax)));
        }
    }

    private static void CheckQuantities(HypernymSettings settings, SettingsCheck check)
    {
        if (check.Sound(nameof(settings.CpuRequest), nameof(settings.CpuLimit))
            && Quantity.Millicores(settings.CpuRequest) > Quantity.Millicores(settings.CpuLimit))
        {
            RefuseRequest(check, nameof(settings.CpuRequest), settings.CpuRequest, "cpuLimit", settings.CpuLimit);
        }

        if (check.Sound(nameof(settings.MemRequest), nameof(settings.MemLimit))
            && Quantity.Mebibytes(settings.MemRequest) > Quantity.Mebibytes(settings.MemLimit))
        {
            RefuseRequest(check, nameof(settings.MemRequest), settings.MemRequest, "memLimit", settings.MemLimit);
        }
    }

    private static void RefuseRequest(SettingsCheck check, string property, string request, string limitName, string limit) =>
        check.Refuse(
            property,
            $"{request} while {limitName} is {limit}",
            $"at most {limit}, or a larger {limitName}",
            check.SetCommand(property, limit));

    private static void CheckAddresses(HypernymSettings settings, SettingsCheck check)
    {
        if (check.Sound(nameof(settings.PrivateSubnetCidrs)))
        {
            foreach (var cidr in settings.PrivateSubnetCidrs.Where(cidr => CidrBlock.Parse(cidr).PrefixLength > LongestSubnetPrefix))
            {
                check.Refuse(
                    nameof(settings.PrivateSubnetCidrs),
                    $"{cidr} while compute is eks",
                    "blocks of /26 or larger: every pod takes an address",
                    "choose larger blocks in the stack file");
            }
        }

        if (check.Sound(nameof(settings.VpcCidr)) && CidrBlock.Parse(settings.VpcCidr).Overlaps(ServiceAddresses))
        {
            check.Refuse(
                nameof(settings.VpcCidr),
                $"{settings.VpcCidr}, which shares addresses with {ServiceAddresses}",
                $"a block beside {ServiceAddresses}, from which the cluster gives its services their addresses",
                check.SetCommand(nameof(settings.VpcCidr), "10.0.0.0/16"));
        }
    }

    private static void WarnOfVersion(HypernymSettings settings, SettingsCheck check)
    {
        if (check.Sound(nameof(settings.KubernetesVersion)) && settings.KubernetesVersion == "1.33")
        {
            check.Warn(
                nameof(settings.KubernetesVersion),
                "Kubernetes 1.33 has left EKS's standard support: the control plane costs six times as much. Use 1.35.");
        }
    }
}
