using Infra.Components.GitHubActions;
using Pulumi;

namespace Infra.Stacks.GitHubActions;

/// <summary>Turns the settings into the roles that GitHub's workflows assume.</summary>
public static class GitHubActionsSystem
{
    private const string Name = "github-actions";

    /// <summary>Deploys the roles.</summary>
    public static Task<SystemOutputs> DeployAsync(SystemContext context, GitHubActionsSettings settings)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(settings);
        var roles = new GitHubActionsRoles(Name, new GitHubActionsRolesArgs
        {
            Repository = settings.Repository,
            MainBranch = settings.MainBranch,
            Environments = settings.Environments,
            RolePrefix = settings.RolePrefix,
            DeployPolicyArns = settings.DeployPolicyArns,
            PermissionsBoundaryArn = settings.PermissionsBoundaryArn,
            ProviderArn = settings.OidcProviderArn,
        }, context.Options);
        return Task.FromResult(new SystemOutputs
        {
            Values = new OrderedDictionary<string, object?>
            {
                ["previewRoleArn"] = roles.PreviewRoleArn,
                ["driftRoleArn"] = roles.DriftRoleArn,
                ["deployRoleArns"] = roles.DeployRoleArns,
            },
            Pending = [.. Pending(roles)],
        });
    }

    // The workflows read these names; what is a variable of an environment differs per account.
    private static IEnumerable<Input<string>> Pending(GitHubActionsRoles roles)
    {
        yield return Output.Format($"The workflows must learn the role for pull requests: gh variable set AWS_PREVIEW_ROLE_ARN --body {roles.PreviewRoleArn}");
        yield return Output.Format($"The workflows must learn the role for the drift check: gh variable set AWS_DRIFT_ROLE_ARN --body {roles.DriftRoleArn}");
        foreach (var (environment, arn) in roles.DeployRoleArns)
        {
            yield return Output.Format($"The environment {environment} must learn its role: gh variable set AWS_DEPLOY_ROLE_ARN --env {environment} --body {arn}");
        }
    }
}
