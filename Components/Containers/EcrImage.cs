using System.Text.RegularExpressions;
using Infra.Components.Identity;

namespace Infra.Components.Containers;

/// <summary>An image in a private ECR repository, taken apart.</summary>
/// <param name="Account">The registry's account, twelve digits.</param>
/// <param name="Region">The registry's region.</param>
/// <param name="Repository">The repository's name.</param>
/// <param name="Version">`:tag` or `@sha256:digest`; empty when neither is given.</param>
public sealed partial record EcrImage(string Account, string Region, string Repository, string Version)
{
    /// <summary>The form of such an image with a tag or digest, as a regular expression that .NET and JSON Schema read alike.</summary>
    public const string Pattern = Host + "/" + Name + "(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}|@sha256:[0-9a-f]{64})$";

    /// <summary>The form of a repository without tag and digest.</summary>
    public const string RepositoryPattern = Host + "/" + Name + "$";

    private const string Host = "^[0-9]{12}\\.dkr\\.ecr\\.[a-z]{2}(-[a-z]+)+-[0-9]\\.amazonaws\\.com(\\.cn)?";
    private const string Name = "[a-z0-9]+([._/-][a-z0-9]+)*";

    /// <summary>Whether the image can be another one tomorrow on purpose: no digest, and the tag `latest` or none.</summary>
    public bool Moves => Version is "" or ":latest";

    /// <summary>The repository's ARN.</summary>
    public string RepositoryArn => new Arn(AwsPartition.Of(Region), "ecr", Region, Account, $"repository/{Repository}").ToString();

    /// <summary>Whether an image lies in a private ECR repository.</summary>
    public static bool IsPrivate(string uri) => Parts().IsMatch(uri);

    /// <summary>
    /// Takes a URI apart, with or without a tag or digest. Text that names no private ECR repository throws <see cref="FormatException"/>.
    /// </summary>
    public static EcrImage Parse(string uri) => ParseOrNull(uri)
        ?? throw new FormatException(
            $"The image is '{uri}'. It must lie in a private ECR repository, such as "
            + "123456789012.dkr.ecr.us-east-1.amazonaws.com/api:1.0. Push it to one and name it so.");

    /// <summary>The same; null for text that names no private ECR repository.</summary>
    public static EcrImage? ParseOrNull(string uri) => Parts().Match(uri) is { Success: true } match
        ? new EcrImage(match.Groups["account"].Value, match.Groups["region"].Value, match.Groups["repository"].Value, match.Groups["version"].Value)
        : null;

    [GeneratedRegex(@"^(?<account>\d{12})\.dkr\.ecr\.(?<region>[a-z0-9-]+)\.amazonaws\.com(\.cn)?/(?<repository>[a-z0-9._/-]+)(?<version>(:[\w.-]+|@sha256:[0-9a-f]{64})?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();
}
