using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.AppRunner;

internal sealed class ServiceSecrets() : ResourceRule("aws:apprunner/service:Service")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "apprunner-no-secrets-in-environment",
        Title = "App Runner services get secrets by reference",
        Severity = FindingSeverity.High,
        Reason = "Whoever may describe the service reads its environment.",
        Fix = "Pass the value with runtimeEnvironmentSecrets from Secrets Manager or Parameter Store.",
        References = [ControlReference.WellArchitected("SEC02-BP03", "sec_identities_secrets")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph)
    {
        var variables = node.At("sourceConfiguration.imageRepository.imageConfiguration.runtimeEnvironmentVariables");
        return variables.IsUnknown
            ? Verdict.Undecided
            : SecretNames.Judge([.. (variables.AsMap ?? MapValue.Empty).Select(variable => (variable.Key, variable.Value))]);
    }
}
