using Infra.Components.Observability;
using Infra.Tests.Systems;
using NUnit.Framework;

namespace Infra.Tests.Components.Observability;

public sealed class AlarmTopicTests
{
    private const string TopicArn = "arn:aws:sns:us-east-1:123456789012:app-alerts";

    private static readonly string[] FromAlarmsOfThisAccount =
    [
        "ArnLike aws:SourceArn arn:aws:cloudwatch:us-east-1:123456789012:alarm:*",
        "StringEquals aws:SourceAccount 123456789012",
    ];

    [Test]
    public async Task A_topic_is_encrypted_with_a_key_that_alarms_may_use()
    {
        var run = await Create();
        var key = run.Only("aws:kms/key:Key");
        var statements = PolicyText.Parse((string?)run.Only("aws:kms/keyPolicy:KeyPolicy")["policy"]);
        var alarms = statements.Single(statement => statement.Sid == "EncryptAlarms");
        Assert.Multiple(() =>
        {
            Assert.That(run.Only("aws:sns/topic:Topic")["kmsMasterKeyId"], Does.StartWith("arn:aws:kms:us-east-1:123456789012:key/"));
            Assert.That(key["enableKeyRotation"], Is.True);
            Assert.That(alarms.Principals, Is.EqualTo(new[] { "Service:cloudwatch.amazonaws.com" }));
            Assert.That(alarms.Actions, Is.EqualTo(new[] { "kms:Decrypt", "kms:GenerateDataKey*" }));
            Assert.That(alarms.Conditions, Is.EqualTo(FromAlarmsOfThisAccount));
        });
    }

    [Test]
    public async Task The_account_keeps_its_hold_on_the_key()
    {
        var policy = (string?)(await Create()).Only("aws:kms/keyPolicy:KeyPolicy")["policy"];
        var account = PolicyText.Parse(policy).Single(statement => statement.Sid == "AdministerByAccount");
        Assert.That(
            (account.Principals.Single(), account.Actions.Single(), account.Resources.Single()),
            Is.EqualTo(("AWS:arn:aws:iam::123456789012:root", "kms:*", "*")));
    }

    [Test]
    public async Task Only_alarms_of_the_account_publish_and_only_over_tls()
    {
        var policy = (await Create()).Only("aws:sns/topicPolicy:TopicPolicy");
        var statements = PolicyText.Parse((string?)policy["policy"]);
        var publish = statements.Single(statement => statement.Effect == "Allow");
        var refusal = statements.Single(statement => statement.Effect == "Deny");
        Assert.Multiple(() =>
        {
            Assert.That(policy["arn"], Is.EqualTo(TopicArn));
            Assert.That(publish.Principals, Is.EqualTo(new[] { "Service:cloudwatch.amazonaws.com" }));
            Assert.That(publish.Actions, Is.EqualTo(new[] { "sns:Publish" }));
            Assert.That(publish.Resources, Is.EqualTo(new[] { TopicArn }));
            Assert.That(publish.Conditions, Is.EqualTo(FromAlarmsOfThisAccount));
            Assert.That(refusal.Principals, Is.EqualTo(new[] { "*" }));
            Assert.That(refusal.Conditions, Is.EqualTo(new[] { "Bool aws:SecureTransport false" }));
        });
    }

    [Test]
    public async Task Every_address_is_subscribed_and_none_is_in_a_resources_name()
    {
        var run = await Create("ops@example.com", "dev@example.com");
        var subscriptions = run.OfType("aws:sns/topicSubscription:TopicSubscription").OrderBy(subscription => subscription.Name).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(subscriptions.Select(subscription => subscription.Name), Is.EqualTo(new[] { "alerts-email-1", "alerts-email-2" }));
            Assert.That(subscriptions.Select(subscription => subscription["endpoint"]), Is.EqualTo(new[] { "ops@example.com", "dev@example.com" }));
            Assert.That(subscriptions.Select(subscription => subscription["protocol"]), Is.All.EqualTo("email"));
            Assert.That(subscriptions.Select(subscription => subscription["topic"]), Is.All.EqualTo(TopicArn));
        });
    }

    [Test]
    public async Task Nobody_is_subscribed_without_an_address() =>
        Assert.That((await Create()).OfType("aws:sns/topicSubscription:TopicSubscription"), Is.Empty);

    private static Task<ComponentRun> Create(params string[] addresses) => ComponentRun.Of(options => _ = new AlarmTopic("alerts", new AlarmTopicArgs
    {
        PhysicalName = "app-alerts",
        EmailAddresses = addresses,
    }, options));
}
