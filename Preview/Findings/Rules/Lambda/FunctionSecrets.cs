using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Lambda;

internal sealed class FunctionSecrets() : ResourceRule("aws:lambda/function:Function")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "lambda-no-secrets-in-environment",
        Title = "Functions read secrets instead of getting them in their environment",
        Severity = FindingSeverity.Medium,
        Reason = "Whoever may read the function's configuration, as the console's read-only roles may, sees its environment.",
        Fix = "Pass the secret's ARN and read it at run time.",
        References = [ControlReference.WellArchitected("SEC02-BP03", "sec_identities_secrets")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph)
    {
        var variables = node.At("environment.variables");
        return variables.IsUnknown
            ? Verdict.Undecided
            : SecretNames.Judge([.. (variables.AsMap ?? MapValue.Empty).Select(variable => (variable.Key, variable.Value))]);
    }
}
