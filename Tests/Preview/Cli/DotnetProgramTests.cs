using System.Text;
using Infra.Preview;
using Infra.Preview.Model;
using Infra.Preview.Rendering;
using Infra.Tests.Support;
using NUnit.Framework;

namespace Infra.Tests.Preview.Cli;

/// <summary>Programs built on the SDK, each a process of its own.</summary>
public sealed class DotnetProgramTests
{
    private const string Thing = "demo:index/thing:Thing";

    [Test]
    public async Task Everything_that_the_program_registers_is_in_the_graph()
    {
        var result = await RunAsync("tree");

        Assert.That(result.ExitCode, Is.Zero, () => string.Join('\n', result.Diagnostics));
        var outer = result.Graph.Only("demo:index:Group", "outer");
        var inner = result.Graph.Only("demo:index:Group", "inner");
        var source = result.Graph.Only(Thing, "source");
        var sink = result.Graph.Only(Thing, "sink");
        Assert.That(source.Urn, Is.EqualTo("urn:pulumi:dev::proj::demo:index:Group$demo:index:Group$demo:index/thing:Thing::source"));
        Assert.That(outer.Aliases, Is.EqualTo(new[] { "urn:pulumi:dev::proj::demo:index:Group::former" }));
        Assert.That((inner.Parent, source.Parent, sink.Parent), Is.EqualTo((outer, inner, outer)));
        Assert.That((source.Protect, sink.Protect, sink.RetainOnDelete), Is.EqualTo((true, false, true)));
        Assert.That(source.Inputs.Find("password"), Is.InstanceOf<SecretValue>());
        Assert.That(sink.Dependencies, Is.EqualTo(new[] { source.Urn }));
        Assert.That(sink.PropertyDependencies["from"], Is.EqualTo(new[] { source.Urn }));
        Assert.That(sink.Inputs["from"].AsText, Is.EqualTo(source.Id).And.Not.Empty);
        Assert.That(sink.ProviderNode!.Name, Is.EqualTo("default_1_2_3"));
        Assert.That(result.Graph.OfType(Thing), Has.Count.EqualTo(22));
        Assert.That(result.Diagnostics, Is.EqualTo(new[] { new Diagnostic(Severity.Warning, "one is little", outer.Urn) }));
        Assert.That(result.ProgramOutput, Is.EqualTo(new[] { "printed by the program" }));
        Assert.That(result.Outputs.Find("password"), Is.InstanceOf<SecretValue>());
        Assert.That(result.Outputs["sink"].AsText, Is.EqualTo(sink.Id));
    }

    [Test]
    public async Task Kept_unknowns_register_the_same_resources()
    {
        var known = await RunAsync("tree");
        var unknown = await RunAsync("tree", unknowns: true);

        Assert.That(unknown.ExitCode, Is.Zero);
        Assert.That(unknown.Graph.Nodes.Select(node => node.Urn), Is.EqualTo(known.Graph.Nodes.Select(node => node.Urn)));
        Assert.That(unknown.Graph.Only(Thing, "sink").Inputs["from"].IsUnknown);
        Assert.That(unknown.Graph.Only(Thing, "sink").Dependencies, Is.EqualTo(known.Graph.Only(Thing, "sink").Dependencies));
        Assert.That(unknown.Outputs["sink"].IsUnknown);
    }

    [Test]
    public async Task The_same_program_gives_the_same_bytes()
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RunAsync("tree")));

        Assert.That(runs.Select(run => Encoding.UTF8.GetString(PreviewJson.Write(run, false))).Distinct().Count(), Is.EqualTo(1));
        Assert.That(runs.Select(run => Encoding.UTF8.GetString(PreviewText.Write(run, false, Terminal.Plain))).Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_missing_setting_is_one_error_without_a_stack_trace()
    {
        var result = await RunAsync("none", "config: {}\n");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Diagnostics.Single().Message, Does.StartWith("Missing Required configuration variable 'proj:guest'").And.Not.Contain("   at "));
        Assert.That(result.ProgramOutput, Is.Empty);
    }

    [Test]
    public async Task An_exception_is_one_error_with_its_stack_trace()
    {
        var result = await RunAsync("throws");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Diagnostics.Single().Message, Does.Contain("thrown on purpose").And.Contain("   at "));
    }

    [Test]
    public async Task A_name_given_twice_is_one_error()
    {
        var result = await RunAsync("twice");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(
            result.Diagnostics.Single().Message,
            Is.EqualTo("Duplicate resource URN 'urn:pulumi:dev::proj::demo:index/thing:Thing::same'; try giving it a unique name"));
    }

    [Test]
    public async Task A_lookup_without_an_answer_is_one_error_naming_the_call()
    {
        var result = await RunAsync("lookup");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Diagnostics.Single().Message, Does.Contain("demo:index/getNothing:getNothing").And.Not.Contain("   at "));
    }

    [Test]
    public async Task Two_thousand_resources_are_recorded()
    {
        var result = await RunAsync("many", "config:\n  proj:guest: many\n  proj:count: 2000\n");

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(result.Graph.OfType(Thing), Has.Count.EqualTo(2000));
    }

    private static async Task<PreviewResult> RunAsync(string guest, string? stack = null, bool unknowns = false)
    {
        using var project = new TemporaryProject();
        project.Write("Pulumi.dev.yaml", stack ?? $"config:\n  proj:guest: {guest}\n  proj:password: {{ secure: AAAA }}\n");
        return await PreviewRunner.RunAsync(new PreviewRequest
        {
            Stack = "dev",
            Program = typeof(GuestPrograms).Assembly.Location,
            ProjectDirectory = project.Directory,
            CurrentDirectory = project.Directory,
            Unknowns = unknowns,
        });
    }
}
