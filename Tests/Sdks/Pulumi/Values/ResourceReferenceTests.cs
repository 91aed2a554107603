using System.Collections.Immutable;
using System.Reflection;
using NUnit.Framework;
using Pulumi;
using Pulumi.Serialization;
using Pulumi.Testing;

namespace Infra.Tests.Sdks.Pulumi.Values;

[Parallelizable(ParallelScope.All)]
internal sealed class ResourceReferenceTests
{
    [Test]
    public async Task Reference_becomes_the_class_that_binds_the_type()
    {
        var seen = new List<(string Kind, string? Text, string? Child)>();

        await Deployment.TestAsync(new Mocks(), new TestOptions { IsPreview = false }, async () =>
        {
            var child = new Child("child");
            var holder = new Holder("holder", new HolderArgs { Child = child });
            var reference = await holder.Child.ValueAsync();
            seen.Add((reference.GetType().Name, await reference.Text.ValueAsync(), await reference.Urn.ValueAsync()));
            seen.Add((nameof(Child), "from the mock", await child.Urn.ValueAsync()));
        });

        Assert.That(seen[0], Is.EqualTo(seen[1]));
    }

    [TestCase("", "", true)]
    [TestCase("1.2.3", "", true)]
    [TestCase("", "1.2.3", true)]
    [TestCase("1.2.3", "1.0.0", true)]
    [TestCase("1.2.3", "1.2.3", true)]
    [TestCase("1.2.3", "1.3.0", false)]
    [TestCase("2.0.0", "1.2.3", false)]
    [TestCase("1.2.3-beta", "1.2.3", false)]
    [TestCase("v1.2.3+build", "1.2.3", true)]
    public void Bindings_serve_their_major_version_up_to_their_own(string bindings, string wanted, bool serves)
        => Assert.That(PackageVersion.Parse(bindings).Serves(PackageVersion.Parse(wanted)), Is.EqualTo(serves));

    [TestCase("1.2.3", "1.2.4")]
    [TestCase("1.9.0", "1.10.0")]
    [TestCase("1.2.3-alpha", "1.2.3-beta")]
    [TestCase("1.2.3-rc", "1.2.3")]
    [TestCase("", "0.1.0")]
    public void Newer_bindings_compare_greater(string older, string newer)
    {
        Assert.That(PackageVersion.Parse(older).CompareTo(PackageVersion.Parse(newer)), Is.Negative);
        Assert.That(PackageVersion.Parse(newer).CompareTo(PackageVersion.Parse(older)), Is.Positive);
    }

    [Test]
    public void Of_several_classes_the_newest_compatible_one_binds_the_type()
    {
        Assert.That(ResourceTypes.Find("refs:index:Versioned", "1.0.0"), Is.EqualTo(typeof(VersionedLater)));
        Assert.That(ResourceTypes.Find("refs:index:Versioned", "2.0.0"), Is.EqualTo(typeof(Versioned)));
        Assert.That(ResourceTypes.Find("refs:index:Versioned", "3.0.0"), Is.Null);
        Assert.That(ResourceTypes.Find("refs:index:Missing", ""), Is.Null);
        Assert.That(ResourceTypes.Find("refs:index:Child", "7.7.7"), Is.EqualTo(typeof(Child)));
    }

    [Test]
    public void Class_that_an_output_declares_is_preferred_when_its_version_serves()
    {
        Converter.CheckTargetType("ctx", typeof(ImmutableArray<DeclaredOlder>));

        Assert.That(ResourceTypes.Find("refs:index:Declared", "1.0.0"), Is.EqualTo(typeof(DeclaredOlder)));
        Assert.That(ResourceTypes.Find("refs:index:Declared", "1.4.0"), Is.EqualTo(typeof(Declared)));
    }

    [Test]
    public void The_types_of_an_assembly_are_read_once()
    {
        var assembly = new CountingAssembly(typeof(Child), typeof(Declared), typeof(CountingAssembly));
        var index = new ResourceClassIndex(assembly);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(index.FindByName("refs:index:Child").Single().Type, Is.EqualTo(typeof(Child)));
            Assert.That(index.FindByName("refs:index:declared"), Is.Empty);
            Assert.That(index.FindByName("refs:index:Declared").Single().Version, Is.EqualTo(PackageVersion.Parse("1.5.0")));
            Assert.That(index.FindByToken("refs:index:Declared").Single().Type, Is.EqualTo(typeof(Declared)));
            Assert.That(index.FindByToken("refs:index:Missing"), Is.Empty);
            Assert.That(assembly.Readings, Is.EqualTo(1));
        }
    }

    private sealed class CountingAssembly(params Type[] types) : Assembly
    {
        public int Readings { get; private set; }

        public override AssemblyName[] GetReferencedAssemblies() => [typeof(Resource).Assembly.GetName()];

        public override Type[] GetTypes()
        {
            Readings++;
            return types;
        }
    }

    private sealed class Mocks : IMocks
    {
        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
            => Task.FromResult<(string?, object)>((
                $"{args.Name}-id",
                args.Type == "refs:index:Holder"
                    ? args.Inputs
                    : ImmutableDictionary<string, object>.Empty.Add("text", "from the mock")));

        public Task<object> CallAsync(MockCallArgs args) => throw new NotSupportedException(args.Token);
    }

    [ResourceType("refs:index:Child", null)]
    public sealed class Child(string name, ResourceArgs? args = null, CustomResourceOptions? options = null)
        : CustomResource("refs:index:Child", name, args, options)
    {
        [Output("text")]
        public Output<string> Text { get; private set; } = null!;
    }

    public sealed class HolderArgs : ResourceArgs
    {
        [Input("child")]
        public Input<Child>? Child { get; set; }
    }

    [ResourceType("refs:index:Holder", null)]
    public sealed class Holder(string name, HolderArgs args, CustomResourceOptions? options = null)
        : CustomResource("refs:index:Holder", name, args, options)
    {
        [Output("child")]
        public Output<Child> Child { get; private set; } = null!;
    }

    [ResourceType("refs:index:Declared", "1.5.0")]
    public sealed class Declared(string name, ResourceArgs? args = null, CustomResourceOptions? options = null)
        : CustomResource("refs:index:Declared", name, args, options);

    [ResourceType("refs:index:Declared", "1.3.0")]
    public sealed class DeclaredOlder(string name, ResourceArgs? args = null, CustomResourceOptions? options = null)
        : CustomResource("refs:index:Declared", name, args, options);

    [ResourceType("refs:index:Versioned", "2.1.0")]
    public sealed class Versioned(string name, ResourceArgs? args = null, CustomResourceOptions? options = null)
        : CustomResource("refs:index:Versioned", name, args, options);

    [ResourceType("refs:index:Versioned", "1.5.0")]
    public sealed class VersionedLater(string name, ResourceArgs? args = null, CustomResourceOptions? options = null)
        : CustomResource("refs:index:Versioned", name, args, options);
}
