using Infra.Components.Identity;
using Pulumi;

namespace Infra.Components.Hebo.Frontend;

/// <summary>What the frontend's functions may do besides writing logs.</summary>
internal static class HeboFrontendPolicies
{
    private const string CacheFolder = HeboFrontendEnvironment.CacheFolder;

    /// <summary>The server: reads its key, keeps cached pages and their tags, and asks for pages to be rendered anew.</summary>
    public static IReadOnlyDictionary<string, PolicyDocument> Server(HeboFrontendServerArgs args)
    {
        var policies = new Dictionary<string, PolicyDocument>
        {
            ["server-key"] = new(new PolicyStatement
            {
                Sid = "ReadServerKey",
                Actions = ["secretsmanager:GetSecretValue"],
                Resources = args.Settings.ServerKey.SecretArn,
            }),
        };
        if (args.Build is not null)
        {
            policies["page-cache"] = KeepPages(args.Bucket.Arn);
        }

        if (args.Revalidation?.Queue is { } queue)
        {
            policies["revalidation"] = new(new PolicyStatement
            {
                Sid = "AskForPages",
                Actions = ["sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:SendMessage"],
                Resources = queue.Arn,
            });
        }

        if (args.Revalidation?.Table is { } table)
        {
            policies["page-tags"] = new(new PolicyStatement
            {
                Sid = "KeepTags",
                Actions =
                [
                    "dynamodb:BatchGetItem", "dynamodb:BatchWriteItem", "dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query",
                    "dynamodb:UpdateItem",
                ],
                Resources = new() { table.Arn, Output.Format($"{table.Arn}/index/*") },
            });
        }

        return policies;
    }

    /// <summary>The image optimiser: reads the site's own images.</summary>
    /// <param name="bucketArn">The bucket's ARN.</param>
    /// <param name="folder">The folder of files for viewers.</param>
    public static IReadOnlyDictionary<string, PolicyDocument> Images(Output<string> bucketArn, string folder) => new Dictionary<string, PolicyDocument>
    {
        ["assets"] = new(new PolicyStatement { Sid = "ReadAssets", Actions = ["s3:GetObject"], Resources = Output.Format($"{bucketArn}/{folder}/*") }),
    };

    /// <summary>The revalidation function: takes messages from its queue.</summary>
    /// <param name="queueArn">The queue's ARN.</param>
    public static IReadOnlyDictionary<string, PolicyDocument> Revalidation(Output<string> queueArn) => new Dictionary<string, PolicyDocument>
    {
        ["queue"] = new(new PolicyStatement
        {
            Sid = "TakeMessages",
            Actions = ["sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:ReceiveMessage"],
            Resources = queueArn,
        }),
    };

    /// <summary>The seeder: writes the tags of the build's own pages.</summary>
    /// <param name="tableArn">The table's ARN.</param>
    public static IReadOnlyDictionary<string, PolicyDocument> Seeder(Output<string> tableArn) => new Dictionary<string, PolicyDocument>
    {
        ["table"] = new(new PolicyStatement
        {
            Sid = "WriteTags",
            Actions = ["dynamodb:BatchWriteItem", "dynamodb:DescribeTable", "dynamodb:PutItem"],
            Resources = tableArn,
        }),
    };

    private static PolicyDocument KeepPages(Output<string> bucketArn) => new(
        new PolicyStatement
        {
            Sid = "KeepPages",
            Actions = ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"],
            Resources = Output.Format($"{bucketArn}/{CacheFolder}/*"),
        },
        new PolicyStatement
        {
            // Without it S3 answers 403 rather than 404 for a page that is not cached.
            Sid = "ListPages",
            Actions = ["s3:ListBucket"],
            Resources = bucketArn,
        });
}
