using Infra.Components.Containers;
using Infra.Components.Edge;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.SeePlusPlus;

/// <summary>The way in: load balancer, certificate, host names, and a target group with a rule for each service.</summary>
public sealed class SeePlusPlusFrontDoor : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:seePlusPlus:FrontDoor";

    /// <summary>Seconds for which a connection may be silent while code runs.</summary>
    public const int IdleTimeoutSeconds = 300;

    private const int HealthCheckIntervalSeconds = 15;

    // What Copilot grants.
    private const int FrontendDeregistrationSeconds = 60;

    // Beyond the longest run, so that one that has begun is answered although its task is being replaced.
    private const int RunOverheadSeconds = 10;

    /// <summary>Makes the certificate, the target groups, the load balancer and the records.</summary>
    public SeePlusPlusFrontDoor(string name, SeePlusPlusFrontDoorArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var site = args.Site;
        var certificate = FindCertificate(name, args);
        TargetGroups = site.Services.ToDictionary(service => service.Name, service => CreateTargetGroup(name, service, args), StringComparer.Ordinal);
        var balancer = CreateLoadBalancer(name, args, certificate);
        WriteRecords(name, args, balancer);
        Rules = balancer.Rules;
        DnsName = balancer.DnsName;
        ArnSuffix = balancer.ArnSuffix;
        RegisterOutputs();
    }

    /// <summary>The load balancer's own host name.</summary>
    [Output("dnsName")]
    public Output<string> DnsName { get; private set; }

    /// <summary>The end of the load balancer's ARN, by which its metrics go.</summary>
    [Output("arnSuffix")]
    public Output<string> ArnSuffix { get; private set; }

    /// <summary>The target groups by the services' names.</summary>
    public IReadOnlyDictionary<string, Aws.LB.TargetGroup> TargetGroups { get; }

    /// <summary>The rules by the services' names: ECS refuses a service whose target group no rule uses yet.</summary>
    public IReadOnlyDictionary<string, Resource> Rules { get; }

    private Input<string>? FindCertificate(string name, SeePlusPlusFrontDoorArgs args) => args.Domain switch
    {
        null => null,
        { CertificateArn: { } arn } => arn,
        var domain => new ValidatedCertificate($"{name}-certificate", new ValidatedCertificateArgs
        {
            DomainName = args.Site.HostNames[0],
            AlternativeNames = [.. args.Site.HostNames.Skip(1)],
            ZoneId = domain.ZoneId,
        }, Child()).CertificateArn,
    };

    private Aws.LB.TargetGroup CreateTargetGroup(string name, WebService service, SeePlusPlusFrontDoorArgs args) => new HttpTargetGroup
    {
        VpcId = args.Network.VpcId,
        Port = service.Port,
        HealthCheckPath = service.HealthCheckPath,
        NameTag = args.Names.Service(service),
        IntervalSeconds = HealthCheckIntervalSeconds,
        DeregistrationDelaySeconds = service == WebService.Backend ? args.LongestRunSeconds + RunOverheadSeconds : FrontendDeregistrationSeconds,
    }.Create($"{name}-{service.Name}", this);

    private ApplicationLoadBalancer CreateLoadBalancer(string name, SeePlusPlusFrontDoorArgs args, Input<string>? certificate) =>
        new($"{name}-balancer", new ApplicationLoadBalancerArgs
        {
            PhysicalName = args.Names.Prefix,
            Internal = false,
            SubnetIds = args.Network.PublicSubnetIds,
            SecurityGroupIds = args.Network.BalancerGroupId,
            IdleTimeoutSeconds = IdleTimeoutSeconds,
            DeletionProtection = args.DataProtection.DeletionProtection,
            CertificateArn = certificate,
            DefaultAction = ListenerAction.Respond(404, "Not found"),
            Rules = [.. args.Site.Services.Select(service => args.Site.Rule(service, TargetGroups[service.Name].Arn))],
        }, Child());

    private void WriteRecords(string name, SeePlusPlusFrontDoorArgs args, ApplicationLoadBalancer balancer)
    {
        if (args.Domain is not { } domain)
        {
            return;
        }

        foreach (var host in args.Site.HostNames)
        {
            _ = new Aws.Route53.Record($"{name}-{host}", new Aws.Route53.RecordArgs
            {
                ZoneId = domain.ZoneId,
                Name = host,
                Type = "A",
                Aliases = new Aws.Route53.Inputs.RecordAliasArgs
                {
                    Name = balancer.DnsName,
                    ZoneId = balancer.ZoneId,
                    EvaluateTargetHealth = false,
                },
            }, new CustomResourceOptions { Parent = this });
        }
    }

    private ComponentResourceOptions Child() => new() { Parent = this };
}
