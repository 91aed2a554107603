namespace Infra.Preview.Diagrams;

/// <summary>What a box of a diagram stands for.</summary>
public enum BoxKind
{
    /// <summary>The stack, in the account that its providers deploy to.</summary>
    Stack,

    /// <summary>One system of the stack: a component directly under it.</summary>
    System,

    /// <summary>What belongs to no region, such as a content delivery network.</summary>
    Global,

    /// <summary>A region.</summary>
    Region,

    /// <summary>A VPC of the stack.</summary>
    Vpc,

    /// <summary>A VPC that is looked up, not created.</summary>
    ForeignVpc,

    /// <summary>Subnets with a route to an internet gateway.</summary>
    PublicSubnets,

    /// <summary>Subnets whose way out is a NAT gateway or NAT instance.</summary>
    PrivateSubnets,

    /// <summary>Subnets without a way out.</summary>
    IsolatedSubnets,

    /// <summary>A Kubernetes cluster.</summary>
    Cluster,
}
