using System.Globalization;
using Infra.Components.Databases;
using Pulumi;

namespace Infra.Components.Hebo;

/// <summary>API or Gateway, whatever it runs on.</summary>
/// <param name="Key">`api` or `gateway`: part of resource names, and the label before the domain.</param>
/// <param name="PhysicalName">Its name in AWS.</param>
/// <param name="Image">Its image.</param>
/// <param name="Port">The port it listens on.</param>
internal sealed record HeboService(string Key, string PhysicalName, string Image, int Port)
{
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
    public static HeboService Api(HeboNames names, HeboArgs args, HeboDatabase database, HeboSecrets secrets) =>
        new("api", names.Api, args.Services.ApiImage, args.Services.ApiPort)
        {
            Variables = CommonVariables(names, args, database),
            Secrets = CommonSecrets(database, secrets),
            SecretArns = CommonSecretArns(database, secrets),
        };

    /// <summary>The Gateway, which calls the model providers besides.</summary>
    public static HeboService Gateway(HeboNames names, HeboArgs args, HeboDatabase database, HeboSecrets secrets)
    {
        var port = args.Services.GatewayPort;
        var variables = CommonVariables(names, args, database);
        // It reads this name, not PORT.
        variables["GATEWAY_PORT"] = port.ToString(CultureInfo.InvariantCulture);
        var references = CommonSecrets(database, secrets);
        foreach (var (variable, secret) in secrets.ProviderKeys)
        {
            references[variable] = secret.SecretArn;
        }

        return new("gateway", names.Gateway, args.Services.GatewayImage, port)
        {
            Variables = variables,
            Secrets = references,
            SecretArns = [.. CommonSecretArns(database, secrets), .. secrets.ProviderKeys.Values.Select(secret => (Input<string>)secret.SecretArn)],
        };
    }

    private static Dictionary<string, Input<string>> CommonVariables(HeboNames names, HeboArgs args, HeboDatabase database) => new(StringComparer.Ordinal)
    {
        ["PG_HOST"] = database.Host,
        ["PG_PORT"] = AuroraCluster.Port.ToString(CultureInfo.InvariantCulture),
        ["PG_DATABASE"] = HeboDatabase.DatabaseName,
        ["PGSSLMODE"] = "require",
        ["VITE_STACK_PROJECT_ID"] = args.StackAuth.ProjectId,
        ["NODE_ENV"] = "production",
        ["LOG_LEVEL"] = names.IsProduction ? "info" : "debug",
    };

    private static Dictionary<string, Input<string>> CommonSecrets(HeboDatabase database, HeboSecrets secrets) => new(StringComparer.Ordinal)
    {
        ["PG_USER"] = database.Credentials.Reference("username"),
        ["PG_PASSWORD"] = database.Credentials.Reference("password"),
        ["STACK_SECRET_SERVER_KEY"] = secrets.ServerKey.SecretArn,
    };

    private static Input<string>[] CommonSecretArns(HeboDatabase database, HeboSecrets secrets) =>
        [database.Credentials.Secret.SecretArn, secrets.ServerKey.SecretArn];
}
