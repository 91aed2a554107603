using System.Globalization;
using Infra.Components.Identity;
using Infra.Components.Naming;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Containers;

/// <summary>
/// A service on App Runner whose traffic goes out through a VPC, with a role that reads its secrets and nothing else. It is deployed by
/// changing its image, never by a push to the registry.
/// </summary>
public sealed class AppRunnerService : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:containers:AppRunnerService";

    private const int LongestScalingName = 32;

    /// <summary>Makes the connector, the roles, the scaling and the service.</summary>
    public AppRunnerService(string name, AppRunnerServiceArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        args.Validate(name);
        var connector = CreateConnector(name, args);
        var role = CreateInstanceRole(name, args);
        var access = EcrImage.IsPrivate(args.Image) ? CreateAccessRole(name, args) : null;
        var scaling = CreateScaling(name, args);
        var service = CreateService(name, args, connector, role, access, scaling);
        ServiceArn = service.Arn;
        ServiceId = service.ServiceId;
        Url = Output.Format($"https://{service.ServiceUrl}");
        RegisterOutputs();
    }

    /// <summary>The service's ARN.</summary>
    [Output("serviceArn")]
    public Output<string> ServiceArn { get; private set; }

    /// <summary>The service's id, by which its metrics go.</summary>
    [Output("serviceId")]
    public Output<string> ServiceId { get; private set; }

    /// <summary>The service's address with its scheme.</summary>
    [Output("url")]
    public Output<string> Url { get; private set; }

    private Aws.AppRunner.VpcConnector CreateConnector(string name, AppRunnerServiceArgs args) => new($"{name}-connector", new Aws.AppRunner.VpcConnectorArgs
    {
        VpcConnectorName = args.PhysicalName,
        Subnets = args.SubnetIds,
        SecurityGroups = args.SecurityGroupIds,
    }, new CustomResourceOptions { Parent = this });

    private ServiceRole CreateInstanceRole(string name, AppRunnerServiceArgs args) => new($"{name}-role", new ServiceRoleArgs
    {
        Trust = TrustPolicy.Service("tasks.apprunner.amazonaws.com"),
        Description = $"{args.PhysicalName}: App Runner reads the secrets that it hands to the service",
        InlinePolicies = args.SecretArns.Count == 0
            ? new Dictionary<string, PolicyDocument>()
            : new Dictionary<string, PolicyDocument>
            {
                ["secrets"] = new(new PolicyStatement
                {
                    Sid = "ReadSecrets",
                    Actions = ["secretsmanager:GetSecretValue"],
                    Resources = args.SecretArns.ToArray(),
                }),
            },
    }, new ComponentResourceOptions { Parent = this });

    private ServiceRole CreateAccessRole(string name, AppRunnerServiceArgs args) => new($"{name}-access", new ServiceRoleArgs
    {
        Trust = TrustPolicy.Service("build.apprunner.amazonaws.com"),
        Description = $"{args.PhysicalName}: App Runner pulls the image",
        ManagedPolicyArns = [ManagedPolicies.AppRunnerEcrAccess],
    }, new ComponentResourceOptions { Parent = this });

    private Aws.AppRunner.AutoScalingConfigurationVersion CreateScaling(string name, AppRunnerServiceArgs args) =>
        new($"{name}-scaling", new Aws.AppRunner.AutoScalingConfigurationVersionArgs
        {
            AutoScalingConfigurationName = PhysicalName.Fit(args.PhysicalName, LongestScalingName),
            MinSize = args.MinimumInstances,
            MaxSize = args.MaximumInstances,
            MaxConcurrency = args.MaximumConcurrency,
        }, new CustomResourceOptions { Parent = this });

    private Aws.AppRunner.Service CreateService(
        string name,
        AppRunnerServiceArgs args,
        Aws.AppRunner.VpcConnector connector,
        ServiceRole role,
        ServiceRole? access,
        Aws.AppRunner.AutoScalingConfigurationVersion scaling) => new(name, new Aws.AppRunner.ServiceArgs
        {
            ServiceName = args.PhysicalName,
            SourceConfiguration = Source(args, access),
            InstanceConfiguration = new Aws.AppRunner.Inputs.ServiceInstanceConfigurationArgs
            {
                Cpu = Text(args.CpuUnits),
                Memory = Text(args.MemoryMiB),
                InstanceRoleArn = role.Arn,
            },
            NetworkConfiguration = new Aws.AppRunner.Inputs.ServiceNetworkConfigurationArgs
            {
                EgressConfiguration = new Aws.AppRunner.Inputs.ServiceNetworkConfigurationEgressConfigurationArgs
                {
                    EgressType = "VPC",
                    VpcConnectorArn = connector.Arn,
                },
            },
            AutoScalingConfigurationArn = scaling.Arn,
            HealthCheckConfiguration = new Aws.AppRunner.Inputs.ServiceHealthCheckConfigurationArgs
            {
                // App Runner's default, an open port, passes while the application fails.
                Protocol = "HTTP",
                Path = args.HealthCheckPath,
                Interval = 10,
                Timeout = 5,
                HealthyThreshold = 1,
                UnhealthyThreshold = args.UnhealthyThreshold,
            },
        }, new CustomResourceOptions
        {
            Parent = this,
            // App Runner reads the secrets and pulls the image while it creates the service, and the application talks to its neighbours at once.
            DependsOn = (Resource[])[.. role.Policies, .. access?.Policies ?? [], .. args.CreateAfter],
        });

    private static Aws.AppRunner.Inputs.ServiceSourceConfigurationArgs Source(AppRunnerServiceArgs args, ServiceRole? access)
    {
        var source = new Aws.AppRunner.Inputs.ServiceSourceConfigurationArgs
        {
            // Said explicitly: the provider's default is true, which App Runner refuses for images of ECR Public.
            AutoDeploymentsEnabled = false,
            ImageRepository = new Aws.AppRunner.Inputs.ServiceSourceConfigurationImageRepositoryArgs
            {
                ImageIdentifier = args.Image,
                ImageRepositoryType = EcrImage.IsPrivate(args.Image) ? "ECR" : "ECR_PUBLIC",
                ImageConfiguration = new Aws.AppRunner.Inputs.ServiceSourceConfigurationImageRepositoryImageConfigurationArgs
                {
                    Port = Text(args.Port),
                    RuntimeEnvironmentVariables = Map(args.Variables),
                    RuntimeEnvironmentSecrets = Map(args.Secrets),
                },
            },
        };
        if (access is not null)
        {
            source.AuthenticationConfiguration = new Aws.AppRunner.Inputs.ServiceSourceConfigurationAuthenticationConfigurationArgs
            {
                AccessRoleArn = access.Arn,
            };
        }

        return source;
    }

    private static InputMap<string> Map(IReadOnlyDictionary<string, Input<string>> values)
    {
        var map = new InputMap<string>();
        foreach (var (key, value) in values.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            map.Add(key, value);
        }

        return map;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
