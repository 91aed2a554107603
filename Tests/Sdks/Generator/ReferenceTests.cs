using Infra.Sdks.Generator;
using Infra.Sdks.Generator.Binding;
using NUnit.Framework;

namespace Infra.Tests.Sdks.Generator;

[TestFixture]
public sealed class ReferenceTests
{
    [TestCase("#/types/aws:ecs/Setting:Setting", ReferenceKind.Type, null, "aws:ecs/Setting:Setting")]
    [TestCase("#/types/aws:ecs%2FSetting:Setting", ReferenceKind.Type, null, "aws:ecs/Setting:Setting")]
    [TestCase("#/resources/aws:ec2%2Fvpc:Vpc", ReferenceKind.Resource, null, "aws:ec2/vpc:Vpc")]
    [TestCase("#/provider", ReferenceKind.Provider, null, "")]
    [TestCase("pulumi.json#/Any", ReferenceKind.BuiltIn, null, "Any")]
    [TestCase("/aws/v7.43.0/schema.json#/resources/aws:ec2%2Fvpc:Vpc", ReferenceKind.Resource, "aws", "aws:ec2/vpc:Vpc")]
    [TestCase("/aws/v7.43.0/schema.json#/types/aws:ecs/Setting:Setting", ReferenceKind.Type, "aws", "aws:ecs/Setting:Setting")]
    [TestCase("/aws/v7.43.0/schema.json#/provider", ReferenceKind.Provider, "aws", "")]
    public void A_reference_says_what_it_leads_to_and_where(string text, ReferenceKind kind, string? package, string token)
        => Assert.That(Reference.Parse(text), Is.EqualTo(new Reference(kind, package, token)));

    [TestCase("aws:ec2/vpc:Vpc")]
    [TestCase("#types")]
    [TestCase("#/things/aws:ec2/vpc:Vpc")]
    public void A_reference_of_another_form_is_refused(string text)
        => Assert.That(() => Reference.Parse(text), Throws.TypeOf<GeneratorException>().With.Message.Contains(text));
}
