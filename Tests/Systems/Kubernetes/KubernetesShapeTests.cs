using Infra.Preview.Model;
using Infra.Preview.Synthesis;
using NUnit.Framework;
using Pulumi;

namespace Infra.Tests.Systems.Kubernetes;

/// <summary>The check of Kubernetes objects finds what it is there to find.</summary>
public sealed class KubernetesShapeTests
{
    private const string Service = """
        {"apiVersion":"v1","kind":"Service","metadata":{"name":"a"},"spec":{"type":"ClusterIP","ports":[{"name":"http","port":80,"targetPort":8000,"protocol":"TCP"}]}}
        """;

    [Test]
    public void A_sound_object_has_no_fault() => Assert.That(Faults(Service), Is.Empty);

    [TestCase("\"port\":80,", "", "service.spec.ports[0].port is required")]
    [TestCase("\"port\":80,", "\"port\":\"80\",", "service.spec.ports[0].port is \"80\", not a Int32")]
    [TestCase("\"port\":80,", "\"port\":80.5,", "service.spec.ports[0].port is 80.5, not a Int32")]
    [TestCase("\"port\":80,", "\"port\":0,", "service.spec.ports[0].port is 0, not from 1 to 65535")]
    [TestCase("\"targetPort\"", "\"target\"", "service.spec.ports[0].target does not exist")]
    [TestCase("\"TCP\"", "\"tcp\"", "service.spec.ports[0].protocol is 'tcp', none of TCP, UDP, SCTP")]
    [TestCase("\"ClusterIP\"", "\"ClusterIp\"", "service.spec.type is \"ClusterIp\", not a ServiceSpecType")]
    [TestCase("\"name\":\"a\"", "\"name\":\"A\"", "service.metadata.name is 'A', not of the form ^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$")]
    [TestCase("\"v1\"", "\"v2\"", "service is a \"v2\" \"Service\", not a v1 Service")]
    [TestCase("[{", "{", null)]
    public void A_fault_is_told_with_its_place(string sound, string faulty, string? told)
    {
        var text = Service.Replace(sound, faulty, StringComparison.Ordinal);
        text = told is null ? text.Replace("}]", "}", StringComparison.Ordinal) : text;
        Assert.That(Faults(text), told is null ? Has.Exactly(1).EndsWith("not a list") : Does.Contain(told));
    }

    [Test]
    public void Every_value_that_is_known_belongs_to_a_field_of_the_sdk()
    {
        var fields = typeof(global::Pulumi.Kubernetes.Provider).Assembly.GetTypes()
            .Concat(typeof(Infra.Components.DataProtection).Assembly.GetTypes())
            .Where(type => typeof(ResourceArgs).IsAssignableFrom(type))
            .SelectMany(type => KubernetesShape.Fields(type).Keys.Select(field => (type.Name, field)))
            .ToHashSet();
        Assert.That(
            KubernetesValues.Enumerations.Keys.Concat(KubernetesValues.Ranges.Keys).Concat(KubernetesValues.Forms.Keys).Where(key => !fields.Contains(key)),
            Is.Empty);
    }

    private static IReadOnlyList<string> Faults(string inputs) => KubernetesShape.Faults(new ResourceNode
    {
        Urn = "urn:pulumi:dev::infra::kubernetes:core/v1:Service::service",
        Type = "kubernetes:core/v1:Service",
        Name = "service",
        Custom = true,
        Inputs = (MapValue)JsonValues.Parse(inputs),
    });
}
