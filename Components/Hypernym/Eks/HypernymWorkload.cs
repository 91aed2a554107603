using Infra.Components.Kubernetes;
using Pulumi;
using K8s = Pulumi.Kubernetes;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Hypernym.Eks;

/// <summary>Hypernym's Kubernetes objects: namespace, service account, pods, their scaling and their internal load balancer.</summary>
public sealed class HypernymWorkload : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:hypernym:Workload";

    private const int ServicePort = 80;

    // A load balancer takes minutes; Pulumi gives an Ingress ten by default.
    private static readonly TimeSpan LoadBalancerTime = TimeSpan.FromMinutes(15);

    private readonly HypernymLabels _labels;
    private readonly string _namespace;

    /// <summary>Makes the objects, each after those it cannot work without.</summary>
    public HypernymWorkload(string name, HypernymWorkloadArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        _labels = new HypernymLabels(args.Foundation.Names.Prefix, args.Foundation.Application.Image);
        _namespace = args.Compute.Namespace;
        var space = CreateNamespace(name, args);
        var account = CreateServiceAccount(name, args, space);
        var credentials = HypernymCredentials.Deliver(name, args, Metadata(HypernymEksNames.CredentialsClass), Metadata(HypernymEksNames.CredentialsSecret), space, this);
        var deployment = CreateDeployment(name, args, account, credentials);
        var service = CreateService(name, args, space);
        var ingress = CreateIngress(name, args, service, deployment);
        ScalePods(name, args, deployment);
        KeepPodsDuringDrains(name, deployment);
        LimitTraffic(name, args, space);
        Hostname = ingress.Status.Apply(Host);
        var scheme = args.Foundation.FrontDoor.CertificateArn is null ? "http" : "https";
        Url = Hostname.Apply(host => host.Length == 0 ? "" : $"{scheme}://{host}");
        RegisterOutputs();
    }

    /// <summary>The load balancer's host name; empty as long as the controller has not published it.</summary>
    [Output("hostname")]
    public Output<string> Hostname { get; private set; }

    /// <summary>The load balancer's address with its scheme; empty as long as there is no host name.</summary>
    [Output("url")]
    public Output<string> Url { get; private set; }

    private K8s.Core.V1.Namespace CreateNamespace(string name, HypernymWorkloadArgs args) =>
        new($"{name}-namespace", new K8s.Types.Inputs.Core.V1.NamespaceArgs
        {
            Metadata = new Meta.ObjectMetaArgs
            {
                Name = _namespace,
                Labels = InputMap<string>.Merge(_labels.All, new()
                {
                    // Pods that could leave their container are refused, whoever creates them.
                    { "pod-security.kubernetes.io/enforce", "restricted" },
                    { "pod-security.kubernetes.io/warn", "restricted" },
                }),
            },
        }, After([.. args.CreateAfter]));

    private K8s.Core.V1.ServiceAccount CreateServiceAccount(string name, HypernymWorkloadArgs args, Resource space) =>
        new($"{name}-account", new K8s.Types.Inputs.Core.V1.ServiceAccountArgs
        {
            Metadata = Metadata(args.Compute.ServiceAccountName, new()
            {
                { IrsaAnnotations.RoleArn, args.PodRole.Arn },
                { IrsaAnnotations.RegionalEndpoints, "true" },
            }),
            // The application does not talk to the cluster; the token for AWS is another one.
            AutomountServiceAccountToken = false,
        }, After(space));

    private K8s.Apps.V1.Deployment CreateDeployment(
        string name, HypernymWorkloadArgs args, K8s.Core.V1.ServiceAccount account, HypernymCredentials credentials) =>
        new($"{name}-deployment", new K8s.Types.Inputs.Apps.V1.DeploymentArgs
        {
            Metadata = Metadata(HypernymEksNames.Application),
            // The number of pods is the autoscaler's alone: naming one here would undo its work at every update.
            Spec = new K8s.Types.Inputs.Apps.V1.DeploymentSpecArgs
            {
                Selector = _labels.Selector,
                Strategy = new K8s.Types.Inputs.Apps.V1.DeploymentStrategyArgs
                {
                    Type = "RollingUpdate",
                    RollingUpdate = new K8s.Types.Inputs.Apps.V1.RollingUpdateDeploymentArgs { MaxSurge = 1, MaxUnavailable = 0 },
                },
                Template = new K8s.Types.Inputs.Core.V1.PodTemplateSpecArgs
                {
                    Metadata = new Meta.ObjectMetaArgs { Labels = _labels.All },
                    Spec = HypernymPod.Specify(args, _labels, account.Metadata.Apply(metadata => metadata.Name), credentials),
                },
            },
        },
        // The application registers its use at its first breath, and is refused without its policies.
        After([account, .. args.PodRole.Policies, .. credentials.Ready]));

    private K8s.Core.V1.Service CreateService(string name, HypernymWorkloadArgs args, Resource space) =>
        new($"{name}-service", new K8s.Types.Inputs.Core.V1.ServiceArgs
        {
            Metadata = Metadata(HypernymEksNames.Application),
            Spec = new K8s.Types.Inputs.Core.V1.ServiceSpecArgs
            {
                Type = K8s.Core.V1.ServiceSpecType.ClusterIP,
                Selector = _labels.Selected,
                Ports = new K8s.Types.Inputs.Core.V1.ServicePortArgs
                {
                    Name = "http",
                    Port = ServicePort,
                    TargetPort = args.Foundation.Application.Port,
                    Protocol = "TCP",
                },
            },
        }, After(space));

    private K8s.Networking.V1.Ingress CreateIngress(string name, HypernymWorkloadArgs args, K8s.Core.V1.Service service, Resource deployment)
    {
        // Pulumi waits until the Ingress has a load balancer, and that has targets only when pods are ready.
        var options = After([service, deployment, .. args.CreateAfter]);
        options.CustomTimeouts = new CustomTimeouts { Create = LoadBalancerTime, Update = LoadBalancerTime, Delete = LoadBalancerTime };
        return new($"{name}-ingress", new K8s.Types.Inputs.Networking.V1.IngressArgs
        {
            Metadata = Metadata(HypernymEksNames.Application, HypernymIngress.Annotations(args)),
            Spec = HypernymIngress.Route(service.Metadata.Apply(metadata => metadata.Name), ServicePort),
        }, options);
    }

    private void ScalePods(string name, HypernymWorkloadArgs args, K8s.Apps.V1.Deployment deployment) =>
        _ = new K8s.Autoscaling.V2.HorizontalPodAutoscaler($"{name}-autoscaler", new K8s.Types.Inputs.Autoscaling.V2.HorizontalPodAutoscalerArgs
        {
            Metadata = Metadata(HypernymEksNames.Application),
            Spec = HypernymAutoscaler.Specify(args.Compute.Scaling, deployment),
        }, After(deployment));

    // Drained nodes, as in every node update, give up their pods only while another one serves.
    private void KeepPodsDuringDrains(string name, Resource deployment) =>
        _ = new K8s.Policy.V1.PodDisruptionBudget($"{name}-budget", new K8s.Types.Inputs.Policy.V1.PodDisruptionBudgetArgs
        {
            Metadata = Metadata(HypernymEksNames.Application),
            Spec = new K8s.Types.Inputs.Policy.V1.PodDisruptionBudgetSpecArgs { MinAvailable = 1, Selector = _labels.Selector },
        }, After(deployment));

    private void LimitTraffic(string name, HypernymWorkloadArgs args, Resource space)
    {
        if (args.Compute.LimitsPodTraffic)
        {
            _ = new K8s.Networking.V1.NetworkPolicy($"{name}-traffic", new K8s.Types.Inputs.Networking.V1.NetworkPolicyArgs
            {
                Metadata = Metadata(HypernymEksNames.Application),
                Spec = HypernymTraffic.Specify(args.Foundation, _labels.Selector),
            }, After(space));
        }
    }

    private Meta.ObjectMetaArgs Metadata(string objectName, InputMap<string>? annotations = null)
    {
        var metadata = new Meta.ObjectMetaArgs { Name = objectName, Namespace = _namespace, Labels = _labels.All };
        if (annotations is not null)
        {
            metadata.Annotations = annotations;
        }

        return metadata;
    }

    private static string Host(K8s.Types.Outputs.Networking.V1.IngressStatus? status) =>
        status?.LoadBalancer?.Ingress is { IsDefaultOrEmpty: false } ingress ? ingress[0].Hostname ?? "" : "";

    private CustomResourceOptions After(params Resource[] resources) => new() { Parent = this, DependsOn = resources };
}
