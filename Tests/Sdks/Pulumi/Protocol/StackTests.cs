using Infra.Tests.Sdks.Pulumi.Support;
using NUnit.Framework;
using Pulumi;
using Pulumi.Utilities;
using Pulumirpc;

namespace Infra.Tests.Sdks.Pulumi.Protocol;

/// <summary>The root resource and its outputs.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class StackTests
{
    [Test]
    public async Task The_stack_is_registered_first()
    {
        await using var engine = await RecordingEngine.StartAsync();

        await engine.RunAsync(() => new Thing("a"));

        var stack = engine.Requests<RegisterResourceRequest>()[0];
        Assert.That((stack.Type, stack.Name, stack.Custom), Is.EqualTo(("pulumi:pulumi:Stack", "proj-dev", false)));
    }

    [Test]
    public async Task Outputs_of_a_stack_class_keep_their_names()
    {
        await using var engine = await RecordingEngine.StartAsync();

        var result = await engine.RunStackAsync<NamedStack>();

        var outputs = engine.Requests<RegisterResourceOutputsRequest>().Single().Outputs.Fields;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero);
            Assert.That(outputs.Keys, Is.EquivalentTo(new[] { "BucketName", "given-name" }));
            Assert.That(outputs["BucketName"].StringValue, Is.EqualTo("b"));
        }
    }

    [Test]
    public async Task Outputs_of_a_function_keep_their_names_and_null_ones_are_left_out()
    {
        await using var engine = await RecordingEngine.StartAsync();

        await engine.RunAsync(() => new Dictionary<string, object?>
        {
            ["BucketName"] = Output.CreateSecret("b"),
            ["some-list"] = new[] { 1, 2 },
            ["none"] = null,
            ["later"] = OutputUtilities.CreateUnknown("x"),
        });

        var outputs = engine.Requests<RegisterResourceOutputsRequest>().Single().Outputs.Fields;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outputs.Keys, Is.EquivalentTo(new[] { "BucketName", "some-list", "later" }));
            Assert.That(outputs["BucketName"].StructValue.Fields["value"].StringValue, Is.EqualTo("b"));
            Assert.That(outputs["later"].StringValue, Is.EqualTo("04da6b54-80e4-46f7-96ec-b56ff0331ba9"));
        }
    }

    [Test]
    public async Task A_declared_output_without_a_value_is_named()
    {
        await using var engine = await RecordingEngine.StartAsync();

        var result = await engine.RunStackAsync<ForgetfulStack>();

        Assert.That((result.ExitCode, engine.Errors.Single()), Is.EqualTo((
            32,
            "Output(s) 'First, second' have no value assigned. [Output] attributed properties must be assigned inside Stack constructor.")));
    }

    [Test]
    public async Task A_declared_output_that_is_none_is_named()
    {
        await using var engine = await RecordingEngine.StartAsync();

        await engine.RunStackAsync<MistypedStack>();

        Assert.That(
            engine.Errors.Single(),
            Is.EqualTo("Output(s) 'Plain' have incorrect type. [Output] attributed properties must be instances of Output<T>."));
    }

    [Test]
    public async Task An_exception_of_a_stacks_constructor_is_told_as_it_is()
    {
        await using var engine = await RecordingEngine.StartAsync();

        var result = await engine.RunStackAsync<FailingStack>();

        Assert.That((result.ExitCode, engine.Errors.Single()), Is.EqualTo((32, "in the constructor")));
    }

    [Test]
    public async Task A_service_that_is_not_there_is_named()
    {
        await using var engine = await RecordingEngine.StartAsync();

        Assert.That(
            () => Deployment.RunAsync<NamedStack>((IServiceProvider)null!),
            Throws.ArgumentNullException);
    }

    [Test]
    public async Task A_secret_dictionary_makes_each_of_its_outputs_secret()
    {
        await using var engine = await RecordingEngine.StartAsync();

        await engine.RunAsync(() => new SecretGroup("group"));

        var outputs = engine.Requests<RegisterResourceOutputsRequest>().Single(request => request.Urn.EndsWith("::group", StringComparison.Ordinal));
        Assert.That(outputs.Outputs.Fields["a"].StructValue.Fields["value"].StringValue, Is.EqualTo("1"));
    }

    [Test]
    public async Task A_components_marked_properties_are_its_outputs_except_the_urn()
    {
        await using var engine = await RecordingEngine.StartAsync();

        await engine.RunAsync(() => new MarkedGroup("group"));

        var outputs = engine.Requests<RegisterResourceOutputsRequest>().Single(request => request.Urn.EndsWith("::group", StringComparison.Ordinal));
        Assert.That(outputs.Outputs.Fields.Keys, Is.EquivalentTo(new[] { "Foo", "abc" }));
    }

    internal sealed class NamedStack : Stack
    {
        public NamedStack()
        {
            BucketName = Output.Create("b");
            Other = Output.Create(1);
        }

        [Output]
        public Output<string> BucketName { get; private set; }

        [Output("given-name")]
        public Output<int> Other { get; private set; }
    }

    internal sealed class ForgetfulStack : Stack
    {
        [Output]
        public Output<string> First { get; private set; } = null!;

        [Output("second")]
        public Output<string> Second { get; private set; } = null!;
    }

    internal sealed class MistypedStack : Stack
    {
        [Output]
        public string Plain { get; private set; } = "p";
    }

    internal sealed class FailingStack : Stack
    {
        public FailingStack() => throw new RunException("in the constructor");
    }

    private sealed class SecretGroup : ComponentResource
    {
        public SecretGroup(string name)
            : base("test:index:SecretGroup", name)
            => RegisterOutputs(Output.CreateSecret<IDictionary<string, object?>>(new Dictionary<string, object?> { ["a"] = "1" }));
    }

    private sealed class MarkedGroup : ComponentResource
    {
        public MarkedGroup(string name)
            : base("test:index:MarkedGroup", name)
            => RegisterOutputs();

        [Output]
        public Output<string> Foo { get; private set; } = Output.Create("f");

        [Output("abc")]
        public Output<string> Named { get; private set; } = Output.Create("g");
    }
}
