using Pulumi;

namespace Infra.Components.Functions;

/// <summary>The VPC that a function is attached to. Its network interfaces never get public addresses, not even in a public subnet.</summary>
/// <param name="SubnetIds">Ids of subnets, in two zones at least.</param>
/// <param name="SecurityGroupIds">Ids of the groups that the function wears.</param>
public sealed record FunctionNetwork(InputList<string> SubnetIds, InputList<string> SecurityGroupIds);

/// <summary>The EFS access point that a function mounts.</summary>
/// <param name="AccessPointArn">The access point's ARN.</param>
/// <param name="MountPath">Where it is mounted, below `/mnt/`.</param>
public sealed record FunctionFileSystem(Input<string> AccessPointArn, string MountPath);
