using Infra.Components.Compute;
using NUnit.Framework;

namespace Infra.Tests.Components.Compute;

public sealed class InstanceArchitectureTests
{
    [TestCase("t4g.nano", "arm64")]
    [TestCase("c7gn.16xlarge", "arm64")]
    [TestCase("g5g.xlarge", "arm64")]
    [TestCase("a1.medium", "arm64")]
    [TestCase("t3.nano", "x86_64")]
    [TestCase("t3a.micro", "x86_64")]
    [TestCase("g4dn.xlarge", "x86_64")]
    [TestCase("m7i-flex.large", "x86_64")]
    [TestCase("c5a.metal", "x86_64")]
    public void The_name_of_a_type_tells_its_instruction_set(string type, string architecture) =>
        Assert.That(InstanceArchitecture.Of(type), Is.EqualTo(architecture));

    [TestCase("")]
    [TestCase("t4g")]
    [TestCase("nano")]
    public void A_text_that_is_no_type_is_refused(string type) =>
        Assert.That(() => InstanceArchitecture.Of(type), Throws.ArgumentException.With.Message.Contains("such as t4g.nano"));
}
