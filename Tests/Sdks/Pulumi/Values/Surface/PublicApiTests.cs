using NUnit.Framework;
using Pulumi;

namespace Infra.Tests.Sdks.Pulumi.Values.Surface;

/// <summary>
/// Keeps sdks/pulumi/PublicAPI.txt true, so that a change of the public surface is seen in review. Each of its lines must stand for
/// a member of the published package. Recorded anew only with the environment variable RECORD_PUBLIC_API=1.
/// </summary>
internal sealed class PublicApiTests
{
    [Test]
    public void Listing_is_the_public_surface()
    {
        var path = Path.Combine(FindRoot(), "sdks", "pulumi", "PublicAPI.txt");
        var surface = ApiListing.Of(typeof(Resource).Assembly);
        if (Environment.GetEnvironmentVariable("RECORD_PUBLIC_API") == "1")
        {
            File.WriteAllText(path, string.Join('\n', surface) + "\n");
            Assert.Ignore($"Recorded {surface.Length} signatures in {path}.");
        }

        Assert.That(
            surface,
            Is.EqualTo(File.ReadAllLines(path)),
            "The public surface of sdks/pulumi changed. If the published package has it too, record it with RECORD_PUBLIC_API=1.");
    }

    [TestCase("Pulumi.Output<T>.Apply<TResult>(System.Func<T, Pulumi.Input<TResult>?>! func) -> Pulumi.Output<TResult>!")]
    [TestCase(
        "Pulumi.Testing.IMocks.NewResourceAsync(Pulumi.Testing.MockResourceArgs! args) "
        + "-> System.Threading.Tasks.Task<(string? id, object! state)>!")]
    [TestCase("Pulumi.InputMap<TValue>.this[string! key].set -> void")]
    [TestCase("static Pulumi.InputList<T>.implicit operator Pulumi.InputList<T>!(Pulumi.Output<T>![]! values) -> Pulumi.InputList<T>!")]
    [TestCase("static readonly Pulumi.ResourceArgs.Empty -> Pulumi.ResourceArgs!")]
    [TestCase("override Pulumi.Output<T>.ToString() -> string!")]
    [TestCase("Pulumi.Union<T0, T1>.TryPickT0(out T0 value, out T1 remainder) -> bool")]
    [TestCase(
        "static Pulumi.Output.All<T>(params Pulumi.Input<T>![]! inputs) "
        + "-> Pulumi.Output<System.Collections.Immutable.ImmutableArray<T>>!")]
    [TestCase("static Pulumi.InputExtensions.ToOutput<T>(this Pulumi.Input<T>? input) -> Pulumi.Output<T>!")]
    [TestCase("Pulumi.Config.Config(string? name = null) -> void")]
    [TestCase("Pulumi.InputAttribute.InputAttribute(string! name, bool required = false, bool json = false) -> void")]
    [TestCase(
        "static Pulumi.Output.Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(Pulumi.Output<T1>! item1, Pulumi.Output<T2>! item2, "
        + "Pulumi.Output<T3>! item3, Pulumi.Output<T4>! item4, Pulumi.Output<T5>! item5, Pulumi.Output<T6>! item6, "
        + "Pulumi.Output<T7>! item7, Pulumi.Output<T8>! item8) -> Pulumi.Output<(T1, T2, T3, T4, T5, T6, T7, T8)>!")]
    public void Signatures_are_written_as_the_published_listing_writes_them(string signature)
        => Assert.That(ApiListing.Of(typeof(Resource).Assembly), Does.Contain(signature));

    private static string FindRoot()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "Pulumi.yaml")))
            {
                return directory.FullName;
            }
        }

        throw new InvalidOperationException($"No directory above {AppContext.BaseDirectory} holds Pulumi.yaml.");
    }
}
