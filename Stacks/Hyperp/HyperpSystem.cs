namespace Infra.Stacks.Hyperp;

/// <summary>Turns Hyperp's settings into its resources.</summary>
public static class HyperpSystem
{
    /// <summary>Deploys Hyperp.</summary>
    public static Task<SystemOutputs> DeployAsync(SystemContext context, HyperpSettings settings)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(settings);
        return Task.FromResult(new SystemOutputs());
    }
}
