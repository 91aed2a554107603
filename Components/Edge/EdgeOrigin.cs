using Pulumi;

namespace Infra.Components.Edge;

/// <summary>How CloudFront proves to an origin who it is.</summary>
internal enum OriginSignature
{
    /// <summary>It does not: the origin is public, or knows a header.</summary>
    None,

    /// <summary>It signs requests to a bucket.</summary>
    Bucket,

    /// <summary>It signs requests to a function's address.</summary>
    Function,
}

/// <summary>Where a distribution gets what it does not hold.</summary>
public sealed class EdgeOrigin
{
    private EdgeOrigin(string id, Input<string> domainName, OriginSignature signature)
    {
        Id = id;
        DomainName = domainName;
        Signature = signature;
    }

    /// <summary>Its name within the distribution.</summary>
    public string Id { get; }

    internal Input<string> DomainName { get; }

    internal OriginSignature Signature { get; }

    internal string? Path { get; private init; }

    internal IReadOnlyDictionary<string, Input<string>> Headers { get; private init; } = new Dictionary<string, Input<string>>();

    /// <summary>A private bucket, whose policy admits the distribution.</summary>
    /// <param name="id">Its name within the distribution.</param>
    /// <param name="bucketName">The bucket's name.</param>
    /// <param name="region">The bucket's region.</param>
    /// <param name="folder">The folder that answers for the site's root, without slashes around it.</param>
    public static EdgeOrigin Bucket(string id, Output<string> bucketName, Output<string> region, string folder) =>
        // The regional name: requests to the global one are redirected while a bucket is new.
        new(id, Output.Format($"{bucketName}.s3.{region}.amazonaws.com"), OriginSignature.Bucket) { Path = $"/{folder}" };

    /// <summary>A function behind an address that only the distribution may call.</summary>
    /// <param name="id">Its name within the distribution.</param>
    /// <param name="address">The address.</param>
    public static EdgeOrigin Function(string id, SignedFunctionUrl address) => new(id, HostOf(address.Url), OriginSignature.Function);

    /// <summary>A public HTTPS server, which tells the distribution's requests by headers.</summary>
    /// <param name="id">Its name within the distribution.</param>
    /// <param name="url">Its address, https://HOST/.</param>
    /// <param name="headers">Headers that CloudFront adds to each request, over the viewer's of the same names.</param>
    public static EdgeOrigin Server(string id, Output<string> url, IReadOnlyDictionary<string, Input<string>> headers) =>
        new(id, HostOf(url), OriginSignature.None) { Headers = headers };

    private static Output<string> HostOf(Output<string> url) => url.Apply(text => new Uri(text).Host);
}
