using System.Text.Json;
using Infra.Components;
using Infra.Components.FlowBuilder;
using Infra.Components.FlowBuilder.Ultra;
using Infra.Components.Network;
using NUnit.Framework;
using Pulumi;

namespace Infra.Tests.Components.FlowBuilder;

public sealed class FlowBuilderUltraTests
{
    [Test]
    public async Task Workflows_wait_in_the_queue_until_the_worker_has_an_image()
    {
        var waiting = await Create(null);
        var running = await Create("1.0.0");
        Assert.That(waiting.Only("aws:pipes/pipe:Pipe")["desiredState"], Is.EqualTo("STOPPED"));
        Assert.That(running.Only("aws:pipes/pipe:Pipe")["desiredState"], Is.EqualTo("RUNNING"));
        Assert.That(
            (string?)running.Only("aws:ecs/taskDefinition:TaskDefinition")["containerDefinitions"],
            Does.Contain("\"image\":\"123456789012.dkr.ecr.us-east-1.amazonaws.com/fb-worker:1.0.0\""));
    }

    [Test]
    public async Task Without_images_scheduler_and_cleanup_are_placeholders_of_the_documented_sizes() => Assert.That(
        (await Create(null)).OfType("aws:lambda/function:Function").Select(function => (function["name"], function["packageType"], function["memorySize"], function["timeout"])),
        Is.EquivalentTo(new (object?, object?, object?, object?)[] { ("fb-scheduler", "Zip", 512, 300), ("fb-cleanup", "Zip", 256, 120) }));

    [Test]
    public async Task A_given_password_reaches_secret_and_scheduler_as_a_secret()
    {
        var run = await Create(null, "correct-horse-battery");
        var version = run.OfType("aws:secretsmanager/secretVersion:SecretVersion").Single(candidate => candidate.Name.Contains("credentials", StringComparison.Ordinal));
        var stored = JsonDocument.Parse((string)version["secretString"]!).RootElement;
        Assert.Multiple(() =>
        {
            Assert.That(stored.EnumerateObject().Select(member => $"{member.Name}={member.Value}"), Is.EqualTo(new[]
            {
                "database=flows", "host=db.example.com", "password=correct-horse-battery", "port=5432", "username=app",
            }));
            Assert.That(
                run.OfType("aws:lambda/function:Function").Select(function => function["environment.variables.DB_PASSWORD"]),
                Is.EqualTo(new[] { "correct-horse-battery", "correct-horse-battery" }));
            Assert.That(run.Options(version).IgnoreChanges, Is.Empty);
        });
    }

    [Test]
    public async Task Users_secrets_in_secrets_manager_are_readable_to_the_task_only_when_they_are_kept_there()
    {
        Assert.That((await Create(null)).OfType("aws:iam/rolePolicy:RolePolicy").Select(policy => policy.Name), Has.None.Contains("user-secrets"));
        Assert.That(
            (await Create(null, databaseSecrets: false)).OfType("aws:iam/rolePolicy:RolePolicy").Select(policy => policy.Name),
            Has.Exactly(1).Contains("user-secrets"));
    }

    private static Task<ComponentRun> Create(string? workerTag, string? password = null, bool databaseSecrets = true) =>
        ComponentRun.Of(options => _ = new FlowBuilderUltra("fb", new FlowBuilderUltraArgs
        {
            Names = new FlowBuilderNames("fb"),
            Region = "us-east-1",
            DataProtection = DataProtection.Off,
            Network = new ExistingNetwork("vpc-1", ["subnet-1"]),
            Database = new ExternalDatabase
            {
                Host = "db.example.com",
                Name = "flows",
                User = "app",
                Password = password is null ? null : (Input<string>)password,
            },
            WorkerImageTag = workerTag,
            UsesDatabaseSecrets = databaseSecrets,
        }, options));
}
