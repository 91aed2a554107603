namespace Infra.Stacks.FlowBuilder;

/// <summary>Turns Flow Builder's settings into the resources of one of its variants.</summary>
public static class FlowBuilderSystem
{
    internal const string Name = "flow-builder";

    /// <summary>Deploys Flow Builder.</summary>
    public static Task<SystemOutputs> DeployAsync(SystemContext context, FlowBuilderSettings settings)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(settings);
        return settings.Variant switch
        {
            FlowBuilderVariant.Standard => FlowBuilderStandardSystem.DeployAsync(context, settings),
            FlowBuilderVariant.UltraCostOptimized => FlowBuilderUltraSystem.DeployAsync(context, settings),
            _ => throw new NotSupportedException($"No Flow Builder is known of variant {settings.Variant}."),
        };
    }
}
