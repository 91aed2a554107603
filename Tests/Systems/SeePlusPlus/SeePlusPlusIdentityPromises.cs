using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Systems.SeePlusPlus;

internal sealed class SeePlusPlusIdentityPromises(string stackName) : SeePlusPlusPromises(stackName)
{
    private const string RoleType = "aws:iam/role:Role";

    private static readonly Dictionary<string, string[]> DocumentedActions = new()
    {
        ["S3Access"] = ["s3:GetObject", "s3:PutObject"],
        ["LambdaInvoke"] = ["lambda:InvokeFunction"],
        ["ECRImagePull"] = ["ecr:GetAuthorizationToken", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
        ["CloudWatchLogs"] = ["logs:CreateLogStream", "logs:PutLogEvents", "logs:CreateLogGroup"],
        ["SSMSecretsAccess"] = ["ssm:GetParameter", "ssm:GetParameters"],
        ["SecretsManagerAccess"] = ["secretsmanager:GetSecretValue"],
    };

    private ResourceNode FunctionNode => Stack.Only("aws:lambda/function:Function");

    // Promise 29.
    [TestCase("executionRoleArn")]
    [TestCase("taskRoleArn")]
    public void Both_backend_roles_carry_the_six_documented_statements(string role)
    {
        var statements = Stack.Statements(RoleOf(Backend, role)).Where(statement => statement.Effect == "Allow").ToDictionary(statement => statement.Sid);
        Assert.Multiple(() =>
        {
            Assert.That(statements.Keys, Is.EquivalentTo(DocumentedActions.Keys.Append("ECRLogin")));
            foreach (var (sid, actions) in DocumentedActions)
            {
                Assert.That(statements[sid].Actions, Is.EqualTo(actions), sid);
            }

            // A registry's token is no repository's: the narrowed statement cannot give it.
            Assert.That(statements["ECRLogin"].Actions, Is.EqualTo(new[] { "ecr:GetAuthorizationToken" }));
        });
    }

    // Promises 29 and 32.
    [TestCase("executionRoleArn")]
    [TestCase("taskRoleArn")]
    public void Both_backend_roles_reach_their_own_resources_alone(string role)
    {
        var statements = Stack.Statements(RoleOf(Backend, role)).ToDictionary(statement => statement.Sid, statement => statement.Resources);
        var logs = Stack.OfType("aws:cloudwatch/logGroup:LogGroup").Single(group => group.Inputs["name"].AsText == $"/copilot/spp-{Stack.Stage}-backend");
        const string Place = "us-west-2:123456789012";
        Assert.Multiple(() =>
        {
            Assert.That(statements["S3Access"], Is.EqualTo(new[] { $"{Arn(Stack.Only("aws:s3/bucket:Bucket"))}/*" }));
            Assert.That(statements["LambdaInvoke"], Is.EqualTo(new[] { Arn(FunctionNode), $"{Arn(FunctionNode)}:*" }));
            Assert.That(
                statements["ECRImagePull"],
                Is.EqualTo(new[] { "spp-lambda-trace", Stack.HasRealImages ? "spp/backend" : null }.OfType<string>().Select(name => $"arn:aws:ecr:{Place}:repository/{name}")));
            Assert.That(statements["ECRLogin"], Is.EqualTo(new[] { "*" }));
            Assert.That(statements["CloudWatchLogs"], Is.EqualTo(new[] { Arn(logs), $"{Arn(logs)}:*" }));
            Assert.That(statements["SSMSecretsAccess"], Is.EqualTo(new[] { $"arn:aws:ssm:{Place}:parameter/copilot/spp/{Stack.Stage}/secrets/*" }));
            Assert.That(statements["SecretsManagerAccess"], Is.EqualTo(new[] { $"arn:aws:secretsmanager:{Place}:secret:copilot/spp/{Stack.Stage}/*" }));
            Assert.That(
                Stack.Nodes.Where(node => node.Inputs.ToString().Contains("YOUR-BUCKET-NAME", StringComparison.Ordinal)).Select(node => node.Urn),
                Is.Empty);
        });
    }

    // Promise 30.
    [Test]
    public void The_backends_task_role_alone_is_refused_to_make_users_and_policies()
    {
        var denying = Stack.OfType(RoleType).Where(role => Stack.Statements(role).Any(statement => statement.Effect == "Deny" && statement.Actions.Any(action => action.StartsWith("iam:", StringComparison.Ordinal)))).ToList();
        Assert.That(denying, Is.EqualTo(new[] { RoleOf(Backend, "taskRoleArn") }));
        var deny = Stack.Statements(denying[0]).Single(statement => statement.Effect == "Deny");
        Assert.Multiple(() =>
        {
            Assert.That(deny.Actions, Is.EquivalentTo(new[] { "iam:CreateUser", "iam:DeleteUser", "iam:CreatePolicy" }));
            Assert.That(deny.Resources, Is.EqualTo(new[] { "*" }));
            Assert.That(deny.Conditions, Is.Empty);
        });
    }

    // Promise 31.
    [TestCase(Backend)]
    [TestCase(Legacy)]
    [TestCase(Frontend)]
    public void Every_service_has_two_roles_that_ECS_alone_assumes_for_this_account(string service)
    {
        var (execution, task) = (RoleOf(service, "executionRoleArn"), RoleOf(service, "taskRoleArn"));
        Assert.That(execution, Is.Not.EqualTo(task));
        foreach (var role in new[] { execution, task })
        {
            var trust = PolicyText.Parse(role.Inputs["assumeRolePolicy"].AsText).Single();
            Assert.That(trust.Principals, Is.EqualTo(new[] { "Service:ecs-tasks.amazonaws.com" }));
            Assert.That(trust.Conditions, Does.Contain("StringEquals aws:SourceAccount 123456789012"));
        }

        Assert.That(Stack.Managed(execution), Is.EqualTo(new[] { "AmazonECSTaskExecutionRolePolicy" }));
        Assert.That(Stack.Managed(task), Is.Empty);
    }

    [TestCase(Legacy)]
    [TestCase(Frontend)]
    public void Frontends_may_do_nothing(string service) => Assert.Multiple(() =>
    {
        Assert.That(Stack.Statements(RoleOf(service, "executionRoleArn")), Is.Empty);
        Assert.That(Stack.Statements(RoleOf(service, "taskRoleArn")), Is.Empty);
    });

    // Promise 31.
    [Test]
    public void Seven_roles_none_of_which_starts_tasks_passes_roles_or_administers()
    {
        var roles = Stack.OfType(RoleType);
        var allowed = roles.SelectMany(Stack.Statements).Where(statement => statement.Effect == "Allow").SelectMany(statement => statement.Actions).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(roles, Has.Count.EqualTo(7));
            Assert.That(allowed, Is.Not.Empty);
            Assert.That(allowed.Where(action => action.Contains('*', StringComparison.Ordinal) || action is "iam:PassRole" or "ecs:RunTask"), Is.Empty);
            Assert.That(
                roles.SelectMany(Stack.Managed).Distinct(),
                Is.EquivalentTo(new[] { "AmazonECSTaskExecutionRolePolicy", "AWSLambdaBasicExecutionRole", "AWSLambdaVPCAccessExecutionRole" }));
        });
    }

    private ResourceNode RoleOf(string service, string input)
    {
        var arn = Stack.Only("aws:ecs/taskDefinition:TaskDefinition", $"spp-services-{service}-task").Inputs[input].AsText;
        return Stack.OfType(RoleType).Single(role => Arn(role) == arn);
    }
}
