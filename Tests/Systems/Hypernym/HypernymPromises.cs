using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Systems.Hypernym;

/// <summary>What Hypernym's document promises, checked on the resources of one stack.</summary>
[Parallelizable]
internal abstract class HypernymPromises(string stackName)
{
    protected const string IngressType = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    protected const string EgressType = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

    protected HypernymStack Stack { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task PreviewTheStack() => Stack = await HypernymStack.Of(stackName);

    protected static string? Id(ResourceNode node) => node.Output("id").AsText;

    protected static string? Arn(ResourceNode node) => node.Output("arn").AsText;

    protected static IReadOnlyList<string> Texts(PropertyValue value) => [.. value.AsList?.Texts ?? []];

    /// <summary>The id of one of the three security groups, by what it is for.</summary>
    protected string Group(string role) => Id(Stack.Only("aws:ec2/securityGroup:SecurityGroup", $"{Stack.Prefix}-{role}-sg"))!;

    /// <summary>The rules of a group, each as protocol, port and its one other end.</summary>
    protected IReadOnlyList<string> Rules(string type, string group) =>
    [
        .. Stack.OfType(type).Where(rule => rule.Inputs["securityGroupId"].AsText == group).Select(rule =>
        {
            var ends = new[] { "cidrIpv4", "cidrIpv6", "referencedSecurityGroupId", "prefixListId" }
                .Select(end => rule.Inputs[end].AsText).Where(end => end is not null).ToList();
            Assert.That(ends, Has.Count.EqualTo(1), rule.Urn);
            Assert.That(rule.Inputs["fromPort"].AsNumber, Is.EqualTo(rule.Inputs["toPort"].AsNumber), rule.Urn);
            return $"{rule.Inputs["ipProtocol"].AsText} {rule.Inputs["fromPort"].AsNumber} {ends[0]}";
        }),
    ];
}
