using System.Text;
using Infra.Preview;
using Infra.Preview.Model;
using Infra.Preview.Rendering;
using NUnit.Framework;

namespace Infra.Tests.Preview.Rendering;

public sealed class RenderingTests
{
    private const string Prefix = "urn:pulumi:dev::shop";
    private static readonly PreviewResult Shop = MakeShop();

    [Test]
    public void The_tree_reads_as_recorded() => Golden.Compare(PreviewText.Write(Shop, showSecrets: false, Terminal.Plain), "shop.golden.txt");

    [Test]
    public void Colours_are_as_recorded() => Golden.Compare(PreviewText.Write(Shop, false, new Terminal(true, null)), "shop-colours.golden.txt");

    [Test]
    public void Json_is_as_recorded() => Golden.Compare(PreviewJson.Write(Shop, showSecrets: false), "shop.golden.json");

    [Test]
    public void A_failure_shows_its_error_once_and_no_outputs() => Golden.Compare(PreviewText.Write(MakeFailure(), false, Terminal.Plain), "failure.golden.txt");

    [Test]
    public void A_secret_is_nowhere_unless_asked_for()
    {
        foreach (var document in new[] { PreviewText.Write(Shop, false, Terminal.Plain), PreviewJson.Write(Shop, false) })
        {
            Assert.That(Encoding.UTF8.GetString(document), Does.Not.Contain("hunter2").And.Contain("[secret]"));
        }

        Assert.That(Encoding.UTF8.GetString(PreviewText.Write(Shop, true, Terminal.Plain)), Does.Contain("hunter2"));
        Assert.That(Encoding.UTF8.GetString(PreviewJson.Write(Shop, true)), Does.Contain("\"plaintext\": \"\\\"hunter2\\\"\""));
    }

    [Test]
    public void Resource_lines_keep_to_the_terminals_width_and_messages_stay_whole()
    {
        var text = Encoding.UTF8.GetString(PreviewText.Write(Shop, false, new Terminal(false, 50)));

        Assert.That(text.Split('\n').Where(line => line.Contains("create", StringComparison.Ordinal) || line.Contains('…')), Has.All.Length.LessThanOrEqualTo(50));
        Assert.That(text, Does.Contain("One replica is not enough for a shop that is open day and night."));
        Assert.That(text, Does.Not.Contain("\e["));
    }

    [TestCase("aws:ecr/repository:Repository", ExpectedResult = "aws:ecr:Repository")]
    [TestCase("aws:s3/bucketV2:BucketV2", ExpectedResult = "aws:s3:BucketV2")]
    [TestCase("aws:ec2/vpc:Other", ExpectedResult = "aws:ec2/vpc:Other")]
    [TestCase("pulumi:pulumi:Stack", ExpectedResult = "pulumi:pulumi:Stack")]
    [TestCase("any text", ExpectedResult = "any text")]
    public string Types_are_shortened_as_the_cli_does(string type) => ResourceTree.ShortType(type);

    private static PreviewResult MakeShop()
    {
        var stack = Node("pulumi:pulumi:Stack", "shop-dev", null, custom: false);
        var provider = Node("pulumi:providers:aws", "default_7_48_0", null, inputs: MapValue.Of(("region", "eu-west-1"), ("version", "7.48.0")), id: "p-1");
        var shop = Node("shop:index:Shop", "shop", stack, custom: false, system: "shop");
        var data = Node("shop:data:Data", "shop-data", shop, custom: false, system: "shop");
        var table = Node("aws:dynamodb/table:Table", "shop-data-table", data, provider, MapValue.Of(("billingMode", "PAY_PER_REQUEST")), id: "t-1", system: "shop", protect: true);
        var bucket = Node(
            "aws:s3/bucket:Bucket",
            "shop-data-files",
            data,
            provider,
            MapValue.Of(("password", new SecretValue("hunter2")), ("code", new AssetValue(AssetSource.Path, "app.zip")), ("table", "t-1"), ("later", PropertyValue.Unknown)),
            id: "b-1",
            system: "shop",
            dependsOn: table.Urn);
        var zone = Node("aws:route53/zone:Zone", "zone", stack, provider, id: "Z1", operation: ResourceOperation.Read);
        stack.Outputs = MapValue.Of(
            ("region", "eu-west-1"),
            ("shop", MapValue.Of(
                ("address", "https://shop.example.com"),
                ("adminPassword", new SecretValue("hunter2")),
                ("pending", ListValue.Of("Push the first image to shop/app.", "Fill the secret shop/key.")),
                ("zones", ListValue.Of("a", "b")))));
        return Result(
            [stack, provider, shop, data, table, bucket, zone],
            [
                new Diagnostic(Severity.Warning, "One replica is not enough for a shop that is open day and night.\nSet replicas to 2.", shop.Urn),
                new Diagnostic(Severity.Info, "for everyone"),
            ],
            ["printed by the program"]);
    }

    private static PreviewResult MakeFailure()
    {
        var stack = Node("pulumi:pulumi:Stack", "shop-dev", null, custom: false);
        stack.Outputs = MapValue.Of(("half", "done"));
        return Result([stack], [new Diagnostic(Severity.Error, "The setting shop:size is 'big'.\nAllowed: small, large.")], []);
    }

    private static PreviewResult Result(ResourceNode[] nodes, Diagnostic[] diagnostics, string[] output) => new()
    {
        ExitCode = diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error) ? 1 : 0,
        Project = "shop",
        Stack = "dev",
        Unknowns = false,
        Graph = new ResourceGraph(nodes.Reverse()),
        Diagnostics = diagnostics,
        ProgramOutput = output,
        Config = MapValue.Of(("shop:key", new SecretValue("hunter2")), ("shop:size", "small")),
    };

    private static ResourceNode Node(
        string type,
        string name,
        ResourceNode? parent,
        ResourceNode? provider = null,
        MapValue? inputs = null,
        bool custom = true,
        string? id = null,
        string? system = null,
        bool protect = false,
        string? dependsOn = null,
        ResourceOperation operation = ResourceOperation.Create) => new()
        {
            Urn = $"{Prefix}::{type}::{name}",
            Type = type,
            Name = name,
            Custom = custom,
            Parent = parent,
            Inputs = inputs ?? MapValue.Empty,
            Outputs = inputs ?? MapValue.Empty,
            Id = id,
            System = system,
            Protect = protect,
            Operation = operation,
            Provider = provider is null ? null : $"{provider.Urn}::{provider.Id}",
            ProviderNode = provider,
            Dependencies = dependsOn is null ? [] : [dependsOn],
            PropertyDependencies = dependsOn is null
                ? new SortedList<string, IReadOnlyList<string>>()
                : new SortedList<string, IReadOnlyList<string>> { ["table"] = [dependsOn] },
        };
}
