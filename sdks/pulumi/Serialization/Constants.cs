namespace Pulumi.Serialization;

/// <summary>Markers of the engine's wire format.</summary>
internal static class Constants
{
    /// <summary>Key of an object that is not a plain object; its value says which kind it is.</summary>
    public const string SignatureKey = "4dabf18193072939515e22adb298388d";

    public const string SecretSignature = "1b47061264138c4ac30d75fd1eb44270";
    public const string AssetSignature = "c44067f5952c0a294b673a41bacd8c17";
    public const string ArchiveSignature = "0def7320c3a5731c473e5ecbe6d01bc7";
    public const string ResourceSignature = "5cf8f73096256a8f31e491e813e4eb8e";
    public const string OutputValueSignature = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

    /// <summary>The string that stands for any unknown value.</summary>
    public const string UnknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    public const string ValueProperty = "value";
    public const string SecretProperty = "secret";
    public const string DependenciesProperty = "dependencies";
    public const string UrnProperty = "urn";
    public const string IdProperty = "id";
    public const string PackageVersionProperty = "packageVersion";
    public const string PathProperty = "path";
    public const string UriProperty = "uri";
    public const string TextProperty = "text";
    public const string AssetsProperty = "assets";

    /// <summary>Tells whether a string is one of the sentinels for unknown values; other SDKs use one for each type.</summary>
    public static bool IsUnknown(string text) => text.Length == UnknownValue.Length && text is
        UnknownValue
        or "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7" // bool
        or "3eeb2bf0-c639-47a8-9e75-3b44932eb421" // number
        or "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2" // array
        or "030794c1-ac77-496b-92df-f27374a8bd58" // asset
        or "e48ece36-62e2-4504-bad9-02848725956a" // archive
        or "dd056dcd-154b-4c76-9bd3-c8f88648b5ff"; // object
}
