using Infra.Components.Identity;

namespace Infra.Components.SeePlusPlus;

/// <summary>The names that AWS sees: both stages may live in one account and region.</summary>
/// <param name="Stage">The stage, which tells the two apart.</param>
internal sealed record SeePlusPlusNames(SeePlusPlusStage Stage)
{
    /// <summary>The image repository of the code runner, which both stages share: their images have the stage's name as a tag.</summary>
    public const string CodeRunnerRepository = "spp-lambda-trace";

    private string Word => Stage == SeePlusPlusStage.Prod ? "prod" : "test";

    /// <summary>The beginning of most names, and the whole name of load balancer and cluster.</summary>
    public string Prefix => $"spp-{Word}";

    /// <summary>The code runner's function: the backend calls it by this name.</summary>
    public string CodeRunner => $"spp-trace-executor-{Word}";

    /// <summary>The code runner's role.</summary>
    public string CodeRunnerRole => $"spp-lambda-execution-role-{Word}";

    /// <summary>The code runner's log group.</summary>
    public string CodeRunnerLogGroup => $"/aws/lambda/{CodeRunner}";

    /// <summary>The beginning of the trace bucket's name.</summary>
    public string TraceBucketPrefix => $"{Prefix}-traces-";

    /// <summary>The topic that alarms go to.</summary>
    public string AlarmTopic => $"{Prefix}-alarms";

    /// <summary>A service of the cluster, and the family of its task definitions.</summary>
    public string Service(WebService service) => $"{Prefix}-{service.Name}";

    /// <summary>A service's log group.</summary>
    public string LogGroup(WebService service) => $"/copilot/{Prefix}-{service.Name}";

    /// <summary>A parameter of the backend.</summary>
    public string Parameter(string variable) => $"/copilot/spp/{Word}/secrets/{variable}";

    /// <summary>The parameters that the backend may read, by the ARN of something in their account and region.</summary>
    public string Parameters(Arn sibling) => (sibling with { Service = "ssm" }).Sibling($"parameter{Parameter("*")}").ToString();

    /// <summary>The secrets that the backend may read, by the ARN of something in their account and region.</summary>
    public string Secrets(Arn sibling) => (sibling with { Service = "secretsmanager" }).Sibling($"secret:copilot/spp/{Word}/*").ToString();
}
