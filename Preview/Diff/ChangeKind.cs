namespace Infra.Preview.Diff;

/// <summary>What a deployment would do with a resource.</summary>
public enum ChangeKind
{
    /// <summary>Nothing.</summary>
    Same,

    /// <summary>Make it.</summary>
    Create,

    /// <summary>Change it in place.</summary>
    Update,

    /// <summary>Make a new one and delete the old one.</summary>
    Replace,

    /// <summary>Delete it.</summary>
    Delete,

    /// <summary>
    /// Keep it under another name or parent. Without an alias in the program this is what its author meant, not what happens:
    /// see <see cref="ResourceChange.MissingAlias"/>.
    /// </summary>
    Move,
}
