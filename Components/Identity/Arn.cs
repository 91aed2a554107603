namespace Infra.Components.Identity;

/// <summary>An Amazon Resource Name taken apart: `arn:partition:service:region:account:resource`.</summary>
/// <param name="Partition">`aws`, `aws-cn`, `aws-us-gov`, …</param>
/// <param name="Service">The service's prefix, e.g. `ecs`.</param>
/// <param name="Region">The region; empty for global services.</param>
/// <param name="Account">The account's twelve digits; empty where AWS leaves them out.</param>
/// <param name="Resource">The rest, e.g. `cluster/hyperp-1`.</param>
public sealed record Arn(string Partition, string Service, string Region, string Account, string Resource)
{
    /// <summary>Takes an ARN apart. Text that is none throws <see cref="FormatException"/>.</summary>
    public static Arn Parse(string text)
    {
        var parts = text.Split(':', 6);
        return parts.Length == 6 && parts[0] == "arn" && parts[1].Length > 0 && parts[2].Length > 0 && parts[5].Length > 0
            ? new Arn(parts[1], parts[2], parts[3], parts[4], parts[5])
            : throw new FormatException(
                $"The resource name is '{text}'. It must be an ARN, arn:partition:service:region:account:resource. Pass the arn output of a resource.");
    }

    /// <summary>The ARN of another resource of the same service, region and account.</summary>
    public Arn Sibling(string resource) => this with { Resource = resource };

    /// <inheritdoc/>
    public override string ToString() => $"arn:{Partition}:{Service}:{Region}:{Account}:{Resource}";
}
