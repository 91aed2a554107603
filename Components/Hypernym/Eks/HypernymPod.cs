using System.Globalization;
using Pulumi;
using Core = Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Components.Hypernym.Eks;

/// <summary>Hypernym's pod: one container, as confined as the restricted profile asks for.</summary>
internal static class HypernymPod
{
    private const string PortName = "http";
    private const string TemporaryVolume = "tmp";

    // The load balancer goes on sending for a while after a pod is told to stop.
    private const int StopDelaySeconds = 15;
    private const int StopSeconds = 45;

    // By zone first, so that the loss of one leaves pods in the other.
    private static readonly string[] Spread = ["topology.kubernetes.io/zone", "kubernetes.io/hostname"];

    public static Core.PodSpecArgs Specify(HypernymWorkloadArgs args, HypernymLabels labels, Output<string> accountName, HypernymCredentials credentials) => new()
    {
        ServiceAccountName = accountName,
        AutomountServiceAccountToken = false,
        // Kubernetes would describe every Service of the namespace in variables, some of which begin with the application's own name.
        EnableServiceLinks = false,
        TerminationGracePeriodSeconds = StopSeconds,
        SecurityContext = new Core.PodSecurityContextArgs
        {
            RunAsNonRoot = true,
            RunAsUser = HypernymApplication.UserId,
            RunAsGroup = HypernymApplication.UserId,
            FsGroup = HypernymApplication.UserId,
            SeccompProfile = new Core.SeccompProfileArgs { Type = "RuntimeDefault" },
        },
        TopologySpreadConstraints = Spread.Select(key => new Core.TopologySpreadConstraintArgs
        {
            TopologyKey = key,
            MaxSkew = 1,
            WhenUnsatisfiable = "ScheduleAnyway",
            LabelSelector = labels.Selector,
        }).ToArray(),
        Containers = Container(args, credentials),
        Volumes = (Core.VolumeArgs[])[.. TemporaryFolder(args.Foundation.Application), .. credentials.Volumes],
    };

    private static Core.ContainerArgs Container(HypernymWorkloadArgs args, HypernymCredentials credentials)
    {
        var application = args.Foundation.Application;
        return new Core.ContainerArgs
        {
            Name = HypernymEksNames.Application,
            Image = application.Image,
            ImagePullPolicy = "IfNotPresent",
            Ports = new Core.ContainerPortArgs { Name = PortName, ContainerPortValue = application.Port, Protocol = "TCP" },
            Env = (Core.EnvVarArgs[])[.. Variables(args), .. credentials.Variables],
            Resources = Resources(args.Compute.PodResources),
            LivenessProbe = Probe(application, delay: 30, period: 30),
            ReadinessProbe = Probe(application, delay: 5, period: 10, successes: 1),
            Lifecycle = new Core.LifecycleArgs
            {
                PreStop = new Core.LifecycleHandlerArgs { Sleep = new Core.SleepActionArgs { Seconds = StopDelaySeconds } },
            },
            SecurityContext = new Core.SecurityContextArgs
            {
                AllowPrivilegeEscalation = false,
                Capabilities = new Core.CapabilitiesArgs { Drop = "ALL" },
                ReadOnlyRootFilesystem = application.ReadOnlyRootFilesystem,
            },
            VolumeMounts = (Core.VolumeMountArgs[])[.. TemporaryMount(application), .. credentials.Mounts],
        };
    }

    private static IEnumerable<Core.EnvVarArgs> Variables(HypernymWorkloadArgs args) =>
        args.Foundation.Application.Variables(args.Foundation.Inference)
            .OrderBy(variable => variable.Key, StringComparer.Ordinal)
            .Select(variable => new Core.EnvVarArgs { Name = variable.Key, Value = variable.Value });

    private static Core.ResourceRequirementsArgs Resources(PodResources resources) => new()
    {
        Requests = { { "cpu", resources.CpuRequest }, { "memory", resources.MemoryRequest } },
        Limits = { { "cpu", resources.CpuLimit }, { "memory", resources.MemoryLimit } },
    };

    private static Core.ProbeArgs Probe(HypernymApplication application, int delay, int period, int? successes = null)
    {
        var probe = new Core.ProbeArgs
        {
            HttpGet = new Core.HTTPGetActionArgs { Path = application.HealthCheckPath, Port = application.Port, Scheme = "HTTP" },
            InitialDelaySeconds = delay,
            PeriodSeconds = period,
            TimeoutSeconds = 5,
            FailureThreshold = 3,
        };
        if (successes is { } count)
        {
            probe.SuccessThreshold = count;
        }

        return probe;
    }

    private static IEnumerable<Core.VolumeArgs> TemporaryFolder(HypernymApplication application) => application.ReadOnlyRootFilesystem
        ?
        [
            new()
            {
                Name = TemporaryVolume,
                EmptyDir = new Core.EmptyDirVolumeSourceArgs
                {
                    SizeLimit = string.Create(CultureInfo.InvariantCulture, $"{HypernymApplication.TemporaryFolder.SizeMiB}Mi"),
                },
            },
        ]
        : [];

    private static IEnumerable<Core.VolumeMountArgs> TemporaryMount(HypernymApplication application) => application.ReadOnlyRootFilesystem
        ? [new() { Name = TemporaryVolume, MountPath = HypernymApplication.TemporaryFolder.Path }]
        : [];
}
