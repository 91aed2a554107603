using Infra.Components;
using Infra.Components.Containers;
using Infra.Components.Hypernym;
using Infra.Stacks.Settings;
using Infra.Stacks.Settings.Constraints;
using Pulumi;

namespace Infra.Stacks.Hypernym;

/// <summary>
/// The settings of Hypernym: what runs, what it runs on and who answers its model calls. The records it stands on hold those of its parts.
/// </summary>
public sealed record HypernymSettings : HypernymNetworkSettings
{
    /// <summary>What it runs on.</summary>
    [Setting("What Hypernym runs on: ecs (Fargate) or eks (managed nodes).", example: "ecs")]
    public required HypernymVariant Compute { get; init; }

    /// <summary>The image.</summary>
    [Setting(
        "The image, in a private ECR repository of `region`; the network reaches no other registry.",
        example: "123456789012.dkr.ecr.us-east-1.amazonaws.com/hypernym-api:1.0.0")]
    [Pattern(
        EcrImage.Pattern,
        "an image in a private ECR repository with a tag or digest, such as 123456789012.dkr.ecr.us-east-1.amazonaws.com/hypernym-api:1.0.0")]
    public required string ContainerImage { get; init; }

    /// <summary>The product's code.</summary>
    [Setting("The product's code in AWS Marketplace, under which usage is metered.", example: "a1b2c3d4e5f6g7h8i9j0")]
    [Pattern("^[a-z0-9]{6,64}$", "6 to 64 lower-case letters and digits")]
    public required string MarketplaceProductCode { get; init; }

    /// <summary>How names begin.</summary>
    [Setting(
        "How the names of the system's parts begin; unique among the account's Hypernym stacks.",
        defaultText: "`hypernym-STACK`, shortened to 28 characters",
        example: "hypernym-ecs")]
    [Pattern(
        "^(?!internal-)(?!.*--)[a-z][a-z0-9-]{1,26}[a-z0-9]$",
        "3 to 28 lower-case letters, digits and single hyphens, starting with a letter, not with internal-, and not ending in a hyphen")]
    public string? Name { get; init; }

    /// <summary>The cluster's name.</summary>
    [Setting("The name of the ECS or EKS cluster; unique in account and region.")]
    [Pattern("^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$", "1 to 100 letters, digits, hyphens and underscores, starting with a letter or digit")]
    public string ClusterName { get; init; } = "hypernym-cluster";

    /// <summary>The application's port.</summary>
    [Setting("The port that the application listens on.")]
    // It does not run as root, which lower ports are reserved for.
    [Between(1024, 65535)]
    public int ContainerPort { get; init; } = 8000;

    /// <summary>The path of health checks.</summary>
    [Setting("The path that answers 200 while the application is healthy.")]
    [Pattern("^/[A-Za-z0-9/_.~%-]*$", "a path that starts with /, such as /health")]
    public string HealthCheckPath { get; init; } = "/health";

    /// <summary>The application's environment.</summary>
    [Setting("What the application takes for its environment (`ENVIRONMENT`).")]
    [Pattern("^[A-Za-z0-9_-]{1,64}$", "1 to 64 letters, digits, hyphens and underscores")]
    public string AppEnvironment { get; init; } = "production";

    /// <summary>How much it logs.</summary>
    [Setting("How much the application logs.")]
    [OneOf("debug", "info", "warning", "error")]
    public string LogLevel { get; init; } = "info";

    /// <summary>How many workers.</summary>
    [Setting("How many worker processes the application starts.")]
    [Between(1, 16)]
    public int Workers { get; init; } = 1;

    /// <summary>Whether the root file system is read-only.</summary>
    [Setting("Whether the container's root file system refuses writes; `/tmp` stays writable.")]
    public bool ReadOnlyRootFilesystem { get; init; } = true;

    /// <summary>Who answers model calls.</summary>
    [Setting("Who answers model calls: managed (the managed inference service) or byop (bring your own provider).")]
    public InferenceMode InferenceProvider { get; init; } = InferenceMode.Managed;

    /// <summary>The managed service's address.</summary>
    [Setting("The address of the managed inference service.", note: "The default's single-label name resolves inside Kubernetes only.")]
    [Url]
    public string ManagedApiUrl { get; init; } = "http://one-api-service:8080";

    /// <summary>Where the managed service lies.</summary>
    [Setting(
        "The networks that the managed inference service lies in; its port is opened to them.",
        defaultText: "`vpcCidr`",
        example: "10.0.0.0/16")]
    [Cidr]
    public IReadOnlyList<string> ManagedApiCidrs { get; init; } = [];

    /// <summary>The secret of the provider's credentials.</summary>
    [Setting(
        "The ARN of an existing secret with the provider's credentials: a JSON object with the keys provider_url, api_key and model_name.",
        defaultText: "none: the stack makes the secret from `byopProviderUrl`, `byopModelName` and `byopApiKey`",
        example: "arn:aws:secretsmanager:us-east-1:123456789012:secret:hypernym/provider-AbCdEf")]
    [Pattern(
        "^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[A-Za-z0-9/_+=.@-]+-[A-Za-z0-9]{6}$",
        "a secret's full ARN, with the hyphen and six characters at its end")]
    public string? ByopSecretArn { get; init; }

    /// <summary>The provider's address.</summary>
    [Setting(
        "The address of the provider's API, for the secret that the stack makes.",
        defaultText: "none",
        example: "https://api.example.com/v1")]
    [Url(SecureOnly = true)]
    public string? ByopProviderUrl { get; init; }

    /// <summary>The model's name.</summary>
    [Setting("The name of the provider's model, for the secret that the stack makes.", defaultText: "none", example: "example-model-1")]
    [Pattern("^[!-~]{1,256}$", "1 to 256 printable ASCII characters without spaces")]
    public string? ByopModelName { get; init; }

    /// <summary>The provider's key.</summary>
    [Setting(
        "The key of the provider's API, for the secret that the stack makes.",
        defaultText: "a placeholder: `pending` gives the command that replaces it")]
    [Secret("placeholder-provider-api-key")]
    [Pattern("^[!-~]{1,4096}$", "1 to 4096 printable ASCII characters without spaces")]
    public Output<string>? ByopApiKey { get; init; }

    /// <summary>The key that encrypts the secret.</summary>
    [Setting(
        "The ARN of the customer's KMS key that encrypts the credentials' secret.",
        defaultText: "none: the account's own key of Secrets Manager",
        example: "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000")]
    [Arn("kms", "key/")]
    public string? ByopSecretKmsKeyArn { get; init; }

    /// <summary>Where the provider lies.</summary>
    [Setting(
        "The networks that the provider lies in, when it is reached privately; its port is opened to them.",
        defaultText: "none",
        example: "10.8.0.0/16")]
    [Cidr]
    public IReadOnlyList<string> ByopEgressCidrs { get; init; } = [];

    /// <summary>How long logs are kept.</summary>
    [Setting("Days that logs are kept.")]
    [OneOf(1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653)]
    public int LogRetentionDays { get; init; } = 30;

    /// <summary>Whether container metrics are collected.</summary>
    [Setting("Whether CloudWatch collects metrics of containers (Container Insights); they are billed as custom metrics.")]
    public bool ContainerInsights { get; init; } = true;

    /// <summary>Whether load balancer and secret resist deletion.</summary>
    [Setting("Whether the load balancer and the credentials' secret are protected from deletion; on EKS the controller, too, is then refused.")]
    [DefaultIn(DeploymentEnvironment.Prod, true)]
    public bool ProtectData { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> IdentityTags(DeploymentEnvironment environment, string stack) => ProductTags("Product", "Hypernym", environment);

    /// <inheritdoc/>
    public override void Check(SettingsCheck check)
    {
        base.Check(check);
        HypernymApplicationChecks.Run(this, check);
        HypernymInferenceChecks.Run(this, check);
        HypernymNetworkChecks.Run(this, check);
        HypernymEcsChecks.Run(this, check);
        HypernymEksChecks.Run(this, check);
    }
}
