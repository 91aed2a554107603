using Infra.Components.Functions;
using Infra.Components.Hebo.Frontend.OpenNext;
using Infra.Components.Identity;
using Infra.Components.Messaging;
using Infra.Components.Observability;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Hebo.Frontend;

/// <summary>What renders cached pages anew: a queue and its function, and a table of the pages' tags; each where the build uses it.</summary>
internal sealed class HeboRevalidation : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:hebo:Revalidation";

    private const int MemoryMiB = 128;
    private const int RevalidationSeconds = 30;
    private const int SeederSeconds = 900;
    private const int BatchSize = 5;

    // Lambda wants a queue to hide messages at least as long as one invocation takes, and advises six times that (Lambda, SQS event sources).
    private const int VisibilitySeconds = 6 * RevalidationSeconds;

    /// <summary>Makes the parts that the build uses.</summary>
    public HeboRevalidation(string name, HeboRevalidationArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        if (args.Build.RevalidationBundle is { } revalidator)
        {
            Queue = CreateQueue(name, args);
            Consume(name, args, revalidator, Queue);
        }

        if (args.Build.KeepsTags)
        {
            Table = CreateTable(name);
            if (args.Build.SeederBundle is { } seeder)
            {
                Seed(name, args, seeder, Table);
            }
        }

        Fingerprint = Output.Create(args.Build.Fingerprint);
        RegisterOutputs();
    }

    /// <summary>What tells builds apart.</summary>
    [Output("fingerprint")]
    public Output<string> Fingerprint { get; private set; }

    /// <summary>The queue of pages to render; null when the build uses none.</summary>
    public MessageQueue? Queue { get; }

    /// <summary>The table of tags; null when the build keeps none.</summary>
    public Aws.DynamoDB.Table? Table { get; }

    private MessageQueue CreateQueue(string name, HeboRevalidationArgs args) => new($"{name}-queue", new MessageQueueArgs
    {
        PhysicalName = $"{args.NamePrefix}-revalidation.fifo",
        VisibilityTimeoutSeconds = VisibilitySeconds,
        // The server gives each message the group and the deduplication id of its page.
        Order = new MessageOrder(),
    }, Child());

    private void Consume(string name, HeboRevalidationArgs args, string bundle, MessageQueue queue)
    {
        var role = CreateRole($"{name}-role", $"{args.NamePrefix}-revalidation", HeboFrontendPolicies.Revalidation(queue.Arn));
        var function = CreateFunction($"{name}-function", args, bundle, role, new Function("revalidation", "Renders pages of Hebo's frontend anew", RevalidationSeconds, new()));
        _ = new Aws.Lambda.EventSourceMapping($"{name}-source", new Aws.Lambda.EventSourceMappingArgs
        {
            EventSourceArn = queue.Arn,
            FunctionName = function.Arn,
            BatchSize = BatchSize,
        }, new CustomResourceOptions
        {
            Parent = this,
            // Lambda refuses the mapping while the role may not read the queue.
            DependsOn = role.Policies.ToArray(),
        });
    }

    // No protection: it holds nothing that a build and its visitors do not bring back.
    private Aws.DynamoDB.Table CreateTable(string name) => new($"{name}-tags", new Aws.DynamoDB.TableArgs
    {
        BillingMode = "PAY_PER_REQUEST",
        HashKey = "tag",
        RangeKey = "path",
        Attributes =
        {
            new Aws.DynamoDB.Inputs.TableAttributeArgs { Name = "tag", Type = "S" },
            new Aws.DynamoDB.Inputs.TableAttributeArgs { Name = "path", Type = "S" },
            new Aws.DynamoDB.Inputs.TableAttributeArgs { Name = "revalidatedAt", Type = "N" },
        },
        GlobalSecondaryIndexes = new Aws.DynamoDB.Inputs.TableGlobalSecondaryIndexArgs
        {
            Name = "revalidate",
            HashKey = "path",
            RangeKey = "revalidatedAt",
            ProjectionType = "ALL",
        },
        PointInTimeRecovery = new Aws.DynamoDB.Inputs.TablePointInTimeRecoveryArgs { Enabled = true },
        ServerSideEncryption = new Aws.DynamoDB.Inputs.TableServerSideEncryptionArgs { Enabled = true },
    }, new CustomResourceOptions { Parent = this });

    private void Seed(string name, HeboRevalidationArgs args, string bundle, Aws.DynamoDB.Table table)
    {
        var role = CreateRole($"{name}-seeder-role", $"{args.NamePrefix}-seeder", HeboFrontendPolicies.Seeder(table.Arn));
        var function = CreateFunction(
            $"{name}-seeder",
            args,
            bundle,
            role,
            new Function("seeder", "Writes the tags of the pages that Hebo's frontend was built with", SeederSeconds, new() { { "CACHE_DYNAMO_TABLE", table.Name } }));
        _ = new Aws.Lambda.Invocation($"{name}-seeding", new Aws.Lambda.InvocationArgs
        {
            FunctionName = function.FunctionName,
            Input = """{"type":"initializationFunction","requestType":"create"}""",
            Triggers = { { "build", OpenNextBuild.HashOf(bundle) } },
        }, new CustomResourceOptions
        {
            Parent = this,
            // It runs at once, so its permissions come first.
            DependsOn = role.Policies.ToArray(),
        });
    }

    private ServiceRole CreateRole(string name, string functionName, IReadOnlyDictionary<string, PolicyDocument> policies) => new(name, new ServiceRoleArgs
    {
        Trust = TrustPolicy.Service("lambda.amazonaws.com"),
        Description = $"The function {functionName}",
        ManagedPolicyArns = [ManagedPolicies.LambdaBasicExecution],
        InlinePolicies = policies,
    }, Child());

    private LambdaFunction CreateFunction(string name, HeboRevalidationArgs args, string bundle, ServiceRole role, Function function)
    {
        var physicalName = $"{args.NamePrefix}-{function.Name}";
        var logs = LogGroups.Create($"{name}-logs", $"/aws/lambda/{physicalName}", args.LogRetentionDays, this);
        return new LambdaFunction(name, new LambdaFunctionArgs
        {
            PhysicalName = physicalName,
            Description = function.Description,
            Code = FunctionCode.Zip(bundle),
            MemoryMiB = MemoryMiB,
            TimeoutSeconds = function.TimeoutSeconds,
            RoleArn = role.Arn,
            LogGroupName = logs.Name,
            Environment = function.Environment,
        }, Child());
    }

    private ComponentResourceOptions Child() => new() { Parent = this };

    private sealed record Function(string Name, string Description, int TimeoutSeconds, InputMap<string> Environment);
}

/// <summary>What a <see cref="HeboRevalidation"/> is made of.</summary>
internal sealed class HeboRevalidationArgs : ResourceArgs
{
    /// <summary>How the names of its parts in AWS begin.</summary>
    public required string NamePrefix { get; init; }

    /// <summary>Days that logs are kept.</summary>
    public required int LogRetentionDays { get; init; }

    /// <summary>The application.</summary>
    public required OpenNextBuild Build { get; init; }
}
