using Infra.Components;
using Infra.Components.Network;
using Infra.Stacks.Settings;
using Infra.Stacks.Settings.Constraints;
using Pulumi;

namespace Infra.Stacks.Hyperp;

/// <summary>The settings of Hyperp.</summary>
public sealed record HyperpSettings() : SystemSettings(StockRegion)
{
    private const string StockRegion = "us-east-1";
    private const int RecommendedImages = 100;
    private const int MostTagsOfAnObject = 7;

    /// <summary>The GitHub App's id.</summary>
    [Setting("The id of the GitHub App, as GitHub shows it on the App's page.", example: "123456")]
    [Digits(1, 18)]
    public required string GithubAppId { get; init; }

    /// <summary>The secret that signs webhooks.</summary>
    [Setting(
        "The secret that signs GitHub's webhooks and opens the CLI API.",
        defaultText: "40 random letters and digits, in the output `webhookSecret`")]
    [Secret("placeholder-webhook-secret-0000000000000")]
    [Pattern("^[!-~]{16,255}$", "16 to 255 printable ASCII characters without spaces")]
    public Output<string>? GithubAppWebhookSecret { get; init; }

    /// <summary>The GitHub App's private key.</summary>
    [Setting(
        "The private key of the GitHub App: the text of the .pem file.",
        defaultText: "none: `pending` gives the command that uploads the file")]
    [Secret("-----BEGIN RSA PRIVATE KEY-----\ncGxhY2Vob2xkZXI=\n-----END RSA PRIVATE KEY-----\n")]
    [PemPrivateKey]
    public Output<string>? GithubAppPrivateKey { get; init; }

    /// <summary>The functions' code.</summary>
    [Setting("The code of the functions.", defaultText: "a placeholder for each, which answers HTTP 503 and logs events")]
    public HyperpCodeSettings Code { get; init; } = new();

    /// <summary>The functions' runtime.</summary>
    [Setting("The runtime of the functions.", note: "The original's nodejs20.x cannot be created on Lambda since June 2026.")]
    [OneOf("nodejs22.x", "nodejs24.x")]
    public string LambdaRuntime { get; init; } = "nodejs22.x";

    /// <summary>The image that packs downloads.</summary>
    [Setting("The image of the task that packs artifacts for download. It runs with the task role.")]
    [Pattern(ImageReference.Pattern, ImageReference.Allowed)]
    public string DownloadableCreatorImage { get; init; } = "public.ecr.aws/b6g9t8f1/downloadable-creator:latest";

    /// <summary>The image that calculates costs.</summary>
    [Setting("The image of the task that calculates what a workflow cost. It runs with the task role.")]
    [Pattern(ImageReference.Pattern, ImageReference.Allowed)]
    public string UsageCalculatorImage { get; init; } = "public.ecr.aws/b6g9t8f1/usage-calculator:latest";

    /// <summary>The price of a Fargate vCPU-hour.</summary>
    [Setting(
        "US dollars for one Fargate vCPU and hour, used to show what a workflow cost.",
        note: "The default is the price of Linux on x86 in us-east-1.")]
    [Between(0, 100)]
    public decimal FargateVcpuPricePerHour { get; init; } = 0.04048m;

    /// <summary>The price of a Fargate GB-hour.</summary>
    [Setting(
        "US dollars for one Fargate GB of memory and hour, used to show what a workflow cost.",
        note: "The default is the price of Linux on x86 in us-east-1.")]
    [Between(0, 100)]
    public decimal FargateGbPricePerHour { get; init; } = 0.004445m;

    /// <summary>The VPC's address block.</summary>
    [Setting("The address block of the VPC.")]
    [Cidr(16, 28)]
    public string VpcCidr { get; init; } = "10.0.0.0/16";

    /// <summary>How many zones.</summary>
    // Without use1-az3, us-east-1 offers five; no region offers more.
    [Setting("How many availability zones the network spans: a public subnet and an EFS mount target in each.")]
    [Between(2, 5)]
    public int AzCount { get; init; } = 3;

    /// <summary>The size of a subnet.</summary>
    [Setting("The prefix length of each subnet; as many as `azCount` must fit into `vpcCidr`.")]
    [Between(16, 28)]
    public int SubnetPrefixLength { get; init; } = 20;

    /// <summary>Zones that are passed over.</summary>
    [Setting("The zones, by id, that the network passes over. The default lists those without Fargate capacity.", example: "use1-az3")]
    [Pattern("^[a-z]{2,4}[0-9]-az[0-9]$", "a zone's id, such as use1-az3")]
    public IReadOnlyList<string> ExcludedZoneIds { get; init; } = AvailabilityZones.WithoutFargate;

    /// <summary>How long logs are kept.</summary>
    [Setting("Days that logs are kept.")]
    [OneOf(1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653)]
    public int LogRetentionDays { get; init; } = 7;

    /// <summary>How many images the repository keeps.</summary>
    [Setting(
        "How many images the image repository keeps, of all jobs together.",
        note: "The documented 1 evicts the cached images of all jobs but the latest; 100 is recommended.")]
    [Between(1, 10_000)]
    public int EcrImagesToKeep { get; init; } = 1;

    /// <summary>Whether data outlives the stack.</summary>
    [Setting("Whether table, bucket, repository and file system are protected from deletion and outlive a destroyed stack.")]
    [DefaultIn(DeploymentEnvironment.Prod, true)]
    public bool ProtectData { get; init; }

    /// <summary>Whether lost task events are kept.</summary>
    [Setting("Whether task events that cannot be delivered or handled are kept in a dead-letter queue for 14 days.")]
    public bool KeepLostEvents { get; init; } = true;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> IdentityTags(DeploymentEnvironment environment, string stack) => ProductTags("Product", "hyperp", environment);

    /// <inheritdoc/>
    public override void Check(SettingsCheck check)
    {
        base.Check(check);
        CheckSubnets(check);
        CheckTagsOfPrivateKey(check);
        WarnOfRegion(check);
        WarnOfImages(check);
        WarnOfUnprotectedData(check);
    }

    private void CheckSubnets(SettingsCheck check)
    {
        if (!check.Sound(nameof(VpcCidr), nameof(AzCount), nameof(SubnetPrefixLength)))
        {
            return;
        }

        var vpc = CidrBlock.Parse(VpcCidr);
        var room = vpc.Count(SubnetPrefixLength);
        if (room < AzCount)
        {
            var fitting = Enumerable.Range(vpc.PrefixLength, 29 - vpc.PrefixLength).Where(prefix => vpc.Count(prefix) >= AzCount).ToList();
            check.Refuse(
                nameof(SubnetPrefixLength),
                $"/{SubnetPrefixLength}, of which {VpcCidr} holds {room} while azCount is {AzCount}",
                fitting.Count == 0
                    ? $"a larger vpcCidr: no legal subnet fits {AzCount} times into {VpcCidr}"
                    : $"a whole number from {fitting[0]} to 28, or a larger vpcCidr",
                fitting.Count == 0
                    ? check.SetCommand(nameof(VpcCidr), "10.0.0.0/16")
                    : check.SetCommand(nameof(SubnetPrefixLength), fitting[0]));
        }
    }

    // S3 takes ten tags on an object; the provider adds three of its own to these.
    private void CheckTagsOfPrivateKey(SettingsCheck check)
    {
        if (GithubAppPrivateKey is not null && check.Sound(nameof(Tags)) && Tags.Count > MostTagsOfAnObject)
        {
            check.Refuse(
                nameof(Tags),
                $"{Tags.Count} tags while githubAppPrivateKey is set",
                $"at most {MostTagsOfAnObject}: the private key is an S3 object, which takes 10 tags, and 3 are the program's",
                "remove tags, or remove githubAppPrivateKey and upload the key as the output pending says");
        }
    }

    private void WarnOfRegion(SettingsCheck check)
    {
        if (check.Sound(nameof(Region)) && Region != StockRegion)
        {
            check.Warn(
                nameof(Region),
                $"Hyperp's published functions read the GitHub App's private key with an S3 client pinned to {StockRegion}. "
                + $"They cannot read it from a bucket in {Region}: deploy changed code, or use {StockRegion}.");
        }
    }

    private void WarnOfImages(SettingsCheck check)
    {
        if (check.Sound(nameof(EcrImagesToKeep)) && EcrImagesToKeep == 1)
        {
            check.Warn(
                nameof(EcrImagesToKeep),
                "One image for the whole repository evicts the cached images of all other jobs within a day, and their next runs fail to pull. "
                + $"{RecommendedImages} is recommended: {check.SetCommand(nameof(EcrImagesToKeep), RecommendedImages)}");
        }

        WarnOfMovingTag(check, nameof(DownloadableCreatorImage), DownloadableCreatorImage);
        WarnOfMovingTag(check, nameof(UsageCalculatorImage), UsageCalculatorImage);
    }

    private static void WarnOfMovingTag(SettingsCheck check, string property, string image)
    {
        // The documented default moves, too; only what the operator chose deserves the reminder in development.
        if (check.Sound(property) && ImageReference.Moves(image) && (check.Given(property) || check.Environment == DeploymentEnvironment.Prod))
        {
            check.Warn(
                property,
                $"{image} can change at any time and runs with the task role. Pin it by digest (NAME@sha256:…), or mirror it to a repository of your own.");
        }
    }

    private void WarnOfUnprotectedData(SettingsCheck check)
    {
        if (check.Environment == DeploymentEnvironment.Prod && check.Sound(nameof(ProtectData)) && !ProtectData)
        {
            check.Warn(
                nameof(ProtectData),
                "Production data is not protected: destroying the stack deletes table, bucket, repository and file system with all they hold.");
        }
    }
}
