using System.Collections.Immutable;

namespace Infra.Components.Identity;

/// <summary>What a policy must hold to before any of its values is known.</summary>
internal static class PolicyDocumentRules
{
    public static void Check(IReadOnlyList<PolicyStatement> statements)
    {
        var faults = Faults(statements).ToList();
        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, faults), nameof(statements));
        }
    }

    /// <summary>The resources that the statement names once they are known; `*` only where the statement says why.</summary>
    public static ImmutableArray<string> CheckedResources(PolicyStatement statement, ImmutableArray<string> resources)
    {
        if (statement.WhyAnyResource is not null)
        {
            return resources.IsDefaultOrEmpty
                ? ["*"]
                : throw new ArgumentException(
                    $"Statement '{statement.Sid}' names resources and says why it names none. It must do one of the two. Remove one.");
        }

        // A policy that hangs on a resource is about that resource, whatever it names.
        return statement.Effect == PolicyEffect.Allow && statement.Principal is null && resources.Contains("*")
            ? throw new ArgumentException(
                $"Statement '{statement.Sid}' allows its actions on the resource '*'. It must name ARNs, or say why AWS offers no resource-level permission. "
                + $"Set Resources, or set {nameof(PolicyStatement.WhyAnyResource)}.")
            : resources;
    }

    private static IEnumerable<string> Faults(IReadOnlyList<PolicyStatement> statements)
    {
        if (statements.Count == 0)
        {
            yield return "The policy has no statement. It must have at least one. Leave the policy out instead.";
        }

        foreach (var sid in statements.GroupBy(statement => statement.Sid, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            yield return $"{sid.Count()} statements are named '{sid.Key}'. A Sid must be unique in its policy. Rename all but one.";
        }

        foreach (var statement in statements)
        {
            if (statement.Sid.Length == 0 || !statement.Sid.All(char.IsAsciiLetterOrDigit))
            {
                yield return $"A statement is named '{statement.Sid}'. A Sid must be ASCII letters and digits. Leave other characters out.";
            }

            if (statement.Actions.Count == 0)
            {
                yield return $"Statement '{statement.Sid}' has no action. It must have at least one. Name the actions or leave the statement out.";
            }

            if (statement.Effect == PolicyEffect.Allow && statement.Actions.Contains("*"))
            {
                yield return $"Statement '{statement.Sid}' allows the action '*'. Actions must name their service, such as s3:GetObject. List the actions that are needed.";
            }
        }
    }
}
