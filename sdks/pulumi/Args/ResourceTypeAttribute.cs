namespace Pulumi;

/// <summary>Names the resource type that a class binds, so that references to such resources become instances of the class.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class ResourceTypeAttribute : Attribute
{
    /// <summary>Names the type and the version of the package the class was made for.</summary>
    /// <param name="type">Type token, for example aws:s3/bucket:Bucket.</param>
    /// <param name="version">Semantic version; null or empty fits every version.</param>
    public ResourceTypeAttribute(string type, string? version)
    {
        Type = type;
        Version = version;
    }

    /// <summary>Type token, for example aws:s3/bucket:Bucket.</summary>
    public string Type { get; }

    /// <summary>Semantic version of the package; null or empty fits every version.</summary>
    public string? Version { get; }
}
