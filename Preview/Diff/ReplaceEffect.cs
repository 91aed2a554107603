namespace Infra.Preview.Diff;

/// <summary>Whether the change of a property replaces the resource.</summary>
public enum ReplaceEffect
{
    /// <summary>The property is changed in place.</summary>
    InPlace,

    /// <summary>A new resource takes the place of the old one.</summary>
    Replaces,

    /// <summary>Nothing is recorded about the property; it may do either.</summary>
    Unknown,
}
