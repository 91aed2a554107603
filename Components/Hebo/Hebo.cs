using Infra.Components.Compute;
using Infra.Components.Databases;
using Infra.Components.Hebo.Frontend;
using Infra.Components.Network;
using Infra.Components.Observability;
using Pulumi;

namespace Infra.Components.Hebo;

/// <summary>Hebo: Aurora, API, Gateway and a Next.js frontend.</summary>
public sealed class Hebo : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:hebo:Hebo";

    private const string VpcCidr = "10.0.0.0/16";
    private const int SubnetPrefixLength = 22;
    private const int Zones = 2;
    private const string SetServerKey = "pulumi config set --secret --path infra:hebo.stackSecretServerKey";

    /// <summary>Makes the whole system, in the order in which its parts need each other.</summary>
    public Hebo(string name, HeboArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var names = new HeboNames(args.Stage);
        var network = CreateNetwork(name, args, names);
        CreateStorageEndpoint(name, args, names, network);
        var bastion = args.Bastion ? CreateBastion(name, names, network) : null;
        var firewalls = CreateFirewalls(name, args, names, network, bastion);
        var secrets = CreateSecrets(name, args, names);
        var database = CreateDatabase(name, args, names, network, firewalls);
        var services = args.Services.Runtime == HeboServiceRuntime.None ? null : CreateServices(name, args, names, network, firewalls, secrets, database);
        var frontend = CreateFrontend(name, args, names, secrets, services);
        if (args.AlarmEmail is { } address)
        {
            CreateAlarms(name, args, names, address, database, services, frontend);
        }

        VpcId = network.VpcId;
        Outputs = Describe(network, bastion, database, services, frontend);
        Pending = [.. ServerKeyPending(args, secrets), .. frontend.Pending];
        RegisterOutputs();
    }

    /// <summary>The VPC's id.</summary>
    [Output("vpcId")]
    public Output<string> VpcId { get; private set; }

    /// <summary>What it gives to whoever deploys it, by name.</summary>
    public OrderedDictionary<string, object?> Outputs { get; }

    /// <summary>What waits for the operator: one sentence each.</summary>
    public IReadOnlyList<Input<string>> Pending { get; }

    private VpcNetwork CreateNetwork(string name, HeboArgs args, HeboNames names) => new($"{name}-network", new VpcNetworkArgs
    {
        CidrBlock = VpcCidr,
        AvailabilityZones = args.AvailabilityZones,
        // Public and private subnet of a zone lie side by side, as documented.
        PublicSubnets = SubnetBlocks.Strided(VpcCidr, SubnetPrefixLength, Zones, first: 0, stride: 2),
        PrivateSubnets = SubnetBlocks.Strided(VpcCidr, SubnetPrefixLength, Zones, first: 1, stride: 2),
        NatGateways = args.NatGateways,
    }, Child());

    // Free, and image layers, which lie in S3, then do not pass the NAT gateway.
    private void CreateStorageEndpoint(string name, HeboArgs args, HeboNames names, VpcNetwork network) => GatewayEndpoint.Create(
        $"{name}-s3",
        new ServiceEndpoint("s3", EndpointKind.Gateway),
        args.Region,
        network.VpcId,
        network.PrivateRouteTableIds,
        $"{names.Prefix}-s3",
        this);

    private Bastion CreateBastion(string name, HeboNames names, VpcNetwork network) => new($"{name}-bastion", new BastionArgs
    {
        PhysicalName = $"{names.Prefix}-bastion",
        VpcId = network.VpcId,
        SubnetId = network.PrivateSubnetIds.Apply(ids => ids[0]),
        // By block: the database's groups name the bastion's, so it cannot name theirs.
        Egress = [FirewallRule.EgressToCidr("postgres", AuroraCluster.Port, VpcCidr, "PostgreSQL")],
    }, Child());

    private HeboFirewalls CreateFirewalls(string name, HeboArgs args, HeboNames names, VpcNetwork network, Bastion? bastion) =>
        new($"{name}-firewalls", new HeboFirewallsArgs
        {
            Names = names,
            VpcId = network.VpcId,
            Proxy = args.Database.Proxy,
            BastionGroupId = bastion is null ? null : (Input<string>)bastion.SecurityGroupId,
        }, Child());

    private HeboSecrets CreateSecrets(string name, HeboArgs args, HeboNames names) => new($"{name}-secrets", new HeboSecretsArgs
    {
        Names = names,
        DataProtection = args.DataProtection,
        StackSecretServerKey = args.StackAuth.SecretServerKey,
        ProviderKeys = args.ProviderKeys,
    }, Child());

    private HeboDatabase CreateDatabase(string name, HeboArgs args, HeboNames names, VpcNetwork network, HeboFirewalls firewalls) =>
        new($"{name}-database", new HeboDatabaseArgs
        {
            Names = names,
            Region = args.Region,
            Settings = args.Database,
            DataProtection = args.DataProtection,
            AvailabilityZones = args.AvailabilityZones,
            SubnetIds = network.PrivateSubnetIds,
            Firewalls = firewalls,
            LogRetentionDays = args.LogRetentionDays,
        }, Child());

    private HeboServices CreateServices(
        string name, HeboArgs args, HeboNames names, VpcNetwork network, HeboFirewalls firewalls, HeboSecrets secrets, HeboDatabase database) =>
        new($"{name}-services", new HeboServicesArgs
        {
            Plan = new HeboServicesPlan
            {
                Names = names,
                System = args,
                Api = HeboService.Api(names, args, database, secrets),
                Gateway = HeboService.Gateway(names, args, database, secrets),
                Network = network,
                Firewalls = firewalls,
                // Endpoints and ARNs are known long before the database answers and the secrets hold anything.
                CreateAfter = [.. database.Ready, .. secrets.Ready, .. firewalls.Rules],
            },
        }, Child());

    private HeboFrontend CreateFrontend(string name, HeboArgs args, HeboNames names, HeboSecrets secrets, HeboServices? services) =>
        new($"{name}-frontend", new HeboFrontendArgs
        {
            Names = names,
            Region = args.Region,
            DataProtection = args.DataProtection,
            LogRetentionDays = args.LogRetentionDays,
            Domain = args.Domain,
            BuildDirectory = args.FrontendBuildDirectory,
            ApiUrl = services is null ? null : (Input<string>)services.ApiUrl,
            GatewayUrl = services is null ? null : (Input<string>)services.GatewayUrl,
            StackProjectId = args.StackAuth.ProjectId,
            StackPublishableClientKey = args.StackAuth.PublishableClientKey,
            ServerKey = secrets.ServerKey,
        }, Child());

    private void CreateAlarms(
        string name, HeboArgs args, HeboNames names, string address, HeboDatabase database, HeboServices? services, HeboFrontend frontend) =>
        _ = new HeboAlarms($"{name}-alarms", new HeboAlarmsArgs
        {
            Names = names,
            Region = args.Region,
            EmailAddress = address,
            ClusterIdentifier = database.ClusterIdentifier,
            ServiceFailures = services?.Failures ?? new Dictionary<string, Metric>(),
            DistributionId = frontend.DistributionId,
        }, Child());

    private static OrderedDictionary<string, object?> Describe(
        VpcNetwork network, Bastion? bastion, HeboDatabase database, HeboServices? services, HeboFrontend frontend)
    {
        var outputs = new OrderedDictionary<string, object?>
        {
            ["frontendUrl"] = frontend.Url,
            ["apiUrl"] = services?.ApiUrl,
            ["gatewayUrl"] = services?.GatewayUrl,
            ["distributionId"] = frontend.DistributionId,
            ["dbWriterEndpoint"] = database.WriterEndpoint,
            ["dbReaderEndpoint"] = database.ReaderEndpoint,
            ["proxyEndpoint"] = database.ProxyEndpoint,
            ["replicaEndpoint"] = database.ReplicaEndpoint,
            ["globalClusterId"] = database.GlobalClusterId,
            ["bastionInstanceId"] = bastion?.InstanceId,
            ["vpcId"] = network.VpcId,
        };
        foreach (var absent in outputs.Where(output => output.Value is null).Select(output => output.Key).ToList())
        {
            outputs.Remove(absent);
        }

        return outputs;
    }

    private static IEnumerable<Input<string>> ServerKeyPending(HeboArgs args, HeboSecrets secrets)
    {
        if (secrets.ServerKey.AwaitsValue)
        {
            var put = Output.Format(
                $"aws secretsmanager put-secret-value --region {args.Region} --secret-id {secrets.ServerKey.SecretArn} --secret-string KEY");
            yield return Output.Format(
                $"The secret {secrets.ServerKey.SecretName} holds a placeholder, and nobody can sign in; set it: {SetServerKey}, or put it there and deploy the services anew: {put}");
        }
    }

    private ComponentResourceOptions Child() => new() { Parent = this };
}
