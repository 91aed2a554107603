namespace Infra.Components.Naming;

/// <summary>What a physical name is for; each kind has the length that AWS allows.</summary>
public enum PhysicalNameKind
{
    /// <summary>An Application or Network Load Balancer: 32 characters.</summary>
    LoadBalancer,

    /// <summary>A target group: 32 characters.</summary>
    TargetGroup,

    /// <summary>An IAM role: 64 characters.</summary>
    Role,

    /// <summary>An SQS queue: 80 characters; a FIFO queue's `.fifo` counts and stays at the end.</summary>
    Queue,

    /// <summary>An RDS instance or cluster identifier: 63 characters.</summary>
    Database,

    /// <summary>A Lambda function: 64 characters.</summary>
    Function,
}
