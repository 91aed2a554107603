using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Systems.SeePlusPlus;

/// <summary>What See++'s document promises, checked on the resources of one stack.</summary>
[TestFixtureSource(typeof(SeePlusPlusStack), nameof(SeePlusPlusStack.Names))]
[Parallelizable]
internal abstract class SeePlusPlusPromises(string stackName)
{
    protected const string Backend = "backend";
    protected const string Legacy = "frontend-legacy";
    protected const string Frontend = "frontend";

    protected static readonly string[] Services = [Backend, Legacy, Frontend];

    protected SeePlusPlusStack Stack { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task PreviewTheStack() => Stack = await SeePlusPlusStack.Of(stackName);

    protected static string? Id(ResourceNode node) => node.Output("id").AsText;

    protected static string? Arn(ResourceNode node) => node.Output("arn").AsText;

    protected static IReadOnlyList<string> Texts(PropertyValue value) => [.. value.AsList?.Texts ?? []];

    protected ResourceNode TargetGroup(string service) => Stack.Only("aws:lb/targetGroup:TargetGroup", $"spp-web-{service}");

    protected ResourceNode SecurityGroup(string role) => Stack.Only("aws:ec2/securityGroup:SecurityGroup", $"spp-network-{role}");

    protected IReadOnlyList<ResourceNode> PrivateSubnets() => SubnetsOf(isPublic: false);

    protected IReadOnlyList<ResourceNode> SubnetsOf(bool isPublic) =>
        [.. Stack.OfType("aws:ec2/subnet:Subnet").Where(subnet => subnet.Inputs["mapPublicIpOnLaunch"].AsBool == isPublic)];
}
