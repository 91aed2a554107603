using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Systems.Hyperp;

internal sealed class HyperpIdentityPromises(string stackName) : HyperpPromises(stackName)
{
    private const string RoleType = "aws:iam/role:Role";
    private const string EcsTasks = "Service:ecs-tasks.amazonaws.com";
    private const string Lambda = "Service:lambda.amazonaws.com";

    private static readonly string[] PullActions = ["ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"];

    private string RepositoryArn => Arn(Stack.Only("aws:ecr/repository:Repository"))!;

    private string BucketArn => Arn(Stack.Only("aws:s3/bucket:Bucket"))!;

    private string TableArn => Arn(Stack.Only("aws:dynamodb/table:Table"))!;

    private string FileSystemArn => Arn(Stack.Only("aws:efs/fileSystem:FileSystem"))!;

    // Execution and task role trust the same service; only the former has the managed policy of that name.
    private ResourceNode ExecutionRole => Stack.OfType(RoleType).Single(role => Managed(role).Contains("AmazonECSTaskExecutionRolePolicy"));

    private ResourceNode TaskRole => Stack.OfType(RoleType).Single(role => role != ExecutionRole && Trust(role).Principals.Contains(EcsTasks));

    private ResourceNode FunctionRole => Stack.OfType(RoleType).Single(role => Trust(role).Principals.Contains(Lambda));

    // Promise 31.
    [Test]
    public void Three_roles_of_which_tasks_have_two_and_functions_one()
    {
        Assert.That(
            Stack.OfType(RoleType).SelectMany(role => Trust(role).Principals),
            Is.EquivalentTo(new[] { EcsTasks, EcsTasks, Lambda }));
        var account = RepositoryArn.Split(':')[4];
        var region = RepositoryArn.Split(':')[3];
        Assert.That(
            new[] { ExecutionRole, TaskRole }.Select(role => Trust(role).Conditions),
            Is.All.EquivalentTo(new[] { $"ArnLike aws:SourceArn arn:aws:ecs:{region}:{account}:*", $"StringEquals aws:SourceAccount {account}" }));
    }

    // Promise 32.
    [Test]
    public void The_execution_role_pulls_images() => Assert.Multiple(() =>
    {
        Assert.That(Managed(ExecutionRole), Is.EqualTo(new[] { "AmazonECSTaskExecutionRolePolicy" }));
        Assert.That(ResourcesOf(ExecutionRole, PullActions), Is.EqualTo(new[] { RepositoryArn }));
        Assert.That(ResourcesOf(ExecutionRole, "ecr:GetAuthorizationToken"), Is.EqualTo(new[] { "*" }));
        Assert.That(Statements(ExecutionRole), Has.Count.EqualTo(2));
    });

    // Promise 33.
    [Test]
    public void The_task_role_mounts_files_pushes_images_and_writes_state() => Assert.Multiple(() =>
    {
        Assert.That(Managed(TaskRole), Is.Empty);
        Assert.That(ResourcesOf(TaskRole, "elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"), Is.EqualTo(new[] { FileSystemArn }));
        Assert.That(
            ResourcesOf(TaskRole, [.. PullActions, "ecr:InitiateLayerUpload", "ecr:UploadLayerPart", "ecr:CompleteLayerUpload", "ecr:PutImage"]),
            Is.EqualTo(new[] { RepositoryArn }));
        Assert.That(ResourcesOf(TaskRole, "ecr:GetAuthorizationToken"), Is.EqualTo(new[] { "*" }));
        Assert.That(
            ResourcesOf(TaskRole, "dynamodb:GetItem", "dynamodb:Query", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"),
            Is.EqualTo(new[] { TableArn, $"{TableArn}/index/*" }));
    });

    // Promise 33.
    [Test]
    public void The_task_role_reaches_downloads_but_not_the_private_key()
    {
        var objects = Statements(TaskRole).Where(statement => statement.Actions.Any(action => action is "s3:GetObject" or "s3:PutObject")).ToList();
        var listing = Statements(TaskRole).Single(statement => statement.Actions.Contains("s3:ListBucket"));
        Assert.That(objects, Has.Count.EqualTo(1));
        Assert.Multiple(() =>
        {
            Assert.That(objects[0].Actions, Is.EquivalentTo(new[] { "s3:GetObject", "s3:PutObject" }));
            Assert.That(objects[0].Resources, Is.EqualTo(new[] { $"{BucketArn}/hyperp-artifacts/*" }));
            Assert.That(listing.Resources, Is.EqualTo(new[] { BucketArn }));
            Assert.That(listing.Conditions, Is.EqualTo(new[] { "StringLike s3:prefix hyperp-artifacts/*" }));
            Assert.That(
                Statements(TaskRole).SelectMany(statement => statement.Actions).Where(action => action is "*" || action.StartsWith("iam:", StringComparison.Ordinal)),
                Is.Empty);
        });
    }

    // Promise 34.
    [Test]
    public void Functions_pass_exactly_the_two_task_roles_to_ECS_and_call_only_the_efs_controller()
    {
        var pass = Statements(FunctionRole).Single(statement => statement.Actions.Contains("iam:PassRole"));
        var controller = Arn(Stack.Only("aws:lambda/function:Function", "hyperp-efs-controller"));
        Assert.Multiple(() =>
        {
            Assert.That(pass.Actions, Is.EqualTo(new[] { "iam:PassRole" }));
            Assert.That(pass.Resources, Is.EquivalentTo(new[] { Arn(ExecutionRole), Arn(TaskRole) }));
            Assert.That(pass.Conditions, Is.EqualTo(new[] { "StringEquals iam:PassedToService ecs-tasks.amazonaws.com" }));
            Assert.That(ResourcesOf(FunctionRole, "lambda:InvokeFunction"), Is.EquivalentTo(new[] { controller, $"{controller}:*" }));
        });
    }

    // Promise 35.
    [Test]
    public void Functions_may_do_what_the_document_lists()
    {
        var cluster = Arn(Stack.Only("aws:ecs/cluster:Cluster"))!;
        var logs = Arn(Stack.Only("aws:cloudwatch/logGroup:LogGroup"))!;
        var run = Statements(FunctionRole).Single(statement => statement.Actions.Contains("ecs:RunTask"));
        Assert.Multiple(() =>
        {
            Assert.That(Managed(FunctionRole), Is.EquivalentTo(new[] { "AWSLambdaBasicExecutionRole", "AWSLambdaVPCAccessExecutionRole" }));
            Assert.That(run.Resources, Is.EqualTo(new[] { cluster.Replace("cluster/hyperp-1", "task-definition/*:*", StringComparison.Ordinal) }));
            Assert.That(run.Conditions, Is.EqualTo(new[] { $"ArnEquals ecs:cluster {cluster}" }));
            Assert.That(ResourcesOf(FunctionRole, "ecs:RegisterTaskDefinition"), Is.EqualTo(new[] { "*" }));
            Assert.That(
                ResourcesOf(FunctionRole, "ecs:DescribeTasks", "ecs:StopTask"),
                Is.EqualTo(new[] { cluster.Replace("cluster/hyperp-1", "task/hyperp-1/*", StringComparison.Ordinal) }));
            Assert.That(ResourcesOf(FunctionRole, "ecr:GetAuthorizationToken"), Is.EqualTo(new[] { "*" }));
            Assert.That(ResourcesOf(FunctionRole, "ecr:BatchDeleteImage"), Is.EqualTo(new[] { RepositoryArn }));
            Assert.That(ResourcesOf(FunctionRole, "logs:GetLogEvents", "logs:DescribeLogStreams"), Is.EqualTo(new[] { logs, $"{logs}:*" }));
            Assert.That(ResourcesOf(FunctionRole, "s3:GetObject", "s3:PutObject"), Is.EqualTo(new[] { $"{BucketArn}/*" }));
            Assert.That(ResourcesOf(FunctionRole, "elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"), Is.EqualTo(new[] { FileSystemArn }));
            Assert.That(
                ResourcesOf(FunctionRole, "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:BatchWriteItem", "dynamodb:Scan"),
                Is.EqualTo(new[] { TableArn, $"{TableArn}/index/*" }));
        });
    }

    // Promise 36.
    [Test]
    public void Only_actions_without_resource_level_permission_hold_for_every_resource()
    {
        var all = Stack.OfType(RoleType).SelectMany(Statements).ToList();
        Assert.That(all, Has.Count.GreaterThan(10));
        Assert.Multiple(() =>
        {
            Assert.That(
                all.Where(statement => statement.Resources.Contains("*")).SelectMany(statement => statement.Actions).Distinct(),
                Is.EquivalentTo(new[] { "ecr:GetAuthorizationToken", "ecs:RegisterTaskDefinition" }));
            Assert.That(all.SelectMany(statement => statement.Actions).Where(action => action.Contains('*', StringComparison.Ordinal)), Is.Empty);
        });
    }

    private static PolicyText.Statement Trust(ResourceNode role) => PolicyText.Parse(role.Inputs["assumeRolePolicy"].AsText).Single();

    private List<string> Managed(ResourceNode role) =>
    [
        .. Stack.OfType("aws:iam/rolePolicyAttachment:RolePolicyAttachment")
            .Where(attachment => attachment.Inputs["role"].AsText == role.Output("name").AsText)
            .Select(attachment => attachment.Inputs["policyArn"].AsText!.Split('/')[^1]),
    ];

    private List<PolicyText.Statement> Statements(ResourceNode role) =>
    [
        .. Stack.OfType("aws:iam/rolePolicy:RolePolicy")
            .Where(policy => policy.Inputs["role"].AsText == role.Output("name").AsText)
            .SelectMany(policy => PolicyText.Parse(policy.Inputs["policy"].AsText)),
    ];

    // The resources of the one statement that allows all of these.
    private IReadOnlyList<string> ResourcesOf(ResourceNode role, params string[] actions)
    {
        var found = Statements(role).Where(statement => statement.Effect == "Allow" && actions.All(statement.Actions.Contains)).ToList();
        Assert.That(found, Has.Count.EqualTo(1), $"statements of {role.Name} that allow {string.Join(", ", actions)}");
        return found[0].Resources;
    }
}
