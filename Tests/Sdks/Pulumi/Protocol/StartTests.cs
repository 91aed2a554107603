using Infra.Tests.Sdks.Pulumi.Support;
using NUnit.Framework;
using Pulumi;

namespace Infra.Tests.Sdks.Pulumi.Protocol;

/// <summary>What a program is told when it starts.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class StartTests
{
    [TestCase("PULUMI_MONITOR", null)]
    [TestCase("PULUMI_ENGINE", null)]
    [TestCase("PULUMI_PROJECT", "")]
    [TestCase("PULUMI_STACK", null)]
    [TestCase("PULUMI_DRY_RUN", "perhaps")]
    [TestCase("PULUMI_QUERY_MODE", null)]
    [TestCase("PULUMI_PARALLEL", "many")]
    [TestCase("PULUMI_CONFIG", "[1")]
    public async Task Without_a_variable_of_the_engine_the_program_says_how_to_start_it(string variable, string? value)
    {
        await using var engine = await RecordingEngine.StartAsync();
        var variables = Programs.Variables(engine);
        variables.Remove(variable);
        if (value is not null)
        {
            variables[variable] = value;
        }

        var e = Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(variables, () => { }));

        Assert.That(e.Message, Is.EqualTo("Program run without the Pulumi engine available; re-run using the `pulumi` CLI"));
    }

    [Test]
    public async Task The_instance_knows_the_deployment()
    {
        await using var engine = await RecordingEngine.StartAsync(preview: true);
        var variables = Programs.Variables(engine);
        variables["PULUMI_ORGANIZATION"] = "acme";
        variables["PULUMI_ROOT_DIRECTORY"] = "/program";
        (string, string, string, string, bool)? seen = null;

        await RunAsync(variables, () =>
        {
            var instance = Deployment.Instance;
            seen = (instance.OrganizationName, instance.ProjectName, instance.StackName, instance.RootDirectory, instance.IsDryRun);
        });

        Assert.That(seen, Is.EqualTo(("acme", "proj", "dev", "/program", true)));
    }

    [Test]
    public async Task Without_an_organization_and_root_the_defaults_hold()
    {
        await using var engine = await RecordingEngine.StartAsync();
        string? organization = null;
        Exception? noRoot = null;

        await engine.RunAsync(() =>
        {
            organization = Deployment.Instance.OrganizationName;
            noRoot = Assert.Throws<InvalidOperationException>(() => _ = Deployment.Instance.RootDirectory);
        });

        Assert.That((organization, noRoot is not null), Is.EqualTo(("organization", true)));
    }

    [Test]
    public async Task Configuration_keys_with_config_in_the_middle_are_the_same_as_without()
    {
        await using var engine = await RecordingEngine.StartAsync();
        var variables = Programs.Variables(engine);
        variables["PULUMI_CONFIG"] = """{ "proj:config:old": "o", "proj:new": "n", "aws:region": "r", "proj:config": "c" }""";
        var seen = new List<string?>();

        await RunAsync(variables, () => seen.AddRange(
            [new Config().Get("old"), new Config().Get("new"), new Config("aws:config").Get("region"), new Config().Get("config"), new Config().Get("none")]));

        Assert.That(seen, Is.EqualTo(new[] { "o", "n", "r", "c", null }));
    }

    [Test]
    public async Task A_boolean_setting_is_true_or_false_exactly()
    {
        await using var engine = await RecordingEngine.StartAsync();
        var variables = Programs.Variables(engine);
        variables["PULUMI_CONFIG"] = """{ "proj:on": "true", "proj:shout": "True" }""";
        bool? on = null;

        var result = await RunAsync(variables, () =>
        {
            on = new Config().GetBoolean("on");
            new Config().GetBoolean("shout");
        });

        Assert.That(
            (on, result.ExitCode, engine.Errors.Single()),
            Is.EqualTo(((bool?)true, 32, "Configuration 'proj:shout' value 'True' is not a valid Boolean")));
    }

    [Test]
    public async Task A_missing_setting_is_told_with_the_command_that_sets_it()
    {
        await using var engine = await RecordingEngine.StartAsync();

        await engine.RunAsync(() => new Config("aws").Require("region"));

        Assert.That(engine.Errors.Single(), Is.EqualTo(
            "Missing Required configuration variable 'aws:region'\n\tplease set a value using the command `pulumi config set aws:region <value>`"));
    }

    [Test]
    public void Outside_a_run_there_is_no_instance()
        => Assert.That(
            () => Deployment.Instance,
            Throws.InvalidOperationException.With.Message.EqualTo("Trying to acquire Deployment.Instance before 'Run' was called."));

    [Test]
    public async Task A_run_inside_a_run_is_refused()
    {
        await using var engine = await RecordingEngine.StartAsync();
        Exception? e = null;

        await engine.RunAsync(async () =>
        {
            try
            {
                await RunAsync(Programs.Variables(engine), () => { });
            }
            catch (InvalidOperationException caught)
            {
                e = caught;
            }
        });

        Assert.That(e?.Message, Does.StartWith("Deployment.Instance should only be set once"));
    }

    [Test]
    public async Task The_engine_may_listen_at_two_addresses()
    {
        await using var monitor = await RecordingEngine.StartAsync();
        await using var engine = await RecordingEngine.StartAsync();
        var variables = Programs.Variables(monitor);
        variables["PULUMI_ENGINE"] = engine.Address;

        await RunAsync(variables, () => Log.Info("hello"));

        Assert.That((engine.Methods.Single(), monitor.Methods.Contains("Log")), Is.EqualTo(("Log", false)));
    }

    [Test]
    public async Task The_version_of_the_cli_is_checked_by_the_engine()
    {
        await using var engine = await RecordingEngine.StartAsync();
        engine.OnVersion = () => throw new EngineFault(EngineFault.Unknown, "version 3.1 is not in range >=4");

        var result = await engine.RunAsync(() => { Deployment.RequirePulumiVersionAsync(">=4"); });

        Assert.That(result.ExitCode, Is.EqualTo(32));
        Assert.That(engine.Errors.Single(), Does.Contain("version 3.1 is not in range >=4"));
    }

    [Test]
    public async Task A_cli_that_cannot_check_its_version_is_to_be_upgraded()
    {
        await using var engine = await RecordingEngine.StartAsync();
        engine.OnVersion = () => throw new EngineFault(EngineFault.Unimplemented, "no");

        await engine.RunAsync(() => { Deployment.RequirePulumiVersionAsync(">=4"); });

        Assert.That(engine.Errors.Single(), Does.Contain(
            "The installed version of the CLI does not support the `RequirePulumiVersion` RPC. Please upgrade the Pulumi CLI"));
    }

    private static Task<ProgramResult> RunAsync(Dictionary<string, string> variables, Action program)
        => Programs.RunAsync(variables, host => Deployment.RunAsync(
            host,
            () =>
            {
                program();
                return Task.FromResult<IDictionary<string, object?>>(new Dictionary<string, object?>());
            },
            null));
}
