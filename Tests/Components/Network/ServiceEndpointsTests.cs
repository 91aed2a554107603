using Infra.Components.Identity;
using Infra.Components.Network;
using Infra.Tests.Systems;
using NUnit.Framework;
using Pulumi;

namespace Infra.Tests.Components.Network;

public sealed class ServiceEndpointsTests
{
    private const string EndpointType = "aws:ec2/vpcEndpoint:VpcEndpoint";

    [Test]
    public async Task Interface_endpoints_stand_in_the_subnets_and_gateway_endpoints_in_the_tables()
    {
        string? prefixList = null;
        var run = await ComponentRun.Of(options => Create(options).PrefixListIds["s3"].Apply(value => prefixList = value));
        var endpoints = run.OfType(EndpointType).ToDictionary(endpoint => endpoint.Name);
        var (api, s3) = (endpoints["net-ecr-api"], endpoints["net-s3"]);
        Assert.Multiple(() =>
        {
            Assert.That(endpoints, Has.Count.EqualTo(2));
            Assert.That(api["serviceName"], Is.EqualTo("com.amazonaws.eu-west-1.ecr.api"));
            Assert.That(api["vpcEndpointType"], Is.EqualTo("Interface"));
            Assert.That(api["privateDnsEnabled"], Is.EqualTo(true));
            Assert.That(api.Texts("subnetIds"), Is.EqualTo(new[] { "subnet-1", "subnet-2" }));
            Assert.That(api.Texts("securityGroupIds"), Is.EqualTo(new[] { "net-group-id" }));
            Assert.That(api["routeTableIds"] ?? api["policy"], Is.Null);
            Assert.That(api["tags.Name"], Is.EqualTo("api-ecr-api-endpoint"));
            Assert.That(s3["vpcEndpointType"], Is.EqualTo("Gateway"));
            Assert.That(s3.Texts("routeTableIds"), Is.EqualTo(new[] { "rtb-1" }));
            Assert.That(s3["subnetIds"] ?? s3["securityGroupIds"] ?? s3["privateDnsEnabled"], Is.Null);
            Assert.That(PolicyText.Parse((string?)s3["policy"]).Single().Resources, Is.EqualTo(new[] { "arn:aws:s3:::layers/*" }));
            Assert.That(prefixList, Is.EqualTo("pl-net-s3"));
        });
    }

    [Test]
    public async Task Their_group_admits_what_is_asked_and_lets_nothing_out()
    {
        var run = await ComponentRun.Of(options => _ = Create(options));
        Assert.Multiple(() =>
        {
            Assert.That(run.Only("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")["cidrIpv4"], Is.EqualTo("10.0.0.0/16"));
            Assert.That(run.OfType("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"), Is.Empty);
            Assert.That(run.Only("aws:ec2/securityGroup:SecurityGroup")["tags.Name"], Is.EqualTo("api-vpce-sg"));
        });
    }

    [Test]
    public async Task Zones_are_chosen_where_every_service_is()
    {
        IReadOnlyDictionary<string, IReadOnlyCollection<string>>? zones = null;
        await ComponentRun.Of(async _ => zones = await EndpointZones.ByServiceAsync(
            [new("logs", EndpointKind.Interface), new("rare", EndpointKind.Interface), new("s3", EndpointKind.Gateway)], "us-east-1", new InvokeOptions()));
        Assert.Multiple(() =>
        {
            Assert.That(zones!.Keys, Is.EquivalentTo(new[] { "logs", "rare" }));
            Assert.That(EndpointZones.Common(zones), Is.EquivalentTo(new[] { "us-east-1b", "us-east-1c" }));
            Assert.That(EndpointZones.Lacking("us-east-1b", zones), Is.Empty);
            Assert.That(EndpointZones.Lacking("us-east-1a", zones), Is.EqualTo(new[] { "rare" }));
            Assert.That(EndpointZones.Lacking("us-east-1d", zones), Is.EqualTo(new[] { "logs", "rare" }));
        });
    }

    private static ServiceEndpoints Create(ComponentResourceOptions options) => new("net", new ServiceEndpointsArgs
    {
        VpcId = "vpc-1",
        Region = "eu-west-1",
        SubnetIds = new[] { "subnet-1", "subnet-2" },
        RouteTableIds = "rtb-1",
        Endpoints =
        [
            new("ecr.api", EndpointKind.Interface),
            new("s3", EndpointKind.Gateway)
            {
                Policy = new PolicyDocument(new PolicyStatement
                {
                    Sid = "Read",
                    Principal = PolicyPrincipal.Everyone,
                    Actions = ["s3:GetObject"],
                    Resources = "arn:aws:s3:::layers/*",
                }),
            },
        ],
        Admits = [FirewallRule.IngressFromCidr("https", 443, "10.0.0.0/16", "VPC")],
        SecurityGroupName = "api-vpce-sg",
        NamePrefix = "api",
    }, options);
}
