using Infra.Preview.Model;

namespace Infra.Preview.Synthesis;

/// <summary>Values for outputs without a rule, by name and shape.</summary>
internal sealed class Guess(ShapeTable shapes, Synthesis synthesis)
{
    private const int Depth = 4;

    /// <summary>A value of that shape. What may be absent is null, or empty for lists and maps.</summary>
    public PropertyValue Value(string name, Shape shape) => Value(name, shape, name, 0);

    private PropertyValue Value(string name, Shape shape, string path, int depth) => shape.Kind switch
    {
        ShapeKind.List => ListValue.Empty,
        ShapeKind.Map => MapValue.Empty,
        _ when shape.Optional => PropertyValue.Null,
        ShapeKind.Text => Text(name, path),
        ShapeKind.Integer or ShapeKind.Number => Number(name),
        ShapeKind.Bool => name is "enabled" or "isDefault" or "latest" or "writer",
        ShapeKind.Object => Object(shape.Type!, path, depth),
        _ => PropertyValue.Null,
    };

    private MapValue Object(string type, string path, int depth) => depth >= Depth || shapes.Object(type) is not { } members
        ? MapValue.Empty
        : new MapValue(members
            .Where(member => !member.Value.Optional)
            .Select(member => KeyValuePair.Create(member.Key, Member(member.Key, member.Value, $"{path}.{member.Key}", depth + 1))));

    private PropertyValue Member(string name, Shape shape, string path, int depth)
    {
        var value = Value(name, shape, path, depth);
        return shape.Secret && !value.IsNull ? new SecretValue(value) : value;
    }

    private static int Number(string name) => name switch
    {
        "port" => 443,
        "revision" or "version" or "latestVersion" or "defaultVersion" => 1,
        _ when name.EndsWith("Revision", StringComparison.Ordinal) => 1,
        _ => 0,
    };

    private string Text(string name, string path)
    {
        // Kubernetes declares every output, also what stays unset: there a made-up text would say something that nobody said.
        if (synthesis.Node.Package == "kubernetes")
        {
            return "";
        }

        var seed = synthesis.Seed(path);
        return name switch
        {
            "arn" => Arn(path),
            "ownerId" or "registryId" or "accountId" or "awsAccountId" or "owningAccount" or "owner" => synthesis.Account,
            "status" or "state" => "ACTIVE",
            "etag" or "lockToken" or "revisionId" or "callerReference" => Digest.Uuid(seed),
            "availabilityZone" => synthesis.Region + "a",
            "vpcId" => "vpc-" + Digest.Hex(seed, 17),
            "ipAddressType" => "ipv4",
            "networkType" => "IPV4",
            "version" => "1",
            _ when Ends(name, "Prefix") => "",
            _ when Ends(name, "Arn") => Arn(path),
            _ when Ends(name, "Url") || name == "url" => $"https://{Host(seed)}/",
            _ when Ends(name, "Endpoint") || name == "endpoint" || Ends(name, "DomainName") || Ends(name, "DnsName") || Ends(name, "Domain") => Host(seed),
            _ when Ends(name, "Time") || Ends(name, "Date") || Ends(name, "At") || Ends(name, "On") || Ends(name, "Till") || Ends(name, "Modified")
                => Templates.Time,
            _ when Ends(name, "ZoneId") => "Z" + Digest.Upper(seed, 20),
            _ when Ends(name, "Id") => $"{Kebab(name[..^2])}-{Digest.Hex(seed, 17)}",
            _ when Ends(name, "Status") || Ends(name, "State") => "ACTIVE",
            _ when Ends(name, "Policy") || name == "policy" => "{}",
            _ => $"{Kebab(name)}-{Digest.Hex(seed, 12)}",
        };

        static bool Ends(string name, string end) => name.EndsWith(end, StringComparison.Ordinal);
    }

    private string Host(string seed) => $"{Digest.Lower(seed, 12)}.{synthesis.Region}.amazonaws.com";

    // aws:service/resource:Resource -> the service as it stands in ARNs and the resource in kebab case.
    private string Arn(string path)
    {
        var parts = synthesis.Node.Type.Split(':', '/');
        var service = parts.Length > 1 ? parts[1] : "aws";
        return $"arn:aws:{service}:{synthesis.Region}:{synthesis.Account}:{Kebab(parts[^1])}/{Digest.Hex(synthesis.Seed(path), 17)}";
    }

    private static string Kebab(string name) =>
        string.Concat(name.Select((letter, index) => char.IsAsciiLetterUpper(letter)
            ? $"{(index > 0 ? "-" : "")}{char.ToLowerInvariant(letter)}"
            : letter.ToString()));
}
