using System.Collections.Immutable;
using Infra.Components;
using Infra.Stacks.Settings.Constraints;

namespace Infra.Stacks.Settings;

/// <summary>What every system's section holds. A system's own record adds to it and is the only place that names its settings.</summary>
public abstract record SystemSettings : SettingsObject
{
    internal const string ManagerTag = "ManagedBy";

    /// <summary>Settings of a system that lies in a region unless its section says otherwise.</summary>
    protected SystemSettings(string region) => Region = region;

    /// <summary>The AWS region.</summary>
    [Setting("The AWS region that the whole system lies in.")]
    [Pattern("^[a-z]{2}(-[a-z]+)+-[0-9]$", "a region's name, such as us-east-1")]
    public string Region { get; init; }

    /// <summary>The only accounts that may be deployed to.</summary>
    [Setting(
        "The AWS accounts that may be deployed to; credentials of any other account are refused.",
        example: "123456789012",
        defaultText: "any account")]
    [Digits(12, 12)]
    public IReadOnlyList<string> AllowedAccountIds { get; init; } = [];

    /// <summary>Tags of every resource of the system.</summary>
    [Setting("Tags for every resource of the system, besides those of the product, the environment and Pulumi.", example: "platform")]
    [Keys("^(?![Aa][Ww][Ss]:)[\\p{L}\\p{N} _.:/=+@-]{1,128}$", "1 to 128 letters, digits, spaces and _.:/=+@-, not starting with aws:")]
    [Pattern("^[\\p{L}\\p{N} _.:/=+@-]{0,256}$", "0 to 256 letters, digits, spaces and _.:/=+@-")]
    // AWS takes 50 tags on most resources; some stay free for the program's own.
    [Count(0, 40)]
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The tags that tell the product and its environment, in the words of the system's document. The one that names Pulumi comes in addition.</summary>
    /// <param name="environment">What the stack is for.</param>
    /// <param name="stack">The stack's name.</param>
    public abstract IReadOnlyDictionary<string, string> IdentityTags(DeploymentEnvironment environment, string stack);

    /// <summary>The usual form of <see cref="IdentityTags"/>: a product under the document's key, and the environment by its name.</summary>
    protected static IReadOnlyDictionary<string, string> ProductTags(string key, string product, DeploymentEnvironment environment) =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [key] = product,
            ["Environment"] = Names.CamelCase(environment.ToString()),
        };

    /// <summary>Adds the faults and warnings that concern more than one setting, or a setting and the environment.</summary>
    public virtual void Check(SettingsCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        if (!check.Sound(nameof(Tags)))
        {
            return;
        }

        string[] programTags = [.. IdentityTags(check.Environment ?? default, check.Stack).Keys.Append(ManagerTag).Order(StringComparer.Ordinal)];

        // IAM takes keys that differ in case alone for the same key, and refuses to create a role that has both.
        foreach (var alike in Tags.Keys.Concat(programTags).Distinct(StringComparer.Ordinal).GroupBy(key => key, StringComparer.OrdinalIgnoreCase).Where(keys => keys.Count() > 1))
        {
            check.Refuse(
                nameof(Tags),
                $"the keys {string.Join(" and ", alike.Order(StringComparer.Ordinal))}",
                $"keys that differ in more than case, from each other and from {string.Join(", ", programTags)}",
                "rename one of them in the stack file");
        }
    }
}
