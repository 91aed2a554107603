namespace Infra.Preview.Diff;

/// <summary>Whether a change lets more or less through.</summary>
public enum AccessDirection
{
    /// <summary>Something is allowed that was not.</summary>
    Widens,

    /// <summary>Something is no longer allowed.</summary>
    Narrows,

    /// <summary>The change does both, or cannot be judged.</summary>
    Changes,
}
