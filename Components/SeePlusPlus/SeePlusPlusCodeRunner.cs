using Infra.Components.Containers;
using Infra.Components.Functions;
using Infra.Components.Identity;
using Infra.Components.Observability;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.SeePlusPlus;

/// <summary>
/// Runs strangers' code: a function that nobody but the backend may call, in private subnets without a way to the internet, whose code
/// may use none of the rights that Lambda needs to attach it there.
/// </summary>
public sealed class SeePlusPlusCodeRunner : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:seePlusPlus:CodeRunner";

    private const int UntaggedImageDays = 7;
    private const string CachePrefix = "cache";

    /// <summary>Makes the repository, log group, role and function.</summary>
    public SeePlusPlusCodeRunner(string name, SeePlusPlusCodeRunnerArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        (RepositoryArn, RepositoryUrl) = args.CreatesRepository ? CreateRepository(name, args) : FindRepository();
        var logs = LogGroups.Create($"{name}-logs", args.Names.CodeRunnerLogGroup, args.LogRetentionDays, this);
        var role = CreateRole(name, args, logs);
        var function = CreateFunction(name, args, logs, role);
        FunctionArn = function.Arn;
        FunctionName = function.FunctionName;
        RoleArn = role.Arn;
        LogGroupName = logs.Name;
        RegisterOutputs();
    }

    /// <summary>The repository's ARN.</summary>
    [Output("repositoryArn")]
    public Output<string> RepositoryArn { get; private set; }

    /// <summary>What an image's tag is appended to.</summary>
    [Output("repositoryUrl")]
    public Output<string> RepositoryUrl { get; private set; }

    /// <summary>The function's ARN.</summary>
    [Output("functionArn")]
    public Output<string> FunctionArn { get; private set; }

    /// <summary>The function's name.</summary>
    [Output("functionName")]
    public Output<string> FunctionName { get; private set; }

    /// <summary>The ARN of the role it runs as.</summary>
    [Output("roleArn")]
    public Output<string> RoleArn { get; private set; }

    /// <summary>The name of its log group.</summary>
    [Output("logGroupName")]
    public Output<string> LogGroupName { get; private set; }

    private (Output<string> Arn, Output<string> Url) CreateRepository(string name, SeePlusPlusCodeRunnerArgs args)
    {
        var repository = new ImageRepository($"{name}-images", new ImageRepositoryArgs
        {
            PhysicalName = SeePlusPlusNames.CodeRunnerRepository,
            DataProtection = args.DataProtection,
            UntaggedImageDays = UntaggedImageDays,
            // A push moves the tag of its stage.
            TagMutability = TagMutability.Mutable,
        }, new ComponentResourceOptions { Parent = this });
        Replicate(name, args, repository);
        return (repository.Arn, repository.RepositoryUrl);
    }

    private void Replicate(string name, SeePlusPlusCodeRunnerArgs args, ImageRepository repository)
    {
        if (args.ReplicationRegion is not { } region)
        {
            return;
        }

        _ = new Aws.Ecr.ReplicationConfiguration($"{name}-replication", new Aws.Ecr.ReplicationConfigurationArgs
        {
            ReplicationConfigurationDetails = new Aws.Ecr.Inputs.ReplicationConfigurationReplicationConfigurationArgs
            {
                Rules = new Aws.Ecr.Inputs.ReplicationConfigurationReplicationConfigurationRuleArgs
                {
                    Destinations = new Aws.Ecr.Inputs.ReplicationConfigurationReplicationConfigurationRuleDestinationArgs
                    {
                        Region = region,
                        RegistryId = repository.Arn.Apply(arn => Arn.Parse(arn).Account),
                    },
                    RepositoryFilters = new Aws.Ecr.Inputs.ReplicationConfigurationReplicationConfigurationRuleRepositoryFilterArgs
                    {
                        Filter = repository.RepositoryName,
                        FilterType = "PREFIX_MATCH",
                    },
                },
            },
        }, new CustomResourceOptions { Parent = this });
    }

    private (Output<string> Arn, Output<string> Url) FindRepository()
    {
        var repository = Aws.Ecr.GetRepository.Invoke(
            new Aws.Ecr.GetRepositoryInvokeArgs { Name = SeePlusPlusNames.CodeRunnerRepository },
            new InvokeOptions { Parent = this });
        return (repository.Apply(found => found.Arn), repository.Apply(found => found.RepositoryUrl));
    }

    private ServiceRole CreateRole(string name, SeePlusPlusCodeRunnerArgs args, Aws.CloudWatch.LogGroup logs)
    {
        // Built from the log group's: the function's own ARN would close a circle.
        var functionArn = logs.Arn.Apply(arn => (Arn.Parse(arn) with { Service = "lambda" }).Sibling($"function:{args.Names.CodeRunner}").ToString());
        var policies = new Dictionary<string, PolicyDocument> { ["refuse-ec2"] = RefuseEc2ToItsCode(functionArn) };
        if (args.CachesTraces)
        {
            policies["cache"] = UseCache(args.TraceBucketArn);
        }

        return new ServiceRole($"{name}-role", new ServiceRoleArgs
        {
            PhysicalName = args.Names.CodeRunnerRole,
            Description = "See++: runs the code of visitors",
            Trust = TrustPolicy.Service("lambda.amazonaws.com"),
            ManagedPolicyArns = [ManagedPolicies.LambdaBasicExecution, ManagedPolicies.LambdaVpcAccess],
            InlinePolicies = policies,
        }, new ComponentResourceOptions { Parent = this });
    }

    // Lambda itself calls EC2 without this key when it attaches the function; the function's code, which can read the role's credentials,
    // calls with it (Lambda Developer Guide, using source function ARN).
    private static PolicyDocument RefuseEc2ToItsCode(Output<string> functionArn) => new(new PolicyStatement
    {
        Sid = "RefuseEc2ToItsCode",
        Effect = PolicyEffect.Deny,
        Actions = ["ec2:*"],
        Resources = "*",
        Conditions = [PolicyCondition.ArnEquals("lambda:SourceFunctionArn", functionArn)],
    });

    private static PolicyDocument UseCache(Output<string> bucketArn) => new(new PolicyStatement
    {
        Sid = "UseCache",
        Actions = ["s3:GetObject", "s3:PutObject"],
        Resources = Output.Format($"{bucketArn}/{CachePrefix}/*"),
    });

    private LambdaFunction CreateFunction(string name, SeePlusPlusCodeRunnerArgs args, Aws.CloudWatch.LogGroup logs, ServiceRole role) =>
        new($"{name}-function", new LambdaFunctionArgs
        {
            PhysicalName = args.Names.CodeRunner,
            Description = "Compiles and traces the code of visitors",
            Code = FunctionCode.ImageOrPlaceholder(ImageUri(args)),
            MemoryMiB = args.MemoryMiB,
            TimeoutSeconds = args.TimeoutSeconds,
            RoleArn = role.Arn,
            LogGroupName = logs.Name,
            Environment = args.CachesTraces ? new() { { "CACHE_BUCKET", args.TraceBucketName } } : null,
            Network = new FunctionNetwork(args.Network.PrivateSubnetIds, args.Network.RunnerGroupId),
            // Lambda refuses a function in a VPC whose role may not make network interfaces yet.
            CreateAfter = role.Policies.ToArray(),
        }, new ComponentResourceOptions { Parent = this });

    private Input<string>? ImageUri(SeePlusPlusCodeRunnerArgs args)
    {
        if (args.ImageTag is not { } tag)
        {
            return args.ImageUri is { } uri ? (Input<string>)uri : null;
        }

        // By digest: a function given a tag never notices that the tag has moved. The repository is named by its ARN, which is known only
        // once it exists: before that, nothing may be looked up in it.
        var image = Aws.Ecr.GetImage.Invoke(
            new Aws.Ecr.GetImageInvokeArgs
            {
                RepositoryName = RepositoryArn.Apply(arn => Arn.Parse(arn).Resource["repository/".Length..]),
                ImageTag = tag,
            },
            new InvokeOptions { Parent = this });
        return Output.Format($"{RepositoryUrl}@{image.Apply(found => found.ImageDigest)}");
    }
}
