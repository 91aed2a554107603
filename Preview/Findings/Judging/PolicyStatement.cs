using Infra.Preview.Model;

namespace Infra.Preview.Findings.Judging;

/// <summary>A statement of an IAM policy document.</summary>
internal sealed record PolicyStatement(string Name, MapValue Content)
{
    // Keys that bind a statement to one caller, account, organisation or network.
    private static readonly string[] BindingKeys =
    [
        "aws:SourceArn", "aws:SourceAccount", "aws:SourceOrgID", "aws:SourceVpc", "aws:SourceVpce", "aws:PrincipalArn", "aws:PrincipalAccount",
        "aws:PrincipalOrgID", "aws:VpcSourceIp", "elasticfilesystem:AccessedViaMountTarget",
    ];

    public bool Allows => Content["Effect"].AsText == "Allow";

    public IReadOnlyList<string> Actions => Texts(Content["Action"]);

    public IReadOnlyList<string> Resources => Texts(Content["Resource"]);

    /// <summary>Whether every action but some is meant.</summary>
    public bool NamesExceptions => !Content["NotAction"].IsNull;

    /// <summary>Whether the statement holds for all resources.</summary>
    public bool IsForAll => Resources.Contains("*") || !Content["NotResource"].IsNull;

    public MapValue Conditions => Content["Condition"].AsMap ?? MapValue.Empty;

    /// <summary>Every condition key with its operator and values.</summary>
    public IEnumerable<(string Operator, string Key, IReadOnlyList<string> Values)> ConditionKeys =>
        from comparison in Conditions
        from key in comparison.Value.AsMap ?? MapValue.Empty
        select (comparison.Key, key.Key, (IReadOnlyList<string>)Texts(key.Value));

    /// <summary>Whether anyone may be the caller: a principal `*` that no condition binds.</summary>
    public bool IsForAnyone => Allows
        && (Content["Principal"].AsText == "*" || Texts(Content["Principal"]["AWS"]).Contains("*") || !Content["NotPrincipal"].IsNull)
        && !ConditionKeys.Any(entry => BindingKeys.Contains(entry.Key, StringComparer.OrdinalIgnoreCase)
            && !entry.Operator.EndsWith("IfExists", StringComparison.Ordinal) && !entry.Values.Contains("*"));

    /// <summary>Whether the action or a pattern for it is among the statement's.</summary>
    public bool Covers(string action) => Allows && Actions.Any(pattern => ResourcePattern.MatchesText(pattern.ToLowerInvariant(), action.ToLowerInvariant()));

    /// <summary>The statements of a policy; null while it is unknown.</summary>
    public static IReadOnlyList<PolicyStatement>? Of(PropertyValue policy)
    {
        var document = policy.AsMap is null ? policy.Json() : policy;
        if (document.IsUnknown)
        {
            return null;
        }

        var content = document["Statement"];
        var statements = content.AsList?.Items ?? (content.AsMap is null ? [] : [content]);
        return
        [
            .. statements.Select((statement, place) => (statement.AsMap, place)).Where(entry => entry.AsMap is not null).Select(entry => new PolicyStatement(
                entry.AsMap!["Sid"].AsText is { Length: > 0 } sid ? sid : $"statement {entry.place + 1}", entry.AsMap)),
        ];
    }

    private static List<string> Texts(PropertyValue value) =>
        value.AsText is { } text ? [text] : [.. value.AsList?.Texts ?? []];
}
