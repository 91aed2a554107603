using System.Text.Json;
using Infra.Components.Databases;
using Infra.Components.Secrets;
using Pulumi;
using Random = Pulumi.Random;

namespace Infra.Components.FlowBuilder.Standard;

/// <summary>Flow Builder's database, and the secret that leads to it.</summary>
public sealed class FlowBuilderDatabase : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:flowBuilder:Database";

    private const int PasswordLength = 40;

    /// <summary>Makes the password if none is given, the instance, the copies of its backups and the secret.</summary>
    public FlowBuilderDatabase(string name, FlowBuilderDatabaseArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Password = GivenOrGeneratedPassword(name, args);
        var instance = CreateInstance(name, args);
        CopyBackups(name, args, instance);
        Credentials = StoreCredentials(name, args, instance);
        Address = instance.Address;
        Endpoint = instance.Endpoint;
        Identifier = instance.Identifier;
        RegisterOutputs();
    }

    /// <summary>The database's host name.</summary>
    [Output("address")]
    public Output<string> Address { get; private set; }

    /// <summary>The database's host name and port.</summary>
    [Output("endpoint")]
    public Output<string> Endpoint { get; private set; }

    /// <summary>The instance's identifier, which its metrics go by.</summary>
    [Output("identifier")]
    public Output<string> Identifier { get; private set; }

    /// <summary>The user's password. A secret.</summary>
    [Output("password")]
    public Output<string> Password { get; private set; }

    /// <summary>The secret with the credentials: a JSON object with the keys username, password, host, port and database.</summary>
    public StoredSecret Credentials { get; }

    // The application pastes the password into an address without escaping it.
    private Output<string> GivenOrGeneratedPassword(string name, FlowBuilderDatabaseArgs args) => args.Layout.Password is { } given
        ? Output.CreateSecret(given.ToOutput())
        : new Random.RandomPassword($"{name}-password", new Random.RandomPasswordArgs
        {
            Length = PasswordLength,
            Special = false,
        }, new CustomResourceOptions { Parent = this }).Result;

    private PostgresInstance CreateInstance(string name, FlowBuilderDatabaseArgs args) => new(name, new PostgresInstanceArgs
    {
        Identifier = args.Names.Database,
        EngineVersion = args.Layout.EngineVersion,
        InstanceClass = args.Layout.InstanceClass,
        StorageGiB = args.Layout.StorageGiB,
        MaximumStorageGiB = args.Layout.MaximumStorageGiB,
        MultiAz = args.Layout.MultiAz,
        BackupDays = args.Layout.BackupDays,
        DatabaseName = args.Layout.Name,
        Username = args.Layout.Username,
        Password = Password,
        SubnetIds = args.SubnetIds,
        SecurityGroupIds = args.SecurityGroupId,
        DataProtection = args.DataProtection,
    }, Child());

    private void CopyBackups(string name, FlowBuilderDatabaseArgs args, PostgresInstance instance)
    {
        if (args.Layout.BackupRegion is { } region)
        {
            _ = new DatabaseBackupCopy($"{name}-backups", new DatabaseBackupCopyArgs
            {
                InstanceArn = instance.Arn,
                Identifier = args.Names.Database,
                Region = region,
                RetentionDays = args.Layout.BackupDays,
                DataProtection = args.DataProtection,
            }, Child());
        }
    }

    private StoredSecret StoreCredentials(string name, FlowBuilderDatabaseArgs args, PostgresInstance instance) => new($"{name}-credentials", new StoredSecretArgs
    {
        PhysicalName = args.Names.DatabaseSecret,
        Description = "Flow Builder: where the database is and how to get in",
        DataProtection = args.DataProtection,
        Placeholder = "{}",
        Value = Output.Tuple(instance.Address, Password).Apply(values => JsonSerializer.Serialize(new
        {
            database = args.Layout.Name,
            host = values.Item1,
            password = values.Item2,
            port = PostgresInstance.Port,
            username = args.Layout.Username,
        })),
    }, Child());

    private ComponentResourceOptions Child() => new() { Parent = this };
}

/// <summary>What a <see cref="FlowBuilderDatabase"/> is made of.</summary>
public sealed class FlowBuilderDatabaseArgs : ResourceArgs
{
    /// <summary>The system's names.</summary>
    public required FlowBuilderNames Names { get; init; }

    /// <summary>How large it is.</summary>
    public required FlowBuilderDatabaseLayout Layout { get; init; }

    /// <summary>The ids of the isolated subnets it lies in.</summary>
    public required InputList<string> SubnetIds { get; init; }

    /// <summary>The id of the security group it wears.</summary>
    public required Input<string> SecurityGroupId { get; init; }

    /// <summary>How far it resists deletion.</summary>
    public required DataProtection DataProtection { get; init; }
}
