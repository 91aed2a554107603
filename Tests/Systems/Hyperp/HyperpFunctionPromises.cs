using System.Globalization;
using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Systems.Hyperp;

internal sealed class HyperpFunctionPromises(string stackName) : HyperpPromises(stackName)
{
    private const string FunctionType = "aws:lambda/function:Function";
    private const string PermissionType = "aws:lambda/permission:Permission";
    private const string Webhook = "hyperp-github-webhook-handler";
    private const string StateHandler = "hyperp-task-state-change-handler";
    private const string EfsController = "hyperp-efs-controller";
    private const string CliApi = "hyperp-cli-rest-api";

    // Promise 20.
    [Test]
    public void Four_functions_of_the_documented_names() => Assert.That(
        Stack.OfType(FunctionType).Select(function => function.Inputs["name"].AsText),
        Is.EquivalentTo(new[] { Webhook, StateHandler, EfsController, CliApi }));

    // Promise 21.
    [TestCase(Webhook, 1024, 300)]
    [TestCase(StateHandler, 512, 120)]
    [TestCase(EfsController, 512, 30)]
    [TestCase(CliApi, 512, 30)]
    public void Each_function_has_its_documented_memory_and_time(string name, int memory, int seconds)
    {
        var function = Function(name).Inputs;
        Assert.Multiple(() =>
        {
            Assert.That(function["memorySize"].AsNumber, Is.EqualTo(memory));
            Assert.That(function["timeout"].AsNumber, Is.EqualTo(seconds));
        });
    }

    // Promise 22.
    [Test]
    public void Only_the_efs_controller_is_in_the_vpc_and_mounts_the_file_system()
    {
        var controller = Function(EfsController).Inputs;
        Assert.Multiple(() =>
        {
            Assert.That(Texts(controller["vpcConfig"]["subnetIds"]), Is.EquivalentTo(Stack.OfType("aws:ec2/subnet:Subnet").Select(Id)));
            Assert.That(
                Texts(controller["vpcConfig"]["securityGroupIds"]),
                Is.EqualTo(new[] { Id(Stack.Only("aws:ec2/securityGroup:SecurityGroup")) }));
            Assert.That(controller["fileSystemConfig"]["arn"].AsText, Is.EqualTo(Arn(Stack.Only("aws:efs/accessPoint:AccessPoint"))));
            Assert.That(controller["fileSystemConfig"]["localMountPath"].AsText, Is.EqualTo("/mnt/efs"));
            foreach (var name in new[] { Webhook, StateHandler, CliApi })
            {
                Assert.That(Function(name).Inputs["vpcConfig"].IsNull, Is.True, name);
                Assert.That(Function(name).Inputs["fileSystemConfig"].IsNull, Is.True, name);
            }
        });
    }

    // Promise 23.
    [Test]
    public void The_efs_controller_waits_for_every_mount_target()
    {
        var targets = Stack.OfType("aws:efs/mountTarget:MountTarget").Select(target => target.Urn).ToList();
        Assert.That(targets, Is.Not.Empty);
        Assert.That(Function(EfsController).Dependencies, Is.SupersetOf(targets));
    }

    [Test]
    public void The_efs_controller_waits_for_its_permissions_and_for_the_nfs_rule()
    {
        var needed = Stack.OfType("aws:iam/rolePolicyAttachment:RolePolicyAttachment")
            .Where(attachment => attachment.Inputs["policyArn"].AsText!.EndsWith("AWSLambdaVPCAccessExecutionRole", StringComparison.Ordinal))
            .Append(Stack.Only("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"))
            .Select(node => node.Urn)
            .ToList();
        Assert.That(needed, Has.Count.EqualTo(2));
        Assert.That(Function(EfsController).Dependencies, Is.SupersetOf(needed));
    }

    // Promise 24.
    [TestCase(Webhook)]
    [TestCase(StateHandler)]
    [TestCase(EfsController)]
    [TestCase(CliApi)]
    public void Each_function_logs_to_the_common_group_and_runs_as_the_common_role_on_a_living_runtime(string name)
    {
        var function = Function(name);
        var role = Stack.OfType("aws:iam/role:Role").Single(candidate => candidate.Inputs["assumeRolePolicy"].AsText!.Contains("lambda.amazonaws.com", StringComparison.Ordinal));
        Assert.Multiple(() =>
        {
            Assert.That(function.Inputs["loggingConfig"]["logGroup"].AsText, Is.EqualTo("/hyperp"));
            Assert.That(function.Inputs["loggingConfig"]["logFormat"].AsText, Is.EqualTo("Text"));
            Assert.That(function.Dependencies, Does.Contain(Stack.Only("aws:cloudwatch/logGroup:LogGroup").Urn));
            Assert.That(function.Inputs["role"].AsText, Is.EqualTo(Arn(role)));
            Assert.That(function.Inputs["handler"].AsText, Is.EqualTo("index.handler"));
            Assert.That(function.Inputs["runtime"].AsText, Is.AnyOf("nodejs22.x", "nodejs24.x"));
            Assert.That(function.DeleteBeforeReplace, Is.True);
        });
    }

    // Promise 25.
    [TestCase(Webhook, "DYNAMODB_TABLE_NAME S3_BUCKET_NAME ECS_CLUSTER_ARN ECS_CLUSTER_NAME ECR_REPOSITORY_URI ECR_REPOSITORY_NAME ECS_TASK_EXECUTION_ROLE_ARN ECS_TASK_ROLE_ARN EFS_FILE_SYSTEM_ID ECS_TASK_SECURITY_GROUP_ID PUBLIC_SUBNET_IDS EFS_CONTROLLER_LAMBDA_ARN GITHUB_APP_ID GITHUB_APP_WEBHOOK_SECRET AWS_ACCOUNT_ID")]
    [TestCase(StateHandler, "DYNAMODB_TABLE_NAME ECS_CLUSTER_ARN ECS_CLUSTER_NAME ECR_REPOSITORY_URI ECS_TASK_EXECUTION_ROLE_ARN ECS_TASK_ROLE_ARN EFS_FILE_SYSTEM_ID ECS_TASK_SECURITY_GROUP_ID PUBLIC_SUBNET_IDS EFS_CONTROLLER_LAMBDA_ARN AWS_ACCOUNT_ID S3_BUCKET_NAME GITHUB_APP_ID FARGATE_VCPU_PRICE_PER_HOUR FARGATE_GB_PRICE_PER_HOUR DOWNLOADABLE_CREATOR_IMAGE USAGE_CALCULATOR_IMAGE")]
    [TestCase(EfsController, "EFS_FILE_SYSTEM_ID")]
    [TestCase(CliApi, "DYNAMODB_TABLE_NAME ECS_CLUSTER_NAME EFS_FILE_SYSTEM_ID PUBLIC_SUBNET_IDS ECS_TASK_SECURITY_GROUP_ID ECS_TASK_EXECUTION_ROLE_ARN ECS_TASK_ROLE_ARN S3_BUCKET_NAME DOWNLOADABLE_CREATOR_IMAGE GITHUB_APP_ID GITHUB_APP_WEBHOOK_SECRET")]
    public void Each_function_gets_exactly_the_variables_that_its_code_reads(string name, string keys) =>
        Assert.That(Variables(name).Keys, Is.EquivalentTo(keys.Split(' ')));

    // Promise 25.
    [TestCase(Webhook)]
    [TestCase(StateHandler)]
    [TestCase(EfsController)]
    [TestCase(CliApi)]
    public void Variables_carry_what_the_stack_made(string name)
    {
        var made = new Dictionary<string, string?>
        {
            ["AWS_ACCOUNT_ID"] = Arn(Stack.Only("aws:ecs/cluster:Cluster"))!.Split(':')[4],
            ["DYNAMODB_TABLE_NAME"] = Stack.Only("aws:dynamodb/table:Table").Output("name").AsText,
            ["ECR_REPOSITORY_NAME"] = "hyperp-1",
            ["ECR_REPOSITORY_URI"] = Stack.Only("aws:ecr/repository:Repository").Output("repositoryUrl").AsText,
            ["ECS_CLUSTER_ARN"] = Arn(Stack.Only("aws:ecs/cluster:Cluster")),
            ["ECS_CLUSTER_NAME"] = "hyperp-1",
            ["ECS_TASK_EXECUTION_ROLE_ARN"] = Arn(Stack.OfType("aws:iam/role:Role").Single(role => role.Name == "hyperp-roles-execution")),
            ["ECS_TASK_ROLE_ARN"] = Arn(Stack.OfType("aws:iam/role:Role").Single(role => role.Name == "hyperp-roles-task")),
            ["ECS_TASK_SECURITY_GROUP_ID"] = Id(Stack.Only("aws:ec2/securityGroup:SecurityGroup")),
            ["EFS_CONTROLLER_LAMBDA_ARN"] = Arn(Function(EfsController)),
            ["EFS_FILE_SYSTEM_ID"] = Id(Stack.Only("aws:efs/fileSystem:FileSystem")),
            ["PUBLIC_SUBNET_IDS"] = string.Join(',', Stack.OfType("aws:ec2/subnet:Subnet").Select(Id)),
            ["S3_BUCKET_NAME"] = Stack.Only("aws:s3/bucket:Bucket").Output("bucket").AsText,
        };
        var variables = Variables(name).Where(variable => made.ContainsKey(variable.Key)).ToDictionary(variable => variable.Key, variable => variable.Value.AsText);
        Assert.That(variables, Is.Not.Empty);
        Assert.Multiple(() =>
        {
            foreach (var (key, value) in variables)
            {
                Assert.That(value, Is.Not.Null.And.Not.Empty, key);
                Assert.That(value, Is.EqualTo(made[key]), key);
            }
        });
    }

    // Promise 25.
    [TestCase(Webhook)]
    [TestCase(StateHandler)]
    [TestCase(CliApi)]
    public void Variables_carry_what_the_stack_file_sets(string name)
    {
        var set = new Dictionary<string, string>
        {
            ["DOWNLOADABLE_CREATOR_IMAGE"] = Stack.Text("downloadableCreatorImage", "public.ecr.aws/b6g9t8f1/downloadable-creator:latest"),
            ["GITHUB_APP_ID"] = Stack.Text("githubAppId", ""),
            ["USAGE_CALCULATOR_IMAGE"] = Stack.Text("usageCalculatorImage", "public.ecr.aws/b6g9t8f1/usage-calculator:latest"),
        };
        var variables = Variables(name).Where(variable => set.ContainsKey(variable.Key)).ToDictionary(variable => variable.Key, variable => variable.Value.AsText);
        Assert.That(variables, Is.Not.Empty);
        Assert.That(variables.Where(variable => variable.Value != set[variable.Key]), Is.Empty);
    }

    // Promise 25: the price list of the state handler is the document's unless configured.
    [Test]
    public void The_state_handler_knows_the_price_of_Fargate() => Assert.Multiple(() =>
    {
        Assert.That(Variables(StateHandler)["FARGATE_VCPU_PRICE_PER_HOUR"].AsText, Is.EqualTo(Text(Stack.Price("fargateVcpuPricePerHour", 0.04048m))));
        Assert.That(Variables(StateHandler)["FARGATE_GB_PRICE_PER_HOUR"].AsText, Is.EqualTo(Text(Stack.Price("fargateGbPricePerHour", 0.004445m))));
    });

    // Promise 26.
    [TestCase(Webhook)]
    [TestCase(CliApi)]
    public void The_webhook_secret_is_there_and_secret(string name)
    {
        var environment = Function(name).Inputs["environment"];
        Assert.Multiple(() =>
        {
            Assert.That(environment.ContainsSecrets, Is.True);
            Assert.That(Variables(name)["GITHUB_APP_WEBHOOK_SECRET"].AsText, Is.Not.Null.And.Not.Empty);
            Assert.That(environment.ToString(), Does.Not.Contain(Variables(name)["GITHUB_APP_WEBHOOK_SECRET"].AsText));
        });
    }

    // Promise 27.
    [Test]
    public void Two_functions_have_an_address_that_asks_for_no_AWS_credentials()
    {
        var urls = Stack.OfType("aws:lambda/functionUrl:FunctionUrl");
        Assert.That(urls.Select(url => url.Inputs["functionName"].AsText), Is.EquivalentTo(new[] { Webhook, CliApi }));
        Assert.Multiple(() =>
        {
            Assert.That(urls.Select(url => url.Inputs["authorizationType"].AsText), Is.All.EqualTo("NONE"));
            Assert.That(urls.Select(url => url.Inputs["invokeMode"].AsText), Is.All.EqualTo("BUFFERED"));
            Assert.That(Methods(Webhook), Is.EqualTo(new[] { "POST" }));
            Assert.That(Methods(CliApi), Is.EqualTo(new[] { "GET", "POST" }));
            Assert.That(urls.Select(url => Texts(url.Inputs["cors"]["allowOrigins"])), Is.All.EqualTo(new[] { "*" }));
        });
    }

    // Promise 28.
    [TestCase(Webhook)]
    [TestCase(CliApi)]
    public void Webhook_and_cli_url_admit_both_invoke_permissions(string name)
    {
        var permissions = Stack.OfType(PermissionType)
            .Where(permission => permission.Inputs["function"].AsText == name)
            .Select(permission => permission.Inputs)
            .ToList();
        Assert.That(permissions, Has.Count.EqualTo(2));
        var url = permissions.Single(permission => permission["action"].AsText == "lambda:InvokeFunctionUrl");
        var function = permissions.Single(permission => permission["action"].AsText == "lambda:InvokeFunction");
        Assert.Multiple(() =>
        {
            Assert.That(permissions.Select(permission => permission["principal"].AsText), Is.All.EqualTo("*"));
            Assert.That(url["functionUrlAuthType"].AsText, Is.EqualTo("NONE"));
            Assert.That(function["invokedViaFunctionUrl"].AsBool, Is.True);
            Assert.That(function["functionUrlAuthType"].IsNull, Is.True);
        });
    }

    [TestCase(Webhook)]
    [TestCase(CliApi)]
    public void Permissions_of_an_address_wait_for_it_as_Lambda_refuses_two_changes_at_a_time(string name)
    {
        var url = Stack.OfType("aws:lambda/functionUrl:FunctionUrl").Single(candidate => candidate.Inputs["functionName"].AsText == name);
        var permissions = Stack.OfType(PermissionType).Where(permission => permission.Inputs["function"].AsText == name).ToList();
        Assert.That(permissions, Has.Count.EqualTo(2));
        Assert.That(permissions.Select(permission => permission.Dependencies), Is.All.Contains(url.Urn));
    }

    // Promise 28.
    [Test]
    public void Nobody_may_invoke_a_function_publicly_except_through_its_address()
    {
        var open = Stack.OfType(PermissionType)
            .Where(permission => permission.Inputs["principal"].AsText == "*" && permission.Inputs["action"].AsText == "lambda:InvokeFunction")
            .ToList();
        Assert.That(open, Has.Count.EqualTo(2));
        Assert.That(open.Select(permission => permission.Inputs["invokedViaFunctionUrl"].AsBool), Is.All.True);
    }

    private static string Text(decimal price) => price.ToString(CultureInfo.InvariantCulture);

    private ResourceNode Function(string name) => Stack.Only(FunctionType, name);

    private MapValue Variables(string name) => Function(name).Inputs["environment"]["variables"].AsMap!;

    private IReadOnlyList<string> Methods(string name) => Texts(Stack.OfType("aws:lambda/functionUrl:FunctionUrl")
        .Single(url => url.Inputs["functionName"].AsText == name).Inputs["cors"]["allowMethods"]);
}
