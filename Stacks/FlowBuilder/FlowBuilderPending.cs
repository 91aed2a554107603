using Pulumi;

namespace Infra.Stacks.FlowBuilder;

/// <summary>What a Flow Builder waits for, in sentences that both variants use.</summary>
internal static class FlowBuilderPending
{
    /// <summary>An image that is missing, and how it is brought.</summary>
    /// <param name="consequence">What is so as long as it is missing.</param>
    /// <param name="repositoryUrl">The URL of its repository.</param>
    /// <param name="setting">The setting that names its tag.</param>
    public static Input<string> Image(string consequence, Output<string> repositoryUrl, string setting) => Output.Format(
        $"{consequence}; push the image to {repositoryUrl} and name its tag: pulumi config set --path infra:flowBuilder.{setting} TAG");
}
