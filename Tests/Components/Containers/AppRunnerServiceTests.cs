using Infra.Components.Containers;
using Infra.Tests.Systems;
using NUnit.Framework;
using Pulumi;

namespace Infra.Tests.Components.Containers;

public sealed class AppRunnerServiceTests
{
    private const string ServiceType = "aws:apprunner/service:Service";
    private const string PublicImage = "public.ecr.aws/sample/api:1";
    private const string PrivateImage = "123456789012.dkr.ecr.us-east-1.amazonaws.com/api:1";

    [Test]
    public async Task Automatic_deployments_are_off_and_said_to_be()
    {
        var service = (await Create()).Only(ServiceType);
        Assert.Multiple(() =>
        {
            Assert.That(service["sourceConfiguration.autoDeploymentsEnabled"], Is.EqualTo(false));
            Assert.That(service["sourceConfiguration.authenticationConfiguration"], Is.Null);
            Assert.That(service["sourceConfiguration.imageRepository.imageRepositoryType"], Is.EqualTo("ECR_PUBLIC"));
            Assert.That(service["sourceConfiguration.imageRepository.imageConfiguration.port"], Is.EqualTo("3001"));
            Assert.That(service["networkConfiguration.egressConfiguration.egressType"], Is.EqualTo("VPC"));
            Assert.That(service["healthCheckConfiguration.protocol"], Is.EqualTo("HTTP"));
        });
    }

    [Test]
    public async Task A_private_image_gets_a_role_to_pull_it()
    {
        var run = await Create(PrivateImage);
        Assert.That(run.Only(ServiceType)["sourceConfiguration.imageRepository.imageRepositoryType"], Is.EqualTo("ECR"));
        Assert.That(run.Only(ServiceType)["sourceConfiguration.authenticationConfiguration.accessRoleArn"], Is.EqualTo("arn:aws:iam::123456789012:role/api-access"));
        Assert.That(run.Only("aws:iam/rolePolicyAttachment:RolePolicyAttachment")["policyArn"], Does.EndWith("AWSAppRunnerServicePolicyForECRAccess"));
    }

    [Test]
    public async Task The_instance_role_reads_the_secrets_named_alone()
    {
        var run = await Create();
        var statement = PolicyText.Parse((string)run.Only("aws:iam/rolePolicy:RolePolicy")["policy"]!).Single();
        Assert.Multiple(() =>
        {
            Assert.That(run.OfType("aws:iam/role:Role"), Has.Count.EqualTo(1));
            Assert.That(statement.Actions, Is.EqualTo(new[] { "secretsmanager:GetSecretValue" }));
            Assert.That(statement.Resources, Is.EqualTo(new[] { "arn:aws:secretsmanager:us-east-1:123456789012:secret:key-AbCdEf" }));
        });
    }

    [Test]
    public async Task A_long_name_is_shortened_where_App_Runner_takes_less()
    {
        var run = await Create(name: "a-preview-of-many-words-hebo-gateway");
        Assert.That(run.Only(ServiceType)["serviceName"], Is.EqualTo("a-preview-of-many-words-hebo-gateway"));
        Assert.That(
            run.Only("aws:apprunner/autoScalingConfigurationVersion:AutoScalingConfigurationVersion")["autoScalingConfigurationName"],
            Has.Length.AtMost(32).And.StartsWith("a-preview-of-many-words"));
    }

    [TestCase("api", 256, 512, "KEY", "It must have 4 to 40 characters.")]
    [TestCase("sample", 256, 2048, "KEY", "App Runner offers 256, 512, 1024, 2048, 4096 CPU units, and beside 256 512, 1024 MiB.")]
    [TestCase("sample", 256, 512, "PORT", "App Runner reserves the name")]
    public void What_App_Runner_refuses_is_refused_before(string name, int cpu, int memory, string variable, string message) => Assert.That(
        () => Create(name: name, cpu: cpu, memory: memory, variable: variable),
        Throws.Exception.With.Message.Contains(message));

    private static Task<ComponentRun> Create(string image = PublicImage, string name = "sample", int cpu = 256, int memory = 512, string variable = "KEY") =>
        ComponentRun.Of(options =>
        {
            _ = new AppRunnerService("api", new AppRunnerServiceArgs
            {
                PhysicalName = name,
                Image = image,
                Port = 3001,
                CpuUnits = cpu,
                MemoryMiB = memory,
                MinimumInstances = 1,
                MaximumInstances = 2,
                MaximumConcurrency = 100,
                SubnetIds = "subnet-1",
                SecurityGroupIds = "sg-1",
                HealthCheckPath = "/",
                Variables = new Dictionary<string, Input<string>> { [variable] = "value" },
                Secrets = new Dictionary<string, Input<string>> { ["SECRET"] = "arn:aws:secretsmanager:us-east-1:123456789012:secret:key-AbCdEf" },
                SecretArns = ["arn:aws:secretsmanager:us-east-1:123456789012:secret:key-AbCdEf"],
            }, options);
        });
}
