using Infra.Components;
using Infra.Components.Containers;
using Infra.Components.SeePlusPlus;
using Infra.Stacks.Settings;
using Infra.Stacks.Settings.Constraints;
using Pulumi;

namespace Infra.Stacks.SeePlusPlus;

/// <summary>The settings of See++.</summary>
public sealed record SeePlusPlusSettings() : SystemSettings("us-west-2")
{
    private const string Placeholder = "a small web server that answers the health check with 200 and everything else with 503";

    /// <summary>The domain.</summary>
    [Setting(
        "The domain: production answers under it and its subdomains `legacy` and `beta`, the others below `test`.",
        example: "example.com",
        defaultText: "none: plain HTTP under the load balancer's own name, the new user interface below `/beta`")]
    [Pattern("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$", "a domain's name in lower case, such as example.com")]
    [Length(4, LongestDomain)]
    public string? DomainName { get; init; }

    /// <summary>The hosted zone.</summary>
    [Setting(
        "The id of the public hosted zone that the domain lies in.",
        example: "Z0123456789ABCDEFGHIJ",
        defaultText: "the zone of the account that has the domain's name")]
    [Pattern("^Z[A-Z0-9]{5,31}$", "a hosted zone's id, such as Z0123456789ABCDEFGHIJ")]
    public string? HostedZoneId { get; init; }

    /// <summary>The certificate.</summary>
    [Setting(
        "The ARN of an issued certificate of the region for all host names.",
        example: "arn:aws:acm:us-west-2:123456789012:certificate/11111111-2222-3333-4444-555555555555",
        defaultText: "one is made and validated through the hosted zone")]
    [Arn("acm", "certificate/")]
    public string? CertificateArn { get; init; }

    /// <summary>The backend's image.</summary>
    [Setting("The image of the backend.", example: SampleImage, defaultText: Placeholder)]
    [Pattern(ImageReference.Pattern, ImageReference.Allowed)]
    public string? BackendImage { get; init; }

    /// <summary>The legacy frontend's image.</summary>
    [Setting("The image of the present user interface; `SPP_API_URL` is set when it is built.", example: SampleImage, defaultText: Placeholder)]
    [Pattern(ImageReference.Pattern, ImageReference.Allowed)]
    public string? FrontendLegacyImage { get; init; }

    /// <summary>The new frontend's image.</summary>
    [Setting("The image of the new user interface; `SPP_API_URL` is set when it is built.", example: SampleImage, defaultText: Placeholder)]
    [Pattern(ImageReference.Pattern, ImageReference.Allowed)]
    public string? FrontendImage { get; init; }

    /// <summary>Whether the new frontend is deployed.</summary>
    [Setting("Whether the new user interface is deployed beside the present one, under `beta`.")]
    public bool DeployBetaFrontend { get; init; } = true;

    /// <summary>Secret variables of the backend.</summary>
    [Setting(
        "Secret environment variables of the backend by name, kept in Parameter Store.",
        example: "value",
        defaultText: "none")]
    [Secret("placeholder")]
    [Keys("^[A-Z_][A-Z0-9_]{0,99}$", "1 to 100 capital letters, digits and underscores, not starting with a digit")]
    [Length(1, 4096)]
    [Count(0, 50)]
    public IReadOnlyDictionary<string, Output<string>> BackendSecrets { get; init; } = new Dictionary<string, Output<string>>();

    /// <summary>The tag of the code runner's image.</summary>
    [Setting(
        "The tag of the code runner's image in the repository `spp-lambda-trace`; set it once the image is pushed.",
        example: "test",
        defaultText: "the placeholder: a function that answers HTTP 503 and logs what it is called with",
        note: "The function runs the image that has the tag when the stack is updated: update it within 7 days after a push, or the old image expires under it.")]
    [Pattern("^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$", "an image's tag, such as test")]
    public string? CodeRunnerImageTag { get; init; }

    /// <summary>The code runner's image in another repository.</summary>
    [Setting(
        "The code runner's image in another private repository of the region, in place of `codeRunnerImageTag`.",
        example: "123456789012.dkr.ecr.us-west-2.amazonaws.com/spp-lambda-trace:test",
        defaultText: "none")]
    [Pattern(EcrImage.Pattern, "an image in a private ECR repository with a tag or digest")]
    public string? CodeRunnerImageUri { get; init; }

    /// <summary>Whether the code runner's repository is created.</summary>
    [Setting("Whether the stack creates the repository `spp-lambda-trace`. Of the stacks that share an account and region, one does; best production, which protects it.")]
    public bool CreateCodeRunnerRepository { get; init; } = true;

    /// <summary>The code runner's memory.</summary>
    [Setting("Memory of the code runner in MiB.", note: "AWS caps new accounts at 3008 until they ask for more; the function is then refused.")]
    [Between(128, 10_240)]
    public int CodeRunnerMemory { get; init; } = 10_240;

    /// <summary>The code runner's time.</summary>
    // The load balancer drops a connection that is silent for 300 seconds.
    [Setting("Seconds that one run of code may take.")]
    [Between(1, SeePlusPlusFrontDoor.IdleTimeoutSeconds - 10)]
    public int CodeRunnerTimeout { get; init; } = 120;

    /// <summary>Whether traces are cached.</summary>
    [Setting("Whether the code runner keeps traces in the bucket and answers from there.")]
    public bool EnableTraceCache { get; init; }

    /// <summary>How long traces are kept.</summary>
    [Setting("Days that traces are kept in the bucket.")]
    [Between(1, 3650)]
    public int TraceExpirationDays { get; init; } = 30;

    /// <summary>The VPC's address block.</summary>
    [Setting("The address block of the VPC; two public and two private subnets of 256 addresses are its first four.")]
    [Cidr(16, 22)]
    public string VpcCidr { get; init; } = "10.0.0.0/16";

    /// <summary>How many NAT gateways.</summary>
    [Setting("How many NAT gateways: 1 is shared by both zones and takes both down with its own, 2 are one per zone.")]
    [Between(1, 2)]
    [DefaultIn(DeploymentEnvironment.Prod, 2)]
    public int NatGateways { get; init; } = 1;

    /// <summary>The fewest tasks.</summary>
    [Setting("Production: the fewest tasks of a service. Elsewhere each service has one task.")]
    [Between(1, 100)]
    public int MinTasks { get; init; } = 1;

    /// <summary>The most tasks.</summary>
    [Setting("Production: the most tasks of a service.")]
    [Between(1, 100)]
    public int MaxTasks { get; init; } = 10;

    /// <summary>The processor load that is kept.</summary>
    [Setting("Production: the processor load, in percent, around which the number of tasks is kept.")]
    [Between(10, 90)]
    public int CpuTarget { get; init; } = 70;

    /// <summary>Whether container metrics are collected.</summary>
    [Setting("Whether CloudWatch collects metrics of containers (Container Insights); they are billed as custom metrics.")]
    public bool ContainerInsights { get; init; }

    /// <summary>How long logs are kept.</summary>
    [Setting("Days that logs are kept.")]
    [OneOf(1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653)]
    public int LogRetentionDays { get; init; } = 30;

    /// <summary>Who alarms are mailed to.</summary>
    [Setting("Production: the address that alarms are mailed to, once it has confirmed.", example: "operations@example.com", defaultText: "none: the alarms' topic has no subscription")]
    [Pattern("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", "an e-mail address")]
    public string? AlarmEmail { get; init; }

    /// <summary>Where images are copied to.</summary>
    [Setting(
        "The region that the code runner's images are copied to.",
        example: "us-east-1",
        defaultText: "none",
        note: "An account has one replication configuration per region: this one replaces any other.")]
    [Pattern("^[a-z]{2}(-[a-z]+)+-[0-9]$", "a region's name, such as us-east-1")]
    public string? EcrReplicationRegion { get; init; }

    /// <summary>Whether data outlives the stack.</summary>
    [Setting("Whether bucket and repository are protected from deletion and outlive a destroyed stack, and the load balancer is protected from deletion.")]
    [DefaultIn(DeploymentEnvironment.Prod, true)]
    public bool ProtectData { get; init; }

    // A certificate's first name has at most 64 characters, of which `*.test.` takes seven.
    internal const int LongestDomain = 57;

    private const string SampleImage = "123456789012.dkr.ecr.us-west-2.amazonaws.com/spp/backend:1.0.0";

    /// <summary>The stage of an environment, in the words of the document.</summary>
    public static SeePlusPlusStage StageOf(DeploymentEnvironment environment) =>
        environment == DeploymentEnvironment.Prod ? SeePlusPlusStage.Prod : SeePlusPlusStage.Test;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> IdentityTags(DeploymentEnvironment environment, string stack) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Application"] = "spp",
        ["Environment"] = StageOf(environment) == SeePlusPlusStage.Prod ? "prod" : "test",
    };

    /// <inheritdoc/>
    public override void Check(SettingsCheck check)
    {
        base.Check(check);
        SeePlusPlusChecks.Run(this, check);
    }
}
