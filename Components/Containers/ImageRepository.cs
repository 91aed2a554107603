using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Containers;

/// <summary>An ECR repository that scans what is pushed and expires what is old.</summary>
public sealed class ImageRepository : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:containers:ImageRepository";

    /// <summary>Makes the repository and its lifecycle policy.</summary>
    public ImageRepository(string name, ImageRepositoryArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        args.Validate(name);
        var repository = CreateRepository(name, args);
        ExpireImages(name, args, repository);
        Arn = repository.Arn;
        RepositoryName = repository.Name;
        RepositoryUrl = repository.RepositoryUrl;
        RegisterOutputs();
    }

    /// <summary>The repository's ARN.</summary>
    [Output("arn")]
    public Output<string> Arn { get; private set; }

    /// <summary>The repository's name.</summary>
    [Output("repositoryName")]
    public Output<string> RepositoryName { get; private set; }

    /// <summary>What an image's tag is appended to, without a scheme: `account.dkr.ecr.region.amazonaws.com/name`.</summary>
    [Output("repositoryUrl")]
    public Output<string> RepositoryUrl { get; private set; }

    private Aws.Ecr.Repository CreateRepository(string name, ImageRepositoryArgs args) => new(name, new Aws.Ecr.RepositoryArgs
    {
        Name = args.PhysicalName,
        ImageTagMutability = args.TagMutability == TagMutability.Mutable ? "MUTABLE" : "IMMUTABLE",
        EncryptionConfigurations = new Aws.Ecr.Inputs.RepositoryEncryptionConfigurationArgs { EncryptionType = "AES256" },
        ImageScanningConfiguration = new Aws.Ecr.Inputs.RepositoryImageScanningConfigurationArgs { ScanOnPush = true },
        ForceDelete = args.DataProtection.DeleteContents,
    }, args.DataProtection.Child(this));

    private void ExpireImages(string name, ImageRepositoryArgs args, Aws.Ecr.Repository repository) =>
        _ = new Aws.Ecr.LifecyclePolicy($"{name}-lifecycle", new Aws.Ecr.LifecyclePolicyArgs
        {
            Repository = repository.Name,
            Policy = args.LifecycleRules(),
        }, new CustomResourceOptions { Parent = this });
}
