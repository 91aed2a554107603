using Infra.Components.Hebo.Frontend.OpenNext;
using Infra.Components.Identity;
using Infra.Components.Storage;
using Pulumi;
using Aws = Pulumi.Aws;
using Random = Pulumi.Random;

namespace Infra.Components.Hebo.Frontend;

/// <summary>
/// Hebo's Next.js application as OpenNext builds it: files in S3, pages from Lambda, CloudFront before both. Until there is a build, a
/// placeholder answers and everything else exists.
/// </summary>
internal sealed class HeboFrontend : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:hebo:Frontend";

    private const int SecretLength = 40;

    /// <summary>Makes the frontend. A build that cannot be deployed throws <see cref="ArgumentException"/>.</summary>
    public HeboFrontend(string name, HeboFrontendArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var build = args.BuildDirectory is { } directory ? OpenNextBuild.Read(directory) : null;
        var bucket = CreateBucket(name, args);
        var files = Upload(name, build, bucket);
        var originSecret = GenerateOriginSecret(name);
        var revalidation = build is null ? null : CreateRevalidation(name, args, build);
        var server = CreateServer(name, args, build, bucket, files, originSecret, revalidation);
        var images = build?.ImageBundle is { } bundle ? CreateImages(name, args, build, bundle, bucket) : null;
        var delivery = CreateDelivery(name, args, build, bucket, server, images, originSecret);
        AdmitDistribution(build, bucket, images, delivery.DistributionArn);
        Url = delivery.Url;
        DistributionId = delivery.DistributionId;
        Pending = build is null ? [BuildPending(args)] : [];
        RegisterOutputs();
    }

    /// <summary>Its address, without a slash at its end.</summary>
    [Output("url")]
    public Output<string> Url { get; private set; }

    /// <summary>The CloudFront distribution's id.</summary>
    [Output("distributionId")]
    public Output<string> DistributionId { get; private set; }

    /// <summary>What waits for the operator: one sentence each.</summary>
    public IReadOnlyList<Input<string>> Pending { get; }

    private PrivateBucket CreateBucket(string name, HeboFrontendArgs args) => new($"{name}-assets", new PrivateBucketArgs
    {
        NamePrefix = $"{args.Names.Prefix}-frontend-",
        DataProtection = args.DataProtection,
        // It names the distribution, which is made of the bucket.
        PolicyFollows = true,
    }, Child());

    private IReadOnlyList<Resource> Upload(string name, OpenNextBuild? build, PrivateBucket bucket) =>
        build is null ? [] : [.. build.Files.Select(file => Upload(name, file, bucket))];

    private Aws.S3.BucketObjectv2 Upload(string name, OpenNextFile file, PrivateBucket bucket) => new($"{name}-{file.Key}", new Aws.S3.BucketObjectv2Args
    {
        Bucket = bucket.BucketName,
        Key = file.Key,
        Source = new FileAsset(file.Path),
        ContentType = ContentTypes.Of(file.Path),
        CacheControl = file.CacheControl!,
    }, new CustomResourceOptions
    {
        Parent = this,
        // Pages that a browser still shows load files of the build before.
        RetainOnDelete = file.Versioned ? true : null,
    });

    private Output<string> GenerateOriginSecret(string name) => new Random.RandomPassword($"{name}-origin-secret", new Random.RandomPasswordArgs
    {
        Length = SecretLength,
        // It travels in a header.
        Special = false,
    }, new CustomResourceOptions { Parent = this }).Result;

    private HeboRevalidation CreateRevalidation(string name, HeboFrontendArgs args, OpenNextBuild build) => new($"{name}-revalidation", new HeboRevalidationArgs
    {
        NamePrefix = Prefix(args),
        LogRetentionDays = args.LogRetentionDays,
        Build = build,
    }, Child());

    private HeboFrontendServer CreateServer(
        string name,
        HeboFrontendArgs args,
        OpenNextBuild? build,
        PrivateBucket bucket,
        IReadOnlyList<Resource> files,
        Output<string> originSecret,
        HeboRevalidation? revalidation) => new($"{name}-server", new HeboFrontendServerArgs
        {
            PhysicalName = $"{Prefix(args)}-server",
            LogRetentionDays = args.LogRetentionDays,
            Build = build,
            Settings = args,
            OriginSecret = originSecret,
            Bucket = bucket,
            Revalidation = revalidation,
            CreateAfter = [.. files, args.ServerKey.Version],
        }, Child());

    private HeboFrontendImages CreateImages(string name, HeboFrontendArgs args, OpenNextBuild build, string bundle, PrivateBucket bucket) =>
        new($"{name}-images", new HeboFrontendImagesArgs
        {
            PhysicalName = $"{Prefix(args)}-images",
            LogRetentionDays = args.LogRetentionDays,
            Bundle = bundle,
            AssetsFolder = build.AssetsFolder,
            Bucket = bucket,
        }, Child());

    private HeboDelivery CreateDelivery(
        string name,
        HeboFrontendArgs args,
        OpenNextBuild? build,
        PrivateBucket bucket,
        HeboFrontendServer server,
        HeboFrontendImages? images,
        Output<string> originSecret) => new($"{name}-delivery", new HeboDeliveryArgs
        {
            NamePrefix = Prefix(args),
            Domain = args.Domain,
            Build = build,
            Bucket = bucket,
            ServerUrl = server.Url,
            OriginSecret = originSecret,
            Images = images?.Address,
        }, Child());

    // Only now that the distribution exists can what it reads from name it.
    private static void AdmitDistribution(OpenNextBuild? build, PrivateBucket bucket, HeboFrontendImages? images, Output<string> distributionArn)
    {
        bucket.SetPolicy(
        [
            new PolicyStatement
            {
                Sid = "AdmitDistribution",
                Principal = PolicyPrincipal.Service("cloudfront.amazonaws.com"),
                Actions = ["s3:GetObject"],
                Resources = Output.Format($"{bucket.Arn}/{HeboDelivery.AssetsFolder(build)}/*"),
                Conditions = [PolicyCondition.ArnEquals("aws:SourceArn", distributionArn)],
            },
        ]);
        images?.Address.Admit(distributionArn);
    }

    private static Input<string> BuildPending(HeboFrontendArgs args)
    {
        const string Sentence = "The frontend runs a placeholder; build the application with OpenNext";
        const string Command = "then: pulumi config set --path infra:hebo.frontendBuildDir PATH/.open-next";
        return args.ApiUrl is { } apiUrl ? Output.Format($"{Sentence} and NEXT_PUBLIC_API_URL={apiUrl}, {Command}") : $"{Sentence}, {Command}";
    }

    private static string Prefix(HeboFrontendArgs args) => $"{args.Names.Prefix}-frontend";

    private ComponentResourceOptions Child() => new() { Parent = this };
}
