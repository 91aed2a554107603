namespace Infra.Preview.Findings;

/// <summary>What the suppression file itself must comply with.</summary>
internal static class SuppressionRules
{
    private static readonly ControlReference Guide = ControlReference.AwsGuide(
        "Setting the workflow status of findings", "https://docs.aws.amazon.com/securityhub/latest/userguide/findings-workflow-status.html");

    public static readonly RuleInfo Expired = new()
    {
        Id = "suppression-expired",
        Title = "Suppressions are looked at again before they expire",
        Severity = FindingSeverity.Medium,
        Reason = "An accepted risk is accepted for a time. Past it, the findings count again, and the entry misleads its readers.",
        Fix = "Mend what the entry accepts and remove it, or give it a new date after weighing its reason again.",
        References = [Guide],
    };

    public static readonly RuleInfo Unused = new()
    {
        Id = "suppression-unused",
        Title = "Suppressions accept something that exists",
        Severity = FindingSeverity.Medium,
        Reason = "An entry that accepts nothing would silently accept the next violation that happens to match it.",
        Fix = "Remove the entry, or mend its rule, resource, part or stacks.",
        References = [Guide],
    };

    public static IReadOnlyList<RuleInfo> All => [Expired, Unused];
}
