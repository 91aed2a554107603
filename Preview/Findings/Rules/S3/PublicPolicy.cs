using Infra.Preview.Findings.Judging;

namespace Infra.Preview.Findings.Rules.S3;

internal sealed class PublicPolicy : StatementRule
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "s3-policy-not-public",
        Title = "Bucket policies do not allow anyone",
        Severity = FindingSeverity.Critical,
        Reason = "Anyone on the internet then does with the objects what the statement allows.",
        Fix = "Name the principal, or bind the statement with a condition on its account, organisation or network.",
        References = [ControlReference.Fsbp("S3.2"), ControlReference.Fsbp("S3.3")],
    };

    protected override IReadOnlyList<(string Type, string Path)> Policies => [("aws:s3/bucketPolicy:BucketPolicy", "policy")];

    protected override Verdict Judge(PolicyStatement statement) => Verdict.Require(!statement.IsForAnyone, "anyone is allowed");
}
