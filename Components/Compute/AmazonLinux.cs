using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Compute;

/// <summary>Finds images of Amazon Linux 2023.</summary>
public static class AmazonLinux
{
    /// <summary>The id of the newest image that an instance type runs, in the region of the parent's provider.</summary>
    /// <param name="instanceType">The type, e.g. `t4g.nano`.</param>
    /// <param name="parent">The component that asks.</param>
    /// <remarks>AWS publishes it under a parameter (EC2 user guide, public parameters), whose value is no secret.</remarks>
    public static Output<string> Newest(string instanceType, Resource parent) => Aws.Ssm.GetParameter.Invoke(
        new Aws.Ssm.GetParameterInvokeArgs
        {
            Name = $"/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-{InstanceArchitecture.Of(instanceType)}",
        },
        new InvokeOptions { Parent = parent }).Apply(parameter => parameter.InsecureValue);
}
