using System.Globalization;
using Infra.Components.Databases;
using Infra.Components.Secrets;
using Pulumi;

namespace Infra.Components.Hebo;

/// <summary>API or Gateway, whatever it runs on.</summary>
/// <param name="Key">`api` or `gateway`: part of resource names, and the label before the domain.</param>
/// <param name="PhysicalName">Its name in AWS.</param>
/// <param name="Image">Its image.</param>
/// <param name="Port">The port it listens on.</param>
internal sealed record HeboService(string Key, string PhysicalName, string Image, int Port)
{
    /// <summary>The key of the API.</summary>
    public const string ApiKey = "api";

    /// <summary>The key of the Gateway.</summary>
    public const string GatewayKey = "gateway";

    /// <summary>Both answer 200 there without credentials.</summary>
    public const string HealthCheckPath = "/";

    /// <summary>What it learns from its environment, beside `PORT`.</summary>
    public required IReadOnlyDictionary<string, Input<string>> Variables { get; init; }

    /// <summary>What it learns from Secrets Manager: references by the variables' names.</summary>
    public required IReadOnlyDictionary<string, Input<string>> Secrets { get; init; }

    /// <summary>The ARNs of those secrets.</summary>
    public required IReadOnlyList<Input<string>> SecretArns { get; init; }

    public string PortText => Port.ToString(CultureInfo.InvariantCulture);

    /// <summary>The API.</summary>
    public static HeboService Api(HeboNames names, HeboArgs args, HeboDatabase database, HeboSecrets secrets)
    {
        var stored = CommonStored(database, secrets);
        return new(ApiKey, names.Api, args.Services.ApiImage, args.Services.ApiPort)
        {
            Variables = CommonVariables(names, args, database, stored),
            Secrets = CommonSecrets(database, secrets),
            SecretArns = Arns(stored),
        };
    }

    /// <summary>The Gateway, which calls the model providers besides.</summary>
    public static HeboService Gateway(HeboNames names, HeboArgs args, HeboDatabase database, HeboSecrets secrets)
    {
        var port = args.Services.GatewayPort;
        StoredSecret[] stored = [.. CommonStored(database, secrets), .. secrets.ProviderKeys.Values];
        var variables = CommonVariables(names, args, database, stored);
        // It reads this name, not PORT.
        variables["GATEWAY_PORT"] = port.ToString(CultureInfo.InvariantCulture);
        var references = CommonSecrets(database, secrets);
        foreach (var (variable, secret) in secrets.ProviderKeys)
        {
            references[variable] = secret.SecretArn;
        }

        return new(GatewayKey, names.Gateway, args.Services.GatewayImage, port)
        {
            Variables = variables,
            Secrets = references,
            SecretArns = Arns(stored),
        };
    }

    private static Dictionary<string, Input<string>> CommonVariables(
        HeboNames names, HeboArgs args, HeboDatabase database, IEnumerable<StoredSecret> stored) => new(StringComparer.Ordinal)
        {
            ["PG_HOST"] = database.Host,
            ["PG_PORT"] = AuroraCluster.Port.ToString(CultureInfo.InvariantCulture),
            ["PG_DATABASE"] = HeboDatabase.DatabaseName,
            ["PGSSLMODE"] = "require",
            ["VITE_STACK_PROJECT_ID"] = args.StackAuth.ProjectId,
            ["NODE_ENV"] = "production",
            ["LOG_LEVEL"] = names.IsProduction ? "info" : "debug",
            // App Runner and ECS read secrets while they deploy and never again: the ids make a new password or key a deployment.
            ["SECRETS_VERSION_ID"] = Output.All(stored.Select(secret => secret.VersionId)).Apply(ids => string.Join(' ', ids)),
        };

    private static Dictionary<string, Input<string>> CommonSecrets(HeboDatabase database, HeboSecrets secrets) => new(StringComparer.Ordinal)
    {
        ["PG_USER"] = database.Credentials.Reference("username"),
        ["PG_PASSWORD"] = database.Credentials.Reference("password"),
        ["STACK_SECRET_SERVER_KEY"] = secrets.ServerKey.SecretArn,
    };

    private static StoredSecret[] CommonStored(HeboDatabase database, HeboSecrets secrets) => [database.Credentials.Secret, secrets.ServerKey];

    private static Input<string>[] Arns(IEnumerable<StoredSecret> stored) => [.. stored.Select(secret => (Input<string>)secret.SecretArn)];
}
