namespace Infra.Components.Identity;

/// <summary>Policies that AWS keeps, by ARN.</summary>
public static class ManagedPolicies
{
    /// <summary>Writes log streams and events; what every function needs.</summary>
    public const string LambdaBasicExecution = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";

    /// <summary>Creates and deletes the network interfaces of a function that is attached to a VPC. Creating such a function fails without it.</summary>
    public const string LambdaVpcAccess = "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole";

    /// <summary>Reads everything, contents such as objects, items and log events included; not the values of secrets.</summary>
    public const string ReadOnly = "arn:aws:iam::aws:policy/ReadOnlyAccess";

    /// <summary>Pulls images and writes log events for an ECS task. It cannot create log groups.</summary>
    public const string EcsTaskExecution = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy";

    /// <summary>Lets Session Manager reach an instance, and nothing of the account's data.</summary>
    public const string SessionManagerInstance = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore";

    /// <summary>Lets App Runner pull images from the account's private repositories.</summary>
    public const string AppRunnerEcrAccess = "arn:aws:iam::aws:policy/service-role/AWSAppRunnerServicePolicyForECRAccess";
}
