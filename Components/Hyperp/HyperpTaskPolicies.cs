using Infra.Components.Identity;
using Pulumi;

namespace Infra.Components.Hyperp;

/// <summary>The policies of the two roles of ECS tasks.</summary>
internal static class HyperpTaskPolicies
{
    /// <summary>What ECS does before a task runs.</summary>
    public static PolicyDocument PullImages(HyperpCluster cluster) => new(
        HyperpStatements.LogInToRegistry(),
        new PolicyStatement
        {
            Sid = "PullImages",
            Actions = HyperpStatements.PullActions,
            Resources = cluster.RepositoryArn,
        });

    /// <summary>What a running task does. Jobs are users' code, so the bucket is open to them below the artifacts' prefix only: beside it lies the GitHub App's private key.</summary>
    public static PolicyDocument Work(HyperpCluster cluster, HyperpStorage storage) => new(
        new PolicyStatement
        {
            Sid = "MountArtifacts",
            Actions = ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
            Resources = storage.FileSystem.Arn,
        },
        HyperpStatements.LogInToRegistry(),
        new PolicyStatement
        {
            Sid = "PullAndPushImages",
            Actions =
            [
                .. HyperpStatements.PullActions,
                "ecr:CompleteLayerUpload",
                "ecr:InitiateLayerUpload",
                "ecr:PutImage",
                "ecr:UploadLayerPart",
            ],
            Resources = cluster.RepositoryArn,
        },
        new PolicyStatement
        {
            Sid = "ReadAndWriteDownloads",
            Actions = ["s3:GetObject", "s3:PutObject"],
            Resources = Output.Format($"{storage.BucketArn}/{HyperpNames.ArtifactFolder}/*"),
        },
        new PolicyStatement
        {
            Sid = "ListDownloads",
            Actions = ["s3:ListBucket"],
            Resources = storage.BucketArn,
            Conditions = [PolicyCondition.StringLike("s3:prefix", $"{HyperpNames.ArtifactFolder}/*")],
        },
        HyperpStatements.ReadAndWriteState(storage));
}
