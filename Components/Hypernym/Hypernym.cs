using System.Collections.Immutable;
using System.Text.Json;
using Infra.Components.Network;
using Infra.Components.Secrets;
using Pulumi;

namespace Infra.Components.Hypernym;

/// <summary>Hypernym: an internal API over language models, on ECS or EKS, in a network without the internet.</summary>
public sealed class Hypernym : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:hypernym:Hypernym";

    private const string Placeholder = "REPLACE_WITH_THE_API_KEY_OF_YOUR_PROVIDER";

    /// <summary>Makes the whole system, in the order in which its parts need each other.</summary>
    public Hypernym(string name, HypernymArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        args.Validate(name);
        var inference = PrepareInference(name, args);
        var network = CreateNetwork(name, args, inference);
        var runtime = args.Compute.Create(name, Foundation(args, network, inference), this);

        VpcId = network.VpcId;
        PrivateSubnetIds = network.PrivateSubnetIds;
        ApplicationSecurityGroupId = network.ApplicationGroupId;
        ClusterArn = runtime.ClusterArn;
        LoadBalancerUrl = runtime.LoadBalancerUrl;
        LogGroupName = runtime.LogGroupName;
        Outputs = runtime.Outputs;
        RegisterOutputs();
    }

    /// <summary>The VPC's id.</summary>
    [Output("vpcId")]
    public Output<string> VpcId { get; private set; }

    /// <summary>The ids of the private subnets.</summary>
    [Output("privateSubnetIds")]
    public Output<ImmutableArray<string>> PrivateSubnetIds { get; private set; }

    /// <summary>The id of the security group of tasks or nodes.</summary>
    [Output("applicationSecurityGroupId")]
    public Output<string> ApplicationSecurityGroupId { get; private set; }

    /// <summary>The cluster's ARN.</summary>
    [Output("clusterArn")]
    public Output<string> ClusterArn { get; private set; }

    /// <summary>The address that clients in the VPC and in joined networks call.</summary>
    [Output("loadBalancerUrl")]
    public Output<string> LoadBalancerUrl { get; private set; }

    /// <summary>The name of the application's log group, or of the control plane's.</summary>
    [Output("logGroupName")]
    public Output<string> LogGroupName { get; private set; }

    /// <summary>The outputs of what it runs on, by name in camelCase.</summary>
    public OrderedDictionary<string, object?> Outputs { get; }

    /// <summary>The secret whose placeholder the operator must replace with the provider's credentials; null when there is none.</summary>
    public StoredSecret? AwaitedCredentials { get; private set; }

    /// <summary>The endpoints of AWS services that a system has, whose zones its subnets must lie in.</summary>
    public static IReadOnlyList<ServiceEndpoint> Endpoints(HypernymVariant variant, bool byop, bool metering, bool containerInsights) =>
        HypernymEndpoints.For(variant, byop, metering, containerInsights);

    /// <summary>
    /// How the names of a system begin that is given no other beginning: `hypernym-STACK`, in at most 28 characters that every service
    /// takes.
    /// </summary>
    public static string DefaultNamePrefix(string stack) => HypernymNames.DefaultPrefix(stack);

    private HypernymInference PrepareInference(string name, HypernymArgs args)
    {
        switch (args.Provider)
        {
            case ManagedInference managed:
                return HypernymInference.Managed(managed);
            case ByopInference { SecretArn: { } arn } byop:
                return HypernymInference.Byop(byop, Output.Create(arn), []);
            case ByopInference byop:
                var secret = StoreCredentials(name, args, byop);
                AwaitedCredentials = secret.AwaitsValue ? secret : null;
                return HypernymInference.Byop(byop, secret.SecretArn, [secret.Version]);
            default:
                throw new NotSupportedException($"No inference can be prepared for {args.Provider.GetType().Name}.");
        }
    }

    private StoredSecret StoreCredentials(string name, HypernymArgs args, ByopInference provider) => new($"{name}-credentials", new StoredSecretArgs
    {
        PhysicalName = args.CredentialsSecretName,
        Description = "Hypernym: address, API key and model of the inference provider",
        DataProtection = args.DataProtection,
        Value = provider.ApiKey is { } key ? (Input<string>)key.Apply(value => Credentials(provider, value)) : null,
        Placeholder = Credentials(provider, Placeholder),
        KmsKeyArn = provider.KmsKeyArn is { } keyArn ? (Input<string>)keyArn : null,
    }, new ComponentResourceOptions { Parent = this });

    // The application reads exactly these three keys.
    private static string Credentials(ByopInference provider, string apiKey) => JsonSerializer.Serialize(new
    {
        api_key = apiKey,
        model_name = provider.ModelName,
        provider_url = provider.ProviderUrl,
    });

    private HypernymNetwork CreateNetwork(string name, HypernymArgs args, HypernymInference inference) => new($"{name}-network", new HypernymNetworkArgs
    {
        NamePrefix = args.NamePrefix,
        Region = args.Region,
        Layout = args.Network,
        Variant = args.Compute.Variant,
        ClusterName = args.Compute.ClusterName,
        ApplicationPort = args.Application.Port,
        FrontDoor = args.FrontDoor,
        Provider = args.Provider,
        SecretArn = inference.SecretArn,
        ContainerInsights = args.ContainerInsights,
    }, new ComponentResourceOptions { Parent = this });

    private static HypernymFoundation Foundation(HypernymArgs args, HypernymNetwork network, HypernymInference inference) => new()
    {
        Names = new HypernymNames(args.NamePrefix),
        Region = args.Region,
        Layout = args.Network,
        Network = network,
        Application = args.Application,
        Provider = args.Provider,
        Inference = inference,
        FrontDoor = args.FrontDoor,
        LogRetentionDays = args.LogRetentionDays,
        ContainerInsights = args.ContainerInsights,
    };
}
