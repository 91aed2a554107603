using System.Globalization;
using Infra.Components.Identity;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Storage;

/// <summary>What a <see cref="PrivateBucket"/> is made of.</summary>
public sealed class PrivateBucketArgs : ResourceArgs
{
    // S3 allows 63 characters; AWS appends 26 of its own to a prefix.
    private const int LongestPrefix = 37;

    /// <summary>The beginning of the bucket's name, at most 37 characters; AWS makes the rest unique.</summary>
    public required string NamePrefix { get; init; }

    /// <summary>How far the bucket resists deletion.</summary>
    public required DataProtection DataProtection { get; init; }

    /// <summary>Further statements of the bucket's policy, given its ARN. Default: none.</summary>
    public Func<Output<string>, IEnumerable<PolicyStatement>> Statements { get; init; } = _ => [];

    /// <summary>
    /// Whether the caller makes the policy by <see cref="PrivateBucket.SetPolicy"/>, because it names what is made of the bucket.
    /// Default: it is made with the bucket.
    /// </summary>
    public bool PolicyFollows { get; init; }

    /// <summary>Days after which an unfinished multipart upload is dropped. Default: 7.</summary>
    public int UnfinishedUploadDays { get; init; } = 7;

    /// <summary>Days for which an overwritten or deleted version is kept. Default: 30.</summary>
    public int OldVersionDays { get; init; } = 30;

    /// <summary>Days after which an object itself is deleted; at least 1. Default: null, never.</summary>
    public int? ObjectDays { get; init; }

    internal IEnumerable<Aws.S3.Inputs.BucketLifecycleConfigurationRuleArgs> LifecycleRules()
    {
        yield return Rule("abort-unfinished-uploads", rule =>
            rule.AbortIncompleteMultipartUpload = new Aws.S3.Inputs.BucketLifecycleConfigurationRuleAbortIncompleteMultipartUploadArgs
            {
                DaysAfterInitiation = UnfinishedUploadDays,
            });
        yield return Rule("expire-old-versions", rule =>
        {
            rule.NoncurrentVersionExpiration = new Aws.S3.Inputs.BucketLifecycleConfigurationRuleNoncurrentVersionExpirationArgs { NoncurrentDays = OldVersionDays };
            rule.Expiration = new Aws.S3.Inputs.BucketLifecycleConfigurationRuleExpirationArgs { ExpiredObjectDeleteMarker = true };
        });
        if (ObjectDays is { } days)
        {
            yield return Rule("expire-objects", rule =>
                rule.Expiration = new Aws.S3.Inputs.BucketLifecycleConfigurationRuleExpirationArgs { Days = days });
        }
    }

    internal void Validate(string name)
    {
        if (NamePrefix.Length is 0 or > LongestPrefix)
        {
            throw new ArgumentException(
                $"{nameof(NamePrefix)} of bucket '{name}' is '{NamePrefix}'. It must have 1 to 37 characters. Shorten it.");
        }

        if (ObjectDays is < 1)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"{nameof(ObjectDays)} of bucket '{name}' is {ObjectDays}. It must be 1 or more. Choose how long to keep objects."));
        }
    }

    private static Aws.S3.Inputs.BucketLifecycleConfigurationRuleArgs Rule(string id, Action<Aws.S3.Inputs.BucketLifecycleConfigurationRuleArgs> fill)
    {
        var rule = new Aws.S3.Inputs.BucketLifecycleConfigurationRuleArgs
        {
            Id = id,
            Status = "Enabled",
            // All objects.
            Filter = new Aws.S3.Inputs.BucketLifecycleConfigurationRuleFilterArgs { Prefix = "" },
        };
        fill(rule);
        return rule;
    }
}
