using Infra.Components.Identity;
using Pulumi;

namespace Infra.Components.Hyperp;

/// <summary>The policies of the role that all functions share.</summary>
internal static class HyperpFunctionPolicies
{
    /// <summary>What the functions do, except calling one of their own.</summary>
    public static PolicyDocument Work(HyperpCluster cluster, HyperpStorage storage, Output<string> executionRoleArn, Output<string> taskRoleArn) => new(
    [
        HyperpStatements.ReadAndWriteState(storage),
        .. UseBucket(storage),
        .. RunTasks(cluster),
        PassTaskRoles(executionRoleArn, taskRoleArn),
        HyperpStatements.LogInToRegistry(),
        ManageImages(cluster),
        ReadLogs(cluster),
        MountArtifacts(storage),
    ]);

    /// <summary>Calling the EFS controller, which exists after the role does.</summary>
    public static PolicyDocument CallEfsController(Output<string> functionArn) => new(new PolicyStatement
    {
        Sid = "CallEfsController",
        Actions = ["lambda:InvokeFunction"],
        Resources = new() { functionArn, Output.Format($"{functionArn}:*") },
    });

    /// <summary>Handing over events that a function failed on: Lambda does it as the function.</summary>
    public static PolicyDocument SendToDeadLetters(Output<string> queueArn) => new(new PolicyStatement
    {
        Sid = "SendToDeadLetters",
        Actions = ["sqs:SendMessage"],
        Resources = queueArn,
    });

    // The whole bucket: the functions read the private key, and sign downloads with what they may read themselves.
    private static IEnumerable<PolicyStatement> UseBucket(HyperpStorage storage) =>
    [
        new()
        {
            Sid = "ReadAndWriteObjects",
            Actions = ["s3:GetObject", "s3:PutObject"],
            Resources = Output.Format($"{storage.BucketArn}/*"),
        },
        new()
        {
            Sid = "ListObjects",
            Actions = ["s3:ListBucket"],
            Resources = storage.BucketArn,
        },
    ];

    private static IEnumerable<PolicyStatement> RunTasks(HyperpCluster cluster)
    {
        var inCluster = PolicyCondition.ArnEquals("ecs:cluster", cluster.ClusterArn);
        return
        [
            new()
            {
                Sid = "RegisterTaskDefinitions",
                Actions = ["ecs:RegisterTaskDefinition"],
                WhyAnyResource = "Families are named after commits and jobs, and the action's resource-level permission covers nothing but the family's name.",
            },
            new()
            {
                Sid = "RunTasks",
                Actions = ["ecs:RunTask"],
                Resources = Sibling(cluster, "task-definition/*:*"),
                Conditions = [inCluster],
            },
            new()
            {
                Sid = "FollowTasks",
                Actions = ["ecs:DescribeTasks", "ecs:StopTask"],
                Resources = Sibling(cluster, $"task/{HyperpNames.Cluster}/*"),
                Conditions = [inCluster],
            },
            new()
            {
                // On Fargate too, the resource that IAM checks is the cluster's container instances.
                Sid = "ListTasks",
                Actions = ["ecs:ListTasks"],
                Resources = Sibling(cluster, $"container-instance/{HyperpNames.Cluster}/*"),
                Conditions = [inCluster],
            },
        ];
    }

    private static PolicyStatement PassTaskRoles(Output<string> executionRoleArn, Output<string> taskRoleArn) => new()
    {
        Sid = "PassTaskRoles",
        Actions = ["iam:PassRole"],
        Resources = new() { executionRoleArn, taskRoleArn },
        Conditions = [PolicyCondition.StringEquals("iam:PassedToService", "ecs-tasks.amazonaws.com")],
    };

    private static PolicyStatement ManageImages(HyperpCluster cluster) => new()
    {
        Sid = "ReadAndDeleteImages",
        Actions = [.. HyperpStatements.PullActions, "ecr:BatchDeleteImage"],
        Resources = cluster.RepositoryArn,
    };

    private static PolicyStatement ReadLogs(HyperpCluster cluster) => new()
    {
        Sid = "ReadLogs",
        Actions = ["logs:DescribeLogStreams", "logs:GetLogEvents"],
        Resources = new() { cluster.LogGroupArn, Output.Format($"{cluster.LogGroupArn}:*") },
    };

    private static PolicyStatement MountArtifacts(HyperpStorage storage) => new()
    {
        Sid = "MountArtifacts",
        Actions = ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
        Resources = storage.FileSystem.Arn,
        Conditions = [PolicyCondition.StringEquals("elasticfilesystem:AccessPointArn", storage.FileSystem.AccessPointArn)],
    };

    private static Output<string> Sibling(HyperpCluster cluster, string resource) =>
        cluster.ClusterArn.Apply(arn => Arn.Parse(arn).Sibling(resource).ToString());
}
