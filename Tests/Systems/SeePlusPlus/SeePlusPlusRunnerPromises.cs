using System.Text.Json;
using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Systems.SeePlusPlus;

internal sealed class SeePlusPlusRunnerPromises(string stackName) : SeePlusPlusPromises(stackName)
{
    private ResourceNode Function => Stack.Only("aws:lambda/function:Function");

    private ResourceNode Role => Stack.OfType("aws:iam/role:Role").Single(role => role.Inputs["name"].AsText == $"spp-lambda-execution-role-{Stack.Stage}");

    private ResourceNode LogGroup => Stack.OfType("aws:cloudwatch/logGroup:LogGroup").Single(group => group.Inputs["name"].AsText == $"/aws/lambda/spp-trace-executor-{Stack.Stage}");

    // Promise 23.
    [Test]
    public void The_function_has_the_documented_name_size_and_network()
    {
        var function = Function.Inputs;
        Assert.Multiple(() =>
        {
            Assert.That(function["name"].AsText, Is.EqualTo($"spp-trace-executor-{Stack.Stage}"));
            Assert.That(function["memorySize"].AsNumber, Is.EqualTo(10_240));
            Assert.That(function["timeout"].AsNumber, Is.EqualTo(120));
            Assert.That(Texts(function["architectures"]), Is.EqualTo(new[] { "x86_64" }));
            Assert.That(Texts(function["vpcConfig"]["subnetIds"]), Is.EquivalentTo(PrivateSubnets().Select(Id)));
            Assert.That(Texts(function["vpcConfig"]["securityGroupIds"]), Is.EqualTo(new[] { Id(SecurityGroup("runner")) }));
            Assert.That(function["reservedConcurrentExecutions"].IsNull, Is.True);
            Assert.That(function["role"].AsText, Is.EqualTo(Arn(Role)));
            Assert.That(Function.DeleteBeforeReplace, Is.True);
        });
    }

    // Promises 23 and 24.
    [Test]
    public void The_function_runs_its_image_by_digest_or_the_placeholder_until_there_is_one()
    {
        var function = Function.Inputs;
        if (Stack.CodeRunnerImageTag is null)
        {
            Assert.Multiple(() =>
            {
                Assert.That(function["packageType"].AsText, Is.EqualTo("Zip"));
                Assert.That(((ArchiveValue)function["code"].Unwrapped).Content, Is.EqualTo("Components/Functions/Placeholder"));
                Assert.That(function["imageUri"].IsNull, Is.True);
            });
            return;
        }

        Assert.Multiple(() =>
        {
            Assert.That(function["packageType"].AsText, Is.EqualTo("Image"));
            Assert.That(function["imageUri"].AsText, Does.Match("^123456789012\\.dkr\\.ecr\\.us-west-2\\.amazonaws\\.com/spp-lambda-trace@sha256:[0-9a-f]{64}$"));
            Assert.That(function["runtime"].IsNull && function["handler"].IsNull && function["code"].IsNull, Is.True);
        });
    }

    // Promise 24.
    [Test]
    public void Nobody_calls_the_function_from_outside() => Assert.Multiple(() =>
    {
        Assert.That(Stack.OfType("aws:lambda/functionUrl:FunctionUrl"), Is.Empty);
        Assert.That(Stack.OfType("aws:lambda/permission:Permission"), Is.Empty);
    });

    // Promise 22.
    [Test]
    public void The_function_writes_to_its_log_group_which_forgets() => Assert.Multiple(() =>
    {
        Assert.That(LogGroup.Inputs["retentionInDays"].AsNumber, Is.EqualTo(30));
        Assert.That(Function.Inputs["loggingConfig"]["logGroup"].AsText, Is.EqualTo(LogGroup.Inputs["name"].AsText));
    });

    // Promise 25.
    [Test]
    public void The_repository_scans_encrypts_lets_tags_move_and_expires_what_has_none()
    {
        var repositories = Stack.OfType("aws:ecr/repository:Repository");
        Assert.That(repositories, Has.Count.EqualTo(Stack.CreatesRepository ? 1 : 0));
        foreach (var repository in repositories)
        {
            var rules = JsonDocument.Parse(Stack.Only("aws:ecr/lifecyclePolicy:LifecyclePolicy").Inputs["policy"].AsText!).RootElement.GetProperty("rules").EnumerateArray().ToList();
            Assert.Multiple(() =>
            {
                Assert.That(repository.Inputs["name"].AsText, Is.EqualTo("spp-lambda-trace"));
                Assert.That(repository.Inputs["imageScanningConfiguration"]["scanOnPush"].AsBool, Is.True);
                Assert.That(repository.Inputs["encryptionConfigurations"][0]["encryptionType"].AsText, Is.EqualTo("AES256"));
                Assert.That(repository.Inputs["imageTagMutability"].AsText, Is.EqualTo("MUTABLE"));
                Assert.That(repository.Protect, Is.EqualTo(Stack.IsProd));
                Assert.That(repository.Inputs["forceDelete"].AsBool, Is.EqualTo(!Stack.IsProd));
                Assert.That(rules, Has.Count.EqualTo(1));
                Assert.That(rules[0].GetProperty("selection").GetProperty("tagStatus").GetString(), Is.EqualTo("untagged"));
                Assert.That(rules[0].GetProperty("selection").GetProperty("countType").GetString(), Is.EqualTo("sinceImagePushed"));
                Assert.That(rules[0].GetProperty("selection").GetProperty("countNumber").GetInt32(), Is.EqualTo(7));
            });
        }
    }

    // Promise 26.
    [Test]
    public void The_functions_code_gets_no_right_to_the_network_and_to_the_cache_only_when_it_is_on()
    {
        var trust = PolicyText.Parse(Role.Inputs["assumeRolePolicy"].AsText).Single();
        var statements = Stack.Statements(Role).ToDictionary(statement => statement.Sid);
        Assert.Multiple(() =>
        {
            Assert.That(trust.Principals, Is.EqualTo(new[] { "Service:lambda.amazonaws.com" }));
            Assert.That(Stack.Managed(Role), Is.EquivalentTo(new[] { "AWSLambdaBasicExecutionRole", "AWSLambdaVPCAccessExecutionRole" }));
            Assert.That(statements["RefuseEc2ToItsCode"].Effect, Is.EqualTo("Deny"));
            Assert.That(statements["RefuseEc2ToItsCode"].Actions, Is.EqualTo(new[] { "ec2:*" }));
            Assert.That(statements["RefuseEc2ToItsCode"].Resources, Is.EqualTo(new[] { "*" }));
            Assert.That(statements["RefuseEc2ToItsCode"].Conditions, Is.EqualTo(new[] { $"ArnEquals lambda:SourceFunctionArn {Arn(Function)}" }));
            Assert.That(statements.Keys, Is.EquivalentTo(Stack.CachesTraces ? ["RefuseEc2ToItsCode", "UseCache"] : new[] { "RefuseEc2ToItsCode" }));
            if (Stack.CachesTraces)
            {
                Assert.That(statements["UseCache"].Actions, Is.EqualTo(new[] { "s3:GetObject", "s3:PutObject" }));
                Assert.That(statements["UseCache"].Resources, Is.EqualTo(new[] { $"{Arn(Stack.Only("aws:s3/bucket:Bucket"))}/cache/*" }));
            }

            Assert.That(
                Function.Inputs["environment"]["variables"]["CACHE_BUCKET"].AsText,
                Is.EqualTo(Stack.CachesTraces ? Stack.Only("aws:s3/bucket:Bucket").Output("bucket").AsText : null));
        });
    }

    // Promise 38.
    [Test]
    public void The_function_waits_for_its_policies_and_its_log_group()
    {
        var policies = Stack.OfType("aws:iam/rolePolicyAttachment:RolePolicyAttachment").Concat(Stack.OfType("aws:iam/rolePolicy:RolePolicy"))
            .Where(policy => policy.Inputs["role"].AsText == Role.Output("name").AsText).Select(policy => policy.Urn).ToList();
        Assert.That(policies, Has.Count.EqualTo(Stack.CachesTraces ? 4 : 3));
        Assert.That(Function.Dependencies, Is.SupersetOf(policies.Append(LogGroup.Urn)));
    }

    // Promise 27.
    [Test]
    public void The_trace_bucket_is_private_encrypted_and_versioned()
    {
        var bucket = Stack.Only("aws:s3/bucket:Bucket");
        var block = Stack.Only("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock").Inputs;
        var statement = PolicyText.Parse(Stack.Only("aws:s3/bucketPolicy:BucketPolicy").Inputs["policy"].AsText).Single();
        var encryption = Stack.Only("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration").Inputs["rules"][0];
        Assert.Multiple(() =>
        {
            Assert.That(Stack.Only("aws:s3/bucketVersioning:BucketVersioning").Inputs["versioningConfiguration"]["status"].AsText, Is.EqualTo("Enabled"));
            Assert.That(encryption["applyServerSideEncryptionByDefault"]["sseAlgorithm"].AsText, Is.EqualTo("AES256"));
            Assert.That(
                new[] { "blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets" }.Select(flag => block[flag].AsBool),
                Is.All.True);
            Assert.That(
                Stack.Only("aws:s3/bucketOwnershipControls:BucketOwnershipControls").Inputs["rule"]["objectOwnership"].AsText,
                Is.EqualTo("BucketOwnerEnforced"));
            Assert.That((statement.Effect, string.Join(',', statement.Principals)), Is.EqualTo(("Deny", "*")));
            Assert.That(statement.Conditions, Is.EqualTo(new[] { "Bool aws:SecureTransport false" }));
            Assert.That(statement.Resources, Is.EquivalentTo(new[] { Arn(bucket), $"{Arn(bucket)}/*" }));
            Assert.That(bucket.Protect, Is.EqualTo(Stack.IsProd));
            Assert.That(bucket.Inputs["forceDestroy"].AsBool, Is.EqualTo(!Stack.IsProd));
        });
    }

    // Promise 28.
    [Test]
    public void Traces_leave_nothing_behind()
    {
        var rules = Stack.Only("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration").Inputs["rules"].AsList!;
        Assert.Multiple(() =>
        {
            Assert.That(rules.Select(rule => rule["status"].AsText), Is.All.EqualTo("Enabled"));
            Assert.That(rules.Select(rule => rule["filter"]["prefix"].AsText), Is.All.EqualTo(""));
            Assert.That(rules.Select(rule => rule["noncurrentVersionExpiration"]["noncurrentDays"].AsNumber).OfType<double>(), Is.EqualTo(new[] { 30d }));
            Assert.That(rules.Select(rule => rule["abortIncompleteMultipartUpload"]["daysAfterInitiation"].AsNumber).OfType<double>(), Is.EqualTo(new[] { 1d }));
            Assert.That(rules.Select(rule => rule["expiration"]["days"].AsNumber).OfType<double>(), Is.EqualTo(new[] { 30d }));
        });
    }
}
