namespace Infra.Components;

/// <summary>What a stack is for; sizes and protections follow from it.</summary>
public enum DeploymentEnvironment
{
    /// <summary>Development: cheap, and destroyed without manual steps.</summary>
    Dev,

    /// <summary>Rehearsal of production: destroyed without manual steps.</summary>
    Staging,

    /// <summary>Production: data outlives mistakes.</summary>
    Prod,
}
