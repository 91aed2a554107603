namespace Infra.Components.Hypernym;

/// <summary>What Hypernym's containers run on.</summary>
public enum HypernymVariant
{
    /// <summary>ECS on Fargate.</summary>
    Ecs,

    /// <summary>EKS on managed nodes.</summary>
    Eks,
}
