using Pulumi;

namespace Infra.Components.Hebo.Frontend;

/// <summary>The environment variables of the frontend's server, by the names that the application and OpenNext read.</summary>
internal static class HeboFrontendEnvironment
{
    /// <summary>The folder of cached pages, in the bucket.</summary>
    public const string CacheFolder = "_cache";

    /// <summary>
    /// The server's variables. Those named NEXT_PUBLIC_ may end up in browsers, so the server key is none of them, and of it there is the
    /// secret's ARN alone.
    /// </summary>
    public static InputMap<string> Server(HeboFrontendServerArgs args)
    {
        var settings = args.Settings;
        var variables = new InputMap<string>
        {
            { "NEXT_PUBLIC_STACK_PROJECT_ID", settings.StackProjectId },
            { "NEXT_PUBLIC_STACK_PUBLISHABLE_CLIENT_KEY", settings.StackPublishableClientKey },
            { "STACK_SECRET_SERVER_KEY_ARN", settings.ServerKey.SecretArn },
            // Instances read the key once, while they start: another id starts new ones.
            { "STACK_SECRET_SERVER_KEY_VERSION_ID", settings.ServerKey.VersionId },
            { "ORIGIN_SECRET", args.OriginSecret },
        };
        AddWhenKnown(variables, "NEXT_PUBLIC_API_URL", settings.ApiUrl);
        AddWhenKnown(variables, "NEXT_PUBLIC_GATEWAY_URL", settings.GatewayUrl);
        if (args.Build is not null)
        {
            variables.Add("CACHE_BUCKET_NAME", args.Bucket.BucketName);
            variables.Add("CACHE_BUCKET_KEY_PREFIX", CacheFolder);
            variables.Add("CACHE_BUCKET_REGION", settings.Region);
        }

        if (args.Revalidation?.Queue is { } queue)
        {
            variables.Add("REVALIDATION_QUEUE_URL", queue.Url);
            variables.Add("REVALIDATION_QUEUE_REGION", settings.Region);
        }

        AddWhenKnown(variables, "CACHE_DYNAMO_TABLE", args.Revalidation?.Table?.Name is { } table ? (Input<string>)table : null);
        return variables;
    }

    private static void AddWhenKnown(InputMap<string> variables, string variable, Input<string>? value)
    {
        if (value is not null)
        {
            variables.Add(variable, value);
        }
    }
}
