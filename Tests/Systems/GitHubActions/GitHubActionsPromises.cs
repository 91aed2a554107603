using Infra.Preview.Model;
using Infra.Tests.Support;
using NUnit.Framework;

namespace Infra.Tests.Systems.GitHubActions;

/// <summary>What the roles for GitHub's workflows may do, and who may take them on.</summary>
public sealed class GitHubActionsPromises
{
    private const string Stack = "github-actions";
    private const string Issuer = "token.actions.githubusercontent.com";
    private const string ProviderType = "aws:iam/openIdConnectProvider:OpenIdConnectProvider";
    private const string GivenProvider = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com";

    [Test]
    public async Task There_is_one_role_for_pull_requests_one_for_drift_and_one_per_environment() => Assert.That(
        Roles(await Scenario.Of(Stack)).Select(role => role.Inputs["name"].AsText),
        Is.EquivalentTo(new[] { "infra-preview", "infra-drift", "infra-deploy-dev", "infra-deploy-prod" }));

    [TestCase("infra-preview", "repo:acme/infra:pull_request")]
    [TestCase("infra-drift", "repo:acme/infra:ref:refs/heads/main")]
    [TestCase("infra-deploy-dev", "repo:acme/infra:environment:dev")]
    [TestCase("infra-deploy-prod", "repo:acme/infra:environment:prod")]
    public async Task A_role_trusts_tokens_of_one_exact_subject(string name, string subject)
    {
        var scenario = await Scenario.Of(Stack);
        var trust = PolicyText.Parse(Role(scenario, name).Inputs["assumeRolePolicy"].AsText).Single();
        Assert.Multiple(() =>
        {
            Assert.That(trust.Actions, Is.EqualTo(new[] { "sts:AssumeRoleWithWebIdentity" }));
            Assert.That(trust.Principals, Is.EqualTo(new[] { $"Federated:{scenario.Graph.Only(ProviderType).Output("arn").AsText}" }));
            Assert.That(trust.Conditions, Is.EquivalentTo(new[] { $"StringEquals {Issuer}:aud sts.amazonaws.com", $"StringEquals {Issuer}:sub {subject}" }));
        });
    }

    [Test]
    public async Task Unread_code_of_a_pull_request_cannot_read_secrets_objects_items_messages_logs_or_code()
    {
        var scenario = await Scenario.Of(Stack);
        var denial = Statements(scenario, "infra-preview").Single();
        Assert.Multiple(() =>
        {
            Assert.That(Managed(scenario, "infra-preview"), Is.EqualTo(new[] { "arn:aws:iam::aws:policy/ReadOnlyAccess" }));
            Assert.That(denial.Effect, Is.EqualTo("Deny"));
            Assert.That(denial.Resources, Is.EqualTo(new[] { "*" }));
            Assert.That(
                denial.Actions,
                Is.SupersetOf(new[]
                {
                    "secretsmanager:GetSecretValue", "kms:Decrypt", "s3:GetObject", "dynamodb:GetItem", "dynamodb:Query", "dynamodb:Scan",
                    "sqs:ReceiveMessage", "logs:GetLogEvents", "logs:FilterLogEvents", "lambda:GetFunction", "lambda:GetFunctionConfiguration",
                }));
        });
    }

    [Test]
    public async Task The_drift_check_reads_and_decrypts_stored_secrets_and_nothing_else_of_their_kind()
    {
        var scenario = await Scenario.Of(Stack);
        var statements = Statements(scenario, "infra-drift");
        Assert.Multiple(() =>
        {
            Assert.That(Managed(scenario, "infra-drift"), Is.EqualTo(new[] { "arn:aws:iam::aws:policy/ReadOnlyAccess" }));
            Assert.That(statements.SelectMany(statement => statement.Actions), Is.EquivalentTo(new[] { "secretsmanager:GetSecretValue", "kms:Decrypt" }));
            Assert.That(
                statements.Single(statement => statement.Actions.Contains("kms:Decrypt")).Conditions,
                Is.EqualTo(new[] { "StringLike kms:ViaService secretsmanager.*.amazonaws.com" }));
        });
    }

    [Test]
    public async Task A_deployment_may_last_four_hours_within_its_policies_and_boundary()
    {
        var scenario = await Scenario.Of(
            Stack,
            set: ["infra:githubActions.permissionsBoundaryArn=arn:aws:iam::123456789012:policy/edge", "infra:githubActions.deployPolicyArns[0]=arn:aws:iam::123456789012:policy/deploy"]);
        var deploying = Role(scenario, "infra-deploy-prod");
        Assert.Multiple(() =>
        {
            Assert.That(deploying.Inputs["maxSessionDuration"].AsNumber, Is.EqualTo(14400));
            Assert.That(deploying.Inputs["permissionsBoundary"].AsText, Is.EqualTo("arn:aws:iam::123456789012:policy/edge"));
            Assert.That(Managed(scenario, "infra-deploy-prod"), Is.EqualTo(new[] { "arn:aws:iam::123456789012:policy/deploy" }));
            Assert.That(scenario.Result.Diagnostics, Is.Empty);
        });
    }

    [Test]
    public async Task Administrators_without_a_boundary_are_warned_of() => Assert.That(
        (await Scenario.Of(Stack)).Result.Diagnostics.Select(entry => entry.Message),
        Has.Exactly(1).Contains("permissionsBoundaryArn"));

    [Test]
    public async Task An_accounts_existing_identity_provider_is_used()
    {
        var scenario = await Scenario.Of(Stack, set: $"infra:githubActions.oidcProviderArn={GivenProvider}");
        Assert.Multiple(() =>
        {
            Assert.That(scenario.Graph.OfType(ProviderType), Is.Empty);
            Assert.That(
                Roles(scenario).SelectMany(role => PolicyText.Parse(role.Inputs["assumeRolePolicy"].AsText).Single().Principals).Distinct(),
                Is.EqualTo(new[] { $"Federated:{GivenProvider}" }));
        });
    }

    [Test]
    public async Task What_remains_to_be_done_names_every_variable_that_the_workflows_read()
    {
        var pending = (await Scenario.Of(Stack)).Outputs["pending"].AsList!.Select(sentence => sentence.AsText!).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(pending, Has.Exactly(1).Contains("gh variable set AWS_PREVIEW_ROLE_ARN --body arn:aws:iam::123456789012:role/infra-preview"));
            Assert.That(pending, Has.Exactly(1).Contains("gh variable set AWS_DRIFT_ROLE_ARN --body arn:aws:iam::123456789012:role/infra-drift"));
            Assert.That(pending, Has.Exactly(1).Contains("AWS_DEPLOY_ROLE_ARN --env dev --body arn:aws:iam::123456789012:role/infra-deploy-dev"));
            Assert.That(pending, Has.Exactly(1).Contains("AWS_DEPLOY_ROLE_ARN --env prod --body arn:aws:iam::123456789012:role/infra-deploy-prod"));
        });
    }

    [TestCase("acme@12/infra@34")]
    [TestCase("acme/infra.net_2")]
    public async Task A_repository_is_named_as_its_tokens_name_it(string repository)
    {
        var scenario = await Scenario.Of(Stack, set: $"infra:githubActions.repository={repository}");
        Assert.That(Role(scenario, "infra-preview").Inputs["assumeRolePolicy"].AsText, Does.Contain($"repo:{repository}:pull_request"));
    }

    // A wildcard here would open the roles to other repositories.
    [TestCase("acme/*")]
    [TestCase("infra")]
    [TestCase("acme/infra:ref")]
    public async Task A_repository_of_another_form_is_refused(string repository)
    {
        var scenario = await Scenario.Failing(Stack, set: $"infra:githubActions.repository={repository}");
        Assert.That(scenario.Result.Diagnostics.Select(entry => entry.Message), Has.Exactly(1).Contains("infra:githubActions.repository"));
    }

    private static IReadOnlyList<ResourceNode> Roles(Scenario scenario) => scenario.Graph.OfType("aws:iam/role:Role");

    private static ResourceNode Role(Scenario scenario, string name) => Roles(scenario).Single(role => role.Inputs["name"].AsText == name);

    private static IEnumerable<string?> Managed(Scenario scenario, string role) => scenario.Graph.OfType("aws:iam/rolePolicyAttachment:RolePolicyAttachment")
        .Where(attachment => attachment.Inputs["role"].AsText == role)
        .Select(attachment => attachment.Inputs["policyArn"].AsText);

    private static List<PolicyText.Statement> Statements(Scenario scenario, string role) =>
    [
        .. scenario.Graph.OfType("aws:iam/rolePolicy:RolePolicy")
            .Where(policy => policy.Inputs["role"].AsText == role)
            .SelectMany(policy => PolicyText.Parse(policy.Inputs["policy"].AsText)),
    ];
}
