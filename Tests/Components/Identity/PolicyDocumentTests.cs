using Infra.Components.Identity;
using NUnit.Framework;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Components.Identity;

public sealed class PolicyDocumentTests
{
    [Test]
    public async Task Keys_are_sorted_and_conditions_grouped()
    {
        var json = await OutputUtilities.GetValueAsync(new PolicyDocument(new PolicyStatement
        {
            Sid = "Run",
            Actions = ["ecs:RunTask", "ecs:StopTask"],
            Resources = new InputList<string> { Output.Create("arn:b"), "arn:a" },
            Conditions =
            [
                PolicyCondition.StringEquals("z:Key", "1"),
                PolicyCondition.ArnEquals("ecs:cluster", "arn:c"),
                PolicyCondition.StringEquals("a:Key", new[] { "2", "3" }),
                PolicyCondition.StringEquals("z:Key", "4"),
            ],
        }).ToJson());

        Assert.That(json, Is.EqualTo(
            Json("{'Statement':[{'Action':['ecs:RunTask','ecs:StopTask'],'Condition':{'ArnEquals':{'ecs:cluster':'arn:c'},")
            + Json("'StringEquals':{'a:Key':['2','3'],'z:Key':['1','4']}},'Effect':'Allow','Resource':['arn:b','arn:a'],'Sid':'Run'}],'Version':'2012-10-17'}")));
    }

    [Test]
    public async Task Principals_are_written_as_IAM_writes_them()
    {
        var json = await OutputUtilities.GetValueAsync(new PolicyDocument(
            Statement("Everyone", PolicyPrincipal.Everyone),
            Statement("Service", PolicyPrincipal.Service("lambda.amazonaws.com")),
            Statement("Roles", PolicyPrincipal.Aws(new[] { "arn:1", "arn:2" })),
            Statement("Provider", PolicyPrincipal.Federated("arn:oidc"))).ToJson());

        Assert.Multiple(() =>
        {
            Assert.That(json, Does.Contain(Json("{'Action':'s3:GetObject','Effect':'Allow','Principal':'*','Sid':'Everyone'}")));
            Assert.That(json, Does.Contain(Json("'Principal':{'Service':'lambda.amazonaws.com'}")));
            Assert.That(json, Does.Contain(Json("'Principal':{'AWS':['arn:1','arn:2']}")));
            Assert.That(json, Does.Contain(Json("'Principal':{'Federated':'arn:oidc'}")));
        });
    }

    [Test]
    public async Task A_reason_opens_a_statement_to_every_resource()
    {
        var json = await OutputUtilities.GetValueAsync(new PolicyDocument(new PolicyStatement
        {
            Sid = "LogIn",
            Actions = ["ecr:GetAuthorizationToken"],
            WhyAnyResource = "No resource-level permission.",
        }).ToJson());

        Assert.That(json, Does.Contain(Json("'Resource':'*'")).And.Not.Contain("No resource-level"));
    }

    [Test]
    public void Every_resource_without_a_reason_is_refused() => Assert.That(
        () => OutputUtilities.GetValueAsync(new PolicyDocument(new PolicyStatement
        {
            Sid = "Open",
            Actions = ["s3:GetObject"],
            Resources = Output.Create("*"),
        }).ToJson()),
        Throws.ArgumentException.With.Message.Contains("'Open'").And.Message.Contains("WhyAnyResource"));

    [Test]
    public void All_faults_of_a_document_are_reported_together() => Assert.That(
        () => new PolicyDocument(
            new PolicyStatement { Sid = "Twice", Actions = ["s3:GetObject"] },
            new PolicyStatement { Sid = "Twice", Actions = [] },
            new PolicyStatement { Sid = "with-hyphen", Actions = ["*"] }),
        Throws.ArgumentException
            .With.Message.Contains("2 statements are named 'Twice'")
            .And.Message.Contains("'Twice' has no action")
            .And.Message.Contains("named 'with-hyphen'")
            .And.Message.Contains("allows the action '*'"));

    [Test]
    public void A_policy_without_statement_is_refused() =>
        Assert.That(() => new PolicyDocument(), Throws.ArgumentException.With.Message.Contains("has no statement"));

    [Test]
    public async Task Secrets_in_a_statement_make_the_text_secret()
    {
        var json = new PolicyDocument(new PolicyStatement
        {
            Sid = "Secret",
            Actions = ["s3:GetObject"],
            Resources = Output.CreateSecret("arn:hidden"),
        }).ToJson();

        Assert.That(await Output.IsSecretAsync(json), Is.True);
    }

    [Test]
    public async Task A_trust_with_a_source_admits_only_that_account_and_those_resources()
    {
        var json = await OutputUtilities.GetValueAsync(
            TrustPolicy.Service("ecs-tasks.amazonaws.com", "123456789012", "arn:aws:ecs:us-east-1:123456789012:*").ToJson());

        Assert.That(json, Is.EqualTo(
            Json("{'Statement':[{'Action':'sts:AssumeRole','Condition':{'ArnLike':{'aws:SourceArn':'arn:aws:ecs:us-east-1:123456789012:*'},")
            + Json("'StringEquals':{'aws:SourceAccount':'123456789012'}},'Effect':'Allow','Principal':{'Service':'ecs-tasks.amazonaws.com'},'Sid':'AssumeRole'}],'Version':'2012-10-17'}")));
    }

    // Single quotes stand for double ones.
    private static string Json(string text) => text.Replace('\'', '"');

    private static PolicyStatement Statement(string sid, PolicyPrincipal principal) => new() { Sid = sid, Actions = ["s3:GetObject"], Principal = principal };
}
