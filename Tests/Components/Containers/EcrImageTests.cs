using System.Text.RegularExpressions;
using Infra.Components.Containers;
using NUnit.Framework;

namespace Infra.Tests.Components.Containers;

public sealed class EcrImageTests
{
    private const string Registry = "123456789012.dkr.ecr.us-east-1.amazonaws.com";
    private const string Digest = "@sha256:1111111111111111111111111111111111111111111111111111111111111111";

    [TestCase(Registry + "/api:1.0", "123456789012", "us-east-1", "api", ":1.0")]
    [TestCase(Registry + "/team/api" + Digest, "123456789012", "us-east-1", "team/api", Digest)]
    [TestCase(Registry + "/api", "123456789012", "us-east-1", "api", "")]
    public void An_image_is_taken_apart(string uri, string account, string region, string repository, string version) =>
        Assert.That(EcrImage.Parse(uri), Is.EqualTo(new EcrImage(account, region, repository, version)));

    [TestCase(Registry + "/team/api:1", "arn:aws:ecr:us-east-1:123456789012:repository/team/api")]
    [TestCase("123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/api:1", "arn:aws-cn:ecr:cn-north-1:123456789012:repository/api")]
    [TestCase("123456789012.dkr.ecr.us-gov-west-1.amazonaws.com/api:1", "arn:aws-us-gov:ecr:us-gov-west-1:123456789012:repository/api")]
    public void Its_repository_has_an_arn(string uri, string arn) => Assert.That(EcrImage.Parse(uri).RepositoryArn, Is.EqualTo(arn));

    [Test]
    public void An_image_of_another_registry_is_none() => Assert.Multiple(() =>
    {
        Assert.That(EcrImage.ParseOrNull("public.ecr.aws/nginx/nginx:1.27"), Is.Null);
        Assert.That(EcrImage.ParseOrNull(Registry + "/api:1")?.Repository, Is.EqualTo("api"));
    });

    [TestCase(":1.0", false)]
    [TestCase(":latest", true)]
    [TestCase("", true)]
    [TestCase(Digest, false)]
    public void An_image_moves_without_a_version(string version, bool moves) => Assert.That(EcrImage.Parse(Registry + "/api" + version).Moves, Is.EqualTo(moves));

    [TestCase("nginx:1.27")]
    [TestCase("public.ecr.aws/nginx/nginx:1.27")]
    [TestCase("<account>.dkr.ecr.us-east-1.amazonaws.com/api:1")]
    [TestCase(Registry + "/API:1")]
    [TestCase(Registry + "/api:1\n")]
    public void Anything_else_is_refused(string uri) => Assert.Multiple(() =>
    {
        Assert.That(
            () => EcrImage.Parse(uri.TrimEnd('\n') + (uri.EndsWith('\n') ? "\n\n" : "")),
            Throws.TypeOf<FormatException>().With.Message.Contains("private ECR repository"));
        Assert.That(Regex.IsMatch(uri.TrimEnd('\n') + (uri.EndsWith('\n') ? "\n\n" : ""), EcrImage.Pattern), Is.False);
    });

    [TestCase(":1.0", true)]
    [TestCase(Digest, true)]
    [TestCase("", false)]
    public void The_pattern_of_settings_demands_a_version_and_that_of_repositories_none(string version, bool hasVersion) => Assert.Multiple(() =>
    {
        Assert.That(Regex.IsMatch(Registry + "/team/api" + version, EcrImage.Pattern), Is.EqualTo(hasVersion));
        Assert.That(Regex.IsMatch(Registry + "/team/api" + version, EcrImage.RepositoryPattern), Is.EqualTo(!hasVersion));
    });
}
