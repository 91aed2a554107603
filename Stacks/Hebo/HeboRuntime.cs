namespace Infra.Stacks.Hebo;

/// <summary>What Hebo's API and Gateway run on.</summary>
public enum HeboRuntime
{
    /// <summary>AWS App Runner, as documented.</summary>
    AppRunner,

    /// <summary>ECS on Fargate behind a load balancer, for accounts that App Runner does not admit.</summary>
    Fargate,

    /// <summary>Nothing: database and frontend alone, until the images exist.</summary>
    None,
}
