using FsCheck;
using FsCheck.Fluent;
using Infra.Sdks.Generator;
using Infra.Sdks.Generator.Naming;
using NUnit.Framework;

namespace Infra.Tests.Sdks.Generator;

[TestFixture]
public sealed class NamesTests
{
    [TestCase("bucket", null, "Bucket")]
    [TestCase("bucket", "BucketName", "BucketName")]
    [TestCase("max-size", null, "MaxSize")]
    [TestCase("$ref", null, "Ref")]
    [TestCase("vpcId", null, "VpcId")]
    [TestCase("URL", null, "URL")]
    public void A_property_is_the_given_name_or_the_wire_name_in_pascal_case(string wireName, string? given, string expected)
        => Assert.That(Names.Property(wireName, given), Is.EqualTo(expected));

    [TestCase("name", "name")]
    [TestCase("class", "@class")]
    [TestCase("default", "@default")]
    [TestCase("$schema", "schema")]
    [TestCase("$ref", "@ref")]
    [TestCase("max-size", "maxSize")]
    public void A_parameter_is_the_wire_name_with_keywords_escaped(string wireName, string expected)
        => Assert.That(Names.Parameter(wireName), Is.EqualTo(expected));

    [TestCase("*", "Asterisk")]
    [TestCase("0", "Zero")]
    [TestCase("9", "Nine")]
    [TestCase("read-write", "Read_write")]
    [TestCase("a::b", "A_b")]
    [TestCase("expire", "Expire")]
    [TestCase("db.t4g.micro", "Db_t4g_micro")]
    [TestCase("1Minute", "Mode_1Minute")]
    [TestCase("_x", "Mode_x")]
    [TestCase("equals", "EqualsValue")]
    [TestCase("Equals", "EqualsValue")]
    public void An_enum_member_is_a_legal_name_made_of_the_schemas(string name, string expected)
        => Assert.That(Names.EnumMember(name, "Mode"), Is.EqualTo(expected));

    [TestCase("")]
    [TestCase("-")]
    public void An_enum_member_without_a_letter_is_refused_with_the_way_out(string name)
        => Assert.That(
            () => Names.EnumMember(name, "Mode"),
            Throws.TypeOf<GeneratorException>().With.Message.Contains("Mode").And.Message.Contains("Give the value a 'name'"));

    [Test]
    public void Every_enum_member_of_more_than_one_letter_is_a_legal_name()
        => Prop.ForAll(
                ArbMap.Default.ArbFor<NonEmptyString>().Filter(text => text.Get.Length > 1),
                text =>
                {
                    var member = Names.EnumMember(text.Get, "Mode");
                    return (char.IsLetter(member[0]) && member.All(letter => letter == '_' || char.IsLetterOrDigit(letter))).Label(member);
                })
            .QuickCheckThrowOnFailure();

    [TestCase("acme:vm/getImage:getImage", "GetImage")]
    [TestCase("acme:vm/invoke:invoke", "InvokeFunction")]
    [TestCase("acme:vm/invokeAsync:invokeAsync", "InvokeAsyncFunction")]
    public void A_function_is_the_last_part_of_its_token_and_never_named_like_its_members(string token, string expected)
        => Assert.That(Names.Function(token), Is.EqualTo(expected));

    [TestCase("acme:vm")]
    [TestCase("acme:vm:")]
    [TestCase("a:b:c:d")]
    public void A_token_has_three_parts(string text)
        => Assert.That(() => Token.Parse(text), Throws.TypeOf<GeneratorException>().With.Message.Contains(text));
}
