namespace Infra.Preview.Diagrams.Building;

/// <summary>What the actions and resources of a policy statement mean.</summary>
internal static class PolicyReach
{
    private static readonly string[] Reading = ["Get", "List", "Describe", "BatchGet", "Query", "Scan", "Head", "PartiQLSelect", "BatchCheck", "Select"];

    /// <summary>
    /// Whether a resource pattern names that resource, something inside it, or it by a wildcard. A pattern that leaves the resource's
    /// own name open altogether names nothing in particular.
    /// </summary>
    public static bool Covers(string pattern, string arn)
    {
        if (!pattern.StartsWith("arn:", StringComparison.Ordinal))
        {
            return false;
        }

        if (pattern.StartsWith(arn, StringComparison.Ordinal))
        {
            return pattern.Length == arn.Length || pattern[arn.Length] is '/' or ':' or '*' or '?';
        }

        // arn:partition:service:region:account:resource
        var resource = pattern.Split(':', 6).ElementAtOrDefault(5) ?? "";
        return resource.Split('/', ':')[^1].TrimEnd('*').Length > 0 && Matches(pattern, arn);
    }

    /// <summary>The action in one word; null when it is about something that belongs to the resource's service but not to such a resource.</summary>
    public static string? Verb(string action, string type)
    {
        var name = action.Split(':', 2)[^1];
        return (action.Split(':', 2)[0], name) switch
        {
            (_, "*") => "full access",
            ("sqs", "ReceiveMessage" or "DeleteMessage" or "DeleteMessageBatch" or "ChangeMessageVisibility") => "consume",
            ("sqs", "SendMessage" or "SendMessageBatch") => "send",
            ("sns", "Publish") => "publish",
            ("lambda", _) when name.StartsWith("Invoke", StringComparison.Ordinal) => "invoke",
            ("ecs", "RunTask" or "StartTask") => "run",
            ("iam", "PassRole") => type == Types.Role ? "pass role" : null,
            ("ecr", "BatchGetImage" or "GetDownloadUrlForLayer" or "BatchCheckLayerAvailability") => "pull",
            ("ecr", "PutImage" or "InitiateLayerUpload" or "UploadLayerPart" or "CompleteLayerUpload") => "push",
            ("elasticfilesystem", _) when name.StartsWith("Client", StringComparison.Ordinal) => "mount",
            ("rds-db", _) => "connect",
            ("states", "StartExecution") => "run",
            _ when Array.Exists(Reading, start => name.StartsWith(start, StringComparison.Ordinal)) => "read",
            _ => "write",
        };
    }

    // Linear in both lengths: on a mismatch, the last star takes one character more.
    private static bool Matches(string pattern, string text)
    {
        int p = 0, t = 0, star = -1, taken = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, taken) = (p++, t);
            }
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == text[t]))
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                (p, t) = (star + 1, ++taken);
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].TrimStart('*').Length == 0;
    }
}
