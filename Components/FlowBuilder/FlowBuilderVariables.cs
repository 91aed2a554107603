using System.Collections.Frozen;

namespace Infra.Components.FlowBuilder;

/// <summary>The environment variables of Flow Builder's application.</summary>
public static class FlowBuilderVariables
{
    /// <summary>The variables that the program sets itself.</summary>
    public static IReadOnlySet<string> Own { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        "AWS_REGION",
        "CLERK_FRONTEND_URL",
        "CLERK_SECRET_KEY",
        "CUSTOM_AWS_REGION",
        "DB_HOST",
        "DB_NAME",
        "DB_PASSWORD",
        "DB_PORT",
        "DB_USER",
        "ENVIRONMENT",
        "EVENTBRIDGE_PIPES_MODE",
        "EXIT_AFTER_COMPLETION",
        "POLLING_MODE",
        "SECRET_ENCRYPTION_KEY",
        "SECRET_ENCRYPTION_PASSWORD",
        "SECRET_ENCRYPTION_SALT",
        "SQS_URL",
        "USE_DB_SECRETS",
        "WORKFLOW_QUEUE_URL");

    /// <summary>What the application takes for its environment. It is strict about origins and silent about errors in `production` alone.</summary>
    public static string Environment(DeploymentEnvironment environment) => environment switch
    {
        DeploymentEnvironment.Prod => "production",
        DeploymentEnvironment.Staging => "staging",
        _ => "dev",
    };
}
