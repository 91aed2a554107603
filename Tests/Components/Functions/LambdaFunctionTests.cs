using Infra.Components.Functions;
using NUnit.Framework;
using Pulumi;

namespace Infra.Tests.Components.Functions;

public sealed class LambdaFunctionTests
{
    private const string FunctionType = "aws:lambda/function:Function";

    [Test]
    public async Task Zipped_code_starts_with_its_handler_on_its_runtime()
    {
        var function = (await Create(FunctionCode.Zip("bundles/api.zip"))).Only(FunctionType);
        Assert.Multiple(() =>
        {
            Assert.That(function["name"], Is.EqualTo("documented-name"));
            Assert.That(function["packageType"], Is.EqualTo("Zip"));
            Assert.That(function["handler"], Is.EqualTo("index.handler"));
            Assert.That(function["runtime"], Is.EqualTo("nodejs22.x"));
            Assert.That(function["code"], Is.TypeOf<FileArchive>());
            Assert.That(function["imageUri"], Is.Null);
            Assert.That(function["memorySize"], Is.EqualTo(512));
            Assert.That(function["timeout"], Is.EqualTo(30));
            Assert.That(function["loggingConfig.logGroup"], Is.EqualTo("/logs"));
            Assert.That(function["environment.variables.KEY"], Is.EqualTo("value"));
            Assert.That(function["vpcConfig"] ?? function["fileSystemConfig"], Is.Null);
        });
    }

    [Test]
    public async Task A_folder_is_zipped_together_with_the_files_that_are_put_beside_it()
    {
        var code = FunctionCode.FolderWith("bundles/server", new Dictionary<string, string> { ["guard.mjs"] = "Components/guard.mjs" });
        var function = (await Create(code)).Only(FunctionType);
        Assert.Multiple(() =>
        {
            Assert.That(function["packageType"], Is.EqualTo("Zip"));
            Assert.That(function["code"], Is.TypeOf<AssetArchive>());
            Assert.That(function["handler"], Is.EqualTo("index.handler"));
        });
    }

    [Test]
    public async Task An_image_needs_neither_handler_nor_runtime()
    {
        var function = (await Create(FunctionCode.Image("123.dkr.ecr.us-east-1.amazonaws.com/runner:1"))).Only(FunctionType);
        Assert.Multiple(() =>
        {
            Assert.That(function["packageType"], Is.EqualTo("Image"));
            Assert.That(function["imageUri"], Is.EqualTo("123.dkr.ecr.us-east-1.amazonaws.com/runner:1"));
            Assert.That(function["handler"] ?? function["runtime"] ?? function["code"], Is.Null);
        });
    }

    [Test]
    public async Task A_missing_image_is_the_placeholder()
    {
        var missing = (await Create(FunctionCode.ImageOrPlaceholder(null))).Only(FunctionType);
        var given = (await Create(FunctionCode.ImageOrPlaceholder("123.dkr.ecr.us-east-1.amazonaws.com/runner:1"))).Only(FunctionType);
        Assert.Multiple(() =>
        {
            Assert.That(missing["packageType"], Is.EqualTo("Zip"));
            Assert.That(given["packageType"], Is.EqualTo("Image"));
        });
    }

    // AWS gives an empty environment back as none, which would look like a change for ever.
    [Test]
    public async Task Without_variables_there_is_no_environment()
    {
        var run = await ComponentRun.Of(options => _ = new LambdaFunction("api", Args(FunctionCode.Placeholder, "f", 512, 30, null, null, variables: null), options));
        Assert.That(run.Only(FunctionType)["environment"], Is.Null);
    }

    [Test]
    public async Task Placeholder_and_image_share_a_name_so_the_old_one_goes_first()
    {
        var run = await Create(FunctionCode.Placeholder);
        Assert.That(((CustomResourceOptions)run.Options(run.Only(FunctionType))).DeleteBeforeReplace, Is.True);
    }

    [Test]
    public async Task A_function_in_a_vpc_may_mount_a_file_system()
    {
        var function = (await Create(
            FunctionCode.Placeholder,
            new FunctionNetwork(new[] { "subnet-1", "subnet-2" }, "sg-1"),
            new FunctionFileSystem("arn:access", "/mnt/efs"))).Only(FunctionType);
        Assert.Multiple(() =>
        {
            Assert.That(function.Texts("vpcConfig.subnetIds"), Is.EqualTo(new[] { "subnet-1", "subnet-2" }));
            Assert.That(function.Texts("vpcConfig.securityGroupIds"), Is.EqualTo(new[] { "sg-1" }));
            Assert.That(function["fileSystemConfig.arn"], Is.EqualTo("arn:access"));
            Assert.That(function["fileSystemConfig.localMountPath"], Is.EqualTo("/mnt/efs"));
        });
    }

    [Test]
    public void All_faults_are_reported_together() => Assert.That(
        () => Args(FunctionCode.Placeholder, new string('f', 65), 64, 901, null, new FunctionFileSystem("arn:access", "/efs")).Validate("api"),
        Throws.ArgumentException
            .With.Message.Contains("1 to 64 characters")
            .And.Message.Contains("MemoryMiB is 64")
            .And.Message.Contains("TimeoutSeconds is 901")
            .And.Message.Contains("FileSystem is set without Network")
            .And.Message.Contains("'/efs'"));

    private static Task<ComponentRun> Create(FunctionCode code, FunctionNetwork? network = null, FunctionFileSystem? fileSystem = null) =>
        ComponentRun.Of(options => _ = new LambdaFunction("api", Args(code, "documented-name", 512, 30, network, fileSystem, new() { { "KEY", "value" } }), options));

    private static LambdaFunctionArgs Args(
        FunctionCode code,
        string name,
        int memory,
        int seconds,
        FunctionNetwork? network,
        FunctionFileSystem? fileSystem,
        InputMap<string>? variables = null) => new()
        {
            PhysicalName = name,
            Description = "Answers",
            Code = code,
            MemoryMiB = memory,
            TimeoutSeconds = seconds,
            RoleArn = "arn:role",
            LogGroupName = "/logs",
            Environment = variables,
            Network = network,
            FileSystem = fileSystem,
        };
}
