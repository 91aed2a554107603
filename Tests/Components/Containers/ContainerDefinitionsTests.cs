using Infra.Components.Containers;
using NUnit.Framework;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Components.Containers;

public sealed class ContainerDefinitionsTests
{
    [Test]
    public async Task A_plain_container_has_what_ECS_demands_and_nothing_else() => Assert.That(
        await Json(Plain()),
        Is.EqualTo(OneLine("""
            [{"name":"api","image":"nginx:1","essential":true,"readonlyRootFilesystem":false,
            "logConfiguration":{"logDriver":"awslogs","options":{"awslogs-group":"/ecs/api","awslogs-region":"us-east-1",
            "awslogs-stream-prefix":"ecs","mode":"non-blocking"}}}]
            """)));

    [Test]
    public async Task A_full_container_is_written_in_full() => Assert.That(
        await Json(Plain() with
        {
            Essential = false,
            Ports = [80, 8080],
            Environment = new() { { "B", "2" }, { "A", "1 & 2" } },
            Secrets = new() { { "KEY", "arn:key::" } },
            Command = ["serve", "--all"],
            User = "1000:1000",
            ReadOnlyRootFilesystem = true,
            DropsAllCapabilities = true,
            InitProcess = true,
            MemoryFolders = [new("/tmp", 64)],
            HealthCheck = new ContainerHealthCheck("CMD", "true") { StartPeriodSeconds = 10 },
            StopTimeoutSeconds = 45,
        }),
        Is.EqualTo(OneLine("""
            [{"name":"api","image":"nginx:1","essential":false,"portMappings":[{"containerPort":80,"hostPort":80,"protocol":"tcp"},
            {"containerPort":8080,"hostPort":8080,"protocol":"tcp"}],"environment":[{"name":"A","value":"1 & 2"},{"name":"B","value":"2"}],
            "secrets":[{"name":"KEY","valueFrom":"arn:key::"}],"command":["serve","--all"],"user":"1000:1000","readonlyRootFilesystem":true,
            "linuxParameters":{"capabilities":{"drop":["ALL"]},"initProcessEnabled":true,"tmpfs":[{"containerPath":"/tmp","size":64}]},
            "healthCheck":{"command":["CMD","true"],"interval":30,"timeout":5,"retries":3,"startPeriod":10},"stopTimeout":45,
            "logConfiguration":{"logDriver":"awslogs","options":{"awslogs-group":"/ecs/api","awslogs-region":"us-east-1",
            "awslogs-stream-prefix":"ecs","mode":"non-blocking"}}}]
            """)));

    [Test]
    public async Task Containers_keep_their_order() =>
        Assert.That(await Json(Plain() with { Name = "b" }, Plain() with { Name = "a" }), Does.Match("\"name\":\"b\".*\"name\":\"a\""));

    [Test]
    public async Task A_secret_value_makes_the_whole_text_secret()
    {
        var text = ContainerDefinitions.ToJson(Plain() with { Environment = new() { { "A", Output.CreateSecret("x") } } });
        Assert.That(await Output.IsSecretAsync(text), Is.True);
        Assert.That(await Output.IsSecretAsync(ContainerDefinitions.ToJson(Plain())), Is.False);
    }

    [Test]
    public async Task An_unknown_value_makes_the_whole_text_unknown() => Assert.That(
        await OutputUtilities.GetIsKnownAsync(ContainerDefinitions.ToJson(Plain() with { Image = OutputUtilities.CreateUnknown("") })),
        Is.False);

    private static Task<string> Json(params ContainerDefinition[] containers) => OutputUtilities.GetValueAsync(ContainerDefinitions.ToJson(containers));

    private static string OneLine(string json) => json.ReplaceLineEndings("");

    private static ContainerDefinition Plain() => new() { Name = "api", Image = "nginx:1", Log = new ContainerLog("/ecs/api", "us-east-1") };
}
