using Infra.Components.Edge;
using NUnit.Framework;

namespace Infra.Tests.Components.Edge;

public sealed class ValidatedCertificateTests
{
    private const string CertificateType = "aws:acm/certificate:Certificate";
    private const string RecordType = "aws:route53/record:Record";
    private const string ValidationType = "aws:acm/certificateValidation:CertificateValidation";

    [Test]
    public async Task A_name_and_its_wildcard_share_one_record()
    {
        var run = await Create("example.com", "*.example.com", "app.example.org");
        var records = run.OfType(RecordType).ToDictionary(record => record.Name);
        Assert.Multiple(() =>
        {
            Assert.That(records.Keys, Is.EquivalentTo(new[] { "cert-example.com", "cert-app.example.org" }));
            Assert.That(records["cert-example.com"]["name"], Is.EqualTo("_proof.example.com."));
            Assert.That(records["cert-example.com"]["type"], Is.EqualTo("CNAME"));
            Assert.That(records["cert-example.com"].Texts("records"), Is.EqualTo(new[] { "_proof.acm-validations.aws." }));
            Assert.That(records["cert-app.example.org"]["name"], Is.EqualTo("_proof.app.example.org."));
            Assert.That(records.Values.Select(record => record["zoneId"]), Is.All.EqualTo("Z1"));
            Assert.That(records.Values.Select(record => record["allowOverwrite"]), Is.All.EqualTo(true));
        });
    }

    [Test]
    public async Task The_certificate_is_given_out_only_once_it_is_issued()
    {
        string? arn = null;
        var run = await Create(certificate => certificate.CertificateArn.Apply(value => arn = value), "*.example.com");
        var certificate = run.Only(CertificateType);
        var validation = run.Only(ValidationType);
        Assert.Multiple(() =>
        {
            Assert.That(certificate["domainName"], Is.EqualTo("*.example.com"));
            Assert.That(certificate["validationMethod"], Is.EqualTo("DNS"));
            Assert.That(validation["certificateArn"], Is.EqualTo("arn:aws:acm:us-east-1:123456789012:certificate/cert"));
            Assert.That(validation.Texts("validationRecordFqdns"), Is.EqualTo(new[] { "_proof.example.com." }));
            Assert.That(arn, Is.EqualTo(validation["certificateArn"]));
            Assert.That(run.Registrations, Has.Count.EqualTo(3));
        });
    }

    [Test]
    public void A_first_name_that_ACM_refuses_is_refused_first() => Assert.That(
        () => Create(new string('a', 61) + ".com"),
        Throws.Exception.With.Message.Contains("1 to 64 characters"));

    [Test]
    public void A_repeated_name_is_refused() => Assert.That(
        () => Create("example.com", "www.example.com", "Example.com"),
        Throws.Exception.With.Message.Contains("names 'example.com' twice"));

    private static Task<ComponentRun> Create(string first, params string[] further) => Create(_ => { }, first, further);

    private static Task<ComponentRun> Create(Action<ValidatedCertificate> inspect, string first, params string[] further) => ComponentRun.Of(options =>
        inspect(new ValidatedCertificate("cert", new ValidatedCertificateArgs
        {
            DomainName = first,
            AlternativeNames = further,
            ZoneId = "Z1",
        }, options)));
}
