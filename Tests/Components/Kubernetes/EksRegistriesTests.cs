using Infra.Components.Kubernetes;
using NUnit.Framework;

namespace Infra.Tests.Components.Kubernetes;

public sealed class EksRegistriesTests
{
    [TestCase("us-east-1", "602401143452.dkr.ecr.us-east-1.amazonaws.com/amazon/aws-load-balancer-controller")]
    [TestCase("eu-south-1", "590381155156.dkr.ecr.eu-south-1.amazonaws.com/amazon/aws-load-balancer-controller")]
    [TestCase("cn-north-1", "918309763551.dkr.ecr.cn-north-1.amazonaws.com.cn/amazon/aws-load-balancer-controller")]
    public void The_controllers_image_comes_from_the_registry_of_the_region(string region, string repository) =>
        Assert.That(EksRegistries.LoadBalancerController(region), Is.EqualTo(repository));
}
