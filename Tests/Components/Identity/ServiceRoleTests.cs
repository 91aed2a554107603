using Infra.Components.Identity;
using Infra.Tests.Systems;
using NUnit.Framework;

namespace Infra.Tests.Components.Identity;

public sealed class ServiceRoleTests
{
    [Test]
    public async Task A_role_has_one_attachment_per_managed_policy_and_one_inline_policy_per_document()
    {
        IReadOnlyList<Pulumi.Resource> policies = [];
        var run = await ComponentRun.Of(options => policies = new ServiceRole("worker", new ServiceRoleArgs
        {
            Trust = TrustPolicy.Service("lambda.amazonaws.com"),
            Description = "Works",
            ManagedPolicyArns = [ManagedPolicies.LambdaBasicExecution, ManagedPolicies.LambdaVpcAccess],
            InlinePolicies = new Dictionary<string, PolicyDocument>
            {
                ["read"] = new(new PolicyStatement { Sid = "Read", Actions = ["s3:GetObject"], Resources = "arn:aws:s3:::b/*" }),
            },
        }, options).Policies);

        var role = run.Only("aws:iam/role:Role");
        var inline = run.Only("aws:iam/rolePolicy:RolePolicy");
        var attachments = run.OfType("aws:iam/rolePolicyAttachment:RolePolicyAttachment");
        Assert.Multiple(() =>
        {
            Assert.That(role.Name, Is.EqualTo("worker"));
            Assert.That(role["name"], Is.Null);
            Assert.That(role["description"], Is.EqualTo("Works"));
            Assert.That(PolicyText.Parse((string?)role["assumeRolePolicy"]).Single().Principals, Is.EqualTo(new[] { "Service:lambda.amazonaws.com" }));
            Assert.That(attachments.Select(attachment => attachment.Name), Is.EquivalentTo(new[]
            {
                "worker-AWSLambdaBasicExecutionRole", "worker-AWSLambdaVPCAccessExecutionRole",
            }));
            Assert.That(attachments.Select(attachment => attachment["role"]), Is.All.EqualTo("worker"));
            Assert.That(inline.Name, Is.EqualTo("worker-read"));
            Assert.That(PolicyText.Parse((string?)inline["policy"]).Single().Actions, Is.EqualTo(new[] { "s3:GetObject" }));
            Assert.That(policies, Has.Count.EqualTo(3));
        });
    }

    [Test]
    public void A_name_that_AWS_refuses_is_refused_first() => Assert.That(
        () => ComponentRun.Of(options => _ = new ServiceRole("worker", new ServiceRoleArgs
        {
            Trust = TrustPolicy.Service("lambda.amazonaws.com"),
            Description = "Works",
            PhysicalName = new string('r', 65),
        }, options)),
        Throws.Exception.With.Message.Contains("at most 64 characters"));
}
