using System.Globalization;
using Infra.Components.Containers;
using Infra.Components.Databases;
using Infra.Components.Messaging;
using Pulumi;

namespace Infra.Components.FlowBuilder.Standard;

/// <summary>What API and worker stand on.</summary>
internal sealed record FlowBuilderRuntime
{
    /// <summary>The system's names.</summary>
    public required FlowBuilderNames Names { get; init; }

    /// <summary>The region.</summary>
    public required string Region { get; init; }

    /// <summary>What the application takes for its environment; `production` makes it strict.</summary>
    public required string Environment { get; init; }

    /// <summary>The network.</summary>
    public required FlowBuilderNetwork Network { get; init; }

    /// <summary>The security groups.</summary>
    public required FlowBuilderFirewalls Firewalls { get; init; }

    /// <summary>The database.</summary>
    public required FlowBuilderDatabase Database { get; init; }

    /// <summary>The database's name and user.</summary>
    public required FlowBuilderDatabaseLayout DatabaseLayout { get; init; }

    /// <summary>The queue of workflows.</summary>
    public required MessageQueue Queue { get; init; }

    /// <summary>The cluster.</summary>
    public required ContainerCluster Cluster { get; init; }

    /// <summary>The ARN of the log group of sessions with containers.</summary>
    public required Output<string> SessionLogGroupArn { get; init; }

    /// <summary>What encrypts users' credentials in the database; null when the application keeps each in a secret of its own.</summary>
    public required FlowBuilderEncryption? Encryption { get; init; }

    /// <summary>Further variables of both, none of them secret.</summary>
    public required IReadOnlyDictionary<string, string> FurtherVariables { get; init; }

    /// <summary>Days that logs are kept.</summary>
    public required int LogRetentionDays { get; init; }

    /// <summary>The ARNs of the secrets that both read.</summary>
    public IReadOnlyList<Output<string>> SecretArns =>
        Encryption is null ? [Database.Credentials.SecretArn] : [Database.Credentials.SecretArn, Encryption.SecretArn];

    /// <summary>How the application reaches its database.</summary>
    public FlowBuilderConnection Connection => new()
    {
        Host = Database.Address,
        Port = PostgresInstance.Port.ToString(CultureInfo.InvariantCulture),
        Database = DatabaseLayout.Name,
        User = DatabaseLayout.Username,
        Password = Database.Password,
        SecretArn = Database.Credentials.SecretArn,
    };

    /// <summary>Everything that a task needs from its first second though no input of it names it.</summary>
    public IReadOnlyList<Resource> Ready =>
    [
        Cluster.Capacity,
        Database.Credentials.Version,
        .. Encryption is null ? Array.Empty<Resource>() : [Encryption.Secret.Version],
        .. Network.PrivateReady,
        .. Firewalls.Rules,
    ];

    /// <summary>The variables of both that no secret is in.</summary>
    public InputMap<string> Variables()
    {
        var variables = new InputMap<string>
        {
            Connection.Variables(),
            { "AWS_REGION", Region },
            { "CUSTOM_AWS_REGION", Region },
            { "ENVIRONMENT", Environment },
            // The application knows the queue by two names.
            { "SQS_URL", Queue.Url },
            { "USE_DB_SECRETS", Encryption is null ? "false" : "true" },
            { "WORKFLOW_QUEUE_URL", Queue.Url },
        };
        foreach (var (name, value) in FurtherVariables)
        {
            variables.Add(name, value);
        }

        return variables;
    }

    /// <summary>The variables of both that ECS fills from secrets.</summary>
    public InputMap<string> SecretVariables()
    {
        var secrets = new InputMap<string> { { "DB_PASSWORD", Database.Credentials.TaskReference("password") } };
        return Encryption is null ? secrets : InputMap<string>.Merge(secrets, Encryption.Variables());
    }
}
