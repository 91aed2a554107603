using Infra.Preview.Model;
using Infra.Tests.Systems.Kubernetes;
using NUnit.Framework;

namespace Infra.Tests.Systems.Hypernym.Eks;

internal sealed class HypernymObjectPromises(string stackName) : HypernymEksPromises(stackName)
{
    private const string Annotation = "alb.ingress.kubernetes.io/";

    private IReadOnlyList<ResourceNode> Objects => [.. Stack.Nodes.Where(node => node.Package == "kubernetes" && !node.IsProvider)];

    private ResourceNode Provider => Stack.Only("pulumi:providers:kubernetes");

    private ResourceNode Ingress => Stack.Only("kubernetes:networking.k8s.io/v1:Ingress");

    private string Namespace => Stack.Text("namespace", "hypernym");

    // The rendered objects against the schema.
    [Test]
    public void Every_object_is_of_the_shape_that_Kubernetes_takes()
    {
        Assert.That(Objects, Has.Count.EqualTo(Stack.Byop ? 9 : 8));
        Assert.That(Objects.SelectMany(KubernetesShape.Faults), Is.Empty);
    }

    // Promise 47.
    [Test]
    public void Every_object_is_created_through_this_cluster_as_the_runners_own_self()
    {
        var kubeconfig = Provider.Inputs["kubeconfig"];
        Assert.Multiple(() =>
        {
            Assert.That(Objects.Select(node => node.ProviderNode), Is.All.SameAs(Provider));
            Assert.That(kubeconfig, Is.TypeOf<SecretValue>());
            Assert.That(kubeconfig.AsText, Does.Contain("get-token").And.Contain(Cluster.Output("endpoint").AsText).And.Not.Contain("\"token\""));
            Assert.That(Provider.Inputs["clusterIdentifier"].AsText, Is.EqualTo(Cluster.Inputs["name"].AsText));
            Assert.That(Provider.Inputs["enableServerSideApply"].AsText, Is.EqualTo("true"));
            Assert.That(Provider.Inputs["deleteUnreachable"].AsText, Is.EqualTo("true"));
            Assert.That(Stack.Result.Outputs["hypernym"]["kubeconfig"], Is.TypeOf<SecretValue>());
        });
    }

    [Test]
    public void Every_object_waits_for_nodes_and_those_of_the_application_for_the_controller()
    {
        var release = Stack.Only("kubernetes:helm.sh/v3:Release");
        Assert.Multiple(() =>
        {
            Assert.That(Objects.Where(node => !Waits(node, Nodes)).Select(node => node.Name), Is.Empty);
            Assert.That(Objects.Where(node => node != release && !Waits(node, release)).Select(node => node.Name), Is.Empty);
        });
    }

    [Test]
    public void The_namespace_refuses_pods_that_could_leave_their_container()
    {
        var space = Stack.Only("kubernetes:core/v1:Namespace").Inputs["metadata"];
        Assert.Multiple(() =>
        {
            Assert.That(space["name"].AsText, Is.EqualTo(Namespace));
            Assert.That(space["labels"]["pod-security.kubernetes.io/enforce"].AsText, Is.EqualTo("restricted"));
        });
    }

    // Promise 48.
    [Test]
    public void The_service_account_is_the_pods_role()
    {
        var account = Stack.Only("kubernetes:core/v1:ServiceAccount").Inputs;
        Assert.Multiple(() =>
        {
            Assert.That(account["metadata"]["name"].AsText, Is.EqualTo(Stack.Text("serviceAccountName", "hypernym-api")));
            Assert.That(account["metadata"]["namespace"].AsText, Is.EqualTo(Namespace));
            Assert.That(account["metadata"]["annotations"]["eks.amazonaws.com/role-arn"].AsText, Is.EqualTo(Arn(Role("pod-role"))));
            Assert.That(account["metadata"]["annotations"]["eks.amazonaws.com/sts-regional-endpoints"].AsText, Is.EqualTo("true"));
            Assert.That(account["automountServiceAccountToken"].AsBool, Is.False);
        });
    }

    // Promise 49.
    [Test]
    public void A_container_has_the_documented_resources_and_probes() => Assert.Multiple(() =>
    {
        Assert.That(Pod["containers"].AsList, Has.Count.EqualTo(1));
        Assert.That(Container["image"].AsText, Is.EqualTo(Stack.Text("containerImage", "")));
        Assert.That(Container["imagePullPolicy"].AsText, Is.EqualTo("IfNotPresent"));
        Assert.That(Container["ports"][0]["containerPort"].AsNumber, Is.EqualTo(8000));
        Assert.That((Container["resources"]["requests"]["cpu"].AsText, Container["resources"]["requests"]["memory"].AsText), Is.EqualTo(("250m", "256Mi")));
        Assert.That((Container["resources"]["limits"]["cpu"].AsText, Container["resources"]["limits"]["memory"].AsText), Is.EqualTo(("500m", "512Mi")));
        Assert.That(Probe("livenessProbe"), Is.EqualTo("GET /health:8000 initial 30 period 30 timeout 5 failures 3"));
        Assert.That(Probe("readinessProbe"), Is.EqualTo("GET /health:8000 initial 5 period 10 timeout 5 failures 3"));
        Assert.That(Container["readinessProbe"]["successThreshold"].AsNumber, Is.EqualTo(1));
    });

    // Promise 49.
    [Test]
    public void A_container_is_as_confined_as_the_restricted_profile_asks() => Assert.Multiple(() =>
    {
        Assert.That(Pod["securityContext"]["runAsNonRoot"].AsBool, Is.True);
        Assert.That(
            new[] { "runAsUser", "runAsGroup", "fsGroup" }.Select(field => Pod["securityContext"][field].AsNumber),
            Is.All.EqualTo(1000));
        Assert.That(Pod["securityContext"]["seccompProfile"]["type"].AsText, Is.EqualTo("RuntimeDefault"));
        Assert.That(Container["securityContext"]["allowPrivilegeEscalation"].AsBool, Is.False);
        Assert.That(Texts(Container["securityContext"]["capabilities"]["drop"]), Is.EqualTo(new[] { "ALL" }));
        Assert.That(Container["securityContext"]["capabilities"]["add"].IsNull && Container["securityContext"]["privileged"].IsNull, Is.True);
        Assert.That(Container["securityContext"]["readOnlyRootFilesystem"].AsBool, Is.True);
        Assert.That(Container["volumeMounts"].AsList!.Select(mount => mount["mountPath"].AsText), Does.Contain("/tmp"));
        Assert.That(new[] { "hostNetwork", "hostPID", "hostIPC" }.Select(field => Pod[field].IsNull), Is.All.True);
        Assert.That(Pod["volumes"].AsList!.Select(volume => volume["hostPath"].IsNull), Is.All.True);
        Assert.That(Pod["serviceAccountName"].AsText, Is.EqualTo(Stack.Text("serviceAccountName", "hypernym-api")));
        Assert.That(Pod["automountServiceAccountToken"].AsBool, Is.False);
    });

    [Test]
    public void Pods_spread_over_zones_and_leave_the_load_balancer_before_they_stop() => Assert.Multiple(() =>
    {
        Assert.That(
            Pod["topologySpreadConstraints"].AsList!.Select(spread => (spread["topologyKey"].AsText, spread["maxSkew"].AsNumber, spread["whenUnsatisfiable"].AsText)),
            Is.EqualTo(new[] { ("topology.kubernetes.io/zone", (double?)1, "ScheduleAnyway"), ("kubernetes.io/hostname", 1, "ScheduleAnyway") }));
        Assert.That(Container["lifecycle"]["preStop"]["sleep"]["seconds"].AsNumber, Is.EqualTo(15));
        Assert.That(Pod["terminationGracePeriodSeconds"].AsNumber, Is.EqualTo(45));
        Assert.That(Deployment.Inputs["spec"]["strategy"]["rollingUpdate"]["maxUnavailable"].AsNumber, Is.Zero);
        Assert.That(Deployment.Inputs["spec"]["strategy"]["rollingUpdate"]["maxSurge"].AsNumber, Is.EqualTo(1));
    });

    // Promise 50.
    [Test]
    public void The_service_leads_to_the_pods()
    {
        var service = Stack.Only("kubernetes:core/v1:Service").Inputs["spec"];
        var labels = Deployment.Inputs["spec"]["template"]["metadata"]["labels"];
        Assert.Multiple(() =>
        {
            Assert.That(service["type"].AsText, Is.EqualTo("ClusterIP"));
            Assert.That((service["ports"][0]["port"].AsNumber, service["ports"][0]["targetPort"].AsNumber), Is.EqualTo(((double?)80, (double?)8000)));
            Assert.That(service["selector"].AsMap!.Keys, Is.EquivalentTo(new[] { "app.kubernetes.io/name", "app.kubernetes.io/instance" }));
            Assert.That(service["selector"].AsMap!.Where(label => labels[label.Key].AsText != label.Value.AsText), Is.Empty);
            Assert.That(PropertyJson.Text(service["selector"], true), Is.EqualTo(PropertyJson.Text(Deployment.Inputs["spec"]["selector"]["matchLabels"], true)));
        });
    }

    // Promise 51.
    [Test]
    public void The_load_balancer_is_internal_checks_health_as_documented_and_wears_the_stacks_group()
    {
        var expected = new Dictionary<string, string>
        {
            ["scheme"] = "internal",
            ["target-type"] = "ip",
            ["ip-address-type"] = "ipv4",
            ["listen-ports"] = """[{"HTTP":80}]""",
            ["healthcheck-path"] = "/health",
            ["healthcheck-protocol"] = "HTTP",
            ["healthcheck-port"] = "traffic-port",
            ["healthcheck-interval-seconds"] = "30",
            ["healthcheck-timeout-seconds"] = "5",
            ["healthy-threshold-count"] = "2",
            ["unhealthy-threshold-count"] = "3",
            ["success-codes"] = "200",
            ["manage-backend-security-group-rules"] = "false",
            ["load-balancer-name"] = $"{Stack.Prefix}-alb",
            ["target-group-attributes"] = "deregistration_delay.timeout_seconds=30",
            ["security-groups"] = Id(Stack.Only("aws:ec2/securityGroup:SecurityGroup", $"{Stack.Prefix}-alb-sg"))!,
            ["subnets"] = string.Join(',', Stack.OfType("aws:ec2/subnet:Subnet").Select(Id)),
        };
        var annotations = Ingress.Inputs["metadata"]["annotations"].AsMap!.ToDictionary(entry => entry.Key[Annotation.Length..], entry => entry.Value.AsText!);
        Assert.Multiple(() =>
        {
            Assert.That(expected.Where(entry => annotations.GetValueOrDefault(entry.Key) != entry.Value), Is.Empty);
            Assert.That(annotations.Keys.Except(expected.Keys), Is.EquivalentTo(new[] { "load-balancer-attributes", "tags" }));
            Assert.That(annotations["load-balancer-attributes"], Does.StartWith("idle_timeout.timeout_seconds=60,"));
            Assert.That(annotations["tags"], Is.EqualTo($"Environment={Stack.Result.Config["infra:environment"].AsText},ManagedBy=Pulumi,Product=Hypernym"));
            Assert.That(Ingress.Inputs["spec"]["ingressClassName"].AsText, Is.EqualTo("alb"));
            Assert.That(Ingress.Inputs["spec"]["rules"][0]["host"].IsNull, Is.True);
            Assert.That(Ingress.Inputs["spec"]["rules"][0]["http"]["paths"][0]["backend"]["service"]["port"]["number"].AsNumber, Is.EqualTo(80));
        });
    }

    // Promise 51.
    [Test]
    public void The_load_balancer_is_made_last_and_may_take_a_quarter_of_an_hour() => Assert.Multiple(() =>
    {
        Assert.That(Ingress.Dependencies, Does.Contain(Stack.Only("kubernetes:helm.sh/v3:Release").Urn).And.Contain(Deployment.Urn).And.Contain(Stack.Only("kubernetes:core/v1:Service").Urn));
        Assert.That(Ingress.CustomTimeouts?.Create, Is.EqualTo("900000000000ns"));
    });

    // Promise 52.
    [Test]
    public void Pods_follow_processor_and_memory_up_fast_and_down_slowly()
    {
        var autoscaler = Stack.Only("kubernetes:autoscaling/v2:HorizontalPodAutoscaler").Inputs["spec"];
        Assert.Multiple(() =>
        {
            Assert.That((autoscaler["minReplicas"].AsNumber, autoscaler["maxReplicas"].AsNumber), Is.EqualTo(((double?)Stack.Number("minCapacity", 2), (double?)Stack.Number("maxCapacity", 10))));
            Assert.That(
                autoscaler["metrics"].AsList!.Select(metric => (metric["resource"]["name"].AsText, metric["resource"]["target"]["averageUtilization"].AsNumber)),
                Is.EqualTo(new[] { ("cpu", (double?)70), ("memory", 80) }));
            Assert.That(
                autoscaler["metrics"].AsList!.Select(metric => (metric["type"].AsText, metric["resource"]["target"]["type"].AsText)),
                Is.All.EqualTo(("Resource", "Utilization")));
            Assert.That(Steps("scaleUp"), Is.EquivalentTo(new[] { "100 Percent in 30 s", "2 Pods in 30 s" }));
            Assert.That(Steps("scaleDown"), Is.EqualTo(new[] { "50 Percent in 60 s" }));
            Assert.That(autoscaler["behavior"]["scaleUp"]["stabilizationWindowSeconds"].AsNumber, Is.EqualTo(30));
            Assert.That(autoscaler["behavior"]["scaleDown"]["stabilizationWindowSeconds"].AsNumber, Is.EqualTo(300));
            Assert.That(autoscaler["behavior"]["scaleUp"]["selectPolicy"].AsText, Is.EqualTo("Max"));
            Assert.That((autoscaler["scaleTargetRef"]["kind"].AsText, autoscaler["scaleTargetRef"]["name"].AsText), Is.EqualTo(("Deployment", Deployment.Inputs["metadata"]["name"].AsText)));
            Assert.That(Deployment.Inputs["spec"]["replicas"].IsNull, Is.True);
        });
        IEnumerable<string> Steps(string direction) => autoscaler["behavior"][direction]["policies"].AsList!
            .Select(step => $"{step["value"].AsNumber} {step["type"].AsText} in {step["periodSeconds"].AsNumber} s");
    }

    // Promise 53.
    [Test]
    public void One_pod_serves_while_nodes_are_drained()
    {
        var budget = Stack.Only("kubernetes:policy/v1:PodDisruptionBudget").Inputs["spec"];
        Assert.Multiple(() =>
        {
            Assert.That(budget["minAvailable"].AsNumber, Is.EqualTo(1));
            Assert.That(PropertyJson.Text(budget["selector"], true), Is.EqualTo(PropertyJson.Text(Deployment.Inputs["spec"]["selector"], true)));
        });
    }

    private string Probe(string name)
    {
        var probe = Container[name];
        return $"GET {probe["httpGet"]["path"].AsText}:{probe["httpGet"]["port"].AsNumber} initial {probe["initialDelaySeconds"].AsNumber} period {probe["periodSeconds"].AsNumber} "
            + $"timeout {probe["timeoutSeconds"].AsNumber} failures {probe["failureThreshold"].AsNumber}";
    }
}
