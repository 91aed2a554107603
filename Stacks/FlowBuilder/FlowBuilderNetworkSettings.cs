using Infra.Components;
using Infra.Components.Network;
using Infra.Stacks.Settings;
using Infra.Stacks.Settings.Constraints;

namespace Infra.Stacks.FlowBuilder;

/// <summary>Flow Builder's settings of the standard variant's network.</summary>
public abstract record FlowBuilderNetworkSettings : FlowBuilderDatabaseSettings
{
    /// <summary>How many zones.</summary>
    [Setting("Standard: how many availability zones the network spans.")]
    [Between(2, 3)]
    public int AzCount { get; init; } = 2;

    /// <summary>What leads to the internet.</summary>
    [Setting("Standard: how private subnets reach the internet: gateway (NAT gateways) or instance (one small EC2 instance).")]
    [DefaultIn(DeploymentEnvironment.Dev, NatKind.Instance)]
    public NatKind NatType { get; init; } = NatKind.Gateway;

    /// <summary>How many NAT gateways.</summary>
    [Setting("Standard: how many NAT gateways there are, 1 to `azCount`.", defaultText: "1; prod: `azCount`", example: "1")]
    [Between(1, 3)]
    public int? NatGatewayCount { get; init; }

    /// <summary>The NAT instance's type.</summary>
    [Setting("Standard: the type of the NAT instance; types such as t4g.nano run on ARM.")]
    [Pattern("^[a-z][a-z0-9-]*\\.[a-z0-9]+$", "an instance type, such as t3.nano")]
    public string NatInstanceType { get; init; } = "t3.nano";

    /// <summary>Whether there is a bastion.</summary>
    [Setting("Standard: whether an instance without any open port leads to the database through Session Manager.")]
    public bool EnableBastion { get; init; }

    /// <summary>The certificate of HTTPS.</summary>
    [Setting(
        "Standard: the ARN of an issued ACM certificate: the API then speaks HTTPS, and HTTP redirects to it.",
        defaultText: "none: HTTP only",
        example: "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000")]
    [Arn("acm", "certificate/")]
    public string? CertificateArn { get; init; }
}
