using System.Text.Json;
using Infra.Components.Kubernetes;
using NUnit.Framework;
using Pulumi;

namespace Infra.Tests.Components.Kubernetes;

public sealed class SecretsStoreTests
{
    private const string Arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:a/b-AbCdEf";

    [Test]
    public async Task Each_key_of_the_secret_becomes_a_file_and_an_entry_of_the_kubernetes_secret()
    {
        var run = await ComponentRun.Of(options => _ = new SecretProviderClass("s", new SecretProviderClassArgs
        {
            Metadata = new global::Pulumi.Kubernetes.Types.Inputs.Meta.V1.ObjectMetaArgs { Name = "s" },
            Spec = SecretsStore.Keys(Output.Create(Arn), "us-east-1", ["one", "two"], "synced"),
        }, new CustomResourceOptions { Version = options.Version }));
        var created = run.Only("kubernetes:secrets-store.csi.x-k8s.io/v1:SecretProviderClass");
        using var objects = JsonDocument.Parse((string)created["spec.parameters.objects"]!);
        var only = objects.RootElement.EnumerateArray().Single();
        Assert.Multiple(() =>
        {
            Assert.That(created["apiVersion"], Is.EqualTo("secrets-store.csi.x-k8s.io/v1"));
            Assert.That(created["kind"], Is.EqualTo("SecretProviderClass"));
            Assert.That(created["spec.provider"], Is.EqualTo("aws"));
            Assert.That(created["spec.parameters.region"], Is.EqualTo("us-east-1"));
            Assert.That(only.GetProperty("objectName").GetString(), Is.EqualTo(Arn));
            Assert.That(only.GetProperty("objectType").GetString(), Is.EqualTo("secretsmanager"));
            Assert.That(
                only.GetProperty("jmesPath").EnumerateArray().Select(path => (path.GetProperty("path").GetString(), path.GetProperty("objectAlias").GetString())),
                Is.EqualTo(new[] { ("one", "one"), ("two", "two") }));
            Assert.That(created["spec.secretObjects.0.secretName"], Is.EqualTo("synced"));
            Assert.That(created["spec.secretObjects.0.type"], Is.EqualTo("Opaque"));
            Assert.That((created["spec.secretObjects.0.data.1.key"], created["spec.secretObjects.0.data.1.objectName"]), Is.EqualTo(((object)"two", (object)"two")));
        });
    }

    [Test]
    public void The_driver_makes_kubernetes_secrets_and_follows_changed_values() => Assert.That(
        SecretsStore.Addon("eu-west-1").Configuration,
        Is.EqualTo("""{"awsRegion":"eu-west-1","secrets-store-csi-driver":{"enableSecretRotation":true,"syncSecret":{"enabled":true}}}"""));
}
