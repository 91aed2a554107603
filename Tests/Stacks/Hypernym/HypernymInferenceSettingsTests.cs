using NUnit.Framework;
using Pulumi;
using static Infra.Tests.Stacks.Hypernym.HypernymConfiguration;

namespace Infra.Tests.Stacks.Hypernym;

/// <summary>Credentials come from exactly one source, and doubtful choices are said out loud.</summary>
internal sealed class HypernymInferenceSettingsTests
{
    private const string Url = "\"byopProviderUrl\":\"https://api.example.com/v1\"";
    private const string Model = "\"byopModelName\":\"example-model-1\"";
    private const string Key = "\"byopApiKey\":\"sample-key-0123456789\"";

    private static readonly string ExistingSecret = $"\"byopSecretArn\":\"{Secret}\"";

    // Promise 19.
    [Test]
    public void Byop_without_credentials_names_the_setting_to_give()
    {
        var fault = Fault(EcsByop(""));
        Assert.Multiple(() =>
        {
            Assert.That(fault.Key, Is.EqualTo("infra:hypernym.byopSecretArn"));
            Assert.That(fault.Allowed, Does.Contain("byopProviderUrl with byopModelName and byopApiKey may stand in its place"));
        });
    }

    [Test]
    public void An_existing_secret_is_enough() => Assert.That(Settings(EcsByop(ExistingSecret)).ByopSecretArn, Is.EqualTo(Secret));

    [Test]
    public async Task The_parts_of_a_secret_are_enough_and_the_key_is_secret()
    {
        var settings = Settings(EcsByop($"{Url},{Model},{Key}"), encrypted: true);
        Assert.That(await Output.IsSecretAsync(settings.ByopApiKey!), Is.True);
    }

    [Test]
    public void The_key_may_be_brought_later() => Assert.That(Settings(EcsByop($"{Url},{Model}")).ByopApiKey, Is.Null);

    [Test]
    public void The_key_is_refused_in_clear_text_and_never_shown()
    {
        var fault = Fault(EcsByop($"{Url},{Model},{Key}"));
        Assert.That(fault.Key, Is.EqualTo("infra:hypernym.byopApiKey"));
        Assert.That(fault.ToString(), Does.Not.Contain("sample-key"));
    }

    [TestCase(Url, "byopModelName")]
    [TestCase(Model, "byopProviderUrl")]
    public void A_secret_that_the_stack_makes_needs_address_and_model(string given, string missing) =>
        Assert.That(Fault(EcsByop(given)).Key, Is.EqualTo($"infra:hypernym.{missing}"));

    [Test]
    public void Two_sources_are_one_too_many() => Assert.That(
        Configuration.Refusal(Source(EcsByop($"{ExistingSecret},{Url},{Model}"))).Faults.Select(fault => fault.Key),
        Is.EquivalentTo(new[] { "infra:hypernym.byopProviderUrl", "infra:hypernym.byopModelName" }));

    [Test]
    public void The_providers_address_is_https() =>
        Assert.That(
            Fault(EcsByop($"\"byopProviderUrl\":\"http://api.example.com\",{Model}")).Key,
            Is.EqualTo("infra:hypernym.byopProviderUrl"));

    // Promise 36.
    [TestCase("arn:aws:secretsmanager:eu-west-1:123456789012:secret:hypernym/provider-AbCdEf")]
    [TestCase("arn:aws:secretsmanager:us-east-1:123456789012:secret:hypernym_provider")]
    [TestCase("arn:aws:ssm:us-east-1:123456789012:parameter/hypernym-AbCdEf")]
    [TestCase("hypernym/provider")]
    public void A_secret_of_another_region_or_without_its_full_arn_is_refused(string arn) =>
        Assert.That(Fault(EcsByop($"\"byopSecretArn\":\"{arn}\"")).Key, Is.EqualTo("infra:hypernym.byopSecretArn"));

    [TestCase("arn:aws:kms:eu-west-1:123456789012:key/1")]
    [TestCase("arn:aws:kms:us-east-1:123456789012:alias/1")]
    public void A_key_of_another_region_or_an_alias_is_refused(string arn) =>
        Assert.That(
            Fault(EcsByop($"{ExistingSecret},\"byopSecretKmsKeyArn\":\"{arn}\"")).Key,
            Is.EqualTo("infra:hypernym.byopSecretKmsKeyArn"));

    // Promise 20.
    [TestCase("", new[] { "inferenceProvider" })]
    [TestCase(",\"enableNatGateway\":true", new string[0])]
    [TestCase(",\"byopEgressCidrs\":[\"10.8.0.0/16\"]", new string[0])]
    public void A_provider_out_of_reach_is_warned_of_once(string members, string[] warned) =>
        Assert.That(Warned(EcsByop(ExistingSecret + members)), Is.EqualTo(warned));

    [Test]
    public void Credentials_without_use_are_warned_of() => Assert.That(Warned(Ecs(ExistingSecret)), Is.EqualTo(new[] { "byopSecretArn" }));

    [TestCase("\"managedApiCidrs\":[\"10.9.0.0/16\"]", "managedApiCidrs")]
    [TestCase("\"managedApiUrl\":\"https://api.example.com\"", "managedApiUrl")]
    public void The_managed_services_settings_without_use_are_warned_of(string members, string warned) =>
        Assert.That(Warned(EcsByop($"{ExistingSecret},\"enableNatGateway\":true,{members}")), Is.EqualTo(new[] { warned }));

    [Test]
    public void A_name_that_resolves_in_kubernetes_only_is_warned_of_on_ecs() => Assert.Multiple(() =>
    {
        Assert.That(Warned(Ecs("\"managedApiUrl\":\"http://one-api-service:8080\"")), Is.EqualTo(new[] { "managedApiUrl" }));
        Assert.That(Warned(Eks("")), Is.Empty);
    });

    [TestCase("\"minCapacity\":1", "minCapacity")]
    [TestCase("\"enableMeteringEndpoint\":false", "enableMeteringEndpoint")]
    [TestCase("\"containerImage\":\"123456789012.dkr.ecr.us-east-1.amazonaws.com/hypernym-api:latest\"", "containerImage")]
    [TestCase("\"vpcCidr\":\"100.64.0.0/16\",\"privateSubnetCidrs\":[\"100.64.1.0/24\",\"100.64.2.0/24\"]", "vpcCidr")]
    [TestCase("\"nodeMin\":2", "nodeMin")]
    public void Doubtful_choices_on_ecs_are_warned_of(string members, string warned) => Assert.That(Warned(Ecs(members)), Is.EqualTo(new[] { warned }));

    [TestCase("\"kubernetesVersion\":\"1.33\"", "kubernetesVersion")]
    [TestCase("\"taskCpu\":512", "taskCpu")]
    [TestCase("\"byopSecretDelivery\":\"pulumi\"", "byopSecretDelivery")]
    public void Doubtful_choices_on_eks_are_warned_of(string members, string warned) => Assert.That(Warned(Eks(members)), Is.EqualTo(new[] { warned }));

    [Test]
    public void Unprotected_production_is_warned_of() => Assert.That(Warned(Ecs("\"protectData\":false"), "prod"), Is.EqualTo(new[] { "protectData" }));

    [Test]
    public void A_sound_section_is_not_warned_of() => Assert.That(Warned(Ecs("")), Is.Empty);
}
