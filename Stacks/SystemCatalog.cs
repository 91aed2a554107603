using Infra.Stacks.FlowBuilder;
using Infra.Stacks.GitHubActions;
using Infra.Stacks.Hebo;
using Infra.Stacks.Hypernym;
using Infra.Stacks.Hyperp;
using Infra.Stacks.SeePlusPlus;

namespace Infra.Stacks;

/// <summary>The systems that stacks can select.</summary>
public static class SystemCatalog
{
    /// <summary>All of them, in the order in which they are deployed and documented.</summary>
    public static IReadOnlyList<SystemDefinition> All { get; } =
    [
        SystemDefinition.Of<HyperpSettings>("hyperp", "Hyperp", HyperpSystem.DeployAsync),
        SystemDefinition.Of<HypernymSettings>("hypernym", "Hypernym", HypernymSystem.DeployAsync),
        SystemDefinition.Of<SeePlusPlusSettings>("seePlusPlus", "See++", SeePlusPlusSystem.DeployAsync),
        SystemDefinition.Of<FlowBuilderSettings>("flowBuilder", "Flow Builder", FlowBuilderSystem.DeployAsync),
        SystemDefinition.Of<HeboSettings>("hebo", "Hebo", HeboSystem.DeployAsync),
        SystemDefinition.Of<GitHubActionsSettings>("githubActions", "GitHub Actions", GitHubActionsSystem.DeployAsync),
    ];
}
