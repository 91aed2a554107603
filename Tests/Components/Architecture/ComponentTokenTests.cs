using System.Reflection;
using Infra.Components;
using NUnit.Framework;
using Pulumi;

namespace Infra.Tests.Components.Architecture;

/// <summary>What every component has in common. A token is identity: changing one replaces everything below it.</summary>
public sealed class ComponentTokenTests
{
    private static readonly Dictionary<string, string> Tokens = new()
    {
        ["AlarmTopic"] = "infra:observability:AlarmTopic",
        ["AppRunnerService"] = "infra:containers:AppRunnerService",
        ["ApplicationLoadBalancer"] = "infra:containers:ApplicationLoadBalancer",
        ["AuroraCluster"] = "infra:databases:AuroraCluster",
        ["AuroraCredentials"] = "infra:databases:AuroraCredentials",
        ["AuroraProxy"] = "infra:databases:AuroraProxy",
        ["BareVpc"] = "infra:network:BareVpc",
        ["Bastion"] = "infra:compute:Bastion",
        ["ContainerCluster"] = "infra:containers:ContainerCluster",
        ["ContainerInsightsAgent"] = "infra:kubernetes:ContainerInsightsAgent",
        ["DatabaseBackupCopy"] = "infra:databases:DatabaseBackupCopy",
        ["DatabaseKey"] = "infra:databases:DatabaseKey",
        ["EksCluster"] = "infra:kubernetes:EksCluster",
        ["EksNodeGroup"] = "infra:kubernetes:EksNodeGroup",
        ["FargateService"] = "infra:containers:FargateService",
        ["Firewall"] = "infra:network:Firewall",
        ["FlowBuilderApi"] = "infra:flowBuilder:Api",
        ["FlowBuilderDatabase"] = "infra:flowBuilder:Database",
        ["FlowBuilderEncryption"] = "infra:flowBuilder:Encryption",
        ["FlowBuilderFailedTasks"] = "infra:flowBuilder:FailedTasks",
        ["FlowBuilderFirewalls"] = "infra:flowBuilder:Firewalls",
        ["FlowBuilderFunction"] = "infra:flowBuilder:Function",
        ["FlowBuilderMonitoring"] = "infra:flowBuilder:Monitoring",
        ["FlowBuilderNetwork"] = "infra:flowBuilder:Network",
        ["FlowBuilderPipe"] = "infra:flowBuilder:Pipe",
        ["FlowBuilderRepositories"] = "infra:flowBuilder:Repositories",
        ["FlowBuilderScheduler"] = "infra:flowBuilder:Scheduler",
        ["FlowBuilderStandard"] = "infra:flowBuilder:Standard",
        ["FlowBuilderTask"] = "infra:flowBuilder:Task",
        ["FlowBuilderTaskRoles"] = "infra:flowBuilder:TaskRoles",
        ["FlowBuilderUltra"] = "infra:flowBuilder:Ultra",
        ["FlowBuilderWorker"] = "infra:flowBuilder:Worker",
        ["FlowBuilderWorkerScaling"] = "infra:flowBuilder:WorkerScaling",
        ["FunctionSchedule"] = "infra:functions:FunctionSchedule",
        ["GitHubActionsRoles"] = "infra:githubActions:Roles",
        ["Hebo"] = "infra:hebo:Hebo",
        ["HeboAlarms"] = "infra:hebo:Alarms",
        ["HeboDatabase"] = "infra:hebo:Database",
        ["HeboDelivery"] = "infra:hebo:Delivery",
        ["HeboFargate"] = "infra:hebo:Fargate",
        ["HeboFirewalls"] = "infra:hebo:Firewalls",
        ["HeboFrontDoor"] = "infra:hebo:FrontDoor",
        ["HeboFrontend"] = "infra:hebo:Frontend",
        ["HeboFrontendImages"] = "infra:hebo:FrontendImages",
        ["HeboFrontendServer"] = "infra:hebo:FrontendServer",
        ["HeboReplica"] = "infra:hebo:Replica",
        ["HeboRevalidation"] = "infra:hebo:Revalidation",
        ["HeboSecrets"] = "infra:hebo:Secrets",
        ["HeboServices"] = "infra:hebo:Services",
        ["Hypernym"] = "infra:hypernym:Hypernym",
        ["HypernymClusterFirewall"] = "infra:hypernym:ClusterFirewall",
        ["HypernymEcs"] = "infra:hypernym:Ecs",
        ["HypernymEks"] = "infra:hypernym:Eks",
        ["HypernymFirewalls"] = "infra:hypernym:Firewalls",
        ["HypernymNetwork"] = "infra:hypernym:Network",
        ["HypernymTaskRoles"] = "infra:hypernym:TaskRoles",
        ["HypernymWorkload"] = "infra:hypernym:Workload",
        ["Hyperp"] = "infra:hyperp:Hyperp",
        ["HyperpCluster"] = "infra:hyperp:Cluster",
        ["HyperpEvents"] = "infra:hyperp:Events",
        ["HyperpFileSystem"] = "infra:hyperp:FileSystem",
        ["HyperpFunctions"] = "infra:hyperp:Functions",
        ["HyperpNetwork"] = "infra:hyperp:Network",
        ["HyperpRoles"] = "infra:hyperp:Roles",
        ["HyperpStorage"] = "infra:hyperp:Storage",
        ["ImageRepository"] = "infra:containers:ImageRepository",
        ["LambdaFunction"] = "infra:functions:LambdaFunction",
        ["LoadBalancerController"] = "infra:kubernetes:LoadBalancerController",
        ["MessageQueue"] = "infra:messaging:MessageQueue",
        ["NatInstance"] = "infra:network:NatInstance",
        ["PostgresInstance"] = "infra:databases:PostgresInstance",
        ["PrivateBucket"] = "infra:storage:PrivateBucket",
        ["PublicFunctionUrl"] = "infra:functions:PublicFunctionUrl",
        ["SeePlusPlus"] = "infra:seePlusPlus:SeePlusPlus",
        ["SeePlusPlusCodeRunner"] = "infra:seePlusPlus:CodeRunner",
        ["SeePlusPlusFrontDoor"] = "infra:seePlusPlus:FrontDoor",
        ["SeePlusPlusMonitoring"] = "infra:seePlusPlus:Monitoring",
        ["SeePlusPlusNetwork"] = "infra:seePlusPlus:Network",
        ["SeePlusPlusServices"] = "infra:seePlusPlus:Services",
        ["ServiceEndpoints"] = "infra:network:ServiceEndpoints",
        ["ServiceRole"] = "infra:identity:ServiceRole",
        ["SignedFunctionUrl"] = "infra:edge:SignedFunctionUrl",
        ["StoredSecret"] = "infra:secrets:StoredSecret",
        ["SubnetTier"] = "infra:network:SubnetTier",
        ["ValidatedCertificate"] = "infra:edge:ValidatedCertificate",
        ["VpcNetwork"] = "infra:network:VpcNetwork",
        ["WebDistribution"] = "infra:edge:WebDistribution",
        ["ZonalNatGateway"] = "infra:network:ZonalNatGateway",
    };

    internal static IReadOnlyList<Type> Components { get; } =
    [
        .. typeof(DataProtection).Assembly.GetTypes()
            .Where(type => typeof(ComponentResource).IsAssignableFrom(type) && type.Namespace!.StartsWith("Infra.Components", StringComparison.Ordinal))
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    [Test]
    public void Every_component_has_the_token_it_has_always_had() => Assert.That(
        Components.ToDictionary(type => type.Name, type => (string)type.GetField("Token")!.GetRawConstantValue()!),
        Is.EquivalentTo(Tokens));

    [TestCaseSource(nameof(Components))]
    public void A_component_is_sealed_and_made_of_a_name_arguments_and_options(Type component)
    {
        var constructors = component.GetConstructors();
        Assert.That(constructors, Has.Length.EqualTo(1));
        var parameters = constructors[0].GetParameters();
        Assert.Multiple(() =>
        {
            Assert.That(component.IsSealed, Is.True);
            Assert.That(parameters.Select(parameter => parameter.Name), Is.EqualTo(new[] { "name", "args", "options" }));
            Assert.That(parameters[0].ParameterType, Is.EqualTo(typeof(string)));
            Assert.That(parameters[1].ParameterType.Name, Is.EqualTo($"{component.Name}Args"));
            Assert.That(parameters[1].ParameterType.IsSubclassOf(typeof(ResourceArgs)), Is.True);
            Assert.That(parameters[1].ParameterType.IsSealed, Is.True);
            Assert.That(parameters[2].ParameterType, Is.EqualTo(typeof(ComponentResourceOptions)));
            Assert.That(parameters[2].HasDefaultValue, Is.True);
        });
    }

    [TestCaseSource(nameof(Components))]
    public void A_component_names_its_outputs_in_camel_case(Type component)
    {
        var outputs = component.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(property => property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(Output<>))
            .ToList();
        Assert.That(outputs, Is.Not.Empty);
        foreach (var output in outputs)
        {
            var expected = char.ToLowerInvariant(output.Name[0]) + output.Name[1..];
            Assert.That(output.GetCustomAttribute<OutputAttribute>()?.Name, Is.EqualTo(expected), output.Name);
        }
    }
}
