namespace Infra.Stacks.Settings.Constraints;

/// <summary>The form of container image references.</summary>
internal static class ImageReference
{
    public const string Pattern = "^[a-z0-9]+([.:_/-]+[a-z0-9]+)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$";

    public const string Allowed = "an image with a tag or digest, such as public.ecr.aws/nginx/nginx:1.27";

    /// <summary>Whether the reference can mean another image tomorrow on purpose: no digest, and the tag `latest` or none.</summary>
    public static bool Moves(string image) =>
        !image.Contains('@', StringComparison.Ordinal)
        && (image.EndsWith(":latest", StringComparison.Ordinal) || !image[(image.LastIndexOf('/') + 1)..].Contains(':', StringComparison.Ordinal));
}
