using System.Globalization;
using Infra.Components.Identity;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Observability;

/// <summary>
/// Where alarms of CloudWatch go, and people get them from. Encrypted with a key of its own: alarms cannot publish to a topic under the
/// key that AWS keeps for SNS, as its policy does not admit them and cannot be changed.
/// </summary>
public sealed class AlarmTopic : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:observability:AlarmTopic";

    private const string CloudWatch = "cloudwatch.amazonaws.com";

    /// <summary>Makes the key, the topic and its subscriptions.</summary>
    public AlarmTopic(string name, AlarmTopicArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var key = CreateKey(name, args);
        var topic = CreateTopic(name, args, key);
        AdmitAlarmsToKey(name, key);
        AdmitAlarmsToTopic(name, topic);
        Subscribe(name, args, topic);
        Arn = topic.Arn;
        TopicName = topic.Name;
        RegisterOutputs();
    }

    /// <summary>The topic's ARN, the action of alarms.</summary>
    [Output("arn")]
    public Output<string> Arn { get; private set; }

    /// <summary>The topic's name.</summary>
    [Output("topicName")]
    public Output<string> TopicName { get; private set; }

    private Aws.Kms.Key CreateKey(string name, AlarmTopicArgs args) => new($"{name}-key", new Aws.Kms.KeyArgs
    {
        Description = $"Encrypts the messages of {args.PhysicalName}",
        EnableKeyRotation = true,
        // Nothing but messages on their way is encrypted with it: the shortest wait that KMS allows loses nothing.
        DeletionWindowInDays = 7,
    }, Child());

    private Aws.Sns.Topic CreateTopic(string name, AlarmTopicArgs args, Aws.Kms.Key key) => new(name, new Aws.Sns.TopicArgs
    {
        Name = args.PhysicalName,
        KmsMasterKeyId = key.Arn,
    }, Child());

    private void AdmitAlarmsToKey(string name, Aws.Kms.Key key) =>
        _ = new Aws.Kms.KeyPolicy($"{name}-key", new Aws.Kms.KeyPolicyArgs
        {
            KeyId = key.Id,
            Policy = new PolicyDocument(
                new PolicyStatement
                {
                    Sid = "AdministerByAccount",
                    Principal = PolicyPrincipal.Aws(AccountOf(key)),
                    // Without the account's own full access, its IAM policies would not count for the key, and nobody could change it any more.
                    Actions = ["kms:*"],
                    Resources = "*",
                },
                new PolicyStatement
                {
                    Sid = "EncryptAlarms",
                    Principal = PolicyPrincipal.Service(CloudWatch),
                    Actions = ["kms:Decrypt", "kms:GenerateDataKey*"],
                    Resources = "*",
                    Conditions = OfThisAccount(key.Arn),
                }).ToJson(),
        }, Child());

    private static Output<string> AccountOf(Aws.Kms.Key key) =>
        key.Arn.Apply(Identity.Arn.Parse).Apply(arn => $"arn:{arn.Partition}:iam::{arn.Account}:root");

    private void AdmitAlarmsToTopic(string name, Aws.Sns.Topic topic) =>
        _ = new Aws.Sns.TopicPolicy(name, new Aws.Sns.TopicPolicyArgs
        {
            Arn = topic.Arn,
            Policy = new PolicyDocument(
                new PolicyStatement
                {
                    Sid = "PublishAlarms",
                    Principal = PolicyPrincipal.Service(CloudWatch),
                    Actions = ["sns:Publish"],
                    Resources = topic.Arn,
                    Conditions = OfThisAccount(topic.Arn),
                },
                new PolicyStatement
                {
                    Sid = "RefusePlainHttp",
                    Effect = PolicyEffect.Deny,
                    Principal = PolicyPrincipal.Everyone,
                    Actions = ["sns:Publish"],
                    Resources = topic.Arn,
                    Conditions = [PolicyCondition.IsFalse("aws:SecureTransport")],
                }).ToJson(),
        }, Child());

    // Somebody else's alarm must not speak through this topic.
    private static PolicyCondition[] OfThisAccount(Output<string> arn)
    {
        var place = arn.Apply(Identity.Arn.Parse);
        return
        [
            PolicyCondition.ArnLike("aws:SourceArn", place.Apply(own => (own with { Service = "cloudwatch" }).Sibling("alarm:*").ToString())),
            PolicyCondition.StringEquals("aws:SourceAccount", place.Apply(own => own.Account)),
        ];
    }

    private void Subscribe(string name, AlarmTopicArgs args, Aws.Sns.Topic topic)
    {
        foreach (var (index, address) in args.EmailAddresses.Index())
        {
            // By number, so that no address stands in a resource's name.
            _ = new Aws.Sns.TopicSubscription(string.Create(CultureInfo.InvariantCulture, $"{name}-email-{index + 1}"), new Aws.Sns.TopicSubscriptionArgs
            {
                Topic = topic.Arn,
                Protocol = "email",
                Endpoint = address,
            }, Child());
        }
    }

    private CustomResourceOptions Child() => new() { Parent = this };
}

/// <summary>What an <see cref="AlarmTopic"/> is made of.</summary>
public sealed class AlarmTopicArgs : ResourceArgs
{
    /// <summary>The topic's name in AWS, unique in its region: letters, digits, hyphens and underscores, at most 256.</summary>
    public required string PhysicalName { get; init; }

    /// <summary>
    /// The addresses that get every message, once each has followed the link in the mail that SNS sends it first. Default: none.
    /// </summary>
    public IReadOnlyList<string> EmailAddresses { get; init; } = [];
}
