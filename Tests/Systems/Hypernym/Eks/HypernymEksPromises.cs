using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Systems.Hypernym.Eks;

/// <summary>What Hypernym's document promises of EKS, checked on the resources of one stack.</summary>
[TestFixtureSource(typeof(HypernymStack), nameof(HypernymStack.OnEks))]
internal abstract class HypernymEksPromises(string stackName) : HypernymPromises(stackName)
{
    protected ResourceNode Cluster => Stack.Only("aws:eks/cluster:Cluster");

    protected ResourceNode Nodes => Stack.Only("aws:eks/nodeGroup:NodeGroup");

    protected ResourceNode Deployment => Stack.Only("kubernetes:apps/v1:Deployment");

    protected PropertyValue Pod => Deployment.Inputs["spec"]["template"]["spec"];

    protected PropertyValue Container => Pod["containers"][0];

    protected ResourceNode Role(string suffix) => Stack.Only("aws:iam/role:Role", $"{Stack.Prefix}-{suffix}");

    protected static PolicyText.Statement Trust(ResourceNode role) => PolicyText.Parse(role.Inputs["assumeRolePolicy"].AsText).Single();

    protected IReadOnlyList<string> Managed(ResourceNode role) =>
    [
        .. Stack.OfType("aws:iam/rolePolicyAttachment:RolePolicyAttachment")
            .Where(attachment => attachment.Inputs["role"].AsText == role.Output("name").AsText)
            .Select(attachment => attachment.Inputs["policyArn"].AsText!.Split('/')[^1]),
    ];

    protected ResourceNode Addon(string name) => Stack.OfType("aws:eks/addon:Addon").Single(addon => addon.Inputs["addonName"].AsText == name);

    protected bool Waits(ResourceNode node, ResourceNode until) => Stack.WaitsFor(node).Contains(until.Urn);

    /// <summary>Asserts that a role is assumed by the pods of one service account alone.</summary>
    protected void AssertTrustsOnly(ResourceNode role, string serviceAccount)
    {
        var provider = Stack.Only("aws:iam/openIdConnectProvider:OpenIdConnectProvider");
        var host = provider.Inputs["url"].AsText!["https://".Length..];
        var trust = Trust(role);
        Assert.Multiple(() =>
        {
            Assert.That(trust.Actions, Is.EqualTo(new[] { "sts:AssumeRoleWithWebIdentity" }));
            Assert.That(trust.Principals, Is.EqualTo(new[] { $"Federated:{Arn(provider)}" }));
            Assert.That(trust.Conditions, Is.EquivalentTo(new[]
            {
                $"StringEquals {host}:aud sts.amazonaws.com",
                $"StringEquals {host}:sub system:serviceaccount:{serviceAccount}",
            }));
        });
    }
}
