using Infra.Components.Identity;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.GitHubActions;

/// <summary>
/// The roles that the workflows of one GitHub repository assume with the tokens GitHub issues to them, so that no AWS key is kept in GitHub: one
/// previews pull requests, one looks for drift, and one per environment deploys.
/// </summary>
public sealed class GitHubActionsRoles : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:githubActions:Roles";

    private const string Issuer = "token.actions.githubusercontent.com";
    private const string Audience = "sts.amazonaws.com";
    private const int LongestSessionSeconds = 4 * 60 * 60;

    private readonly GitHubActionsRolesArgs _args;
    private readonly Input<string> _providerArn;

    /// <summary>Makes the roles, and the identity provider unless one is given.</summary>
    public GitHubActionsRoles(string name, GitHubActionsRolesArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        _args = args;
        _providerArn = args.ProviderArn is { } given ? given : CreateProvider(name).Arn;
        PreviewRoleArn = CreatePreviewRole(name).Arn;
        DriftRoleArn = CreateDriftRole(name).Arn;
        DeployRoleArns = args.Environments.ToDictionary(environment => environment, environment => CreateDeployRole(name, environment).Arn);
        RegisterOutputs();
    }

    /// <summary>The ARN of the role for pull requests.</summary>
    [Output("previewRoleArn")]
    public Output<string> PreviewRoleArn { get; private set; }

    /// <summary>The ARN of the role for the nightly comparison with what is deployed.</summary>
    [Output("driftRoleArn")]
    public Output<string> DriftRoleArn { get; private set; }

    /// <summary>The ARNs of the roles that deploy, by environment.</summary>
    public IReadOnlyDictionary<string, Output<string>> DeployRoleArns { get; }

    // AWS trusts the issuer's certificate authority itself, so that no thumbprint has to be kept.
    private Aws.Iam.OpenIdConnectProvider CreateProvider(string name) => new(name, new Aws.Iam.OpenIdConnectProviderArgs
    {
        Url = $"https://{Issuer}",
        ClientIdLists = { Audience },
    }, new CustomResourceOptions { Parent = this });

    // Code of a pull request runs with this role before anyone has read it: it sees how resources are configured, not what they hold.
    private ServiceRole CreatePreviewRole(string name) => new($"{name}-preview", new ServiceRoleArgs
    {
        PhysicalName = $"{_args.RolePrefix}-preview",
        Description = $"Previews pull requests of {_args.Repository}",
        Trust = Trust($"repo:{_args.Repository}:pull_request"),
        ManagedPolicyArns = [ManagedPolicies.ReadOnly],
        InlinePolicies = new Dictionary<string, PolicyDocument> { ["no-contents"] = new(GitHubActionsStatements.DenyContents) },
    }, new ComponentResourceOptions { Parent = this });

    // Comparing a stored secret with its configuration means reading it, which only code of the main branch may.
    private ServiceRole CreateDriftRole(string name) => new($"{name}-drift", new ServiceRoleArgs
    {
        PhysicalName = $"{_args.RolePrefix}-drift",
        Description = $"Compares what is deployed with the main branch of {_args.Repository}",
        Trust = Trust($"repo:{_args.Repository}:ref:refs/heads/{_args.MainBranch}"),
        ManagedPolicyArns = [ManagedPolicies.ReadOnly],
        InlinePolicies = new Dictionary<string, PolicyDocument> { ["read-secrets"] = new(GitHubActionsStatements.ReadSecrets) },
    }, new ComponentResourceOptions { Parent = this });

    // The subject names the environment, whose protection rules GitHub has enforced before it issues such a token.
    private ServiceRole CreateDeployRole(string name, string environment) => new($"{name}-deploy-{environment}", new ServiceRoleArgs
    {
        PhysicalName = $"{_args.RolePrefix}-deploy-{environment}",
        Description = $"Deploys {environment} from {_args.Repository}",
        Trust = Trust($"repo:{_args.Repository}:environment:{environment}"),
        ManagedPolicyArns = _args.DeployPolicyArns,
        PermissionsBoundaryArn = _args.PermissionsBoundaryArn,
        // A database cluster with its replica in another region takes more than the usual hour.
        MaxSessionSeconds = LongestSessionSeconds,
    }, new ComponentResourceOptions { Parent = this });

    private PolicyDocument Trust(string subject) => new(new PolicyStatement
    {
        Sid = "AssumeRole",
        Actions = ["sts:AssumeRoleWithWebIdentity"],
        Principal = PolicyPrincipal.Federated(_providerArn),
        Conditions = [PolicyCondition.StringEquals($"{Issuer}:aud", Audience), PolicyCondition.StringEquals($"{Issuer}:sub", subject)],
    });
}

/// <summary>What <see cref="GitHubActionsRoles"/> are made of.</summary>
public sealed class GitHubActionsRolesArgs : ResourceArgs
{
    /// <summary>
    /// The repository as tokens name it: `owner/name`, or `owner@id/name@id` for repositories that GitHub made, renamed or moved since July 2026.
    /// </summary>
    public required string Repository { get; init; }

    /// <summary>The branch that is deployed.</summary>
    public required string MainBranch { get; init; }

    /// <summary>The environments of the repository, each of which gets a role that deploys.</summary>
    public required IReadOnlyList<string> Environments { get; init; }

    /// <summary>What the roles' names begin with.</summary>
    public required string RolePrefix { get; init; }

    /// <summary>Policies of the roles that deploy, by ARN.</summary>
    public required IReadOnlyList<string> DeployPolicyArns { get; init; }

    /// <summary>The most that the roles which deploy may ever do, as the ARN of a policy. Default: null, no limit beyond their policies.</summary>
    public string? PermissionsBoundaryArn { get; init; }

    /// <summary>The account's identity provider for GitHub; an account has at most one. Default: null, it is created.</summary>
    public string? ProviderArn { get; init; }
}
