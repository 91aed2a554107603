namespace Infra.Components.Identity;

/// <summary>What a statement does with the requests it matches.</summary>
public enum PolicyEffect
{
    /// <summary>Allows them.</summary>
    Allow,

    /// <summary>Refuses them, whatever else allows them.</summary>
    Deny,
}
