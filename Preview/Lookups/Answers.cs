using Infra.Preview.Model;

namespace Infra.Preview.Lookups;

/// <summary>Answers that follow from a call's arguments and region.</summary>
internal static class Answers
{
    /// <summary>The answer; null for a call that only an account can answer.</summary>
    public static MapValue? Compute(LookupCall call) => call.Token switch
    {
        "aws:index/getAvailabilityZones:getAvailabilityZones" => RegionAnswers.Zones(call),
        "aws:index/getAvailabilityZone:getAvailabilityZone" => RegionAnswers.Zone(call),
        "aws:index/getRegion:getRegion" => RegionAnswers.Region(call),
        "aws:index/getRegions:getRegions" => RegionAnswers.Regions(),
        "aws:index/getDefaultTags:getDefaultTags" => MapValue.Of(("tags", Synthesis.ProviderFacts.DefaultTags(call.Provider))),
        "aws:ec2/getPrefixList:getPrefixList" or "aws:ec2/getManagedPrefixList:getManagedPrefixList" => RegionAnswers.PrefixList(call),
        "aws:ec2/getVpcEndpointService:getVpcEndpointService" => RegionAnswers.EndpointService(call),
        "aws:elb/getServiceAccount:getServiceAccount" => RegionAnswers.LoadBalancerAccount(call),
        "aws:elb/getHostedZoneId:getHostedZoneId" or "aws:lb/getHostedZoneId:getHostedZoneId" => RegionAnswers.LoadBalancerZone(call),
        "aws:ec2/getAmi:getAmi" => ImageAnswers.Image(call),
        "aws:ec2/getAmiIds:getAmiIds" => MapValue.Of(("ids", ListValue.Of(ImageAnswers.Id(call)))),
        "aws:ssm/getParameter:getParameter" => ImageAnswers.Parameter(call),
        "aws:ec2/getVpc:getVpc" or "aws:ec2/getVpcs:getVpcs" or "aws:ec2/getSubnet:getSubnet" or "aws:ec2/getSubnets:getSubnets"
            or "aws:ec2/getSecurityGroup:getSecurityGroup" => NetworkAnswers.Compute(call),
        "aws:route53/getZone:getZone" => NetworkAnswers.HostedZone(call),
        "aws:iam/getPolicyDocument:getPolicyDocument" => PolicyDocument.Answer(call),
        "aws:rds/getEngineVersion:getEngineVersion" => DatabaseAnswers.EngineVersion(call),
        "aws:rds/getOrderableDbInstance:getOrderableDbInstance" => DatabaseAnswers.OrderableInstance(call),
        _ => null,
    };
}
