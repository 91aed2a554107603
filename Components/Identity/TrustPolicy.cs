using Pulumi;

namespace Infra.Components.Identity;

/// <summary>Trust policies: who may assume a role.</summary>
public static class TrustPolicy
{
    /// <summary>An AWS service, acting for any resource of its own that it is told to use the role for.</summary>
    /// <param name="servicePrincipal">The service, e.g. `lambda.amazonaws.com`.</param>
    public static PolicyDocument Service(string servicePrincipal) => new(Statement(servicePrincipal, []));

    /// <summary>
    /// An AWS service, only when it acts for resources of this account and these ARNs: without that, somebody else's
    /// resource could have the service use the role (the confused deputy).
    /// </summary>
    /// <param name="servicePrincipal">The service, e.g. `ecs-tasks.amazonaws.com`.</param>
    /// <param name="sourceAccount">The account's id.</param>
    /// <param name="sourceArns">ARNs of the resources the service acts for, with wildcards.</param>
    public static PolicyDocument Service(string servicePrincipal, Input<string> sourceAccount, InputList<string> sourceArns) =>
        new(Statement(
            servicePrincipal,
            [PolicyCondition.ArnLike("aws:SourceArn", sourceArns), PolicyCondition.StringEquals("aws:SourceAccount", sourceAccount)]));

    /// <summary>ECS tasks of the account and region that a cluster lies in.</summary>
    /// <param name="clusterArn">The cluster's ARN.</param>
    public static PolicyDocument EcsTasks(Output<string> clusterArn)
    {
        var cluster = clusterArn.Apply(Arn.Parse);
        return Service("ecs-tasks.amazonaws.com", cluster.Apply(arn => arn.Account), cluster.Apply(arn => arn.Sibling("*").ToString()));
    }

    private static PolicyStatement Statement(string servicePrincipal, IReadOnlyList<PolicyCondition> conditions) => new()
    {
        Sid = "AssumeRole",
        Actions = ["sts:AssumeRole"],
        Principal = PolicyPrincipal.Service(servicePrincipal),
        Conditions = conditions,
    };
}
