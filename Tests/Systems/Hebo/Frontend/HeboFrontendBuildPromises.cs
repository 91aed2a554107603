using Infra.Preview.Model;
using Infra.Tests.Support;
using NUnit.Framework;

namespace Infra.Tests.Systems.Hebo.Frontend;

/// <summary>What changes once OpenNext has built the application: the sample build beside these tests, deployed by a preview.</summary>
[Parallelizable]
internal sealed class HeboFrontendBuildPromises
{
    private const string Preview = "hebo-preview";
    private const string Build = "Tests/Systems/Hebo/Frontend/Build";
    private const string ObjectType = "aws:s3/bucketObjectv2:BucketObjectv2";

    private static readonly string Setting = $"infra:hebo.frontendBuildDir={Build}";

    private HeboStack Stack { get; set; } = null!;

    private HeboFrontendParts Parts { get; set; } = null!;

    [OneTimeSetUp]
    public async Task PreviewTheStack()
    {
        Stack = await HeboStack.Of(Preview, Setting);
        Parts = new HeboFrontendParts(Stack);
    }

    // Promise 44.
    [Test]
    public async Task Without_a_build_the_placeholder_answers_and_pending_says_how_to_end_that()
    {
        var stack = await HeboStack.Of(Preview);
        var parts = new HeboFrontendParts(stack);
        Assert.Multiple(() =>
        {
            Assert.That(Archive(parts.Server).Content, Is.EqualTo("Components/Functions/Placeholder"));
            Assert.That(parts.Server.Inputs["handler"].AsText, Is.EqualTo("index.handler"));
            Assert.That(parts.OfType(ObjectType), Is.Empty);
            Assert.That(parts.OfType("aws:sqs/queue:Queue").Concat(parts.OfType("aws:dynamodb/table:Table")), Is.Empty);
            Assert.That(parts.OfType("aws:lambda/function:Function"), Has.Count.EqualTo(1));
            Assert.That(parts.Distribution.Inputs["orderedCacheBehaviors"].AsList!.Select(behavior => behavior["pathPattern"].AsText), Is.EqualTo(new[] { "_next/static/*" }));
            Assert.That(
                Pending(stack),
                Has.One.EqualTo(
                    $"Hebo: The frontend runs a placeholder; build the application with OpenNext and NEXT_PUBLIC_API_URL={stack.Outputs["apiUrl"].AsText}, "
                    + "then: pulumi config set --path infra:hebo.frontendBuildDir PATH/.open-next"));
        });
    }

    [Test]
    public void With_a_build_nothing_of_the_frontend_is_pending() => Assert.That(Pending(Stack), Has.None.Contains("placeholder; build"));

    // Promise 44.
    [Test]
    public void Files_for_viewers_lie_below_assets_with_the_lifetime_and_type_of_each() => Assert.That(
        Parts.OfType(ObjectType).Select(file => (file.Inputs["key"].AsText, file.Inputs["cacheControl"].AsText, file.Inputs["contentType"].AsText))
            .Where(file => file.Item1!.StartsWith("_assets/", StringComparison.Ordinal)),
        Is.EquivalentTo(new[]
        {
            ("_assets/BUILD_ID", "public,max-age=0,s-maxage=86400,stale-while-revalidate=86400", "application/octet-stream"),
            ("_assets/_next/static/chunks/main-0a1b2c.js", "public,max-age=31536000,immutable", "text/javascript; charset=utf-8"),
            ("_assets/_next/static/css/app-3d4e5f.css", "public,max-age=31536000,immutable", "text/css; charset=utf-8"),
            ("_assets/images/logo.svg", "public,max-age=0,s-maxage=86400,stale-while-revalidate=86400", "image/svg+xml"),
            ("_assets/robots.txt", "public,max-age=0,s-maxage=86400,stale-while-revalidate=86400", "text/plain; charset=utf-8"),
        }));

    [Test]
    public void Cached_pages_lie_where_the_server_alone_reads_them()
    {
        var pages = Parts.OfType(ObjectType).Where(file => file.Inputs["key"].AsText!.StartsWith("_cache/", StringComparison.Ordinal)).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(pages.Select(page => page.Inputs["key"].AsText), Is.EqualTo(new[] { "_cache/sample-build/index.cache" }));
            Assert.That(pages.Single().Inputs["cacheControl"].IsNull, Is.True);
            Assert.That(HeboFrontendParts.Variables(Parts.Server)["CACHE_BUCKET_KEY_PREFIX"].AsText, Is.EqualTo("_cache"));
        });
    }

    [Test]
    public void Files_of_the_build_before_stay_for_pages_that_are_still_open() => Assert.That(
        Parts.OfType(ObjectType).Where(file => file.RetainOnDelete).Select(file => file.Inputs["key"].AsText),
        Is.EquivalentTo(new[] { "_assets/_next/static/chunks/main-0a1b2c.js", "_assets/_next/static/css/app-3d4e5f.css" }));

    [Test]
    public void Files_come_before_the_server_whose_pages_name_them() => Assert.That(
        Parts.OfType(ObjectType).Select(file => file.Urn), Is.SubsetOf(Stack.WaitsFor(Parts.Server)));

    [Test]
    public void The_server_is_the_build_behind_what_checks_the_secret()
    {
        var archive = Archive(Parts.Server);
        Assert.Multiple(() =>
        {
            Assert.That(archive.Members!.Keys, Is.EquivalentTo(new[] { ".", "origin.mjs" }));
            Assert.That(((ArchiveValue)archive.Members["."]).Content, Is.EqualTo($"{Build}/server-functions/default"));
            Assert.That(File.Exists(Path.Combine(Scenario.RepositoryDirectory, ((AssetValue)archive.Members["origin.mjs"]).Content)), Is.True);
            Assert.That(Parts.Server.Inputs["handler"].AsText, Is.EqualTo("origin.handler"));
            Assert.That(Parts.ServerUrl.Inputs["invokeMode"].AsText, Is.EqualTo("RESPONSE_STREAM"));
        });
    }

    [Test]
    public void Paths_lead_to_the_origins_that_OpenNext_names_in_its_order() => Assert.That(
        Parts.Distribution.Inputs["orderedCacheBehaviors"].AsList!.Select(behavior => (behavior["pathPattern"].AsText, behavior["targetOriginId"].AsText)),
        Is.EqualTo(new[]
        {
            ("_next/image*", "imageOptimizer"), ("_next/data/*", "default"), ("BUILD_ID", "s3"), ("_next/*", "s3"), ("images/*", "s3"), ("robots.txt", "s3"),
        }));

    [Test]
    public void Images_are_optimised_on_ARM_for_the_distribution_alone()
    {
        var function = Parts.Function("images");
        var url = Parts.UrlOf(function);
        var permissions = Parts.PermissionsOf(function);
        var control = Parts.OfType("aws:cloudfront/originAccessControl:OriginAccessControl")
            .Single(control => control.Output("id").AsText == Parts.Origin("imageOptimizer")["originAccessControlId"].AsText);
        Assert.Multiple(() =>
        {
            Assert.That(function.Inputs["architectures"].AsList!.Texts, Is.EqualTo(new[] { "arm64" }));
            Assert.That(function.Inputs["memorySize"].AsNumber, Is.EqualTo(1536));
            Assert.That(function.Inputs["timeout"].AsNumber, Is.EqualTo(25));
            Assert.That(HeboFrontendParts.Variables(function)["BUCKET_KEY_PREFIX"].AsText, Is.EqualTo("_assets"));
            Assert.That(url.Inputs["authorizationType"].AsText, Is.EqualTo("AWS_IAM"));
            Assert.That(control.Inputs["originAccessControlOriginType"].AsText, Is.EqualTo("lambda"));
            Assert.That(permissions.Select(permission => permission.Inputs["action"].AsText), Is.EquivalentTo(new[] { "lambda:InvokeFunctionUrl", "lambda:InvokeFunction" }));
            Assert.That(permissions.Select(permission => permission.Inputs["principal"].AsText), Is.All.EqualTo("cloudfront.amazonaws.com"));
            Assert.That(permissions.Select(permission => permission.Inputs["sourceArn"].AsText), Is.All.EqualTo(Parts.Distribution.Output("arn").AsText));
            Assert.That(Parts.StatementsOf(function).Single().Actions, Is.EqualTo(new[] { "s3:GetObject" }));
        });
    }

    [Test]
    public void Pages_are_rendered_anew_from_an_encrypted_FIFO_queue_with_dead_letters()
    {
        var function = Parts.Function("revalidation");
        var source = Parts.Only("aws:lambda/eventSourceMapping:EventSourceMapping").Inputs;
        var queue = Parts.OfType("aws:sqs/queue:Queue").Single(queue => queue.Output("arn").AsText == source["eventSourceArn"].AsText);
        Assert.Multiple(() =>
        {
            Assert.That(queue.Inputs["name"].AsText, Is.EqualTo($"{Stack.Prefix}-frontend-revalidation.fifo"));
            Assert.That(queue.Inputs["fifoQueue"].AsBool, Is.True);
            Assert.That(queue.Inputs["sqsManagedSseEnabled"].AsBool, Is.True);
            Assert.That(queue.Inputs["receiveWaitTimeSeconds"].AsNumber, Is.EqualTo(20));
            Assert.That(queue.Inputs["redrivePolicy"].AsText, Does.Contain("deadLetterTargetArn"));
            Assert.That(queue.Inputs["visibilityTimeoutSeconds"].AsNumber, Is.AtLeast(6 * function.Inputs["timeout"].AsNumber!.Value));
            Assert.That(source["batchSize"].AsNumber, Is.EqualTo(5));
            Assert.That(source["functionName"].AsText, Is.EqualTo(function.Output("arn").AsText));
            Assert.That(function.Inputs["timeout"].AsNumber, Is.EqualTo(30));
            Assert.That(Parts.ServerVariables["REVALIDATION_QUEUE_URL"].AsText, Is.EqualTo(queue.Output("url").AsText));
            Assert.That(Parts.ServerVariables["REVALIDATION_QUEUE_REGION"].AsText, Is.EqualTo("us-east-1"));
        });
    }

    [Test]
    public void Tags_of_pages_lie_in_a_table_that_the_builds_own_are_written_to_once_per_build()
    {
        var table = Parts.Only("aws:dynamodb/table:Table");
        var index = table.Inputs["globalSecondaryIndexes"].AsList!.Single();
        var seeding = Parts.Only("aws:lambda/invocation:Invocation").Inputs;
        Assert.Multiple(() =>
        {
            Assert.That((table.Inputs["hashKey"].AsText, table.Inputs["rangeKey"].AsText), Is.EqualTo(("tag", "path")));
            Assert.That(table.Inputs["billingMode"].AsText, Is.EqualTo("PAY_PER_REQUEST"));
            Assert.That(table.Inputs["pointInTimeRecovery"]["enabled"].AsBool, Is.True);
            Assert.That(
                (index["name"].AsText, index["hashKey"].AsText, index["rangeKey"].AsText, index["projectionType"].AsText),
                Is.EqualTo(("revalidate", "path", "revalidatedAt", "ALL")));
            Assert.That(Parts.ServerVariables["CACHE_DYNAMO_TABLE"].AsText, Is.EqualTo(table.Output("name").AsText));
            Assert.That(Parts.Function("seeder").Inputs["timeout"].AsNumber, Is.EqualTo(900));
            Assert.That(seeding["functionName"].AsText, Is.EqualTo(Parts.Function("seeder").Output("name").AsText));
            Assert.That(seeding["triggers"]["build"].AsText, Does.Match("^[0-9a-f]{16}$"));
        });
    }

    [Test]
    public void The_server_may_keep_pages_and_tags_and_ask_for_pages_and_read_its_key()
    {
        var statements = Parts.StatementsOf(Parts.Server);
        var bucket = Parts.Only("aws:s3/bucket:Bucket").Output("arn").AsText;
        var table = Parts.Only("aws:dynamodb/table:Table").Output("arn").AsText;
        Assert.Multiple(() =>
        {
            Assert.That(
                statements.SelectMany(statement => statement.Resources),
                Is.EquivalentTo(new[]
                {
                    Parts.ServerVariables["STACK_SECRET_SERVER_KEY_ARN"].AsText,
                    bucket,
                    $"{bucket}/_cache/*",
                    table,
                    $"{table}/index/*",
                    Parts.Only("aws:lambda/eventSourceMapping:EventSourceMapping").Inputs["eventSourceArn"].AsText,
                }));
            Assert.That(
                statements.Single(statement => statement.Resources.Contains($"{bucket}/_cache/*")).Actions,
                Is.EqualTo(new[] { "s3:DeleteObject", "s3:GetObject", "s3:PutObject" }));
        });
    }

    [Test]
    public async Task A_new_build_is_seen_at_once_because_its_fingerprint_is_part_of_every_pages_key()
    {
        var without = new HeboFrontendParts(await HeboStack.Of(Preview)).Only("aws:cloudfront/function:Function").Inputs["code"].AsText;
        var with = Parts.Only("aws:cloudfront/function:Function").Inputs["code"].AsText;
        Assert.Multiple(() =>
        {
            Assert.That(without, Does.Contain("var BUILD = 'placeholder';"));
            Assert.That(with, Does.Match("var BUILD = '[0-9a-f]{16}';"));
        });
    }

    [Test]
    public async Task The_first_preview_registers_the_same_resources_as_later_ones()
    {
        var first = await Scenario.Of(Preview, unknowns: true, set: Setting);
        Assert.That(first.Graph.Nodes.Select(node => node.Urn), Is.EqualTo(Stack.Result.Graph.Nodes.Select(node => node.Urn)));
    }

    [Test]
    public async Task A_folder_that_is_no_build_is_refused_before_anything_is_registered()
    {
        var refused = await Scenario.Failing(Preview, "infra:hebo.frontendBuildDir=Components");
        Assert.Multiple(() =>
        {
            Assert.That(refused.Result.ExitCode, Is.Not.Zero);
            Assert.That(refused.Result.Diagnostics.Select(entry => entry.Message), Has.Some.Contains("infra:hebo.frontendBuildDir"));
            Assert.That(refused.Graph.Nodes.Where(node => node.Custom), Is.Empty);
        });
    }

    private static IEnumerable<string> Pending(HeboStack stack) => stack.Result.Outputs["pending"].AsList!.Texts;

    private static ArchiveValue Archive(ResourceNode function) => (ArchiveValue)function.Inputs["code"].Unwrapped;
}
