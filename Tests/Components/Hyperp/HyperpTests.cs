using Infra.Components;
using Infra.Components.Hyperp;
using NUnit.Framework;
using Pulumi;

namespace Infra.Tests.Components.Hyperp;

public sealed class HyperpTests
{
    private static readonly Dictionary<string, int> Counts = new()
    {
        ["aws:cloudwatch/eventRule:EventRule"] = 1,
        ["aws:cloudwatch/eventTarget:EventTarget"] = 1,
        ["aws:cloudwatch/logGroup:LogGroup"] = 1,
        ["aws:dynamodb/table:Table"] = 1,
        ["aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"] = 1,
        ["aws:ec2/securityGroup:SecurityGroup"] = 1,
        ["aws:ecr/lifecyclePolicy:LifecyclePolicy"] = 1,
        ["aws:ecr/repository:Repository"] = 1,
        ["aws:ecs/cluster:Cluster"] = 1,
        ["aws:ecs/clusterCapacityProviders:ClusterCapacityProviders"] = 1,
        ["aws:efs/accessPoint:AccessPoint"] = 1,
        ["aws:efs/backupPolicy:BackupPolicy"] = 1,
        ["aws:efs/fileSystem:FileSystem"] = 1,
        ["aws:efs/fileSystemPolicy:FileSystemPolicy"] = 1,
        ["aws:efs/mountTarget:MountTarget"] = 3,
        ["aws:iam/role:Role"] = 3,
        ["aws:iam/rolePolicy:RolePolicy"] = 5,
        ["aws:iam/rolePolicyAttachment:RolePolicyAttachment"] = 3,
        ["aws:lambda/function:Function"] = 4,
        ["aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig"] = 1,
        ["aws:lambda/functionUrl:FunctionUrl"] = 2,
        ["aws:lambda/permission:Permission"] = 5,
        ["aws:s3/bucket:Bucket"] = 1,
        ["aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration"] = 1,
        ["aws:s3/bucketOwnershipControls:BucketOwnershipControls"] = 1,
        ["aws:s3/bucketPolicy:BucketPolicy"] = 1,
        ["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock"] = 1,
        ["aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration"] = 1,
        ["aws:s3/bucketVersioning:BucketVersioning"] = 1,
        ["aws:sqs/queue:Queue"] = 1,
        ["aws:sqs/queuePolicy:QueuePolicy"] = 1,
        ["aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"] = 1,
        ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"] = 1,
        ["awsx:ec2:Vpc"] = 1,
        ["random:index/randomPassword:RandomPassword"] = 1,
    };

    [Test]
    public async Task The_default_system_consists_of_exactly_this()
    {
        var run = await Create(Args());
        Assert.That(
            run.Registrations.GroupBy(registration => registration.Type).ToDictionary(group => group.Key, group => group.Count()),
            Is.EquivalentTo(Counts));
    }

    [Test]
    public async Task Every_component_is_of_its_token_and_completes_once()
    {
        var run = await Create(Args());
        var components = run.Resources.Where(resource => resource.GetResourceType().StartsWith("infra:", StringComparison.Ordinal)).ToList();
        Assert.That(components, Has.Count.EqualTo(21));
        Assert.Multiple(() =>
        {
            foreach (var component in components)
            {
                Assert.That(component.GetResourceType(), Is.EqualTo(component.GetType().GetField("Token")!.GetRawConstantValue()), component.GetResourceName());
                Assert.That(
                    run.Completed.Count(urn => urn.EndsWith($"{component.GetResourceType()}::{component.GetResourceName()}", StringComparison.Ordinal)),
                    Is.EqualTo(1),
                    component.GetResourceName());
            }
        });
    }

    [Test]
    public async Task A_given_secret_is_used_and_kept_secret()
    {
        Output<string>? secret = null;
        var run = await ComponentRun.Of(options => secret = new Infra.Components.Hyperp.Hyperp("hyperp", Args(webhookSecret: "given-by-the-operator"), options).WebhookSecret);

        Assert.That(run.OfType("random:index/randomPassword:RandomPassword"), Is.Empty);
        Assert.That(await Output.IsSecretAsync(secret!), Is.True);
        Assert.That(
            run.OfType("aws:lambda/function:Function").Select(function => function["environment.variables.GITHUB_APP_WEBHOOK_SECRET"]).Where(value => value is not null),
            Is.EqualTo(new[] { "given-by-the-operator", "given-by-the-operator" }));
    }

    [Test]
    public async Task A_generated_secret_has_forty_letters_and_digits()
    {
        var password = (await Create(Args())).Only("random:index/randomPassword:RandomPassword");
        Assert.Multiple(() =>
        {
            Assert.That(password["length"], Is.EqualTo(40));
            Assert.That(password["special"], Is.EqualTo(false));
        });
    }

    [Test]
    public async Task A_given_private_key_becomes_the_object_that_the_handlers_read()
    {
        var run = await Create(Args(privateKey: "-----BEGIN RSA PRIVATE KEY-----"));
        var stored = run.Only("aws:s3/bucketObjectv2:BucketObjectv2");
        Assert.Multiple(() =>
        {
            Assert.That(stored["bucket"], Is.EqualTo("hyperp-artifacts-unique"));
            Assert.That(stored["key"], Is.EqualTo("githubappkey.pem"));
            Assert.That(stored["content"], Is.EqualTo("-----BEGIN RSA PRIVATE KEY-----"));
        });
    }

    [Test]
    public async Task Without_dead_letters_there_is_neither_queue_nor_permission_to_send()
    {
        var run = await Create(Args(keepLostEvents: false));
        Assert.Multiple(() =>
        {
            Assert.That(run.OfType("aws:sqs/queue:Queue"), Is.Empty);
            Assert.That(run.OfType("aws:sqs/queuePolicy:QueuePolicy"), Is.Empty);
            Assert.That(run.OfType("aws:iam/rolePolicy:RolePolicy"), Has.Count.EqualTo(4));
            Assert.That(run.Only("aws:cloudwatch/eventTarget:EventTarget")["deadLetterConfig"], Is.Null);
            Assert.That(run.Only("aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig")["maximumRetryAttempts"], Is.EqualTo(0));
            Assert.That(run.Only("aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig")["destinationConfig"], Is.Null);
        });
    }

    [Test]
    public async Task The_cli_address_has_no_slash_at_its_end_and_the_upload_command_names_the_bucket()
    {
        string? cli = null, command = null;
        await ComponentRun.Of(options =>
        {
            var hyperp = new Infra.Components.Hyperp.Hyperp("hyperp", Args(), options);
            hyperp.CliRestApiUrl.Apply(value => cli = value);
            hyperp.PemUploadCommand.Apply(value => command = value);
        });
        Assert.Multiple(() =>
        {
            Assert.That(cli, Is.EqualTo("https://hyperp-functions-cli-url.lambda-url.us-east-1.on.aws"));
            Assert.That(command, Is.EqualTo("aws s3 cp githubappkey.pem s3://hyperp-artifacts-unique/githubappkey.pem --region us-east-1"));
        });
    }

    private static Task<ComponentRun> Create(HyperpArgs args) =>
        ComponentRun.Of(options => _ = new Infra.Components.Hyperp.Hyperp("hyperp", args, options));

    private static HyperpArgs Args(
        string? webhookSecret = null, string? privateKey = null, bool keepLostEvents = true) => new()
        {
            DataProtection = DataProtection.Off,
            AvailabilityZones = ["us-east-1a", "us-east-1b", "us-east-1c"],
            Functions = new HyperpFunctionSettings { GithubAppId = "123456" },
            GithubAppWebhookSecret = webhookSecret is null ? null : (Input<string>)webhookSecret,
            GithubAppPrivateKey = privateKey is null ? null : (Input<string>)privateKey,
            KeepLostEvents = keepLostEvents,
        };
}
