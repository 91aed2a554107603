using Infra.Components;
using Infra.Stacks.Settings;
using Infra.Stacks.Settings.Constraints;

namespace Infra.Stacks.GitHubActions;

/// <summary>The settings of the roles for GitHub's workflows.</summary>
public sealed record GitHubActionsSettings() : SystemSettings("us-east-1")
{
    private const string Administrator = "arn:aws:iam::aws:policy/AdministratorAccess";
    private const string PolicyArn = "^arn:aws(-[a-z-]+)?:iam::(aws|[0-9]{12}):policy/\\S+$";
    private const string PolicyArnInWords = "the ARN of an IAM policy, such as arn:aws:iam::aws:policy/AdministratorAccess";

    /// <summary>The repository.</summary>
    [Setting(
        "The repository whose workflows may use the roles, as GitHub's tokens name it.",
        example: "acme/infra",
        note: "Repositories that GitHub made, renamed or moved since July 2026 carry ids: owner@123456/name@456789, as the repository's Actions settings show under OIDC.")]
    [Pattern("^[A-Za-z0-9][A-Za-z0-9-]*(@[0-9]+)?/[A-Za-z0-9._-]+(@[0-9]+)?$", "owner/name or owner@id/name@id")]
    public required string Repository { get; init; }

    /// <summary>The branch that is deployed.</summary>
    [Setting("The branch that is deployed and that the nightly drift check runs on.")]
    [Pattern("^[A-Za-z0-9._/-]{1,200}$", "a branch's name")]
    public string MainBranch { get; init; } = "main";

    /// <summary>The environments.</summary>
    [Setting("The repository's environments, each named like its stack; each gets a role that deploys.", example: "dev")]
    [Pattern("^[a-z][a-z0-9-]{0,29}$", "1 to 30 small letters, digits and hyphens, starting with a letter")]
    [Count(1, 10)]
    public IReadOnlyList<string> Environments { get; init; } = ["dev", "prod"];

    /// <summary>What the roles' names begin with.</summary>
    [Setting("What the names of the roles begin with.")]
    [Pattern("^[a-zA-Z][a-zA-Z0-9-]{0,25}$", "1 to 26 letters, digits and hyphens, starting with a letter")]
    public string RolePrefix { get; init; } = "infra";

    /// <summary>Policies of the roles that deploy.</summary>
    [Setting("The policies of the roles that deploy, by ARN.", example: Administrator)]
    [Pattern(PolicyArn, PolicyArnInWords)]
    [Count(1, 10)]
    public IReadOnlyList<string> DeployPolicyArns { get; init; } = [Administrator];

    /// <summary>The most that deploying may ever do.</summary>
    [Setting(
        "The most that the roles which deploy may ever do: the ARN of a policy that is their permissions boundary.",
        example: "arn:aws:iam::123456789012:policy/deployment-boundary",
        defaultText: "none")]
    [Pattern(PolicyArn, PolicyArnInWords)]
    public string? PermissionsBoundaryArn { get; init; }

    /// <summary>The account's identity provider for GitHub.</summary>
    [Setting(
        "The account's identity provider for GitHub, where it has one: AWS allows one an account.",
        example: "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com",
        defaultText: "none: it is created")]
    [Pattern(
        "^arn:aws(-[a-z-]+)?:iam::[0-9]{12}:oidc-provider/token\\.actions\\.githubusercontent\\.com$",
        "an ARN arn:aws:iam::ACCOUNT:oidc-provider/token.actions.githubusercontent.com")]
    public string? OidcProviderArn { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> IdentityTags(DeploymentEnvironment environment, string stack) =>
        ProductTags("Product", "github-actions", environment);

    /// <inheritdoc/>
    public override void Check(SettingsCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        base.Check(check);
        if (check.Sound(nameof(DeployPolicyArns), nameof(PermissionsBoundaryArn)) && DeployPolicyArns.Contains(Administrator) && PermissionsBoundaryArn is null)
        {
            check.Warn(
                nameof(DeployPolicyArns),
                "The roles that deploy are administrators of the account without a boundary. Whoever may approve a deployment may do anything there; "
                + "set permissionsBoundaryArn, or policies that cover the deployed systems alone.");
        }
    }
}
