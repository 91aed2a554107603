using System.Globalization;
using System.Text.Json.Nodes;
using Pulumi;

namespace Infra.Components.Containers;

/// <summary>What an <see cref="ImageRepository"/> is made of. At least one of the two rules that expire images must be given.</summary>
public sealed class ImageRepositoryArgs : ResourceArgs
{
    /// <summary>The repository's name in AWS.</summary>
    public required string PhysicalName { get; init; }

    /// <summary>How far the repository resists deletion.</summary>
    public required DataProtection DataProtection { get; init; }

    /// <summary>How many images stay, whatever their tags; at least 1. Older ones are deleted within a day. Default: null, any number.</summary>
    public int? ImagesToKeep { get; init; }

    /// <summary>Days for which an image stays after its last tag moved on; at least 1. Default: null, for ever.</summary>
    public int? UntaggedImageDays { get; init; }

    /// <summary>Whether a tag may move. Default: it may not.</summary>
    public TagMutability TagMutability { get; init; } = TagMutability.Immutable;

    internal string LifecycleRules()
    {
        var rules = new JsonArray();
        if (UntaggedImageDays is { } days)
        {
            rules.Add(Rule(rules, string.Create(CultureInfo.InvariantCulture, $"Expire images without a tag after {days} days"), new JsonObject
            {
                ["tagStatus"] = "untagged",
                ["countType"] = "sinceImagePushed",
                ["countUnit"] = "days",
                ["countNumber"] = days,
            }));
        }

        // ECR wants the rule about any image last.
        if (ImagesToKeep is { } images)
        {
            rules.Add(Rule(rules, string.Create(CultureInfo.InvariantCulture, $"Keep the last {images} images"), new JsonObject
            {
                ["tagStatus"] = "any",
                ["countType"] = "imageCountMoreThan",
                ["countNumber"] = images,
            }));
        }

        return new JsonObject { ["rules"] = rules }.ToJsonString();
    }

    internal void Validate(string name)
    {
        if (ImagesToKeep is < 1)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"{nameof(ImagesToKeep)} of repository '{name}' is {ImagesToKeep}. It must be 1 or more. Choose how many images to keep."));
        }

        if (UntaggedImageDays is < 1)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"{nameof(UntaggedImageDays)} of repository '{name}' is {UntaggedImageDays}. It must be 1 or more. Choose how long to keep such images."));
        }

        if (ImagesToKeep is null && UntaggedImageDays is null)
        {
            throw new ArgumentException(
                $"Repository '{name}' expires no image. It must have at least one rule that does. Set {nameof(ImagesToKeep)} or {nameof(UntaggedImageDays)}.");
        }
    }

    private static JsonObject Rule(JsonArray before, string description, JsonObject selection) => new()
    {
        ["rulePriority"] = before.Count + 1,
        ["description"] = description,
        ["selection"] = selection,
        ["action"] = new JsonObject { ["type"] = "expire" },
    };
}
